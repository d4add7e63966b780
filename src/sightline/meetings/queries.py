"""The meetings that an actor takes part in, and of each piece of work only what they may open."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import Q, QuerySet

from sightline.access.keys import agency_of
from sightline.access.scope import not_closed_to, unfindable
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.meetings.figures import figures_on
from sightline.meetings.models import Discussion, Item, Meeting, MeetingAction
from sightline.meetings.policy import is_of_role, meets, owns
from sightline.meetings.sight import not_shut, opened

Row = TypeVar("Row", Discussion, MeetingAction)
LOOKED = "meeting.looked"
KIND_ORDER = ("overdue", "challenge", "stuck")


@dataclass(frozen=True, slots=True)
class Line:
    """One item as this actor reads it: whole, or as a case of an agency."""

    item: Item
    is_open: bool
    discussions: list[Discussion] = field(default_factory=list)
    actions: list[MeetingAction] = field(default_factory=list)


def seen_by(actor: Actor) -> QuerySet[Meeting]:
    """The meetings of the actor's partnership, for the roles that meet."""
    if not meets(actor):
        return Meeting.unscoped.none()
    mine = Meeting.unscoped.filter(partnership__code=actor.partnership)
    return mine.select_related("partnership", "called_by")


def find_meeting(actor: Actor, key: uuid.UUID | str) -> Meeting:
    """One meeting. Raises Unfindable."""
    found = seen_by(actor).filter(pk=key).first()
    if found is None:
        raise unfindable(actor, LOOKED)
    return found


def find_item(actor: Actor, key: uuid.UUID | str) -> Item:
    """One item that the actor may open. Raises Unfindable, absent and not permitted alike."""
    rows = Item.unscoped.filter(meeting__in=seen_by(actor), pk=key)
    found = rows.select_related("meeting__partnership", "agency", "child").first()
    if found is None or not opened(actor, [found]):
        raise unfindable(actor, LOOKED, [found.child_id] if found and found.child_id else [])
    return found


def agenda_of(actor: Actor, meeting: Meeting) -> list[Line]:
    """The agenda as this actor reads it: pinned items first, then by kind, the longest waiting first."""
    items = list(meeting.items.select_related("agency", "child"))
    open_to_them, known = opened(actor, items), not_shut(actor, items)
    said = _by_item(Discussion.unscoped.filter(item_id__in=open_to_them).select_related("by"))
    todo = _by_item(
        MeetingAction.unscoped.filter(item__meeting=meeting).select_related("owner_agency", "done_by")
    )
    return [
        Line(
            item,
            item.pk in open_to_them,
            said.get(item.pk, []),
            [
                one
                for one in todo.get(item.pk, [])
                if item.pk in open_to_them or (item.pk in known and is_of_role(actor, one))
            ],
        )
        for item in sorted(items, key=_order)
    ]


def earlier_actions(actor: Actor, meeting: Meeting) -> list[MeetingAction]:
    """What earlier meetings gave out: not done, or done lately; the actor's own and of what they may open."""
    term = figures_on(meeting.partnership.code).actions_shown_for
    since = clock.start_of(clock.working_days_ago(clock.today(), term))
    rows = MeetingAction.unscoped.filter(
        Q(done_at__isnull=True) | Q(done_at__gte=since),
        item__meeting__partnership=meeting.partnership,
        item__meeting__held_on__lt=meeting.held_on,
    ).select_related("item__child", "item__agency", "item__meeting", "owner_agency", "done_by")
    listed = list(rows.order_by("due_on", "id"))
    items = {one.item_id: one.item for one in listed}.values()
    open_to_them, known = opened(actor, items), not_shut(actor, items)
    return [
        one
        for one in listed
        if one.item_id in open_to_them or (one.item_id in known and is_of_role(actor, one))
    ]


def actions_of(actor: Actor) -> QuerySet[MeetingAction]:
    """What a meeting gave the actor's role to do and is not done, the soonest due first; nothing closed."""
    known = Item.unscoped.filter(Q(child__isnull=True) | not_closed_to(actor)).values("pk")
    mine = MeetingAction.unscoped.filter(
        owner_agency_id=agency_of(actor), owner_role=actor.role, done_at__isnull=True, item_id__in=known
    )
    return mine.select_related("item__agency").order_by("due_on", "id")


def find_action(actor: Actor, meeting: Meeting, key: uuid.UUID) -> MeetingAction | None:
    """One action of the partnership's meetings that the actor reads; None for none."""
    rows = MeetingAction.unscoped.filter(pk=key, item__meeting__partnership=meeting.partnership)
    found = rows.select_related("item__meeting__partnership").first()
    if found is None or not (owns(actor, found) or opened(actor, [found.item])):
        return None
    return found


def _by_item(rows: Iterable[Row]) -> dict[uuid.UUID, list[Row]]:
    made: dict[uuid.UUID, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.pk):
        made.setdefault(row.item_id, []).append(row)
    return made


def _order(item: Item) -> tuple[bool, int, float, str]:
    return not item.pinned, KIND_ORDER.index(item.kind), item.since.timestamp(), str(item.pk)
