"""Two people noticed that the children are spoken of, or treated, differently."""

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
    """The same parent, noted twice, by two services, not told of one visit and not explored."""
    told = records.unweighed(t, "seen", p, records.about_adults(t, "favours_a_child"))
    told = told.filter(~records.is_past(told), told.recorded_day >= p.today - p.look_back)
    told = blocks.once(t, "noted", without_illness(t, told), "about_id")
    count = told.group_by("child_id", "about_id").aggregate(n=told.count(), by=told.agency.nunique())
    twice = count.filter(count.n >= p.times, count.by >= p.people)
    return rows(blocks.having(told, twice, "child_id", "about_id"), "noted")


def without_illness(t: Tables, told: Table) -> Table:
    """Remarks not explained by the illness of one of the children; a grave one stands all the same."""
    own, around = t.observation, t.around.observation
    own = own.filter(own.code.isin(records.ILLNESS))
    around = around.filter(around.is_sibling, around.code.isin(records.ILLNESS))
    ill = both(own.select("child_id"), around.select("child_id"))
    grave = told.filter(records.stated(told, "moderate", "high"))
    slight = told.filter(~records.stated(told, "moderate", "high"))
    return grave.union(blocks.without(slight, ill, "child_id"))


def _noted(
    day: int, agency: str = "health_visiting", about: str = "mother", **more: object
) -> dict[str, object]:
    return {
        "day": day,
        "agency": agency,
        "kind": "observation",
        "about": about,
        "code": "favours_a_child",
        "level": "low",
        **more,
    }


def _ill(day: int, about: str = "baby") -> dict[str, object]:
    return {
        "day": day,
        "agency": "hospital",
        "kind": "observation",
        "about": about,
        "code": "chronic_condition",
    }


_TWIN = ({"id": "twin", "role": "sibling", "age_months_at_birth": 0},)

POINT = LearningPoint(
    id="favouring-one-child",
    theme="struggling",
    title="The children are spoken of differently",
    finding="A parent who seemed to favour one child over another was one of the signs of struggling. One "
    "remark says little; two people who noticed the same did not know of each other.",
    sources=(briefing("Key learning 3: seeming to favour one child over another"), QUESTIONS),
    question="Two of us noticed the children spoken of differently: what is each one like to be with, "
    "{baby} too?",
    short_question="The children spoken of differently: what is each like?",
    tempo=Tempo.NEXT,
    owner=Owner("health_visitor"),
    asked_when="The same difference by the same parent or carer, noted twice within a year by two services.",
    silent_when="One remark; one visit told by two; explored; long ago; a slight remark while one of the "
    "children has an illness or disability.",
    blind_to="Two people of one service: a record does not say who of them noticed. Praise of one child "
    "alone.",
    because={"noted": "Noted, once by each of two services."},
    signal=signal,
    needs=("observation",),
    policy=(
        PolicyValue("times", 2, "count", "times noted", QUESTIONS),
        PolicyValue("people", 2, "count", "services that noted it", QUESTIONS),
        PolicyValue("look_back", 365, "days", "how far back it counts", QUESTIONS),
    ),
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    differs="The shared questions say two people; agencies are counted, for no record names the person.",
    cases=(
        Case(
            "two services, a month apart",
            raises_on=61,
            evidence=(0, 1),
            facts=(
                _noted(33),
                _noted(61, "gp"),
            ),
        ),
        Case("one remark", silent_until=90, facts=(_noted(33),)),
        Case("one service twice", silent_until=120, facts=(_noted(33), _noted(61))),
        Case("one visit told by two", silent_until=120, facts=(_noted(33), _noted(33, "gp", known_day=40))),
        Case(
            "perhaps one visit: a week that ends on the day",
            silent_until=120,
            facts=(
                _noted(33),
                _noted(36, "gp", precision="week"),
            ),
        ),
        Case(
            "which day is not known, only the order",
            raises_on=61,
            facts=(
                _noted(33, precision="order_only"),
                _noted(61, "gp"),
            ),
        ),
        Case("two parents, each once", silent_until=120, facts=(_noted(33), _noted(61, "gp", "father"))),
        Case("explored", silent_until=120, facts=(_noted(33), _noted(61, "gp", explored=True))),
        Case(
            "explored, then worse",
            raises_on=90,
            facts=(
                _noted(33, explored=True),
                _noted(61, "gp", level="moderate"),
                _noted(90, level="moderate"),
            ),
        ),
        Case("more than a year apart", silent_until=500, facts=(_noted(33), _noted(399, "gp"))),
        Case("a year apart", raises_on=398, facts=(_noted(33), _noted(398, "gp"))),
        Case(
            "the twin is ill",
            silent_until=120,
            facts=(
                _ill(20, "twin"),
                _noted(33),
                _noted(61, "gp"),
            ),
            people=_TWIN,
        ),
        Case(
            "the baby is ill, and the difference is grave",
            raises_on=61,
            facts=(
                _ill(20),
                _noted(33, level="moderate"),
                _noted(61, "gp", level="high"),
            ),
        ),
        Case("level not stated", raises_on=61, facts=(_noted(33, level=None), _noted(61, "gp", level=None))),
        Case(
            "a step-parent at home",
            raises_on=61,
            facts=(
                {"day": 10, "agency": "gp", "kind": "household", "about": "step", "change": "moves_in"},
                _noted(33, about="step"),
                _noted(61, "gp", "step"),
            ),
            people=({"id": "step", "role": "mothers_partner"},),
        ),
    ),
)
