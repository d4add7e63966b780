"""Who works where, as far as access asks: assignments in force, safeguarding leads, covers."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Q

from sightline.access.keys import own_id, team_of
from sightline.agencies.models import Assignment, Cover, Professional
from sightline.core import clock
from sightline.core.actors import Actor


def held_on(day: dt.date) -> Q:
    """The assignments in force on a day: from the first to the last, both included."""
    return Q(from_on__lte=day) & (Q(to_on__isnull=True) | Q(to_on__gte=day))


def works_in(
    professional: Professional, *, team: uuid.UUID | None = None, agency: uuid.UUID | None = None
) -> bool:
    """Whether the professional holds a role today in the team, or in the agency."""
    held = Assignment.unscoped.filter(held_on(clock.today()), professional=professional)
    place = Q(team_id=team) if team else Q(team__agency_id=agency)
    return held.filter(place).exists()


def is_temporary(actor: Actor) -> bool:
    """Whether every assignment that the actor holds in this team and role has an end."""
    held = Assignment.unscoped.filter(
        held_on(clock.today()),
        professional_id=own_id(actor),
        team_id=team_of(actor),
        role=actor.role,
    )
    ends = list(held.values_list("to_on", flat=True))
    return bool(ends) and all(ends)


def leads_of(agency_ids: Iterable[uuid.UUID]) -> list[uuid.UUID]:
    """The safeguarding leads of these agencies today."""
    held = Assignment.unscoped.filter(
        held_on(clock.today()), role="safeguarding_lead", team__agency_id__in=list(agency_ids)
    )
    return sorted(set(held.values_list("professional_id", flat=True)))


def covering(professionals: Iterable[uuid.UUID]) -> dict[uuid.UUID, Cover]:
    """The cover in force today for each of these who is away, the latest first to be made left out."""
    today = clock.today()
    rows = Cover.unscoped.filter(away_id__in=list(professionals), from_on__lte=today, to_on__gte=today)
    return {row.away_id: row for row in rows.select_related("covering").order_by("from_on", "id")}
