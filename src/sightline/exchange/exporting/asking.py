"""Asking for a list, watching it being written, and taking it while it is there."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet

from sightline.access.keys import own_id
from sightline.access.scope import babies_seen_by
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError, Unfindable
from sightline.core.unit import current
from sightline.exchange.exporting import tasks
from sightline.exchange.exporting.policy import may_ask_for, may_take
from sightline.exchange.models import Export
from sightline.people.models import Person
from sightline.people.queries import in_parts


@action("export.asked", may=may_ask_for)
def ask_for(actor: Actor, listing: str, because: str) -> Export:
    """Put a list in the worker's queue. Raises SightlineError without a reason."""
    if not because.strip():
        raise SightlineError("Say what you need the list for.", why="It leaves Sightline with you.")
    asked = Export.unscoped.create(
        listing=listing,
        because=because.strip(),
        asked_by=own_id(actor),
        asked_as={"role": actor.role, "team": str(actor.team_id)},
    )
    current().note(f"export:{asked.pk}")
    queue: Any = tasks.write_list
    queue.enqueue(str(asked.pk))
    return asked


def exports_seen_by(actor: Actor) -> QuerySet[Export]:
    """What the actor asked for in this role and team, the latest first, without the bytes."""
    mine = Export.unscoped.filter(asked_by=own_id(actor), asked_as__role=actor.role)
    return mine.filter(asked_as__team=str(actor.team_id)).defer("data").order_by("-asked_at", "-id")


def find_export(actor: Actor, export_id: uuid.UUID) -> Export:
    """One of them. Raises Unfindable when there is none, or none of the actor's."""
    found = exports_seen_by(actor).filter(pk=export_id).first()
    if found is None:
        raise Unfindable("There is no such list.", next_step="Go back and ask for it.")
    return found


@action("export.taken", may=may_take)
def take(actor: Actor, asked: Export) -> bytes:
    """The list, traced with every child in it.

    Raises SightlineError when it is not ready, or gone; or when a child in it was closed to its reader since.
    """
    if asked.state != "done":
        raise SightlineError("This list is not ready.", next_step="Wait for it, or ask for it again.")
    if asked.asked_at + tasks.KEPT < clock.now() or not asked.data:
        raise SightlineError("This list was kept for a day and is gone.", next_step="Ask for it again.")
    _refuse_closed(actor, asked)
    current().note(f"export:{asked.pk}", *asked.children)
    return bytes(asked.data)


def _refuse_closed(actor: Actor, asked: Export) -> None:
    """A list is as old as its writing; what is no longer open to its reader does not leave with it."""
    for some in in_parts(asked.children):
        rows = Person.unscoped.filter(pk__in=some).values_list("pk", "joined_to")
        pages = {joined_to or child for child, joined_to in rows}
        if babies_seen_by(actor, among=pages).count() < len(pages):
            raise SightlineError(
                "What you may see has changed since this list was written.", next_step="Ask for it again."
            )
