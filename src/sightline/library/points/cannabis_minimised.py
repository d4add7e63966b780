"""Cannabis in the home, written down more than once and never explored."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals import blocks_records as records
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

QUESTIONS = Source("Sightline questions: when each question is fair", 2026, "section 2")


def signal(t: Tables, p: Parameters) -> Table:
    """Two records, or one that is not low, of adults at home or caring, 28 days after the one that counts."""
    told = t.step("told", records.about_adults(t, "cannabis"))
    left = records.unweighed(t, "every", p, told.filter(told.at_home | told.cares))
    left = blocks.having(left, records.still_so(t, "still", told), "child_id", "entry_id")
    known = left.filter(left.recorded_day + p.after <= p.today)
    noted = blocks.once(t, "noted", known, "about_id")
    grave = noted.filter(records.stated(noted, "moderate", "high"))
    count = blocks.counted(noted, "child_id")
    twice = count.filter(count.n >= p.records)
    asked = t.step("asked", both(grave.select("child_id"), twice.select("child_id")))
    return rows(blocks.having(noted, asked, "child_id"), "noted")


def _noted(
    day: int, agency: str = "health_visiting", about: str = "father", **more: object
) -> dict[str, object]:
    return {
        "day": day,
        "agency": agency,
        "kind": "observation",
        "about": about,
        "code": "cannabis",
        "level": "low",
        **more,
    }


def _home(day: int, about: str, change: str) -> dict[str, object]:
    return {"day": day, "agency": "gp", "kind": "household", "about": about, "change": change}


_BOOKED = _noted(-204, "midwifery")
_UNCLE = ({"id": "uncle", "role": "relative"},)

POINT = LearningPoint(
    id="cannabis-minimised",
    theme="curiosity",
    title="Cannabis was written down as low, and never explored",
    finding="Cannabis was sometimes played down as a risk. That an adult used it was in several records; "
    "how it fitted into the evenings and nights with a baby, and who was in charge then, was not asked.",
    sources=(briefing("Key learning 4: cannabis use as a risk factor"), QUESTIONS),
    question="How does cannabis fit into the evenings: who is the clear-headed one at night, and where does "
    "{baby} sleep?",
    short_question="Cannabis in the evenings: who is clear-headed at night?",
    tempo=Tempo.NEXT,
    owner=Owner("health_visitor"),
    asked_when="Adults at home or caring: two records of cannabis, or one that is moderate or high, and 28 "
    "days after it nobody has explored it.",
    silent_when="One low record; explored, or the adult weighed in a finished assessment; stopped; the adult "
    "does not live with the baby, stay or care.",
    blind_to="That it is prescribed, or was explored, where nobody wrote so.",
    because={"noted": "Noted, and what it means for the evenings and nights is not written."},
    signal=signal,
    needs=("observation",),
    policy=(
        PolicyValue("records", 2, "count", "records of the adults around the baby", QUESTIONS),
        PolicyValue("after", 28, "days", "after the record that counts", QUESTIONS),
    ),
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "twice, as low: 28 days after the second",
            raises_on=41,
            evidence=(0, 1),
            facts=(
                _BOOKED,
                _noted(13),
                _noted(46),
            ),
        ),
        Case("once, as low", silent_until=120, facts=(_BOOKED,)),
        Case("once, level not stated", silent_until=120, facts=(_noted(13, level=None),)),
        Case("once, as moderate", raises_on=41, evidence=(0,), facts=(_noted(13, level="moderate"),)),
        Case("one visit told by two", silent_until=120, facts=(_noted(13), _noted(13, "gp", known_day=20))),
        Case("each parent once", raises_on=41, facts=(_BOOKED, _noted(13, about="mother"))),
        Case("known late", raises_on=108, facts=(_BOOKED, _noted(13, known_day=80))),
        Case(
            "which day is not known, only the order",
            raises_on=41,
            facts=(
                _BOOKED,
                _noted(13, precision="order_only"),
            ),
        ),
        Case("explored in the second", silent_until=120, facts=(_BOOKED, _noted(13, explored=True))),
        Case(
            "explored at first, no worse since",
            silent_until=120,
            facts=(
                {**_BOOKED, "explored": True},
                _noted(13),
                _noted(46),
            ),
        ),
        Case(
            "explored at first, then worse",
            raises_on=74,
            evidence=(2,),
            facts=(
                {**_BOOKED, "explored": True},
                _noted(13),
                _noted(46, level="moderate"),
            ),
        ),
        Case(
            "weighed in an assessment",
            silent_until=120,
            facts=(
                _BOOKED,
                _noted(13),
                {
                    "day": 20,
                    "agency": "early_help",
                    "kind": "assessment",
                    "type": "early_help",
                    "started_day": 14,
                    "completed_day": 20,
                    "considered": ["father"],
                },
            ),
        ),
        Case(
            "stopped before the pregnancy",
            silent_until=120,
            facts=(
                _noted(-204, "midwifery", past=True),
                _noted(-150, "gp", past=True),
            ),
        ),
        Case("stopped since", silent_until=120, facts=(_BOOKED, _noted(13), _noted(30, "gp", past=True))),
        Case(
            "the father lives elsewhere",
            silent_until=120,
            facts=(
                _BOOKED,
                _noted(13),
                _home(-100, "father", "moves_out"),
            ),
        ),
        Case(
            "he lives elsewhere and has the baby",
            raises_on=41,
            facts=(
                _BOOKED,
                _noted(13),
                _home(-100, "father", "moves_out"),
                _home(5, "father", "takes_on_care"),
            ),
        ),
        Case(
            "an uncle who stays often",
            raises_on=41,
            people=_UNCLE,
            facts=(
                _home(-100, "uncle", "stays_often"),
                _noted(-50, about="uncle"),
                _noted(13, about="uncle"),
            ),
        ),
        Case(
            "an uncle elsewhere",
            silent_until=120,
            people=_UNCLE,
            facts=(
                _noted(-50, about="uncle"),
                _noted(13, about="uncle"),
            ),
        ),
        Case(
            "other drugs are another lesson",
            silent_until=120,
            facts=(
                _BOOKED,
                _noted(13, code="substance_misuse"),
            ),
        ),
        Case("known to nobody in services", silent_until=120, facts=(_BOOKED, _noted(13, "none"))),
    ),
)
