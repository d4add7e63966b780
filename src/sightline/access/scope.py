"""Whose page an actor may open. Every room's `seen_by` applies this to its own table.

A stranger cannot tell that a baby exists: absent and not permitted are one error with one text.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Final

from django.db.models import Q, QuerySet

from sightline.access.doors import closed_to, opened_to, sealed_by_link, sealed_door
from sightline.access.policy import policy
from sightline.core import clock, ledger
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import Unfindable
from sightline.people.models import Baby, Person
from sightline.people.queries import standing_babies

NOT_FOUND: Final = "There is no such record, or none that you may open."
NEXT_STEP: Final = "Check the number or the link, or ask your safeguarding lead."


def babies_seen_by(
    actor: Actor, *, among: Iterable[uuid.UUID] | None = None, lasting: bool = False
) -> QuerySet[Baby]:
    """The babies whose page the actor may open now, as one query; never those closed to the actor.

    `among` asks only about these babies, and is quick for every role however many babies there are: filter
    by it, not afterwards. `lasting` leaves out what is open by breaking glass only: reading for a day is no
    ground to change who may read.
    """
    asked = None if among is None else list(among)
    opened = None if actor.is_system else opened_to(actor, asked, lasting=lasting)
    if opened is None:
        return Baby.unscoped.none()
    babies = standing_babies() if asked is None else standing_babies().filter(pk__in=asked)
    not_sealed = Q(sealed=False) & ~Q(pk__in=sealed_by_link(asked)) | Q(pk__in=sealed_door(actor, asked))
    seen = babies.filter(not_sealed, pk__in=opened).exclude(pk__in=closed_to(actor, asked))
    if actor.role in policy().opens_after_closing:
        return seen
    return seen.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=clock.today()))


def about_babies_seen_by(actor: Actor) -> Q:
    """Rows with a `child` that is a baby whose page the actor may open, or whose records were joined to one.

    What was said of a baby stays on the person that it was said of; a link moves the page, not the rows.
    """
    seen = babies_seen_by(actor).values("pk")
    return Q(child_id__in=seen) | Q(child__joined_to__in=seen)


def not_closed_to(actor: Actor) -> Q:
    """Rows with a `child` whose record is neither sealed nor closed to the actor.

    For whoever is asked about a child without having its page (an information request, a strategy discussion,
    a medical): being asked opens what was asked, and never what was closed.
    """
    closed = closed_to(actor)
    sealed = Baby.unscoped.filter(sealed=True).values("pk")
    shut = Q(child_id__in=closed) | Q(child__joined_to__in=closed)
    shut |= Q(child_id__in=sealed) | Q(child__joined_to__in=sealed) | Q(child_id__in=sealed_by_link())
    return ~shut


def standing(child: Person) -> uuid.UUID:
    """The person on whose page a child's records are now."""
    return child.joined_to_id or child.pk


def may_open(actor: Actor, child_id: uuid.UUID | str, *, lasting: bool = False) -> Decision:
    """Whether the actor may open the baby's page now. The refusal is the same whether or not it exists."""
    child = as_id(child_id)
    is_open = child is not None and babies_seen_by(actor, among=[child], lasting=lasting).exists()
    return allow("The policy table opens this record.") if is_open else refuse(NOT_FOUND)


def find_open(actor: Actor, child_id: uuid.UUID | str, *loaded: str) -> Baby:
    """The baby, when the actor may open its page; `loaded` are relations to load with it.

    Raises Unfindable, absent and not permitted alike, with the attempt in the ledger (`baby.looked`).
    """
    child = as_id(child_id)
    found = None
    if child is not None:
        found = babies_seen_by(actor, among=[child]).select_related("person", "partnership", *loaded).first()
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
