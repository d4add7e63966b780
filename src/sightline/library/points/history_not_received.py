"""A baby who moved here, and whose story did not."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, rows

QUESTIONS = Source("Sightline's own rule, to confirm with the partnership", 2026, "history not received")
ABROAD = ("abroad", "overseas")


def signal(t: Tables, p: Parameters) -> Table:
    """Moved in, the history said not to have come, and nothing since within the time allowed."""
    told = t.step("told", t.area_move)
    missing = told.filter(~told.history_received.fill_null(True), blocks.latest(told) + p.wait <= p.today)
    for word in ABROAD:
        missing = missing.filter(~missing.from_area.fill_null("").lower().contains(word))
    came = told.filter(told.history_received.fill_null(False))
    came = came.select("child_id", came_day=blocks.latest(came))
    waiting = blocks.without(
        missing,
        came,
        missing.child_id == came.child_id,
        came.came_day >= missing.happened_from.fill_null(missing.recorded_day),
    )
    return rows(waiting, "moved")


def _moved(day: int, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "moved_area", "from_area": "another county",
        "history_received": False, **more,
    }  # fmt: skip


POINT = LearningPoint(
    id="history-not-received",
    theme="practice",
    title="A move, and no history",
    finding="Families in reviews had moved, and what the last area knew did not move with them. A new "
    "service began with an empty page.",
    sources=(briefing("Key learning 3: recording and sharing between services"), QUESTIONS),
    question="{baby} arrived without the story so far: who can tell us, and is it safe to ask them?",
    short_question="Moved here, no history yet: who can tell us?",
    tempo=Tempo.WEEK,
    owner=Owner("receiving_health_visitor"),
    asked_when="28 days after a move the history is recorded as not received.",
    silent_when="It came, also as the parent-held record copied; born abroad, where none exists; nobody has "
    "recorded whether it came. With a confidential address only the lead asks, and never by a routine "
    "request: that would tell the last area where the family is.",
    blind_to="Whether what came is whole. A move that nobody recorded.",
    because={"moved": "Moved here; the history is recorded as not received."},
    signal=signal,
    needs=("moved_area",),
    policy=(PolicyValue("wait", 28, "days", "after the move, before it is asked", QUESTIONS),),
    procedure="transfer-in",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case("28 days on, nothing", raises_on=98, evidence=(0,), facts=(_moved(70),)),
        Case("it came with them", silent_until=130, facts=(_moved(70, history_received=True),)),
        Case(
            "it came three weeks later",
            silent_until=130,
            facts=(
                _moved(70),
                _moved(91, history_received=True),
            ),
        ),
        Case(
            "it came late: asked until then",
            raises_on=98,
            facts=(_moved(70), _moved(105, history_received=True)),
        ),
        Case(
            "nobody said whether it came",
            silent_until=130,
            facts=(
                {"day": 70, "agency": "health_visiting", "kind": "moved_area", "from_area": "another county"},
            ),
        ),
        Case("born abroad: there is none", silent_until=130, facts=(_moved(70, from_area="Abroad"),)),
        Case(
            "a second move without it",
            raises_on=128,
            evidence=(1,),
            facts=(
                _moved(40, history_received=True),
                _moved(100),
            ),
        ),
        Case("in a month: counted from its last day", raises_on=98, facts=(_moved(70, precision="month"),)),
    ),
)
