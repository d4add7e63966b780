"""Whose page an actor may open. Every room's `seen_by` applies this to its own table.

A stranger cannot tell that a baby exists: absent and not permitted are one error with one text.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Final

from django.db.models import Q, QuerySet

from sightline.access.doors import closed_to, doors_of, sealed_door
from sightline.access.policy import policy
from sightline.core import clock, ledger
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import Unfindable
from sightline.people.models import Baby
from sightline.people.queries import standing_babies

NOT_FOUND: Final = "There is no such record, or none that you may open."
NEXT_STEP: Final = "Check the number or the link, or ask your safeguarding lead."


def babies_seen_by(actor: Actor, *, lasting: bool = False) -> QuerySet[Baby]:
    """The babies whose page the actor may open now, as one query; never those closed to the actor.

    `lasting` leaves out what is open by breaking glass only: reading for a day is no ground to change who
    may read.
    """
    doors = [] if actor.is_system else doors_of(actor, lasting=lasting)
    if not doors:
        return Baby.unscoped.none()
    opened = doors[0].union(*doors[1:]) if len(doors) > 1 else doors[0]
    babies = standing_babies().filter(_sealed_apart(actor), pk__in=opened).exclude(pk__in=closed_to(actor))
    if actor.role in policy().opens_after_closing:
        return babies
    return babies.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=clock.today()))


def _sealed_apart(actor: Actor) -> Q:
    return Q(sealed=False) | Q(pk__in=sealed_door(actor))


def may_open(actor: Actor, child_id: uuid.UUID | str, *, lasting: bool = False) -> Decision:
    """Whether the actor may open the baby's page now. The refusal is the same whether or not it exists."""
    child = as_id(child_id)
    is_open = child is not None and babies_seen_by(actor, lasting=lasting).filter(pk=child).exists()
    return allow("The policy table opens this record.") if is_open else refuse(NOT_FOUND)


def find_open(actor: Actor, child_id: uuid.UUID | str) -> Baby:
    """The baby, when the actor may open its page.

    Raises Unfindable, absent and not permitted alike, with the attempt in the ledger (`baby.looked`).
    """
    child = as_id(child_id)
    babies = babies_seen_by(actor).select_related("person", "partnership")
    found = None if child is None else babies.filter(pk=child).first()
    if found is None:
        raise unfindable(actor, "baby.looked", [child] if child else [])
    return found


def as_id(text: uuid.UUID | str) -> uuid.UUID | None:
    """The id that is written, or None when nothing could have it."""
    try:
        return text if isinstance(text, uuid.UUID) else uuid.UUID(text)
    except ValueError:
        return None


def unfindable(actor: Actor | None = None, event: str = "", children: Iterable[uuid.UUID] = ()) -> Unfindable:
    """The one error for a record that is absent, sealed, closed or not permitted.

    With an actor, the attempt is put in the ledger as a refused `event`; whoever raises one without must.
    """
    error = Unfindable(NOT_FOUND, next_step=NEXT_STEP)
    if actor is not None:
        ledger.refused(actor, event, NOT_FOUND, map(str, children))
        error.traced = True
    return error
