"""Ordinary lives, told in the words of the case file: what services write about a baby that is doing well.

An ordinary life is not a spotless one: clinics are cancelled, babies get colds, parents tire and say so and
are answered. None of it should raise a question that is to be answered today or this week.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any, Final

Fact = dict[str, Any]
ANTENATAL_WEEKS: Final = (9, 16, 25, 28, 31, 34, 36, 38)
WEIGHED_DAYS: Final = (12, 45, 90, 150, 250, 340)


@dataclass(slots=True)
class Life:
    """One baby's story so far: facts in the words of the case file, in no order."""

    name: str
    family: str
    sex: str
    gestation_weeks: int
    weight_sds: float
    mother: str
    father: str
    mother_age: int
    father_age: int
    multiple: bool = False
    facts: list[Fact] = field(default_factory=list)
    people: list[dict[str, Any]] = field(default_factory=list)
    twist: str = ""

    @property
    def birth_weight_kg(self) -> float:
        """At the life's own SDS for its gestation."""
        return self.weight_on(0)

    def weight_on(self, day: int) -> float:
        """Weight in kg on a day of life, along the same SDS at corrected age (UK-WHO)."""
        from rcpchgrowth import measurement_from_sds  # slow to load, and needed only while a county is made

        corrected = (day - (40 - self.gestation_weeks) * 7) / 365.25
        weight = measurement_from_sds(
            reference="uk-who",
            requested_sds=self.weight_sds,
            measurement_method="weight",
            sex=self.sex,
            age=corrected,
        )
        return round(float(weight), 2)

    def add(self, day: int, agency: str, kind: str, **keys: Any) -> None:
        """Tell one more fact."""
        self.facts.append({"day": day, "agency": agency, "kind": kind} | keys)


def ordinary(chance: random.Random, life: Life) -> Life:
    """The life of a baby that is doing well, from booking to the second birthday."""
    life.people = [
        {"id": "mother", "role": "mother", "sex": "female", "age_at_birth": life.mother_age},
        {"id": "father", "role": "father", "sex": "male", "age_at_birth": life.father_age},
    ]
    _pregnancy(chance, life)
    _first_days(chance, life)
    _health_visiting(chance, life)
    _practice(chance, life)
    _everyday(chance, life)
    return life


def _pregnancy(chance: random.Random, life: Life) -> None:
    for week in ANTENATAL_WEEKS:
        if week < life.gestation_weeks:
            day = (week - life.gestation_weeks) * 7 + chance.randrange(5)
            present = ["mother", "father"] if chance.random() < 0.6 else ["mother"]
            life.add(
                day, "midwifery", "appointment", service="midwifery", outcome="attended",
                routine="antenatal", **{"with": present},
            )  # fmt: skip
    booking = (ANTENATAL_WEEKS[0] - life.gestation_weeks) * 7 + 1
    life.add(booking, "midwifery", "relationship", about="father", type="father", identity="named")
    life.add(booking + 90, "midwifery", "seen", about="father", how="met")


def _first_days(chance: random.Random, life: Life) -> None:
    both = ["mother", "father"]
    life.add(0, "hospital", "contact", child_seen=True, spoke_to=both, note="Born, examined and well.")
    life.add(0, "hospital", "measurement", weight_kg=life.birth_weight_kg)
    life.add(1, "hospital", "touchpoint", programme="icon", number=1, received_by=both)
    for day in (2, 5, 9):
        life.add(
            day, "midwifery", "contact", child_seen=True, spoke_to=both if day == 2 else ["mother"],
            note="Home visit. Feeding and sleeping place seen.",
        )  # fmt: skip
    life.add(5, "midwifery", "touchpoint", programme="icon", number=2, received_by=both)


def _health_visiting(chance: random.Random, life: Life) -> None:
    visits = ((13, "new_birth", 3), (21, "", 4), (46, "six_week", 0), (330, "one_year", 0))
    for day, routine, talk in visits:
        when = day + chance.randrange(-1, 3)
        present = ["mother", "father"] if chance.random() < 0.5 else ["mother"]
        if routine:
            life.add(
                when, "health_visiting", "appointment", service="health_visiting", outcome="attended",
                routine=routine, **{"with": present},
            )  # fmt: skip
            life.add(
                when, "health_visiting", "contact", child_seen=True, spoke_to=present, lived_experience=True,
                note=chance.choice(DAYS),
            )  # fmt: skip
        if talk:
            life.add(
                when, "health_visiting", "touchpoint", programme="icon", number=talk, received_by=present
            )
    for day in WEIGHED_DAYS:
        when = day + chance.randrange(4)
        life.add(when, "health_visiting", "measurement", weight_kg=life.weight_on(when))


DAYS: Final = (
    "Feeds every three hours, long wakeful spell at teatime, settles in arms. Moses basket by the bed.",
    "A usual day told from waking to bed: nappies, pram to the shops, bath at six, who gets up at night.",
    "Smiles at voices, kicks on the mat after feeds. Sleeps best after a walk. Cot in the parents' room.",
    "Carried in a sling most mornings; naps after lunch; nights shared out between them.",
)


def _practice(chance: random.Random, life: Life) -> None:
    present = ["mother", "father"] if chance.random() < 0.4 else ["mother"]
    when = 50 + chance.randrange(5)
    life.add(
        when,
        "gp",
        "appointment",
        service="gp",
        outcome="attended",
        routine="gp_six_week",
        **{"with": present},
    )
    life.add(when, "gp", "touchpoint", programme="icon", number=5, received_by=present)
    for day in (58, 88, 117, 370):
        life.add(
            day + chance.randrange(6), "gp", "appointment", service="gp", outcome="attended",
            note="Vaccines.", **{"with": ["mother"]},
        )  # fmt: skip


def _everyday(chance: random.Random, life: Life) -> None:
    """What happens in any family, now and then."""
    if chance.random() < 0.3:
        day = 60 + chance.randrange(200)
        life.add(
            day, "health_visiting", "appointment", service="health_visiting", outcome="cancelled_by_family",
            note="Rang the day before; a cold in the house.",
        )  # fmt: skip
        life.add(
            day + 5, "health_visiting", "contact", child_seen=True, spoke_to=["mother"],
            lived_experience=True, note="Seen at the next clinic.",
        )  # fmt: skip
    if chance.random() < 0.5:
        life.add(
            90 + chance.randrange(250), "gp", "contact", child_seen=True, spoke_to=["mother"],
            note="Cough and cold. Chest clear. Told when to come back.",
        )  # fmt: skip
    life.add(165 + chance.randrange(20), "health_visiting", "mobility", rolls=True, sits=True, crawls=False)
    life.add(280 + chance.randrange(30), "health_visiting", "mobility", crawls=True, cruises=True)
    life.add(400 + chance.randrange(40), "gp", "mobility", walks=True)
