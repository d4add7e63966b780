"""What others answer to a mark: an opinion, a discussion, what parents were told, what stood in the way."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.core import clock
from sightline.core.models import Record
from sightline.marks.codes import GRADES, HINDRANCES, OPINION_KINDS, OPINIONS
from sightline.marks.models.sightings import Sighting, choices


class Opinion(Record):
    """An examiner's opinion, or a named second opinion with the reason why nobody examined. Never changed.

    `entered_by` is who typed it: where that is not the examiner, the page says so.
    """

    of = models.ForeignKey(Sighting, on_delete=models.PROTECT, related_name="opinions")
    kind = models.CharField(max_length=20, choices=choices(OPINION_KINDS))
    examiner = models.CharField(max_length=200)
    grade = models.CharField(max_length=20, choices=choices(GRADES))
    place = models.CharField(max_length=200, blank=True)
    examined_at = models.DateTimeField()
    findings = models.TextField()
    differential = models.TextField(blank=True)
    tests = models.TextField(blank=True)
    outcome = models.CharField(max_length=20, choices=choices(OPINIONS))
    words = models.TextField()
    because = models.TextField(blank=True)
    """Why there was no examination, for a second opinion."""
    entered_by = models.CharField(max_length=200)
    entered_at = models.DateTimeField(default=clock.now)
    by_examiner = models.BooleanField()

    unscoped: ClassVar[models.Manager[Opinion]] = models.Manager()


class Discussion(Record):
    """The discussion of several agencies with the examiner."""

    of = models.ForeignKey(Sighting, on_delete=models.PROTECT, related_name="discussions")
    held_at = models.DateTimeField()
    examiner = models.CharField(max_length=200)
    sectors = models.JSONField(default=list)
    present = models.TextField()
    known = models.TextField()
    said = models.TextField()
    recorded_by = models.CharField(max_length=200)

    unscoped: ClassVar[models.Manager[Discussion]] = models.Manager()


class ParentsAnswer(Record):
    """That the parents were told, with the leaflet or without; or why they were not."""

    of = models.ForeignKey(Sighting, on_delete=models.PROTECT, related_name="parents_answers")
    told = models.BooleanField()
    at = models.DateTimeField(default=clock.now)
    by = models.CharField(max_length=200)
    whom = models.CharField(max_length=200, blank=True)
    leaflet = models.CharField(max_length=40, blank=True)
    """The version of the leaflet that was given."""
    words = models.TextField(blank=True)
    because = models.TextField(blank=True)
    review_on = models.DateField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[ParentsAnswer]] = models.Manager()


class Hindrance(Record):
    """What stands in the way of the examination, and what a manager did about it the same day."""

    of = models.ForeignKey(Sighting, on_delete=models.PROTECT, related_name="hindrances")
    kind = models.CharField(max_length=20, choices=choices(HINDRANCES))
    words = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Hindrance]] = models.Manager()
