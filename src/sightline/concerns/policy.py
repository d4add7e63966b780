"""Who may refer, decide on a referral, take it back and say how it was written."""

from __future__ import annotations

from typing import Final

from sightline.access.scope import may_open, standing
from sightline.chronology.policy import RECORDS
from sightline.concerns.models import Referral, ReferredChild
from sightline.concerns.written import Written
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse

FRONT_DOOR: Final = frozenset({"front_door_worker", "front_door_manager", "emergency_duty_worker"})


def may_refer(actor: Actor, written: Written) -> Decision:
    """Whoever records on the page of each child that it names: nobody needs a second opinion first."""
    if actor.role not in RECORDS or actor.agency_id is None:
        return refuse("Your role does not refer.")
    decisions = (may_open(actor, child.person.pk) for child in written.children)
    return next((one for one in decisions if not one), allow("Anybody who works with a child may refer."))


def may_complete(actor: Actor, referral: Referral, written: Written) -> Decision:
    """The team that sent it."""
    return is_senders(actor, referral)


def may_withdraw_referral(actor: Actor, referred: ReferredChild, because: str) -> Decision:
    """The team that sent it, before anybody at the front door has read it."""
    return is_senders(actor, referred.referral)


def may_read(actor: Actor, referred: ReferredChild) -> Decision:
    """The front door to which it was sent."""
    return _may_answer(actor, referred)


def may_decide(
    actor: Actor, referred: ReferredChild, decision: str, because: str, next_step: str
) -> Decision:
    """The front door to which it was sent, or the emergency duty team of the same agency."""
    return _may_answer(actor, referred)


def may_rate(actor: Actor, referral: Referral, part: str, rating: str, line: str) -> Decision:
    """The front door to which it was sent, as long as it may open the page of every child in it."""
    if actor.role not in FRONT_DOOR or actor.agency_id != referral.to_agency_id:
        return refuse("Only the front door that received a referral says how it was written.")
    return _may_open_all(actor, referral, "The receiver says how a referral was written.")


def _may_answer(actor: Actor, referred: ReferredChild) -> Decision:
    if actor.role not in FRONT_DOOR or actor.agency_id != referred.referral.to_agency_id:
        return refuse("Only the front door to which it was sent decides on a referral.")
    return may_open(actor, standing(referred.child))


def is_senders(actor: Actor, referral: Referral) -> Decision:
    """Whether the actor is of the team that sent it, and may still open every child's page."""
    own_team = referral.from_team_id in (None, actor.team_id)
    if actor.role not in RECORDS or actor.agency_id != referral.from_agency_id or not own_team:
        return refuse("Only the team that sent a referral completes it or takes it back.")
    return _may_open_all(actor, referral, "Your team sent it.")


def _may_open_all(actor: Actor, referral: Referral, because: str) -> Decision:
    children = referral.children.select_related("child")
    decisions = (may_open(actor, standing(one.child)) for one in children)
    return next((one for one in decisions if not one), allow(because))
