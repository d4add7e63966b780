"""Records that were opened outside an involvement: who may read of it, and what was read meanwhile."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from sightline.access.doors import closed_to
from sightline.access.keys import agency_of, own_id
from sightline.access.models import BreakGlass, Notice
from sightline.access.queries import Look, looks_at, looks_of
from sightline.access.scope import about_babies_seen_by, standing
from sightline.core.actors import Actor
from sightline.people.models import Baby

REVIEWS = "safeguarding_lead"


def reviews_openings(actor: Actor) -> bool:
    """Whether the actor's role reviews what its agency opened."""
    return actor.role == REVIEWS


def openings_seen_by(actor: Actor) -> QuerySet[BreakGlass]:
    """The openings that the actor may read of, the soonest to be reviewed first.

    A safeguarding lead reads of those of the lead's own agency, but not of the lead's own, nor of a baby that
    is closed to them. Whoever was told of an opening reads of it while the baby's page is open to them.
    """
    told = Notice.unscoped.filter(professional_id=own_id(actor), break_glass__isnull=False)
    mine = Q(pk__in=told.values("break_glass")) & about_babies_seen_by(actor)
    if reviews_openings(actor):
        mine |= Q(team__agency_id=agency_of(actor))
    seen = BreakGlass.unscoped.filter(mine).exclude(professional_id=own_id(actor))
    closed = closed_to(actor)
    return (
        seen.exclude(child_id__in=closed)
        .exclude(child__joined_to__isnull=False, child__joined_to__in=closed)
        .select_related("child__baby", "professional", "team__agency", "reviewed_by")
        .order_by("review_by", "opened_at", "pk")
    )


def is_named(opening: BreakGlass) -> bool:
    """Whether the baby may still be named to those who read of the opening: not once it is sealed."""
    here = {opening.child_id, standing(opening.child)}
    return not Baby.unscoped.filter(pk__in=here, sealed=True).exists()


def read_during(actor: Actor, opening: BreakGlass) -> list[Look]:
    """What the opener read and changed of the baby's record while it was open to them, the first first."""
    child = standing(opening.child)
    rows = looks_at(actor, child).filter(
        entry__actor_id=str(opening.professional_id),
        entry__role=opening.role,
        entry__at__gte=opening.opened_at,
        entry__at__lte=opening.expires_at,
    )
    return looks_of(actor, child, reversed(rows))
