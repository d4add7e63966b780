"""What is said about an item, what is kept for the next meeting, and who does what."""

from __future__ import annotations

import datetime as dt
import uuid

from sightline.access.keys import own_id
from sightline.access.telling import tell
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.meetings.holding import hold_open, note
from sightline.meetings.models import Discussion, Item, MeetingAction
from sightline.meetings.owners import Holder, holders_in, holding
from sightline.meetings.policy import may_discuss, may_finish, may_pin, may_set_action


@action("meeting.discussed", may=may_discuss)
def discuss(actor: Actor, item: Item, words: str) -> Discussion:
    """Write what was said. The same words by the same again are once. Raises SightlineError without words."""
    if not words.strip():
        raise SightlineError("Write what was said.")
    note(hold_open(item.meeting), item)
    said, _ = Discussion.unscoped.get_or_create(item=item, words=words.strip(), by_id=own_id(actor))
    return said


@action("meeting.pinned", may=may_pin)
def pin(actor: Actor, item: Item, pinned: bool) -> Item:
    """Keep an item for the next meeting, or keep it no longer."""
    note(hold_open(item.meeting), item)
    item.pinned = pinned
    item.save(update_fields=["pinned"])
    return item


@action("meeting.action_set", may=may_set_action)
def set_action(actor: Actor, item: Item, what: str, owner: Holder, due_on: dt.date | None) -> MeetingAction:
    """Give a role something to do by a day, and tell who has the role. The same again is once.

    Raises SightlineError for what is missing, a day that is over, or a role that nobody has.
    """
    if not what.strip():
        raise SightlineError("Say what is to be done.")
    if due_on is None or due_on < clock.today():
        raise SightlineError("Say by which day, from today.")
    if owner.key not in {one.key for one in holders_in(item.meeting.partnership.code)}:
        raise SightlineError("Choose who does it.", why="Nobody has that role today.")
    note(hold_open(item.meeting), item)
    todo, is_new = MeetingAction.unscoped.get_or_create(
        item=item,
        what=what.strip(),
        owner_agency=owner.agency,
        owner_role=owner.role,
        due_on=due_on,
        defaults={"written_by_id": own_id(actor)},
    )
    if is_new and item.child_id is not None:
        _tell(item.child_id, owner, due_on)
    return todo


@action("meeting.action_done", may=may_finish)
def finish(actor: Actor, todo: MeetingAction) -> MeetingAction:
    """Say that it is done, also after the minutes are closed. Twice is once, and the first stands."""
    waiting = MeetingAction.unscoped.filter(pk=todo.pk, done_at__isnull=True)
    waiting.update(done_at=clock.now(), done_by_id=own_id(actor))
    note(todo.item.meeting, todo.item)
    return MeetingAction.unscoped.get(pk=todo.pk)


def _tell(child_id: uuid.UUID, owner: Holder, due_on: dt.date) -> None:
    words = f"A front-door meeting gave your role something to do by {due_on.day} {due_on:%B}."
    tell(holding(owner), child_id, words)
