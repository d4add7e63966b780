"""What is overdue climbs: to the owner's manager, and if it still waits, to the safeguarding lead."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

from django.db.models import Q, QuerySet

from sightline.access.staff import held_on
from sightline.access.telling import tell
from sightline.agencies.models import Assignment, Partnership
from sightline.clocks.counting import due_at
from sightline.clocks.models import Clock
from sightline.clocks.rules import rule_on, rules
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.unit import current

WAITS: Final = "climb_on"
"""The rule that says how long an overdue clock waits with one before it climbs to the next."""
FIRST: Final[dict[str, str]] = {"front_door_worker": "front_door_manager"}
"""Whom an overdue clock reaches first, by its owner's role; else the team's manager."""
LEAD: Final = "safeguarding_lead"
AT_ONCE: Final = 1000


def may_climb(actor: Actor) -> Decision:
    """Only the system lets clocks climb."""
    return allow("The clock's work.") if actor.is_system else refuse("Clocks climb by themselves.")


@action("clock.climbed", may=may_climb)
def climb(actor: Actor) -> int:
    """Let every clock climb that is due to, one step; how many did. Nothing climbs twice for one cause."""
    climbing = list(_due_to_climb().order_by("due_at", "id")[:AT_ONCE])
    for one in climbing:
        _climb(one, clock.now())
    return len(climbing)


def is_any_due_to_climb() -> bool:
    """Whether any clock is due to climb now."""
    return _due_to_climb().exists()


def _due_to_climb() -> QuerySet[Clock]:
    climbs = Q(climbed=0, due_at__lt=clock.now())
    for partnership in Partnership.unscoped.all():
        climbs |= Q(climbed=1, partnership=partnership, climbed_at__lt=_waited_since(partnership.code))
    return Clock.unscoped.filter(climbs, state="running")


def _waited_since(partnership: str) -> dt.datetime:
    """What climbed before this instant has waited long enough."""
    now = clock.now()
    return now - (due_at(rule_on(partnership, WAITS, clock.day_of(now)), now) - now)


def _climb(one: Clock, now: dt.datetime) -> None:
    one.climbed, one.climbed_at = one.climbed + 1, now
    one.save(update_fields=["climbed", "climbed_at"])
    current().note(f"clock:{one.pk}", *([str(one.child_id)] if one.child_id else []))
    if one.child_id is not None:
        _tell(one, one.child_id)


def _tell(one: Clock, child: uuid.UUID) -> None:
    words = f"Overdue: {rules()[one.rule].title.lower()}. It was due {_when(one.due_at)}."
    tell(reached_by(one), child, words)


def reached_by(one: Clock) -> list[uuid.UUID]:
    """Whom a clock has reached by climbing: its agency's leads, where its team has no manager."""
    reminded = rules()[one.rule].climbs == "writer"
    if reminded and one.climbed == 1 and one.owner_professional_id:
        return [one.owner_professional_id]
    role = LEAD if one.climbed > 1 and not reminded else FIRST.get(one.owner_role, "team_manager")
    held = Assignment.unscoped.filter(held_on(clock.today()), team__agency_id=one.owner_agency_id)
    place = Q(team_id=one.owner_team_id) if one.owner_team_id and role == "team_manager" else Q()
    found = held.filter(place, role=role).values_list("professional_id", flat=True)
    return sorted(set(found)) or sorted(set(held.filter(role=LEAD).values_list("professional_id", flat=True)))


def _when(instant: dt.datetime) -> str:
    return instant.astimezone(clock.LONDON).strftime("%-d %B at %H:%M")
