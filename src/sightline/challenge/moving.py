"""Going on to the next stage: by either side, or by itself when the time of a stage is over."""

from __future__ import annotations

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sightline.agencies.models import professional_id
from sightline.challenge.models import Challenge, StageReached
from sightline.challenge.policy import may_move_by_clock, may_move_on
from sightline.challenge.stages import stages_on
from sightline.challenge.steps import CHALLENGE, OPEN
from sightline.challenge.telling import note, record_stage, tell_challenged, tell_raiser
from sightline.challenge.timing import OF_A_STAGE, PROCESS, start_stage, stop_stage
from sightline.clocks.models import Clock
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import TICK, Actor
from sightline.core.errors import SightlineError
from sightline.core.events import DayPassed
from sightline.core.steps import Overtaken


@action("challenge.moved_on", may=may_move_on)
def move_on(actor: Actor, challenge: Challenge, from_stage: int, because: str) -> Challenge:
    """Take it from the stage that the actor saw to the next, and say why. Pressed twice, it goes one stage.

    Raises SightlineError without a reason or after the last stage; Overtaken when it went on meanwhile.
    """
    if not because.strip():
        raise SightlineError("Say why it goes further now.", why="Both sides read the reason.")
    _go_on(actor, challenge, from_stage, because.strip())
    return challenge


@action("challenge.moved_on", may=may_move_by_clock)
def move_by_clock(actor: Actor, challenge: Challenge) -> Challenge:
    """Take it further because the time of its stage is over."""
    _go_on(actor, challenge, challenge.stage, "The time of the stage before was over without an agreement.")
    return challenge


def move_overdue(actor: Actor = TICK) -> int:
    """Take every challenge further whose stage has run over; how many. What is at the last stage stays."""
    moved = 0
    for challenge in overdue().select_related("partnership", "from_agency", "with_agency", "with_team"):
        if challenge.stage < stages_on(challenge.partnership.code).last:
            move_by_clock(actor, challenge)
            moved += 1
    return moved


def overdue() -> QuerySet[Challenge]:
    """The open challenges whose stage has run over; a clock that stands still is not over."""
    due = Clock.unscoped.filter(
        Q(rule__in=OF_A_STAGE), process=PROCESS, process_id=OuterRef("pk"), state="running"
    )
    waiting = Challenge.unscoped.filter(state__in=OPEN).annotate(
        stage_due=Subquery(due.order_by("due_at").values("due_at")[:1])
    )
    return waiting.filter(stage_due__lt=clock.now()).order_by("raised_at", "id")


def day_passed(passed: DayPassed) -> None:
    """With each day that passes, what has run over goes on by itself."""
    move_overdue()


def _go_on(actor: Actor, challenge: Challenge, from_stage: int, because: str) -> None:
    """One stage further. Of two who press at once, one does it, and the other is told."""
    CHALLENGE.step(challenge.state, "move_on")
    stages = stages_on(challenge.partnership.code)
    if from_stage >= stages.last:
        raise SightlineError(
            "This is the last stage.",
            next_step="A designated lead of the partnership hears both sides and may decide.",
        )
    waiting = Challenge.unscoped.filter(pk=challenge.pk, state=challenge.state, stage=from_stage)
    if not waiting.update(stage=from_stage + 1):
        raise _gone_on(challenge)
    before = challenge.stages.select_related("entry_root").get(number=from_stage)
    challenge.stage = from_stage + 1
    entry = record_stage(actor, challenge, before)
    StageReached.unscoped.create(
        of=challenge, number=challenge.stage, entry_root=entry, because=because,
        by_id=professional_id(actor.id),
    )  # fmt: skip
    stop_stage(challenge, f"Gone on to stage {challenge.stage}.")
    start_stage(challenge)
    words = f"A challenge is at stage {challenge.stage} now: {stages.at(challenge.stage).title.lower()}."
    tell_raiser(actor, challenge, words)
    tell_challenged(actor, challenge, words)
    note(challenge)


def _gone_on(challenge: Challenge) -> Overtaken:
    now = Challenge.unscoped.get(pk=challenge.pk)
    return Overtaken(
        f"This challenge is at stage {now.stage} already, and {now.get_state_display().lower()}.",
        why="It was changed before yours was saved.",
        next_step="Open it again to see by whom.",
    )
