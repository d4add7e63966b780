"""A step of the pre-birth assessment that is late."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

TYPICAL = Source("Typical timing in England; no Sussex figure is published", 2022, "practice notes 1.11")
TERM_DAYS = 280
ASSESSMENTS = ("pre_birth", "child_and_family", "section_47")


def signal(t: Tables, p: Parameters) -> Table:
    """Referred and not begun by its week; or begun or referred, and not finished by its week."""
    unborn = t.baby.filter(t.baby.born_day.isnull(), t.baby.due_day.notnull())
    unborn = t.step("unborn", unborn.select("child_id", begun=unborn.due_day - TERM_DAYS))
    referred = t.step("referred", _referred(t, unborn))
    work = t.step("work", t.assessment.filter(t.assessment.type.isin(ASSESSMENTS)))
    not_begun = blocks.without(referred, work, "child_id")
    not_begun = not_begun.filter(p.today > not_begun.begun + p.start_by, not_begun.asked <= p.after_referral)
    return both(rows(not_begun, "referred"), rows(_unfinished(p, unborn, referred, work), "unfinished"))


def _referred(t: Tables, unborn: Table) -> Table:
    """Referrals to social care of an unborn baby that are open or accepted."""
    told = t.referral.filter(
        t.referral.to_sector == "social_care", t.referral.outcome.isin(("open", "accepted"))
    )
    joined = told.join(unborn, "child_id")
    return joined.select("child_id", "entry_id", "begun", asked=blocks.latest(joined))


def _unfinished(p: Parameters, unborn: Table, referred: Table, work: Table) -> Table:
    """Open pre-birth assessments past their week; a late referral has as long as an early one has."""
    span = p.complete_by - p.start_by
    open_ = work.filter(
        work.type == "pre_birth", work.completed_day.isnull() | (work.completed_day > p.today)
    )
    first = referred.group_by("child_id").aggregate(asked=referred.asked.min())
    joined = open_.join(unborn, "child_id").left_join(first, "child_id")
    since = joined.asked.fill_null(joined.started_day).fill_null(blocks.latest(joined))
    return joined.filter(p.today > joined.begun + p.complete_by, p.today > since + span)


def _referral(day: int, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "midwifery", "kind": "referral", "to": "social_care", "outcome": "accepted",
        "outcome_day": day, **more,
    }  # fmt: skip


def _assessment(started: int, completed: int | None = None, **more: object) -> dict[str, object]:
    told: dict[str, object] = {
        "day": started, "agency": "social_care", "kind": "assessment", "type": "pre_birth",
        "started_day": started, **more,
    }  # fmt: skip
    return told if completed is None else told | {"completed_day": completed}


_ANTENATAL = {
    "day": -210, "agency": "midwifery", "kind": "appointment", "service": "midwifery", "outcome": "attended",
    "routine": "antenatal",
}  # fmt: skip

POINT = LearningPoint(
    id="pre-birth-late",
    theme="practice",
    title="A pre-birth assessment that is late",
    finding="Pre-birth assessments began when a worker became free and ended near the birth. The baby came "
    "before the plan did.",
    sources=(briefing("Evidencing impact: timeliness of pre-birth assessment"), TYPICAL),
    question="What is holding this up, and what does {baby} need in place anyway?",
    short_question="Pre-birth assessment late: what holds it up?",
    tempo=Tempo.WEEK,
    owner=Owner("team_manager"),
    asked_when="Referred, and not begun by 20 weeks of pregnancy (or ten working days after a later "
    "referral); or not finished by 30 weeks (a later referral has as long as an earlier one).",
    silent_when="No referral and no assessment is open; the baby is born or lost; closed with no further "
    "action.",
    blind_to="Work that is done and not written; the quality of what is finished. Whether the conference and "
    "the birth plan are in time is not asked here.",
    because={
        "referred": "Referred; no assessment has begun.",
        "unfinished": "Begun; not finished by its week.",
    },
    signal=signal,
    needs=(("referral", "assessment"),),
    policy=(
        PolicyValue("start_by", 20, "weeks", "of pregnancy, by which it begins", TYPICAL),
        PolicyValue("complete_by", 30, "weeks", "of pregnancy, by which it is finished", TYPICAL),
        PolicyValue(
            "after_referral", 10, "working_days", "after a late referral, by which it begins", TYPICAL
        ),
    ),
    procedure="pre-birth",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        # 40 weeks is day 0: 20 weeks is day -140, 30 weeks day -70.
        Case("not begun at 20 weeks", raises_on=-139, evidence=(1,), facts=(_ANTENATAL, _referral(-188))),
        Case(
            "begun in the last week", silent_until=-80, facts=(_ANTENATAL, _referral(-188), _assessment(-140))
        ),
        Case(
            "not finished at 30 weeks", raises_on=-69, facts=(_ANTENATAL, _referral(-188), _assessment(-150))
        ),
        Case(
            "finished in the last week",
            silent_until=-1,
            facts=(
                _ANTENATAL,
                _referral(-188),
                _assessment(-150, -70),
            ),
        ),
        # Day -100 is Saturday 24 May 2025, the 26th a bank holiday: ten working days end on 9 June, day -84.
        Case("referred late: ten working days from then", raises_on=-83, facts=(_ANTENATAL, _referral(-100))),
        Case(
            "referred late, begun in time: as long as an early one",
            silent_until=-31,
            facts=(
                _ANTENATAL,
                _referral(-100),
                _assessment(-95),
            ),
        ),
        Case(
            "referred late, begun in time, not finished",
            raises_on=-29,
            facts=(
                _ANTENATAL,
                _referral(-100),
                _assessment(-95),
            ),
        ),
        Case(
            "closed with no further action",
            silent_until=-1,
            facts=(
                _ANTENATAL,
                _referral(-188, outcome="no_further_action"),
            ),
        ),
        Case(
            "a referral to early help", silent_until=-1, facts=(_ANTENATAL, _referral(-188, to="early_help"))
        ),
        Case(
            "another kind of assessment has begun",
            silent_until=-1,
            facts=(
                _ANTENATAL,
                _referral(-188),
                _assessment(-150, type="child_and_family"),
            ),
        ),
        Case(
            "referred after the birth: nothing before it can be late",
            silent_until=40,
            facts=(
                {"day": 0, "agency": "hospital", "kind": "contact", "child_seen": True},
                _referral(5),
            ),
        ),
        Case(
            "referred in a week: counted from its last day",
            raises_on=-83,
            facts=(
                _ANTENATAL,
                _referral(-100, precision="week"),
            ),
        ),
    ),
)
