"""A strategy discussion: who was asked and came, what was shared and agreed, and what social care decided."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Partnership, Professional
from sightline.chronology.models import Entry
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.models import Record
from sightline.people.models import Person
from sightline.strategy.codes import ACTION_STATES, ATTENDANCE, ENQUIRY, PARTS
from sightline.strategy.models.requests import StrategyRequest
from sightline.strategy.steps import DISCUSSION


class Discussion(Record):
    """One discussion, from its planning to social care's own decision on section 47."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="strategy_discussions"
    )
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="strategy_discussions")
    held_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="strategy_discussions")
    request = models.ForeignKey(
        StrategyRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="discussions"
    )
    referral = models.ForeignKey(
        ReferredChild, on_delete=models.PROTECT, null=True, blank=True, related_name="discussions"
    )
    planned_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    planned_for = models.DateTimeField()
    place = models.CharField(max_length=200)
    why = models.TextField()
    cases = models.JSONField(default=list, blank=True)
    """Codes of `codes.CASES`: what makes others needed as well."""
    state = models.CharField(max_length=12, choices=list(DISCUSSION.states.items()), default=DISCUSSION.start)
    called_off_because = models.TextField(blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    entry_root = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided = models.TextField(blank=True)
    statement_read = models.BooleanField(default=False)
    """Whether the words that invite challenge were read out."""
    missing = models.JSONField(default=list, blank=True)
    """Who was needed and was not there, in words, where it went on all the same."""
    missing_because = models.TextField(blank=True)
    missing_approved_by = models.CharField(max_length=200, blank=True)
    enquiry = models.CharField(max_length=12, choices=list(ENQUIRY.items()), blank=True)
    enquiry_because = models.TextField(blank=True)
    enquiry_at = models.DateTimeField(null=True, blank=True)
    enquiry_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    unscoped: ClassVar[models.Manager[Discussion]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["held_by", "state", "planned_for"], name="discussion_queue"),
            models.Index(fields=["child", "state"], name="discussion_of_child"),
        ]


class Attendee(Record):
    """Somebody who was asked to take part, by name and agency, and whether they came."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="attendees")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agency_words = models.CharField(max_length=200, blank=True)
    """The agency's name, where it is not in Sightline."""
    professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=200)
    part = models.CharField(max_length=20, choices=list(PARTS.items()))
    attendance = models.CharField(max_length=12, choices=list(ATTENDANCE.items()), default="invited")

    unscoped: ClassVar[models.Manager[Attendee]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["agency", "discussion"], name="attendee_of_agency"),
            models.Index(fields=["professional", "discussion"], name="attendee_by_name"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["discussion", "name", "part"], name="asked_once_to_a_discussion")
        ]

    @property
    def of(self) -> str:
        """The agency's name."""
        return self.agency.name if self.agency else self.agency_words


class SharedThere(Record):
    """What one agency told the others."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="shared")
    by_agency = models.CharField(max_length=200)
    words = models.TextField()
    written_by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[SharedThere]] = models.Manager()


class StrategyAction(Record):
    """One thing that was agreed: what, by whom, until when, and what came of it."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=300)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="strategy_actions")
    who = models.CharField(max_length=200)
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=list(ACTION_STATES.items()), default="open")
    outcome = models.CharField(max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[StrategyAction]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["agency", "state", "due_on"], name="strategy_actions_due")]


class Dissent(Record):
    """Somebody who saw it otherwise, by name, in their words."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="dissents")
    name = models.CharField(max_length=200)
    words = models.TextField()

    unscoped: ClassVar[models.Manager[Dissent]] = models.Manager()
