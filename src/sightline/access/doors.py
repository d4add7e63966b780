"""The doors to a baby's page: each gives the rows that open it, and their column that names the baby.

Which role has which door is in the policy table. A closed record has no door (`closed_to`). Each row set is
written so that the database can start from the actor (a list) or from given babies (a page): no join and no
`OR` stands between the actor and an index.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Sequence
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from sightline.access.keys import agency_of, own_id, team_of
from sightline.access.models import BreakGlass, Closure, Involvement, OpenMatter, StaffPerson
from sightline.access.openness import open_on
from sightline.access.policy import policy
from sightline.agencies.models import Cover, Team
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Baby, NetworkMember, SourcePerson

Rows = tuple[QuerySet[Any, Any], str]
"""Rows, and the name of the column that says which baby each is about."""
Ids = QuerySet[Any, Any]
Among = Sequence[uuid.UUID] | None
LATELY: Final = dt.timedelta(days=366)


def in_force(day: dt.date | None = None) -> Q:
    """The involvements in force: from the first day to the last, both included, unless ended before."""
    on = day or clock.today()
    not_ended = Q(ended_at__isnull=True) | Q(ended_at__gt=clock.now() if day is None else clock.end_of(day))
    return Q(from_on__lte=on) & (Q(to_on__isnull=True) | Q(to_on__gte=on)) & not_ended


def opened_to(actor: Actor, among: Among = None, *, lasting: bool = False) -> Ids | None:
    """The ids of the babies to whom the actor's role has a door; None when it has none at all.

    `among` limits it to these babies; `lasting` leaves out broken glass.
    """
    given = [name for name, door in policy().doors.items() if actor.role in door.roles]
    doors = [DOORS[name] for name in given if not (lasting and name == "glass_broken")]
    rows = [part for door in doors for part in door(actor)]
    return _ids(rows, among) if rows else None


def _ids(rows: list[Rows], among: Among) -> Ids:
    first, *others = (part for found, column in rows for part in _both_ids(found, column, among))
    return first.union(*others) if others else first


def _both_ids(found: Ids, column: str, among: Among) -> list[Ids]:
    """The babies that the rows name, and those whom a link has put in their place.

    A row about a baby stands when a link joins that baby's records to another's, and is about that one then:
    no access is lost or won by whose page the records came to.
    """
    joined = f"{column.removesuffix('_id')}__joined_to"
    if among is None:
        return [found.values(column), found.filter(**{f"{joined}__isnull": False}).values(joined)]
    return [
        found.filter(**{f"{column}__in": among}).values(column),
        found.filter(**{f"{joined}__in": among}).values(joined),
    ]


def team_involved(actor: Actor) -> list[Rows]:
    """Babies with whom the actor's team is involved."""
    return [(Involvement.unscoped.filter(in_force(), team_id=team_of(actor)), "child_id")]


def colleague_covered(actor: Actor) -> list[Rows]:
    """Babies whose lead practitioner, in the actor's agency, the actor covers today."""
    today = clock.today()
    covers = Cover.unscoped.filter(covering_id=own_id(actor), from_on__lte=today, to_on__gte=today)
    led = Involvement.unscoped.filter(in_force(), professional_id__in=covers.values("away_id"))
    here = Exists(Team.unscoped.filter(pk=OuterRef("team_id"), agency_id=agency_of(actor)))
    return [(led.filter(here), "child_id")]


def agency_knows(actor: Actor) -> list[Rows]:
    """Babies with whom the agency is involved, or around whom it holds a record of somebody."""
    held = SourcePerson.unscoped.filter(agency_id=agency_of(actor), withdrawn=False)
    here = Exists(held.filter(person_id=OuterRef("person_id")))
    around = NetworkMember.unscoped.filter(Q(until__isnull=True) | Q(until__gte=clock.today()), here)
    return [
        (Involvement.unscoped.filter(in_force(), team_id__in=_teams(actor)), "child_id"),
        (held, "person_id"),
        (around, "child_id"),
    ]


def agency_involved(actor: Actor) -> list[Rows]:
    """Babies with whom a team of the agency is, or once was, involved."""
    return [(Involvement.unscoped.filter(team_id__in=_teams(actor)), "child_id")]


def _teams(actor: Actor) -> QuerySet[Any, Any]:
    return Team.unscoped.filter(agency_id=agency_of(actor)).values("pk")


def concern_open(actor: Actor) -> list[Rows]:
    """Babies of the actor's partnership on whom a concern is open."""
    return [(_concerns(actor).filter(open_on(clock.today())), "child_id")]


def concern_lately(actor: Actor) -> list[Rows]:
    """Babies of the actor's partnership on whom a concern ended in the last 366 days."""
    today = clock.today()
    return [(_concerns(actor).filter(until__lt=today, until__gte=today - LATELY), "child_id")]


def _concerns(actor: Actor) -> QuerySet[OpenMatter]:
    here = Baby.unscoped.filter(pk=OuterRef("child_id"), partnership__code=actor.partnership)
    return OpenMatter.unscoped.filter(Exists(here), level="concern")


def glass_broken(actor: Actor) -> list[Rows]:
    """Babies whose record the actor opened in this role and team, while the time has not run out."""
    opened = BreakGlass.unscoped.filter(professional_id=own_id(actor), expires_at__gt=clock.now())
    return [(opened.filter(role=actor.role, team_id=team_of(actor)), "child_id")]


def sealed_door(actor: Actor, among: Among = None) -> Ids:
    """The sealed babies (placed for adoption) that the actor may open: by its own team's involvement only."""
    if not policy().opens_sealed_baby.covers(actor):
        return Baby.unscoped.none().values("person_id")
    own = Involvement.unscoped.filter(in_force(), team_id=team_of(actor), part="lead_social_worker")
    return _ids([(own, "child_id")], among)


def sealed_by_link(among: Among = None) -> Ids:
    """The babies (of these) whose records were joined with a sealed baby's: they are sealed with it."""
    joined = Baby.unscoped.filter(sealed=True)
    if among is None:
        return joined.filter(person__joined_to__isnull=False).values("person__joined_to")
    return joined.filter(person__joined_to__in=among).values("person__joined_to")


def closure_in_force() -> Q:
    """The closures that stand today and were not lifted."""
    now, today = clock.now(), clock.today()
    standing = Q(from_on__lte=today) & (Q(to_on__isnull=True) | Q(to_on__gte=today))
    return standing & (Q(reopened_at__isnull=True) | Q(reopened_at__gt=now))


def closed_to(actor: Actor, among: Among = None) -> Ids:
    """The babies whose record is closed to the actor, their team or agency, or as their own family's."""
    closures = Closure.unscoped.filter(closure_in_force())
    own = StaffPerson.unscoped.filter(professional_id=own_id(actor))
    around = NetworkMember.unscoped.filter(person_id__in=own.values("person_id"))
    return _ids(
        [
            (closures.filter(professional_id=own_id(actor)), "child_id"),
            (closures.filter(team_id=team_of(actor)), "child_id"),
            (closures.filter(agency_id=agency_of(actor), team__isnull=True), "child_id"),
            (own, "person_id"),
            (around, "child_id"),
        ],
        among,
    )


DOORS: Final[dict[str, Callable[[Actor], list[Rows]]]] = {
    "team_involved": team_involved,
    "colleague_covered": colleague_covered,
    "agency_knows": agency_knows,
    "agency_involved": agency_involved,
    "concern_open": concern_open,
    "concern_lately": concern_lately,
    "glass_broken": glass_broken,
}
