"""What waits for a decision, and what stands, of the links between records."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from sightline.core.actors import Actor
from sightline.core.errors import Unfindable
from sightline.linkage.evidence import FieldEvidence, evidence_of
from sightline.linkage.models import Candidate, Claim
from sightline.linkage.policy import candidates_for
from sightline.people.models import Person

__all__ = ["FieldEvidence", "candidate_seen_by", "candidates_seen_by", "claims_on", "evidence_of"]


def candidates_seen_by(actor: Actor) -> QuerySet[Candidate]:
    """The candidates that wait for this actor's decision, the oldest first, with both sides."""
    waiting = candidates_for(actor).filter(state="open")
    return waiting.select_related("left__agency", "right__agency").order_by("found_at", "id")


def candidate_seen_by(actor: Actor, candidate_id: uuid.UUID) -> Candidate:
    """One candidate, decided or not. Raises Unfindable when there is none that this actor may know of."""
    found = (
        candidates_for(actor).select_related("left__agency", "right__agency").filter(pk=candidate_id).first()
    )
    if found is None:
        raise Unfindable("There is no such pair of records.")
    return found


def claims_on(person: Person) -> QuerySet[Claim]:
    """The claims in force that make up a person, for those who may open it: what `unlink` can undo."""
    standing = Claim.unscoped.filter(source_person__person=person, person=person, voided_at__isnull=True)
    return standing.select_related("source_person__agency").order_by("made_at", "id")
