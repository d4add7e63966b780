"""Who may be given something to do: roles that somebody of the partnership holds today."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet

from sightline.access.staff import held_on
from sightline.agencies.models import Agency, Assignment, Professional
from sightline.agencies.roles import ROLES
from sightline.core import clock

GIVEN: Final = ("front_door_manager", "safeguarding_lead", "team_manager")
"""The roles to which a meeting gives something to do."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A role of an agency: whoever has it on the day does it."""

    agency: Agency
    role: str

    @property
    def key(self) -> str:
        """What stands for it in a form."""
        return f"{self.agency.pk}:{self.role}"

    @property
    def words(self) -> str:
        """The role and the agency."""
        return f"{ROLES[self.role]}, {self.agency.name}"


def holders_in(partnership: str) -> list[Holder]:
    """The roles that are held in the partnership today, by agency."""
    rows = _held(partnership).order_by("team__agency__name", "role", "id")
    found = {(row.team.agency_id, row.role): Holder(row.team.agency, row.role) for row in rows}
    return list(found.values())


def who_meets(partnership: str, roles: frozenset[str]) -> list[Assignment]:
    """Everybody who has one of the roles in the partnership today, once each."""
    rows = (
        _held(partnership).filter(role__in=roles).order_by("team__agency__name", "professional__name", "id")
    )
    return list({row.professional_id: row for row in rows}.values())


def holding(holder: Holder) -> list[uuid.UUID]:
    """The professionals who have the role today."""
    rows = Professional.objects.filter(
        assignments__in=Assignment.unscoped.filter(
            held_on(clock.today()), team__agency=holder.agency, role=holder.role
        )
    )
    return sorted(set(rows.values_list("pk", flat=True)))


def _held(partnership: str) -> QuerySet[Assignment]:
    held = Assignment.unscoped.filter(
        held_on(clock.today()), team__agency__partnership__code=partnership, role__in=GIVEN
    )
    return held.select_related("team__agency", "professional")
