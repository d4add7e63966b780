"""Ending a challenge: one side writes what was agreed, the other confirms; or somebody above both decides."""

from __future__ import annotations

from sightline.access.keys import own_id
from sightline.challenge.models import Challenge, Resolution
from sightline.challenge.policy import may_confirm, may_decide, may_decline, may_propose
from sightline.challenge.sides import speaks_for
from sightline.challenge.steps import CHALLENGE
from sightline.challenge.telling import note, state_end, tell_challenged, tell_raiser
from sightline.challenge.timing import meet_all
from sightline.challenge.written import Settled, missing_of_end
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken, advance


@action("challenge.proposed", may=may_propose)
def propose(actor: Actor, challenge: Challenge, settled: Settled) -> Resolution:
    """Write what was agreed, for the other side to confirm. It ends nothing by itself.

    Raises SightlineError for what is missing; Overtaken when one waits already, or the challenge is over.
    """
    _needs(settled)
    advance(challenge, "propose", CHALLENGE)
    side = speaks_for(actor, challenge)
    written = _write(actor, challenge, side, settled)
    told = tell_challenged if side == "raiser" else tell_raiser
    told(actor, challenge, "What was agreed in a challenge waits for you to confirm it, or to say why not.")
    note(challenge)
    return written


@action("challenge.settled", may=may_confirm)
def confirm(actor: Actor, resolution: Resolution) -> Challenge:
    """Confirm, for the other side, what was agreed. With this the challenge is over.

    Raises Overtaken when it was confirmed, declined or decided meanwhile.
    """
    challenge, now = resolution.of, clock.now()
    _take(resolution, confirmed_by_id=own_id(actor), confirmed_at=now)
    advance(challenge, "agree", CHALLENGE, ended_at=now)
    _end(actor, challenge, "A challenge is settled: both sides confirmed what was agreed.")
    return challenge


@action("challenge.declined", may=may_decline)
def decline(actor: Actor, resolution: Resolution, because: str) -> Challenge:
    """Say, for the other side, that this was not agreed, and why. The challenge goes on where it stood."""
    if not because.strip():
        raise SightlineError("Say why you do not confirm it.", why="The other side reads it.")
    challenge = resolution.of
    said = {"declined_at": clock.now(), "declined_because": because.strip()}
    _take(resolution, declined_by_id=own_id(actor), **said)
    advance(challenge, "decline", CHALLENGE)
    told = tell_raiser if resolution.side == "raiser" else tell_challenged
    told(actor, challenge, "What you wrote as agreed was not confirmed. The reason stands in the challenge.")
    note(challenge)
    return challenge


@action("challenge.decided", may=may_decide)
def decide_above(actor: Actor, challenge: Challenge, settled: Settled) -> Challenge:
    """Decide, at the last stage, for both sides. Raises SightlineError without reasons."""
    _needs(settled)
    if not settled.because.strip():
        raise SightlineError("Give the reasons.", why="Both sides read them.")
    waiting = challenge.resolutions.filter(confirmed_at__isnull=True, declined_at__isnull=True)
    now = clock.now()
    waiting.exclude(side="above").update(
        declined_by_id=own_id(actor), declined_at=now, declined_because="Decided above both sides."
    )
    advance(challenge, "decide", CHALLENGE, ended_at=now)
    _write(actor, challenge, "above", settled)
    _end(actor, challenge, "A challenge was decided above both sides, with reasons.")
    return challenge


def _needs(settled: Settled) -> None:
    if gaps := missing_of_end(settled):
        raise SightlineError(" ".join(gaps.values()))


def _write(actor: Actor, challenge: Challenge, side: str, settled: Settled) -> Resolution:
    return Resolution.unscoped.create(
        of=challenge,
        side=side,
        stage=challenge.stage,
        agreed=settled.agreed.strip(),
        changed=settled.changed,
        effect=settled.effect.strip(),
        because=settled.because.strip(),
        to_learn=settled.to_learn,
        by_id=own_id(actor),
    )


def _take(resolution: Resolution, **said: object) -> None:
    """Answer a resolution that waits; of two who do, one."""
    waiting = Resolution.unscoped.filter(
        pk=resolution.pk, confirmed_at__isnull=True, declined_at__isnull=True
    )
    if not waiting.update(**said):
        raise Overtaken(
            "This was answered already.",
            why="It was confirmed, or not, before yours was saved.",
            next_step="Open the challenge again to see by whom.",
        )


def _end(actor: Actor, challenge: Challenge, words: str) -> None:
    meet_all(challenge)
    state_end(actor, challenge)
    tell_raiser(actor, challenge, words)
    tell_challenged(actor, challenge, words)
    note(challenge)
