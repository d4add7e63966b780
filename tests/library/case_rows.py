"""From the facts of a case file to rows of the signal tables, with no database and no models.

One file, so that the product's own path (exchange.case_files, then projection.rows) can take its place.
Entry ids begin with the fact's index: `0007`, and `0007.b` for the entry that replaces it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rcpchgrowth import Measurement

from sightline.core import clock
from sightline.core.codes import PRECISION_DAYS
from sightline.signals.tables import OPEN

Fact = Mapping[str, Any]
Row = dict[str, Any]
Rows = list[tuple[str, Row]]

BABY = "baby"
PARTNERSHIP = "test"
DEFAULT_BIRTH = dt.date(2025, 9, 1)
DEFAULT_PEOPLE = (
    {"id": "mother", "role": "mother", "sex": "female"},
    {"id": "father", "role": "father", "sex": "male"},
)
ROLE_RELATIONS = {
    "mother": "mother", "father": "father", "parent": "parent", "sibling": "sibling",
    "half_sibling": "half_sibling", "grandparent": "grandparent", "grandmother": "grandparent",
    "grandfather": "grandparent",
}  # fmt: skip
NAMES = ("about", "by", "to", "with", "spoke_to", "received_by", "considered")
# Keys that become known only on the day of another key.
LATER = {
    "referral": (("outcome_day", ("outcome",)),),
    "strategy_request": (("outcome_day", ("outcome",)),),
    "medical": (("outcome_day", ("outcome",)),),
    "assessment": (("started_day", ()), ("completed_day", ("considered", "baby_factors"))),
    "plan": (("end_day", ()),),
    "gp_request": (("seen_day", ("clinician", "how")),),
    "challenge": (("resolved_day", ()),),
}
WITHOUT = {"referral": {"outcome": "open"}, "strategy_request": {"outcome": "unanswered"}}


GROWTH = (
    ("weight", "weight_kg", "weight"), ("length", "length_cm", "height"), ("head", "head_cm", "ofc"),
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """A case file's baby, people and facts, and the calendar date of day 0."""

    facts: tuple[Fact, ...]
    baby: Mapping[str, Any] = field(default_factory=dict)
    people: tuple[Mapping[str, Any], ...] = ()
    born: dt.date = DEFAULT_BIRTH
    also_supplied: tuple[str, ...] = ()

    @property
    def told(self) -> list[tuple[int, Fact]]:
        """What an agency recorded, with its index, in the order in which it was known."""
        known = [(i, fact) for i, fact in enumerate(self.facts) if fact["agency"] != "none"]
        return sorted(known, key=lambda each: (known_day(each[1]), each[0]))

    def number(self, day: int) -> int:
        """The day number of a day of the story."""
        return clock.day_number(self.born) + day

    def instant(self, day: int) -> int:
        """Noon of a day of the story."""
        noon = dt.datetime.combine(self.born + dt.timedelta(days=day), dt.time(12), clock.LONDON)
        return clock.instant_number(noon.astimezone(dt.UTC))


def known_day(fact: Fact) -> int:
    """The day on which the agency recorded a fact."""
    return int(fact.get("known_day", fact["day"]))


def fact_of(entry_id: str) -> int:
    """The index of the fact that an entry comes from."""
    return int(entry_id[:4])


def rows_of(story: Story) -> Rows:
    """Every row of every signal table that the story makes."""
    rows = [("supply", row) for row in _supply(story)]
    rows += _the_baby(story) + _people(story)
    for index, fact in story.told:
        for entry_id, version, from_day, until_day in _versions(index, fact):
            common = _common(story, fact, entry_id, from_day, until_day)
            rows += [(table, common | own) for table, own in KINDS[fact["kind"]](story, version)]
    return rows


def _versions(index: int, fact: Fact) -> Iterator[tuple[str, Fact, int, int | None]]:
    """A fact as it was first known, and as it was known each time more of it came."""
    days = sorted(
        {day for key, _ in LATER.get(fact["kind"], ()) if (day := fact.get(key)) and day > known_day(fact)}
    )
    starts = [known_day(fact), *days]
    for place, start in enumerate(starts):
        until = starts[place + 1] if place + 1 < len(starts) else None
        suffix = f".{chr(ord('a') + place)}" if place else ""
        yield f"{index:04d}{suffix}", _as_known(fact, start), start, until


def _as_known(fact: Fact, day: int) -> Fact:
    version = dict(fact)
    for key, belonging in LATER.get(fact["kind"], ()):
        if key in fact and fact[key] > day:
            for name in (key, *belonging):
                version.pop(name, None)
            version |= WITHOUT.get(fact["kind"], {})
    return version


def _common(story: Story, fact: Fact, entry_id: str, from_day: int, until_day: int | None) -> Row:
    exact = fact.get("precision", "exact") != "order_only"
    reach = PRECISION_DAYS.get(fact.get("precision", "exact"), 1)
    return {
        "about_id": fact.get("about", BABY),
        "agency": fact["agency"],
        "sector": fact["agency"],
        "happened_from": story.number(fact["day"] - reach + 1) if exact else None,
        "happened_to": story.number(fact["day"]) if exact else None,
        "recorded_day": story.number(known_day(fact)),
        "known_from": story.instant(from_day),
        "known_until": OPEN if until_day is None else story.instant(until_day),
        "sensitivity": 0,
        "entry_id": entry_id,
        "root_id": entry_id[:4],
    }


def _supply(story: Story) -> Iterator[Row]:
    supplied = {(fact["kind"], fact["agency"]) for _, fact in story.told}
    supplied |= {(kind, "other") for kind in story.also_supplied}
    for kind, agency in sorted(supplied):
        yield {
            "partnership": PARTNERSHIP, "kind": kind, "sector": agency, "agency": agency,
            "known_from": 0, "known_until": OPEN, "last_day": story.number(0),
        }  # fmt: skip


def _the_baby(story: Story) -> Rows:
    index, first = story.told[0]
    weeks = story.baby.get("gestation_weeks")
    expected = story.number((40 - (weeks or 40)) * 7)
    before = {
        "partnership": PARTNERSHIP,
        "due_day": expected,
        "multiple_birth": story.baby.get("multiple_birth"),
    }
    weight = story.baby.get("birth_weight_kg")
    after = before | {
        "born_day": story.number(0),
        "gestation_days": weeks * 7 if weeks else None,
        "sex": story.baby.get("sex", "unknown"),
        "birth_weight_g": round(weight * 1000) if weight else None,
    }
    rows: Rows = []
    if known_day(first) < 0:
        common = _common(
            story, {**first, "about": BABY, "precision": "exact"}, f"{index:04d}.0", known_day(first), 0
        )
        rows.append(("child", common | before))
    index, first = next((each for each in story.told if known_day(each[1]) >= 0), (index, first))
    birth = {"agency": first["agency"], "day": 0}
    rows.append(("child", _common(story, birth, f"{index:04d}.0", 0, None) | after))
    return rows


def _people(story: Story) -> Rows:
    listed = {person["id"]: person for person in (*DEFAULT_PEOPLE, *story.people)}
    rows: Rows = []
    named: set[str] = {BABY}
    for index, fact in story.told:
        for person_id in _named(fact):
            if person_id not in named:
                named.add(person_id)
                rows += _person(story, listed[person_id], fact, index)
    return rows


def _named(fact: Fact) -> list[str]:
    if fact["kind"] in ("strategy_request", "referral", "challenge", "shared"):
        return [fact["about"]] if "about" in fact else []
    found = [fact[key] for key in NAMES if key in fact]
    return [name for value in found for name in ([value] if isinstance(value, str) else value)]


def _person(story: Story, person: Mapping[str, Any], fact: Fact, index: int) -> Rows:
    entry = {"agency": fact["agency"], "day": known_day(fact), "about": person["id"]}
    common = _common(story, entry, f"{index:04d}.-{person['id']}", known_day(fact), None)
    # What a role tells comes just before what the fact itself says.
    common["known_from"] -= 1
    rows: Rows = [("person", common | {"sex": person.get("sex", "unknown"), **_born(story, person)})]
    if relation := ROLE_RELATIONS.get(person.get("role", "")):
        rows.append(("relationship", common | {"to_id": BABY, "type": relation, "identity": "named"}))
    return rows


def _born(story: Story, person: Mapping[str, Any]) -> Row:
    if (years := person.get("age_at_birth")) is not None:
        return {
            "born_from": story.number(-round((years + 1) * 365.25) + 1),
            "born_to": story.number(-round(years * 365.25)),
        }
    if (months := person.get("age_months_at_birth")) is not None:
        return {
            "born_from": story.number(-round((months + 1) * 30.44) + 1 if months else 0),
            "born_to": story.number(-round(months * 30.44)),
        }
    return {}


def _day(story: Story, fact: Fact, key: str) -> int | None:
    return story.number(fact[key]) if fact.get(key) is not None else None


def _take(*names: str) -> Callable[[Story, Fact], Row]:
    return lambda story, fact: {name: fact.get(name) for name in names}


def _met(fact: Fact, people: list[str], how: str) -> Rows:
    return [("met", {"about_id": person, "how": how, "source_kind": fact["kind"]}) for person in people]


def _appointment(story: Story, fact: Fact) -> Rows:
    own = _take("service", "outcome", "routine")(story, fact)
    present = fact.get("with", []) if fact["outcome"] == "attended" else []
    return [("appointment", own), *_met(fact, present, "present")]


def _contact(story: Story, fact: Fact) -> Rows:
    return [
        ("contact", _take("child_seen", "lived_experience")(story, fact)),
        *_met(fact, fact.get("spoke_to", []), "spoke"),
    ]


def _seen(story: Story, fact: Fact) -> Rows:
    return [("met", {"how": fact["how"], "source_kind": "seen"})]


def _household(story: Story, fact: Fact) -> Rows:
    return [("stay", {"child_id": BABY, **_take("change", "reason_known", "nights_a_week")(story, fact)})]


def _relationship(story: Story, fact: Fact) -> Rows:
    own = {"to_id": fact.get("to", BABY), "type": fact["type"], "identity": fact.get("identity", "named")}
    return [("relationship", own)]


def _referral(story: Story, fact: Fact) -> Rows:
    outcome = fact.get("outcome", "open")
    return [
        (
            "referral",
            {
                "to_sector": fact["to"],
                "outcome": outcome,
                "outcome_day": _day(story, fact, "outcome_day"),
                "source_key": fact.get("source_key"),
            },
        )
    ]


def _strategy_request(story: Story, fact: Fact) -> Rows:
    own = {"step": "requested", "by_sector": fact["by"], "outcome": fact.get("outcome", "unanswered")}
    return [("strategy", own | {"outcome_day": _day(story, fact, "outcome_day")})]


def _medical(story: Story, fact: Fact) -> Rows:
    own = _take("outcome", "police_present")(story, fact)
    return [("medical", own | {key: _day(story, fact, key) for key in ("requested_day", "outcome_day")})]


def _assessment(story: Story, fact: Fact) -> Rows:
    own = _take("type", "baby_factors")(story, fact)
    own |= {key: _day(story, fact, key) for key in ("started_day", "completed_day")}
    child = fact.get("about", BABY)
    considered: Rows = [
        ("considered", {"about_id": person, "child_id": child}) for person in fact.get("considered", [])
    ]
    return [("assessment", own), *considered]


def _plan(story: Story, fact: Fact) -> Rows:
    own = _take("type", "need_code")(story, fact)
    return [("plan", own | {key: _day(story, fact, key) for key in ("start_day", "end_day")})]


def _touchpoint(story: Story, fact: Fact) -> Rows:
    own = {"programme": fact["programme"], "number": str(fact["number"])}
    return [("touchpoint", own), *_met(fact, fact.get("received_by", []), "received")]


def _offer(story: Story, fact: Fact) -> Rows:
    own = _take("offer", "outcome", "priority")(story, fact)
    return [("offer", own | {"about_id": fact.get("to", fact.get("about", BABY)), "child_id": BABY})]


def _gp_request(story: Story, fact: Fact) -> Rows:
    own = {"clinician": fact.get("clinician"), "how": fact.get("how", "in_surgery")}
    requested = story.number(fact.get("requested_day", fact["day"]))
    return [("gp_request", own | {"requested_day": requested, "seen_day": _day(story, fact, "seen_day")})]


def _challenge(story: Story, fact: Fact) -> Rows:
    with_sector = fact["with"] if isinstance(fact["with"], str) else fact["with"][0]
    own = {"by_sector": fact["by"], "with_sector": with_sector, "stage": fact["stage"]}
    return [("challenge", own | {"resolved_day": _day(story, fact, "resolved_day")})]


def _shared(story: Story, fact: Fact) -> Rows:
    of = next((i, each) for i, each in enumerate(story.facts) if each.get("id") == fact["ref"])
    about = of[1].get("about", BABY)
    return [
        ("shared", {"about_id": about, "of_entry_id": f"{of[0]:04d}", "with_sector": sector})
        for sector in fact["with"]
    ]


def _measurement(story: Story, fact: Fact) -> Rows:
    own = _take("weight_kg", "length_cm", "head_cm", "weight_centile", "head_centile")(story, fact)
    for name, column, method in GROWTH:
        if own[column] is not None:
            sds, centile = _growth(story, fact["day"], method, float(own[column]))
            own[f"{name}_sds"] = sds
            own[f"{name}_centile"] = centile
    return [("measurement", own)]


def _growth(story: Story, day: int, method: str, value: float) -> tuple[float | None, float | None]:
    found = Measurement(
        birth_date=story.born,
        measurement_method=method,
        observation_date=story.born + dt.timedelta(days=day),
        observation_value=value,
        reference="uk-who",
        sex=story.baby.get("sex", "male"),
        gestation_weeks=story.baby.get("gestation_weeks") or 40,
    ).measurement["measurement_calculated_values"]
    return found["corrected_sds"], found["corrected_centile"]


def _plain(table: str, *names: str) -> Callable[[Story, Fact], Rows]:
    return lambda story, fact: [(table, _take(*names)(story, fact))]


def _statement(story: Story, fact: Fact) -> Rows:
    return [("statement", {"about_id": BABY, "by_id": fact.get("by"), "code": fact["code"]})]


def _injury(story: Story, fact: Fact) -> Rows:
    own = _take("injury", "site", "patterned", "explanation", "explanation_fits", "medical_cause")(
        story, fact
    )
    return [("injury", own | {"site": fact["site"].lower() if fact.get("site") else None})]


KINDS: dict[str, Callable[[Story, Fact], Rows]] = {
    "appointment": _appointment,
    "contact": _contact,
    "measurement": _measurement,
    "mobility": _plain("mobility", "rolls", "sits", "crawls", "cruises", "walks"),
    "injury": _injury,
    "observation": _plain("observation", "code", "level", "explored", "past", "status"),
    "statement": _statement,
    "household": _household,
    "relationship": _relationship,
    "seen": _seen,
    "referral": _referral,
    "strategy_request": _strategy_request,
    "strategy_discussion": lambda story, fact: [("strategy", {"step": "held"})],
    "medical": _medical,
    "assessment": _assessment,
    "plan": _plan,
    "touchpoint": _touchpoint,
    "offer": _offer,
    "gp_request": _gp_request,
    "challenge": _challenge,
    "shared": _shared,
    "moved_area": _plain("area_move", "from_area", "history_received"),
}
