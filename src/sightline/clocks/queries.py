"""What is due: of a person, a team and an agency; and what the emergency duty team must know of tonight."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from django.db.models import Q, QuerySet

from sightline.access.keys import agency_of, own_id, team_of
from sightline.access.scope import about_babies_seen_by, babies_seen_by, not_closed_to, unfindable
from sightline.agencies.models import Cover
from sightline.agencies.roles import SEES_NO_CHILD
from sightline.clocks.holding import holders_of
from sightline.clocks.models import GOING, Clock
from sightline.clocks.rules import Rule, rules
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Person

Whose = Literal["mine", "team", "agency"]
KEEPS_THE_NIGHT: Final = frozenset({"emergency_duty_worker", "front_door_worker", "front_door_manager"})
"""Roles that see the partnership's open risks on one page."""
WRITERS_ALONE: Final = frozenset({"referral_draft"})
"""Processes of one writer (a referral that is begun and not sent): a colleague does not learn of them."""


@dataclass(frozen=True, slots=True)
class Due:
    """One clock as a list shows it: its rule, and in words who holds it now."""

    clock: Clock
    rule: Rule
    held_by: str
    is_overdue: bool
    telephone: str = ""


def seen_by(actor: Actor) -> QuerySet[Clock]:
    """The clocks that an actor may know of.

    Of babies whose page they may open; without a baby, of their agency; and what they or their team must meet
    about a child whose page is not open to them (their agency is asked), unless it is closed to them.
    Of what is its writer's alone, they know only of their own and of that for which they answer.
    """
    own = Q(child__isnull=True, owner_agency_id=agency_of(actor))
    if actor.role in SEES_NO_CHILD:
        return Clock.unscoped.filter(own)
    asked = _of_team(actor) & Q(state__in=GOING) & not_closed_to(actor)
    of_another = Q(process__in=WRITERS_ALONE) & ~_answered_for(actor)
    return Clock.unscoped.filter(own | about_babies_seen_by(actor) | asked).exclude(of_another)


def find_clock(actor: Actor, key: uuid.UUID) -> Clock:
    """One clock. Raises Unfindable, absent and not permitted alike."""
    found = with_places(seen_by(actor)).filter(pk=key).first()
    if found is None:
        raise unfindable(actor, "clock.looked")
    return found


def due_for(actor: Actor, whose: Whose) -> QuerySet[Clock]:
    """The clocks that run or stand still for the actor, their team or their agency.

    The soonest due first, so what is overdue leads; what stands still comes last. The actor's own are those
    of their role in team or agency, their own by name, and those of colleagues whom they cover today.
    """
    held = held_in(actor, whose)
    # `running` sorts after `paused`.
    return seen_by(actor).filter(held, state__in=GOING).order_by("-state", "due_at", "id")


def held_in(actor: Actor, whose: Whose) -> Q:
    """The clocks held by the actor, their team or their agency, in whatever state."""
    return {"mine": _mine, "team": _of_team, "agency": _of_agency}[whose](actor)


def overdue() -> Q:
    """The clocks that run and are over their limit now."""
    return Q(state="running", due_at__lt=clock.now())


def tonight(actor: Actor) -> QuerySet[Clock]:
    """The open risks of the actor's partnership that the night must know of, soonest first.

    Also of a child whose page is not open to the actor: the night is rung all the same. Nothing for a role
    that keeps no night, and nothing about a child whose record is sealed or closed to the actor.
    """
    if actor.role not in KEEPS_THE_NIGHT:
        return Clock.unscoped.none()
    here = Q(partnership__code=actor.partnership, is_risk=True, state__in=GOING)
    known = Q(child__isnull=True) | about_babies_seen_by(actor) | not_closed_to(actor)
    return Clock.unscoped.filter(here, known).order_by("due_at", "id")


def named_to(actor: Actor, clocks: Iterable[Clock]) -> dict[uuid.UUID, Person]:
    """The child of each of these clocks, by the clock's id, where the actor may open the child's page.

    It is the child on whose page the records are now. One query.
    """
    children = {one.pk: (one.child.joined_to or one.child) for one in clocks if one.child is not None}
    among = [child.pk for child in children.values()]
    if not among or actor.role in SEES_NO_CHILD:
        return {}
    is_open = set(babies_seen_by(actor, among=among).values_list("pk", flat=True))
    return {key: child for key, child in children.items() if child.pk in is_open}


def of_process(process: str, process_id: uuid.UUID) -> list[Due]:
    """Every clock of one process, the earliest first. The caller has decided that the process may be seen."""
    kept = Clock.unscoped.filter(process=process, process_id=process_id).order_by("started_at", "id")
    return told(kept)


def told(clocks: QuerySet[Clock]) -> list[Due]:
    """The clocks with their rules and holders in words; as many queries for many as for one."""
    now = clock.now()
    listed = list(with_places(clocks))
    holders = holders_of(listed)
    return [
        Due(
            one,
            rules()[one.rule],
            holders[one.pk].words,
            one.state == "running" and one.due_at < now,
            holders[one.pk].telephone,
        )
        for one in listed
    ]


def with_places(clocks: QuerySet[Clock]) -> QuerySet[Clock]:
    """The same clocks, loaded with whose they are and whom they are about."""
    return clocks.select_related(
        "partnership", "owner_agency", "owner_team", "owner_professional", "child__joined_to"
    )


def _by_name(actor: Actor) -> Q:
    """The actor's own by name, and those of colleagues whom they cover today."""
    today = clock.today()
    covers = Cover.unscoped.filter(covering_id=own_id(actor), from_on__lte=today, to_on__gte=today)
    return Q(owner_professional_id=own_id(actor)) | Q(
        owner_professional_id__in=covers.values("away_id"), owner_agency_id=agency_of(actor)
    )


def _answered_for(actor: Actor) -> Q:
    """The clocks of the actor by name, of their team for its manager, of their agency for its lead."""
    over: dict[str, Q] = {
        "team_manager": Q(owner_team_id=team_of(actor)),
        "safeguarding_lead": Q(owner_agency_id=agency_of(actor)),
    }
    return _by_name(actor) | over.get(actor.role, Q(pk__in=[]))


def _mine(actor: Actor) -> Q:
    role = Q(owner_professional__isnull=True, owner_role=actor.role, owner_agency_id=agency_of(actor))
    return _by_name(actor) | role & (Q(owner_team__isnull=True) | Q(owner_team_id=team_of(actor)))


def _of_team(actor: Actor) -> Q:
    return Q(owner_team_id=team_of(actor)) | _mine(actor)


def _of_agency(actor: Actor) -> Q:
    return Q(owner_agency_id=agency_of(actor))
