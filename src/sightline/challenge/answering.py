"""What each side adds while colleagues differ: how they see it, and what keeps the child safe."""

from __future__ import annotations

from sightline.access.keys import own_id
from sightline.challenge.models import Challenge, SafetyAction, SideView
from sightline.challenge.policy import may_finish_safety, may_keep_safe, may_write_view
from sightline.challenge.raising import keep_safety
from sightline.challenge.sides import side_of
from sightline.challenge.steps import CHALLENGE, OPEN
from sightline.challenge.telling import note, tell_challenged, tell_raiser
from sightline.challenge.written import Safety, missing_of_safety
from sightline.chronology.policy import own_agency
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken


@action("challenge.view_written", may=may_write_view)
def write_view(actor: Actor, challenge: Challenge, words: str) -> SideView:
    """Write how the actor's side sees it now. What was written before stays; the same words again are once.

    Raises SightlineError without words, Overtaken when the challenge is over.
    """
    if not words.strip():
        raise SightlineError("Write how your side sees it.")
    _hold_open(challenge)
    side = side_of(actor, challenge)
    said = {"of": challenge, "side": side, "stage": challenge.stage, "words": words.strip()}
    written, is_new = SideView.unscoped.get_or_create(
        **said, by_id=own_id(actor), defaults={"role": actor.role, "agency_id": own_agency(actor)}
    )
    if is_new:
        told = tell_challenged if side == "raiser" else tell_raiser
        told(actor, challenge, "A colleague wrote their view in a challenge.")
    note(challenge)
    return written


@action("challenge.safety_written", may=may_keep_safe)
def write_safety(actor: Actor, challenge: Challenge, safety: Safety) -> SafetyAction:
    """Write who does what by when to keep the child safe. The same again is once.

    Raises SightlineError for what is missing, Overtaken when the challenge is over.
    """
    if gaps := missing_of_safety(safety):
        raise SightlineError(" ".join(gaps.values()))
    _hold_open(challenge)
    note(challenge)
    assert safety.by_on is not None, "nothing is missing"
    same = challenge.safety_actions.filter(
        what=safety.what.strip(), who=safety.who.strip(), by_on=safety.by_on, by_time=safety.by_time.strip()
    )
    return same.first() or keep_safety(actor, challenge, safety)


@action("challenge.safety_done", may=may_finish_safety)
def finish_safety(actor: Actor, safety: SafetyAction) -> SafetyAction:
    """Say that it was done. Twice is once, and the first to say so stands."""
    undone = SafetyAction.unscoped.filter(pk=safety.pk, done_at__isnull=True)
    undone.update(done_at=clock.now(), done_by_id=own_id(actor))
    note(safety.of)
    return SafetyAction.unscoped.get(pk=safety.pk)


def _hold_open(challenge: Challenge) -> None:
    """Hold the challenge until this is saved. Raises Overtaken when it is over."""
    kept = Challenge.unscoped.select_for_update().get(pk=challenge.pk)
    if kept.state not in OPEN:
        raise Overtaken(
            f"This challenge is already: {CHALLENGE.states[kept.state].lower()}.",
            why="It ended before yours was saved.",
            next_step="If you still disagree, raise it again: nothing stands against it.",
        )
    challenge.state, challenge.stage = kept.state, kept.stage
