"""Who may challenge, say how their side sees it, take it further, and end it."""

from __future__ import annotations

from sightline.access.keys import own_id
from sightline.access.scope import may_open, standing
from sightline.challenge.matter import Challenged, Matter
from sightline.challenge.models import Challenge, Resolution, SafetyAction
from sightline.challenge.queries import seen_by
from sightline.challenge.sides import is_above, other_side, side_of, speaks_for
from sightline.challenge.written import Safety, Settled, WrittenChallenge
from sightline.chronology.policy import RECORDS
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse

NOT_A_SIDE = "Only the two sides of a challenge write in it."


def may_raise(actor: Actor, matter: Matter, whom: Challenged, written: WrittenChallenge) -> Decision:
    """Whoever records on the baby's page and sees what is challenged. Nobody is asked first."""
    if actor.role not in RECORDS or actor.agency_id is None or actor.team_id is None:
        return refuse("Your role does not raise a challenge.")
    if whom.team is not None and whom.team.pk == actor.team_id:
        return refuse("This was decided in your own team: speak with your colleague and your manager.")
    page = may_open(actor, standing(matter.child))
    return page if not page else allow("Anybody who works with the child may disagree.")


def may_read_out(actor: Actor, matter: Matter) -> Decision:
    """Whoever records and may see what was decided there: finding it has asked that already."""
    if actor.role not in RECORDS or actor.team_id is None:
        return refuse("Your role does not record.")
    return allow("It was read where they were.")


def may_write_view(actor: Actor, challenge: Challenge, words: str) -> Decision:
    """Anybody of either side who may read it."""
    return _is_of_a_side(actor, challenge)


def may_move_on(actor: Actor, challenge: Challenge, from_stage: int, because: str) -> Decision:
    """Anybody of either side who may read it: going further needs nobody's leave."""
    return _is_of_a_side(actor, challenge)


def may_move_by_clock(actor: Actor, challenge: Challenge) -> Decision:
    """Only the system: the time of the stage is over."""
    return allow("The clock's work.") if actor.is_system else refuse("The clock moves it by itself.")


def may_propose(actor: Actor, challenge: Challenge, settled: Settled) -> Decision:
    """Who speaks for a side now."""
    if not _reads(actor, challenge):
        return refuse(NOT_A_SIDE)
    if speaks_for(actor, challenge):
        return allow("They speak for their side at this stage.")
    return refuse("Only the raiser, or who has the role of this stage across, writes down what was agreed.")


def may_confirm(actor: Actor, resolution: Resolution) -> Decision:
    """Who speaks now for the side that did not write it."""
    if not _reads(actor, resolution.of):
        return refuse(NOT_A_SIDE)
    if resolution.by_id == own_id(actor):
        return refuse("You wrote it: somebody else confirms it for the other side.")
    if speaks_for(actor, resolution.of) == other_side(resolution.side):
        return allow("They speak for the other side at this stage.")
    return refuse("The other side confirms it: the raiser, or who has the role of this stage.")


def may_decline(actor: Actor, resolution: Resolution, because: str) -> Decision:
    """As `may_confirm`."""
    return may_confirm(actor, resolution)


def may_decide(actor: Actor, challenge: Challenge, settled: Settled) -> Decision:
    """A designated lead of the partnership who is of neither agency, at the last stage."""
    if _reads(actor, challenge) and is_above(actor, challenge):
        return allow("They stand above both sides, at the last stage.")
    return refuse("Only a designated lead of neither agency decides, and only at the last stage.")


def may_keep_safe(actor: Actor, challenge: Challenge, safety: Safety) -> Decision:
    """Either side, or the lead above both."""
    if is_above(actor, challenge) and _reads(actor, challenge):
        return allow("They stand above both sides.")
    return _is_of_a_side(actor, challenge)


def may_finish_safety(actor: Actor, safety: SafetyAction) -> Decision:
    """As `may_keep_safe`."""
    return may_keep_safe(actor, safety.of, Safety())


def may_thank(actor: Actor, challenge: Challenge, whom: str, what_for: str, words: str) -> Decision:
    """Anybody who may read it."""
    return allow("They read it.") if _reads(actor, challenge) else refuse(NOT_A_SIDE)


def _reads(actor: Actor, challenge: Challenge) -> bool:
    return seen_by(actor).filter(pk=challenge.pk).exists()


def _is_of_a_side(actor: Actor, challenge: Challenge) -> Decision:
    if side_of(actor, challenge) and _reads(actor, challenge):
        return allow("They are of one of the two sides.")
    return refuse(NOT_A_SIDE)
