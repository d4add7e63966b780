"""Who may take which list out."""

from __future__ import annotations

from sightline.access.keys import own_id
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.exchange.exporting.lists import LISTS, Line
from sightline.exchange.models import Export


def may_ask_for(actor: Actor, listing: str, because: str) -> Decision:
    """Whoever sees the list on its page."""
    if listing in LISTS and LISTS[listing].is_for(actor):
        return allow("The list is one of your role.")
    return refuse("Your role has no such list.")


def may_take(actor: Actor, asked: Export) -> Decision:
    """Whoever asked for it, in the role in which they asked."""
    own = asked.asked_by == own_id(actor) and asked.asked_as["role"] == actor.role
    return allow("You asked for it.") if own else refuse("Only whoever asked for a list takes it.")


def may_finish_list(actor: Actor, asked: Export, lines: list[Line]) -> Decision:
    """The reader for whom it was written."""
    return may_take(actor, asked)
