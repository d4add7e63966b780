"""Who may decide that two records are one person, and undo it."""

from __future__ import annotations

from typing import Final

from django.db.models import Q, QuerySet

from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.linkage.models import Candidate, Claim
from sightline.people.models import Person, SourcePerson

DECIDES: Final = frozenset({"safeguarding_lead", "team_manager", "front_door_worker", "front_door_manager"})
"""Roles that decide on links between records, one of which their own agency holds."""


def may_decide_on(actor: Actor, *held: SourcePerson) -> Decision:
    """Parts of the system may; else one of the deciding roles, in an agency that holds one of the records."""
    if actor.is_system:
        return allow("A part of the system brings records in.")
    if actor.role not in DECIDES:
        return refuse("Linking records is for safeguarding leads, team managers and the front door.")
    if actor.agency_id not in {source.agency_id for source in held}:
        return refuse("Your agency holds neither of these records.")
    return allow("Your role decides on links to your agency's records.")


def may_link(
    actor: Actor,
    source_person: SourcePerson,
    person: Person,
    because: str,
    basis: str = "decided",
    overturn: bool = False,
) -> Decision:
    """Who may claim that a source person is a person."""
    return may_decide_on(actor, source_person, *person.source_people.all())


def may_unlink(actor: Actor, claim: Claim, because: str) -> Decision:
    """Who may undo a claim."""
    return may_decide_on(actor, claim.source_person, *claim.person.source_people.all())


def may_decide(actor: Actor, candidate: Candidate, same: bool, because: str) -> Decision:
    """Who may decide on a candidate."""
    return may_decide_on(actor, candidate.left, candidate.right)


def candidates_for(actor: Actor) -> QuerySet[Candidate]:
    """The candidates that `may_decide` lets the actor decide on, sealed children left out."""
    if actor.is_system or actor.role not in DECIDES:
        return Candidate.unscoped.none()
    held = Q(left__agency_id=actor.agency_id) | Q(right__agency_id=actor.agency_id)
    sealed = Q(left__person__baby__sealed=True) | Q(right__person__baby__sealed=True)
    return Candidate.unscoped.filter(held).exclude(sealed)
