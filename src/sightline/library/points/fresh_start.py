"""An earlier harm that a new birth made look finished."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_home
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

CHILD = ("previous_child_removed", "previous_child_harmed")
VIOLENCE = ("domestic_abuse_perpetrator", "violent_offence")
BRIEFING = briefing("Key learning 4: the birth of a new baby seen as a fresh start")
PRE_BIRTH = Source("Pan-Sussex procedures: pre-birth conference", 2022, "7.4; practice notes 1.9")


def signal(t: Tables, p: Parameters) -> Table:
    """An earlier child harmed or removed, or earlier violence by somebody now here, and not considered."""
    old = t.baby.filter(t.baby.age_days >= p.after_birth)
    here = blocks_home.people_here(t)
    here = here.filter(here.adult | here.is_partner).select("child_id", "person_id", "here_day")
    told = t.step("told", history(t))
    about = told.join(here, ["child_id", "person_id"])
    theirs = about.filter(about.here_day + p.after_known <= p.today).select(*told.columns)
    sibling = told.filter(told.is_sibling, told.code.isin(CHILD))
    known = both(theirs, sibling)
    known = known.filter(known.recorded_day + p.after_known <= p.today)
    known = t.step("known", blocks.having(known, old, "child_id"))
    open_ = t.step("open", unconsidered(t, told, known))
    return both(
        rows(open_.filter(open_.code.isin(CHILD)), "earlier_child"),
        rows(open_.filter(open_.code.isin(VIOLENCE)), "earlier_violence"),
    )


def history(t: Tables) -> Table:
    """What is on record of earlier harm by people around the baby; `first_day` is its first writing."""
    import ibis

    told = t.around.observation
    told = told.filter(told.code.isin((*CHILD, *VIOLENCE)), told.status.fill_null("") != "acquitted")
    same = ibis.window(group_by=[told.child_id, told.person_id, told.code])
    return told.select(
        "child_id", "person_id", "entry_id", "code", "explored", "is_sibling", "recorded_day",
        first_day=told.recorded_day.min().over(same),
    )  # fmt: skip


def unconsidered(t: Tables, told: Table, known: Table) -> Table:
    """Those of `known` whose meaning for this baby nobody has considered, not even once."""
    explored, looked = told.filter(told.explored), blocks_home.weighed(t)
    open_ = blocks.without(known, explored, "child_id", "person_id", "code")
    return blocks.without(
        open_,
        looked,
        open_.child_id == looked.child_id,
        open_.person_id == looked.person_id,
        looked.weighed_day >= open_.first_day,
    )


def _saw(day: int, who: str, code: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "midwifery", "kind": "observation", "about": who, "code": code, **more}


def _is(day: int, who: str, kind: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "midwifery", "kind": "relationship", "about": who, "type": kind, **more}


def _home(day: int, who: str, change: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "housing", "kind": "household", "about": who, "change": change, **more}


def _assessment(day: int, *considered: str, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "social_care", "kind": "assessment", "type": "pre_birth", "completed_day": day,
        "considered": list(considered), **more,
    }  # fmt: skip


_REMOVED = _saw(-205, "mother", "previous_child_removed", past=True)
_PROBATION = {**_saw(-300, "father", "domestic_abuse_perpetrator", past=True), "agency": "probation"}
_UNCLE = ({"id": "uncle", "role": "relative", "sex": "male"},)
_SIB = ({"id": "sib", "role": "sibling", "age_months_at_birth": 40},)

POINT = LearningPoint(
    id="fresh-start",
    theme="curiosity",
    title="A new baby seen as a fresh start",
    finding="An earlier child had been harmed or removed, or an adult in the home had been violent before. "
    "With the new baby that was treated as over, and what it meant for this child was not considered.",
    sources=(BRIEFING, PRE_BIRTH),
    question="What is different this time for {baby}, how do we know, and what do the parents say they want "
    "different?",
    short_question="What is different this time, and how do we know?",
    tempo=Tempo.WEEK,
    owner=Owner("lead_social_worker"),
    asked_when="An earlier child of an adult now in the baby's life was harmed or removed, or that adult was "
    "violent before; it is not considered for this baby 28 days after the birth, and after it was known.",
    silent_when="Considered once, in an observation or a finished assessment of this baby that weighed the "
    "person; the adult has moved out or may have no contact; acquitted. Abuse suffered never counts.",
    blind_to="Why a child lives elsewhere: a child whom a parent gave for adoption may be written as "
    "removed. Considering that nobody wrote down.",
    because={
        "earlier_child": "An earlier child was harmed or removed; nobody has considered what it means for "
        "this baby.",
        "earlier_violence": "Earlier violence by somebody now in the baby's life; nobody has considered what "
        "it means for this baby.",
    },
    signal=signal,
    needs=("observation",),
    policy=(
        PolicyValue("after_birth", 28, "days", "not before this age", PRE_BIRTH),
        PolicyValue("after_known", 28, "days", "after it is known of somebody here", PRE_BIRTH),
    ),
    procedure="pre-birth",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case("an earlier child removed, known from booking", raises_on=28, evidence=(0,), facts=(_REMOVED,)),
        Case(
            "known only later: 28 days after that",
            raises_on=88,
            facts=(_saw(-900, "mother", "previous_child_harmed", known_day=60),),
        ),
        Case("explored when it was told", silent_until=100, facts=({**_REMOVED, "explored": True},)),
        Case(
            "explored by somebody else since",
            silent_until=100,
            facts=(
                _REMOVED,
                {**_saw(10, "mother", "previous_child_removed", explored=True), "agency": "gp"},
            ),
        ),
        Case(
            "something else was explored",
            raises_on=28,
            evidence=(0,),
            facts=(
                _REMOVED,
                _saw(10, "mother", "cannabis", explored=True),
            ),
        ),
        Case(
            "weighed in an assessment",
            silent_until=100,
            facts=(
                _REMOVED,
                _assessment(-80, "mother", "father"),
            ),
        ),
        Case(
            "told again after it was weighed: once is enough",
            silent_until=100,
            facts=(
                _REMOVED,
                _assessment(-80, "mother"),
                {**_REMOVED, "day": 20, "agency": "police"},
            ),
        ),
        Case(
            "an assessment finished before it was known",
            raises_on=48,
            facts=(
                _assessment(-80, "mother"),
                _saw(-900, "mother", "previous_child_removed", known_day=20),
            ),
        ),
        Case("an assessment of somebody else", raises_on=28, facts=(_REMOVED, _assessment(-80, "father"))),
        Case(
            "an assessment begun and not finished",
            raises_on=28,
            facts=(
                _REMOVED,
                _assessment(-80, "mother", completed_day=90),
            ),
        ),
        Case(
            "an assessment of the older child",
            raises_on=28,
            people=_SIB,
            facts=(
                _REMOVED,
                _assessment(-80, "mother", about="sib"),
            ),
        ),
        Case(
            "a father's earlier violence",
            raises_on=28,
            evidence=(0,),
            facts=(
                _PROBATION,
                _is(-200, "father", "father"),
            ),
        ),
        Case(
            "a father who has moved out",
            silent_until=100,
            facts=(
                _PROBATION,
                _is(-200, "father", "father"),
                _home(-50, "father", "moves_out"),
            ),
        ),
        Case(
            "a father with whom no contact is permitted",
            silent_until=100,
            facts=(
                _PROBATION,
                _is(-200, "father", "father", identity="no_contact_permitted"),
            ),
        ),
        Case("acquitted", silent_until=100, facts=({**_PROBATION, "status": "acquitted"},)),
        Case(
            "what she suffered is not her risk",
            silent_until=100,
            facts=(
                _saw(-205, "mother", "domestic_abuse_victim", past=True),
                _saw(-205, "mother", "abused_as_adult", past=True),
                _saw(-205, "mother", "adverse_childhood"),
            ),
        ),
        Case(
            "an uncle who lives there",
            raises_on=28,
            evidence=(1,),
            people=_UNCLE,
            facts=(
                _home(-150, "uncle", "moves_in"),
                _saw(-130, "uncle", "violent_offence", past=True),
            ),
        ),
        Case(
            "an uncle who lives elsewhere",
            silent_until=100,
            people=_UNCLE,
            facts=(
                _is(-150, "uncle", "relative"),
                _saw(-130, "uncle", "violent_offence", past=True),
            ),
        ),
        Case(
            "an uncle who comes to live there: 28 days after that",
            raises_on=88,
            people=_UNCLE,
            facts=(
                _is(-150, "uncle", "relative"),
                _saw(-130, "uncle", "violent_offence", past=True),
                _home(60, "uncle", "moves_in"),
            ),
        ),
        Case(
            "an older child of the family was harmed",
            raises_on=28,
            people=_SIB,
            facts=(_saw(-100, "sib", "previous_child_harmed", past=True),),
        ),
        Case(
            "an older child's plan alone",
            silent_until=100,
            people=_SIB,
            facts=(
                {
                    "day": -300,
                    "agency": "social_care",
                    "kind": "plan",
                    "about": "sib",
                    "type": "child_protection",
                    "start_day": -300,
                    "end_day": -200,
                },
                _saw(-100, "mother", "young_parent"),
            ),
        ),
        Case("only the order is known", raises_on=28, facts=({**_REMOVED, "precision": "order_only"},)),
        Case(
            "no service knows",
            silent_until=100,
            facts=(
                {**_REMOVED, "agency": "none"},
                _saw(-100, "mother", "young_parent"),
            ),
        ),
    ),
)
