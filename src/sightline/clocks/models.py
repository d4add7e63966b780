"""A limit that runs for one process, its pauses, and what the night handed back about it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Partnership, Professional, Team
from sightline.agencies.roles import ROLES
from sightline.core import clock
from sightline.core.models import Record
from sightline.people.models import Person

GOING = ("running", "paused")
STATES = {"running": "Running", "paused": "Paused", "met": "Done", "stopped": "No longer needed"}
CLIMBED = {0: "With its owner", 1: "With the team manager", 2: "With the safeguarding lead"}


class Clock(Record):
    """One limit: by which rule, for what, of whom, since when, until when, and what became of it.

    Its owner is a role in an agency, narrowed to a team and a practitioner where they are known; whoever
    holds the role tonight holds the clock. The rule's limit, source and calendar are kept as they were.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="clocks")
    rule = models.CharField(max_length=60)
    limit = models.PositiveIntegerField()
    rule_version = models.CharField(max_length=20)
    calendar_version = models.CharField(max_length=80)
    process = models.CharField(max_length=30)
    process_id = models.UUIDField()
    child = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="clocks")
    owner_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="clocks")
    owner_team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="clocks"
    )
    owner_role = models.CharField(max_length=40, choices=list(ROLES.items()), blank=True)
    owner_professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="clocks"
    )
    is_risk = models.BooleanField(default=False)
    """Whether the emergency duty team must know of it tonight."""
    state = models.CharField(max_length=10, choices=list(STATES.items()), default="running")
    started_at = models.DateTimeField(default=clock.now)
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)
    late_because = models.TextField(blank=True)
    late_approved_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="clocks_approved_late"
    )
    climbed = models.PositiveSmallIntegerField(choices=list(CLIMBED.items()), default=0)
    climbed_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Clock]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["owner_team", "state", "due_at"], name="clock_of_team"),
            models.Index(fields=["owner_agency", "state", "due_at"], name="clock_of_agency"),
            models.Index(fields=["owner_professional", "state", "due_at"], name="clock_of_person"),
            models.Index(fields=["child", "state"], name="clock_of_child"),
            models.Index(fields=["process", "process_id"], name="clock_of_process"),
            models.Index(fields=["state", "due_at"], name="clock_overdue"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["process", "process_id", "rule"],
                condition=models.Q(state__in=GOING),
                name="one_clock_a_rule",
            )
        ]


class Pause(Record):
    """That a clock stood still between two instants, why, and who said so."""

    of = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="pauses")
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField(null=True, blank=True)
    because = models.TextField()
    by = models.CharField(max_length=64)

    unscoped: ClassVar[models.Manager[Pause]] = models.Manager()


class HandBack(Record):
    """What the emergency duty team hands back in the morning about one clock, and who has read it."""

    of = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="hand_backs")
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="hand_backs_written")
    at = models.DateTimeField(default=clock.now)
    words = models.TextField()
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="hand_backs_read"
    )

    unscoped: ClassVar[models.Manager[HandBack]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["read_at", "of"], name="hand_back_unread")]


class DigestDay(Record):
    """That a partnership's digests of a day are sent, and to how many: they are sent once."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="digest_days")
    day = models.DateField()
    sent = models.PositiveIntegerField()
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[DigestDay]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partnership", "day"], name="one_digest_a_day")]
