"""Holding a meeting: calling it, gathering its agenda, noting who came, closing its minutes."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable

from sightline.access.keys import own_id
from sightline.agencies.models import Partnership
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken
from sightline.core.unit import current
from sightline.meetings.agenda import Found, Key, found_in
from sightline.meetings.models import Attendance, Item, Meeting
from sightline.meetings.owners import who_meets
from sightline.meetings.policy import MEETS, may_attend, may_call, may_close, may_gather


@action("meeting.called", may=may_call)
def call_meeting(actor: Actor, held_on: dt.date) -> Meeting:
    """Call a meeting for a day, with its agenda as it is now. The same day again gives the same meeting.

    Raises SightlineError for a day that is over.
    """
    if held_on < clock.today():
        raise SightlineError("That day is over.", next_step="Call the meeting for today or a later day.")
    here = Partnership.unscoped.get(code=actor.partnership)
    made, is_new = Meeting.unscoped.get_or_create(
        partnership=here, held_on=held_on, defaults={"called_by_id": own_id(actor)}
    )
    current().note(f"meeting:{made.pk}")
    if is_new:
        gather(actor, made)
    return made


@action("meeting.gathered", may=may_gather)
def gather(actor: Actor, meeting: Meeting) -> Meeting:
    """Bring the agenda up to date: what is new is added, what was settled goes.

    What somebody wrote about, or pinned, stays; what the meeting before pinned is carried here.
    """
    held = hold_open(meeting)
    found = {one.key: one for one in found_in(held.partnership.code)}
    found = _pinned_before(held) | found
    there = {(item.process, item.process_id): item for item in held.items.all()}
    Item.unscoped.bulk_create(_item(held, one) for key, one in found.items() if key not in there)
    gone = [item.pk for key, item in there.items() if key not in found]
    unspoken = Item.unscoped.filter(pk__in=gone, pinned=False, discussions__isnull=True, actions__isnull=True)
    unspoken.delete()
    held.gathered_at = clock.now()
    held.save(update_fields=["gathered_at"])
    note(held)
    return held


@action("meeting.attended", may=may_attend)
def note_attendance(actor: Actor, meeting: Meeting, who: Iterable[uuid.UUID]) -> Meeting:
    """Note who came, of those who meet; whoever is named no longer did not come."""
    held = hold_open(meeting)
    came = set(who)
    invited = {one.professional_id: one for one in who_meets(held.partnership.code, MEETS)}
    held.attendances.exclude(professional_id__in=came).delete()
    for key in came & invited.keys():
        Attendance.unscoped.get_or_create(
            meeting=held,
            professional_id=key,
            defaults={"agency": invited[key].team.agency, "role": invited[key].role},
        )
    note(held)
    return held


@action("meeting.closed", may=may_close)
def close_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    """Close the minutes: from then on only what was given out is finished.

    Raises SightlineError while nobody is said to have come.
    """
    held = hold_open(meeting)
    if not held.attendances.exists():
        raise SightlineError("Say who came, then close the minutes.")
    held.closed_at = clock.now()
    held.save(update_fields=["closed_at"])
    note(held)
    return held


def hold_open(meeting: Meeting) -> Meeting:
    """The meeting, held until this is saved. Raises Overtaken when its minutes are closed."""
    rows = Meeting.unscoped.select_related("partnership")
    held = rows.select_for_update(of=("self",)).get(pk=meeting.pk)
    if held.closed_at is not None:
        raise Overtaken(
            "The minutes of this meeting are closed.",
            next_step="Call the next meeting: what is pinned is carried there.",
        )
    return held


def note(meeting: Meeting, *items: Item) -> None:
    """Put the meeting, and the children of these items, on the trail of this action."""
    current().note(f"meeting:{meeting.pk}", *(str(one.child_id) for one in items if one.child_id))


def _pinned_before(meeting: Meeting) -> dict[Key, Found]:
    """What the meeting before this one kept for the next."""
    earlier = Meeting.unscoped.filter(partnership=meeting.partnership, held_on__lt=meeting.held_on)
    last = earlier.order_by("-held_on").first()
    kept = Item.unscoped.filter(meeting=last, pinned=True) if last else Item.unscoped.none()
    found = (
        Found(item.kind, item.process, item.process_id, item.child_id, item.agency_id, item.what, item.since)
        for item in kept
    )
    return {one.key: one for one in found}


def _item(meeting: Meeting, one: Found) -> Item:
    return Item(
        meeting=meeting,
        kind=one.kind,
        process=one.process,
        process_id=one.process_id,
        child_id=one.child_id,
        agency_id=one.agency_id,
        what=one.what,
        since=one.since,
    )
