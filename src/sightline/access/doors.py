"""The doors to a baby's page: each gives the ids of the babies that it opens to an actor, as a query.

Which role has which door is in the policy table. A closed record has no door (`closed_to`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from django.db.models import Q, QuerySet

from sightline.access.keys import agency_of, own_id, team_of
from sightline.access.models import BreakGlass, Closure, Involvement, OpenMatter, StaffPerson
from sightline.access.openness import open_on
from sightline.access.policy import policy
from sightline.agencies.models import Cover
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Baby, NetworkMember, SourcePerson

Ids = QuerySet[Any, Any]
LATELY: Final = dt.timedelta(days=366)


def in_force(day: dt.date | None = None) -> Q:
    """The involvements in force: from the first day to the last, both included, unless ended before."""
    on = day or clock.today()
    not_ended = Q(ended_at__isnull=True) | Q(ended_at__gt=clock.now() if day is None else clock.end_of(day))
    return Q(from_on__lte=on) & (Q(to_on__isnull=True) | Q(to_on__gte=on)) & not_ended


def doors_of(actor: Actor, *, lasting: bool = False) -> list[Ids]:
    """The doors that the policy table gives to the actor's role; `lasting` leaves out broken glass."""
    given = (name for name, door in policy().doors.items() if actor.role in door.roles)
    return [DOORS[name](actor) for name in given if not (lasting and name == "glass_broken")]


def team_involved(actor: Actor) -> Ids:
    """Babies with whom the actor's team is involved, or whose lead practitioner the actor covers."""
    today = clock.today()
    covers = Cover.unscoped.filter(covering_id=own_id(actor), from_on__lte=today, to_on__gte=today)
    whose = Q(team_id=team_of(actor)) | Q(
        professional_id__in=covers.values("away_id"), team__agency_id=agency_of(actor)
    )
    return Involvement.unscoped.filter(in_force(), whose).values("child_id")


def agency_knows(actor: Actor) -> Ids:
    """Babies with whom the agency is involved, or around whom it holds a record of somebody."""
    involved = Involvement.unscoped.filter(in_force(), team__agency_id=agency_of(actor)).values("child_id")
    held = SourcePerson.unscoped.filter(agency_id=agency_of(actor), withdrawn=False).values("person_id")
    around = NetworkMember.unscoped.filter(
        Q(until__isnull=True) | Q(until__gte=clock.today()), person_id__in=held
    )
    return involved.union(held, around.values("child_id"))


def agency_involved(actor: Actor) -> Ids:
    """Babies with whom a team of the agency is, or once was, involved."""
    return Involvement.unscoped.filter(team__agency_id=agency_of(actor)).values("child_id")


def concern_open(actor: Actor) -> Ids:
    """Babies of the actor's partnership on whom a concern is open."""
    return _concerns(actor).filter(open_on(clock.today())).values("child_id")


def concern_lately(actor: Actor) -> Ids:
    """Babies of the actor's partnership on whom a concern ended in the last 366 days."""
    today = clock.today()
    return _concerns(actor).filter(until__lt=today, until__gte=today - LATELY).values("child_id")


def _concerns(actor: Actor) -> QuerySet[OpenMatter]:
    return OpenMatter.unscoped.filter(level="concern", child__baby__partnership__code=actor.partnership)


def glass_broken(actor: Actor) -> Ids:
    """Babies whose record the actor opened in this role and team, while the time has not run out."""
    now = clock.now()
    opened = BreakGlass.unscoped.filter(
        professional_id=own_id(actor), role=actor.role, team_id=team_of(actor), expires_at__gt=now
    )
    return opened.values("child_id")


def sealed_door(actor: Actor) -> Ids:
    """The sealed babies (placed for adoption) that the actor may open: by its own team's involvement only."""
    if not policy().opens_sealed_baby.covers(actor):
        return Baby.unscoped.none().values("person_id")
    own = Involvement.unscoped.filter(in_force(), team_id=team_of(actor), part="lead_social_worker")
    return own.values("child_id")


def closed_to(actor: Actor) -> Ids:
    """The babies whose record is closed to the actor, their team or agency, or as their own family's."""
    return _closures(actor).union(*_own_family(actor))


def _closures(actor: Actor) -> Ids:
    now, today = clock.now(), clock.today()
    standing = Q(from_on__lte=today) & (Q(to_on__isnull=True) | Q(to_on__gte=today))
    standing &= Q(reopened_at__isnull=True) | Q(reopened_at__gt=now)
    whom = Q(professional_id=own_id(actor)) | Q(team_id=team_of(actor))
    whom |= Q(agency_id=agency_of(actor), team__isnull=True)
    return Closure.unscoped.filter(standing, whom).values("child_id")


def _own_family(actor: Actor) -> tuple[Ids, Ids]:
    own = StaffPerson.unscoped.filter(professional_id=own_id(actor))
    around = NetworkMember.unscoped.filter(person_id__in=own.values("person_id"))
    return own.values("person_id"), around.values("child_id")


DOORS: Final[dict[str, Callable[[Actor], Ids]]] = {
    "team_involved": team_involved,
    "agency_knows": agency_knows,
    "agency_involved": agency_involved,
    "concern_open": concern_open,
    "concern_lately": concern_lately,
    "glass_broken": glass_broken,
}
