"""A colleague asked for a strategy discussion and has no answer."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, rows

WORKING_TOGETHER = Source(
    "Working Together to Safeguard Children", 2023, "strategy discussion; practice notes 1.4"
)


def signal(t: Tables, p: Parameters) -> Table:
    """Asked for, the term run out, and neither an answer nor a discussion since."""
    asked = t.strategy.filter(t.strategy.step == "requested")
    waiting = asked.filter((asked.outcome == "unanswered") | asked.outcome.isnull())
    late = t.step("late", waiting.filter(blocks.latest(waiting) <= p.answer_within))
    held = t.strategy.filter(t.strategy.step == "held")
    held = held.select("child_id", held_day=blocks.latest(held))
    unanswered = blocks.without(
        late,
        held,
        late.child_id == held.child_id,
        held.held_day >= late.happened_from.fill_null(late.recorded_day),
    )
    return rows(unanswered, "asked")


def _asked(day: int, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "strategy_request", "by": "health_visiting",
        "outcome": "unanswered", **more,
    }  # fmt: skip


_HELD = {"agency": "social_care", "kind": "strategy_discussion", "present": ["social_care", "police"]}

POINT = LearningPoint(
    id="strategy-request-unanswered",
    theme="practice",
    title="A strategy discussion asked for and not answered",
    finding="Any agency may ask for a strategy discussion, yet many staff thought that only social care "
    "could. Where one was asked for and nothing came back, the worry stayed with the person who had raised "
    "it.",
    sources=(briefing("Next steps: strategy discussions can be requested by any agency"), WORKING_TOGETHER),
    question="A colleague asked for a strategy discussion about {baby}: what is the answer, and the reason?",
    short_question="Strategy discussion asked for: what is the answer?",
    tempo=Tempo.NOW,
    owner=Owner("front_door_manager"),
    asked_when="No answer, and no discussion held, when one working day has passed since it was asked for.",
    silent_when="It was held or refused with a reason; the refusal may be challenged, which is another "
    "matter.",
    blind_to="Requests made in talk and not recorded. Whether the baby is safe now: where it is not, an "
    "answer is due the same day, and the telephone is quicker than any page.",
    because={"asked": "A strategy discussion was asked for; no answer is recorded."},
    signal=signal,
    needs=("strategy_request",),
    policy=(PolicyValue("answer_within", 1, "working_days", "an answer is due within", WORKING_TOGETHER),),
    procedure="strategy-discussion",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        # Day 0 is Monday 1 September 2025.
        Case("asked on a Monday, silent: from Wednesday", raises_on=86, evidence=(0,), facts=(_asked(84),)),
        Case("asked on a Friday: the weekend does not count", raises_on=92, facts=(_asked(88),)),
        Case("held the next day", silent_until=100, facts=(_asked(84), {"day": 85, **_HELD})),
        Case(
            "refused with a reason the next day",
            silent_until=100,
            facts=(_asked(84, outcome="refused", outcome_day=85),),
        ),
        Case(
            "a discussion before the request answers nothing",
            raises_on=86,
            facts=(
                {"day": 80, **_HELD},
                _asked(84),
            ),
        ),
        Case(
            "held late: asked until then", raises_on=86, facts=(_asked(84, outcome="held", outcome_day=95),)
        ),
        Case(
            "known only in order: counted from when it was recorded",
            raises_on=86,
            facts=(_asked(84, precision="order_only"),),
        ),
        Case(
            "written by nobody in services",
            silent_until=100,
            facts=(
                {**_asked(84), "agency": "none"},
                {"day": 85, "agency": "gp", "kind": "contact", "child_seen": True},
            ),
        ),
    ),
)
