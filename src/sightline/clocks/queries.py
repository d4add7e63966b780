"""What is due: of a person, a team and an agency; and what the emergency duty team must know of tonight."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q, QuerySet

from sightline.access.keys import agency_of, own_id, team_of
from sightline.access.scope import about_babies_seen_by
from sightline.agencies.models import Cover
from sightline.agencies.roles import ROLES, SEES_NO_CHILD
from sightline.clocks.models import GOING, Clock
from sightline.clocks.rules import Rule, rules
from sightline.core import clock
from sightline.core.actors import Actor

Whose = Literal["mine", "team", "agency"]


@dataclass(frozen=True, slots=True)
class Due:
    """One clock as a list shows it: its rule, and in words who holds it now."""

    clock: Clock
    rule: Rule
    held_by: str
    is_overdue: bool


def seen_by(actor: Actor) -> QuerySet[Clock]:
    """The clocks of babies whose page the actor may open, and, without a baby, those of their agency."""
    own = Q(child__isnull=True, owner_agency_id=agency_of(actor))
    if actor.role in SEES_NO_CHILD:
        return Clock.unscoped.filter(own)
    return Clock.unscoped.filter(own | about_babies_seen_by(actor))


def due_for(actor: Actor, whose: Whose) -> QuerySet[Clock]:
    """The clocks that run or stand still for the actor, their team or their agency, the soonest first.

    The actor's own are those of their role in team or agency, their own by name, and those of colleagues whom
    they cover today.
    """
    held = {"mine": _mine, "team": _of_team, "agency": _of_agency}[whose](actor)
    return seen_by(actor).filter(held, state__in=GOING).order_by("due_at", "id")


def tonight(actor: Actor) -> QuerySet[Clock]:
    """The open risks of the actor's partnership that the emergency duty team must know of, soonest first."""
    here = Q(partnership__code=actor.partnership, is_risk=True, state__in=GOING)
    return seen_by(actor).filter(here).order_by("due_at", "id")


def of_process(process: str, process_id: uuid.UUID) -> list[Due]:
    """Every clock of one process, the earliest first. The caller has decided that the process may be seen."""
    kept = Clock.unscoped.filter(process=process, process_id=process_id).order_by("started_at", "id")
    return told(kept)


def told(clocks: QuerySet[Clock]) -> list[Due]:
    """The clocks with their rules and holders in words; one query."""
    now = clock.now()
    listed = clocks.select_related("owner_agency", "owner_team", "owner_professional")
    return [
        Due(one, rules()[one.rule], held_by(one), one.state == "running" and one.due_at < now)
        for one in listed
    ]


def held_by(one: Clock) -> str:
    """Who holds a clock: the practitioner, or whoever has the role there today; never one person alone."""
    place = one.owner_team.name if one.owner_team else one.owner_agency.name
    if one.owner_professional:
        return f"{one.owner_professional.name}, {place}"
    return f"{ROLES[one.owner_role]}, {place}" if one.owner_role else place


def _mine(actor: Actor) -> Q:
    today = clock.today()
    covers = Cover.unscoped.filter(covering_id=own_id(actor), from_on__lte=today, to_on__gte=today)
    by_name = Q(owner_professional_id=own_id(actor)) | Q(
        owner_professional_id__in=covers.values("away_id"), owner_agency_id=agency_of(actor)
    )
    role = Q(owner_professional__isnull=True, owner_role=actor.role, owner_agency_id=agency_of(actor))
    return by_name | role & (Q(owner_team__isnull=True) | Q(owner_team_id=team_of(actor)))


def _of_team(actor: Actor) -> Q:
    return Q(owner_team_id=team_of(actor)) | _mine(actor)


def _of_agency(actor: Actor) -> Q:
    return Q(owner_agency_id=agency_of(actor))
