"""What people do with a clock: let it stand still, let it run again, and say why it is late."""

from __future__ import annotations

from sightline.agencies.models import professional_id
from sightline.clocks.counting import later_by
from sightline.clocks.models import STATES, Clock, Pause
from sightline.clocks.policy import may_explain_late, may_pause, may_resume
from sightline.clocks.rules import rules
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Step, Steps, advance
from sightline.core.unit import current

STEPS = Steps(
    "clock",
    "running",
    STATES,
    (
        Step("running", "pause", "paused", "a manager or lead over the owner", "clock.paused"),
        Step("paused", "resume", "running", "anybody of the owning agency", "clock.resumed"),
        Step("running", "meet", "met", "the process, when it is done", "(with the process)"),
        Step("paused", "meet", "met", "the process, when it is done", "(with the process)"),
        Step("running", "stop", "stopped", "the process, with its reason", "(with the process)"),
        Step("paused", "stop", "stopped", "the process, with its reason", "(with the process)"),
    ),
)


@action("clock.paused", may=may_pause)
def pause_clock(actor: Actor, owned: Clock, because: str) -> Pause:
    """Let a clock stand still until it is resumed. Raises SightlineError without a reason."""
    _needs(because, "Say why this clock stands still.")
    advance(owned, "pause", STEPS)
    _note(owned)
    return Pause.unscoped.create(of=owned, because=because.strip(), by=actor.id)


@action("clock.resumed", may=may_resume)
def resume_clock(actor: Actor, owned: Clock) -> Clock:
    """Let a clock run again; it is due later by the time that it stood still."""
    pause = Pause.unscoped.filter(of=owned, until__isnull=True).order_by("-since").first()
    now = clock.now()
    since = pause.since if pause else now
    advance(owned, "resume", STEPS, due_at=later_by(rules()[owned.rule], owned.due_at, since, now))
    Pause.unscoped.filter(of=owned, until__isnull=True).update(until=now)
    _note(owned)
    return owned


@action("clock.explained", may=may_explain_late)
def explain_late(actor: Actor, owned: Clock, because: str) -> Clock:
    """Say why a clock is, or was, late; whoever says so approves it.

    Raises SightlineError without a reason, or for a clock that is not late.
    """
    _needs(because, "Say why this is late.")
    if (owned.ended_at or clock.now()) <= owned.due_at:
        raise SightlineError("This is not late.", next_step="There is nothing to explain.")
    owned.late_because, owned.late_approved_by_id = because.strip(), professional_id(actor.id)
    owned.save(update_fields=["late_because", "late_approved_by"])
    _note(owned)
    return owned


def _needs(because: str, what: str) -> None:
    if not because.strip():
        raise SightlineError(what, why="The reason is read by whoever depends on it.")


def _note(owned: Clock) -> None:
    current().note(f"clock:{owned.pk}", *([str(owned.child_id)] if owned.child_id else []))
