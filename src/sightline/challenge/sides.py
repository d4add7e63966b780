"""Whose side an actor is on, who speaks for it at a stage, and who stands above both."""

from __future__ import annotations

from sightline.access.keys import own_id, team_of
from sightline.access.staff import covering, held_on
from sightline.agencies.models import Assignment
from sightline.challenge.models import Challenge
from sightline.challenge.stages import stages_on
from sightline.core import clock
from sightline.core.actors import Actor

LEAD = "safeguarding_lead"
LEADING = frozenset({"team_manager", "front_door_manager", LEAD})


def side_of(actor: Actor, challenge: Challenge) -> str:
    """`raiser`, `challenged`, or nothing for somebody of neither side.

    Within one agency the teams are the sides; whoever is of neither team is of neither side.
    """
    if challenge.from_agency_id == challenge.with_agency_id:
        return _side_by_team(actor, challenge)
    return {challenge.from_agency_id: "raiser", challenge.with_agency_id: "challenged"}.get(
        actor.agency_id or challenge.pk, ""
    )


def _side_by_team(actor: Actor, challenge: Challenge) -> str:
    if actor.agency_id != challenge.from_agency_id:
        return ""
    if actor.team_id == challenge.from_team_id:
        return "raiser"
    is_theirs = challenge.with_team_id in (None, actor.team_id)
    return "challenged" if is_theirs else ""


def other_side(side: str) -> str:
    """The side across."""
    return "challenged" if side == "raiser" else "raiser"


def speaks_for(actor: Actor, challenge: Challenge) -> str:
    """The side for which the actor may agree to an end now; nothing when for neither.

    For the raiser's side it is the raiser, or who covers the raiser; a manager or lead of theirs only when
    the raiser works there no longer. For the challenged side, who has a role of this stage or a later one.
    """
    side = side_of(actor, challenge)
    if side == "raiser":
        return side if _speaks_for_raiser(actor, challenge) else ""
    roles = stages_on(challenge.partnership.code).speaking("challenged", challenge.stage)
    return side if side and actor.role in roles else ""


def _speaks_for_raiser(actor: Actor, challenge: Challenge) -> bool:
    if challenge.raiser_id == own_id(actor):
        return True
    cover = covering([challenge.raiser_id]).get(challenge.raiser_id)
    if cover is not None and cover.covering_id == own_id(actor):
        return True
    return actor.role in LEADING and not _raiser_works_there(challenge)


def _raiser_works_there(challenge: Challenge) -> bool:
    held = Assignment.unscoped.filter(held_on(clock.today()), professional_id=challenge.raiser_id)
    return held.filter(team__agency_id=challenge.from_agency_id, professional__is_active=True).exists()


def is_designated(actor: Actor) -> bool:
    """Whether the actor acts as a designated safeguarding lead."""
    if actor.role != LEAD or actor.is_system:
        return False
    held = Assignment.unscoped.filter(held_on(clock.today()), professional_id=own_id(actor))
    return held.filter(team_id=team_of(actor), role=LEAD, lead_kind="designated").exists()


def is_above(actor: Actor, challenge: Challenge) -> bool:
    """Whether the actor is a designated lead of the partnership, of neither agency, at the last stage.

    Whoever raised it, or is challenged by name, stands above nobody, in whatever role they act now.
    """
    if actor.agency_id in (challenge.from_agency_id, challenge.with_agency_id):
        return False
    if own_id(actor) in (challenge.raiser_id, challenge.with_professional_id):
        return False
    here = actor.partnership == challenge.partnership.code
    last = stages_on(challenge.partnership.code).last
    return here and challenge.stage >= last and is_designated(actor)
