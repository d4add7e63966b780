"""Acting in a role: from an assignment to an actor."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from sightline.agencies.models import Assignment, Professional
from sightline.core import clock
from sightline.core.actors import Actor


def assignments_of(professional: Professional, on: dt.date | None = None) -> list[Assignment]:
    """The assignments that are in force on a day (today), the longest held first."""
    day = on or clock.today()
    in_force = Q(from_on__lte=day) & (Q(to_on__isnull=True) | Q(to_on__gte=day))
    held = Assignment.unscoped.filter(in_force, professional=professional)
    return list(held.select_related("team__agency__partnership", "professional").order_by("from_on", "id"))


def actor_of(assignment: Assignment) -> Actor:
    """The actor that a professional is when acting in this assignment."""
    agency = assignment.team.agency
    return Actor(
        id=str(assignment.professional_id),
        name=assignment.professional.name,
        role=assignment.role,
        profession=assignment.professional.profession,
        agency_id=agency.id,
        agency_code=agency.code,
        sector=agency.sector,
        team_id=assignment.team_id,
        partnership=agency.partnership.code,
    )
