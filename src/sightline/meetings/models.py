"""A meeting of front-door managers and safeguarding leads: who came, what was looked at, who does what."""

from __future__ import annotations

from typing import ClassVar, Final

from django.db import models

from sightline.agencies.models import Agency, Partnership, Professional
from sightline.agencies.roles import ROLES
from sightline.core import clock
from sightline.core.codes import Codes
from sightline.core.models import Record
from sightline.people.models import Person

KINDS: Final[Codes] = {
    "overdue": "Overdue",
    "challenge": "Challenged",
    "stuck": "Nothing has moved",
}
"""Why something is on the agenda."""


class Meeting(Record):
    """One meeting of a partnership's front-door managers and its agencies' safeguarding leads."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="front_door_meetings")
    held_on = models.DateField()
    called_by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField(default=clock.now)
    gathered_at = models.DateTimeField(null=True, blank=True)
    """When its agenda was last gathered."""
    closed_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Meeting]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "held_on"], name="one_front_door_meeting_a_day")
        ]


class Attendance(Record):
    """That somebody came, in which role, for which agency."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=40, choices=list(ROLES.items()))
    professional = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Attendance]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "professional"], name="one_attendance_each")
        ]


class Item(Record):
    """One piece of work on the agenda. Its name is read where it is: here is which, whose and since when."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    process = models.CharField(max_length=30)
    process_id = models.UUIDField()
    child = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="meeting_items"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="meeting_items")
    """Whose work it is: who holds the clock, or who is challenged."""
    what = models.CharField(max_length=200)
    """What is waited for, in words that name nobody."""
    since = models.DateTimeField()
    pinned = models.BooleanField(default=False)
    """Kept for the next meeting, whatever moves meanwhile."""

    unscoped: ClassVar[models.Manager[Item]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "process", "process_id"], name="one_item_a_process")
        ]


class Discussion(Record):
    """What was said about an item."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="discussions")
    words = models.TextField()
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Discussion]] = models.Manager()


class MeetingAction(Record):
    """Who does what by when after the meeting: a role of an agency, and not one person alone."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=300)
    owner_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="meeting_actions")
    owner_role = models.CharField(max_length=40, choices=list(ROLES.items()))
    due_on = models.DateField()
    written_by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=clock.now)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    unscoped: ClassVar[models.Manager[MeetingAction]] = models.Manager()
