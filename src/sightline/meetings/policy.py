"""Who meets, and who writes of what: front-door managers and safeguarding leads of a partnership."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Final

from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.meetings.models import Item, Meeting, MeetingAction
from sightline.meetings.owners import Holder
from sightline.meetings.sight import not_shut, opens

MEETS: Final = frozenset({"front_door_manager", "safeguarding_lead"})
NOT_YOURS: Final = "Front-door managers and safeguarding leads of the partnership meet."
NOT_OPEN: Final = "Only who may open this piece of work writes about it."


def may_call(actor: Actor, held_on: dt.date) -> Decision:
    """Front-door managers and safeguarding leads."""
    return allow("They meet.") if meets(actor) else refuse(NOT_YOURS)


def may_gather(actor: Actor, meeting: Meeting) -> Decision:
    """Those who meet, in their own partnership."""
    return _is_theirs(actor, meeting)


def may_attend(actor: Actor, meeting: Meeting, who: Iterable[uuid.UUID]) -> Decision:
    """As `may_gather`."""
    return _is_theirs(actor, meeting)


def may_close(actor: Actor, meeting: Meeting) -> Decision:
    """As `may_gather`."""
    return _is_theirs(actor, meeting)


def may_discuss(actor: Actor, item: Item, words: str) -> Decision:
    """Those who meet, of what they may open."""
    return _may_write(actor, item)


def may_pin(actor: Actor, item: Item, pinned: bool) -> Decision:
    """As `may_discuss`."""
    return _may_write(actor, item)


def may_set_action(actor: Actor, item: Item, what: str, owner: Holder, due_on: dt.date | None) -> Decision:
    """As `may_discuss`."""
    return _may_write(actor, item)


def may_finish(actor: Actor, todo: MeetingAction) -> Decision:
    """Whoever has the role that owns it, or may open what it is about."""
    if owns(actor, todo):
        return allow("It is theirs to do.")
    return _may_write(actor, todo.item)


def meets(actor: Actor) -> bool:
    """Whether the actor's role meets."""
    return actor.role in MEETS


def owns(actor: Actor, todo: MeetingAction) -> bool:
    """Whether the action is the actor's: of their role in their agency, about no child closed to them."""
    return is_of_role(actor, todo) and bool(not_shut(actor, [todo.item]))


def is_of_role(actor: Actor, todo: MeetingAction) -> bool:
    """Whether the action was given to the actor's role."""
    return (actor.agency_id, actor.role) == (todo.owner_agency_id, todo.owner_role)


def _is_theirs(actor: Actor, meeting: Meeting) -> Decision:
    if meets(actor) and actor.partnership == meeting.partnership.code:
        return allow("They meet.")
    return refuse(NOT_YOURS)


def _may_write(actor: Actor, item: Item) -> Decision:
    theirs = _is_theirs(actor, item.meeting)
    if not theirs:
        return theirs
    return allow("They may open it.") if opens(actor, item) else refuse(NOT_OPEN)
