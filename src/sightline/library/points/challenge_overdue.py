"""Two colleagues differ, and the time in which to settle it has passed."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, rows

PROCEDURE = Source(
    "Pan-Sussex procedures: resolving professional differences", 2022, "practice notes 6.1, 6.2"
)


def signal(t: Tables, p: Parameters) -> Table:
    """A difference not settled within its term, and not moved on to a later stage since."""
    told = t.challenge
    unsettled = told.filter(told.resolved_day.isnull() | (told.resolved_day > p.today))
    late = t.step("late", unsettled.filter(blocks.latest(unsettled) <= p.settle_within))
    later = told.view()
    overdue = blocks.without(
        late,
        later,
        late.child_id == later.child_id,
        late.by_sector == later.by_sector,
        late.with_sector == later.with_sector,
        later.stage > late.stage,
        later.happened_to.fill_null(later.recorded_day) >= late.happened_from.fill_null(late.recorded_day),
    )
    return rows(overdue, "differs")


def _challenge(day: int, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "challenge", "by": "health_visiting",
        "with": "social_care", "stage": 1, **more,
    }  # fmt: skip


POINT = LearningPoint(
    id="challenge-overdue",
    theme="practice",
    title="A difference between colleagues that is not settled",
    finding="Staff who disagreed with a decision said so once and let it rest. Where a difference was "
    "carried to the next stage in time, the plan for the baby was better for it.",
    sources=(briefing("Next steps: a culture of professional challenge"), PROCEDURE),
    question="Two colleagues still differ about {baby}: what is keeping {baby} safe meanwhile, and who can "
    "settle it today?",
    short_question="Still differing: what keeps the baby safe, and who can settle it?",
    tempo=Tempo.WEEK,
    owner=Owner("next_stage_manager"),
    asked_when="Five working days have passed at one stage, without an end and without the next stage.",
    silent_when="Settled, or taken to the next stage, whose own time then runs. What keeps the baby safe "
    "goes on in either case.",
    blind_to="Differences that nobody wrote down, and whether what was settled was right.",
    because={"differs": "A professional difference without an end, and not taken further."},
    signal=signal,
    needs=("challenge",),
    policy=(PolicyValue("settle_within", 5, "working_days", "a stage is settled within", PROCEDURE),),
    procedure="professional-differences",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        # Day 0 is Monday 1 September 2025.
        Case(
            "raised on a Monday: from the Tuesday of the week after",
            raises_on=92,
            evidence=(0,),
            facts=(_challenge(84),),
        ),
        Case("settled on the fifth working day", silent_until=120, facts=(_challenge(84, resolved_day=91),)),
        Case("settled later: asked until then", raises_on=92, facts=(_challenge(84, resolved_day=95),)),
        Case(
            "taken to the next stage in time",
            silent_until=98,
            facts=(
                _challenge(84),
                _challenge(91, stage=2),
            ),
        ),
        Case(
            "the next stage runs out too",
            raises_on=99,
            evidence=(1,),
            facts=(
                _challenge(84),
                _challenge(91, stage=2),
            ),
        ),
        Case(
            "a difference with another service is no next stage",
            raises_on=92,
            facts=(
                _challenge(84),
                _challenge(90, stage=2, **{"with": "gp"}),
            ),
        ),
        Case(
            "no date, only the order: from when it was recorded",
            raises_on=92,
            facts=(_challenge(84, precision="order_only"),),
        ),
    ),
)
