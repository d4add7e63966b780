"""What is said of a medical, one row each time: consent, examination, opinions, who was told, follow-up."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Professional
from sightline.core import clock
from sightline.core.codes import SECTORS
from sightline.core.models import Record
from sightline.medicals.codes import CONSENTS, HOW_TOLD, KINDS, OUTCOMES, SKIN_SEEN
from sightline.medicals.models.medicals import Medical


class Consent(Record):
    """That somebody was asked to consent, and what they said. The latest row is what stands."""

    of = models.ForeignKey(Medical, on_delete=models.PROTECT, related_name="consents")
    answer = models.CharField(max_length=12, choices=list(CONSENTS.items()))
    who = models.CharField(max_length=200)
    responsibility = models.CharField(max_length=200, blank=True)
    """How it is known that they may consent: parental responsibility, or an order."""
    because = models.TextField(blank=True)
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Consent]] = models.Manager()


class Examination(Record):
    """The examination as its examiner wrote it, once. What changes later is an addendum.

    Photographs are not kept here: only where they are.
    """

    of = models.OneToOneField(Medical, on_delete=models.PROTECT, related_name="examination")
    examined_at = models.DateTimeField()
    place = models.CharField(max_length=300)
    examiner = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="examinations")
    grade = models.CharField(max_length=120)
    present = models.TextField(blank=True)
    skin_seen = models.CharField(max_length=10, choices=list(SKIN_SEEN.items()))
    findings = models.TextField()
    differential = models.TextField()
    tests_asked = models.TextField(blank=True)
    tests_awaited = models.TextField(blank=True)
    photographs_at = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Examination]] = models.Manager()


class Opinion(Record):
    """One opinion: preliminary, final or an addendum, coded, and in the examiner's own words."""

    of = models.ForeignKey(Medical, on_delete=models.PROTECT, related_name="opinions")
    kind = models.CharField(max_length=12, choices=list(KINDS.items()))
    outcome = models.CharField(max_length=20, choices=list(OUTCOMES.items()))
    words = models.TextField()
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Opinion]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["of", "kind"],
                condition=models.Q(kind__in=("preliminary", "final")),
                name="one_opinion_a_kind",
            )
        ]


class Told(Record):
    """That an agency was told of the outcome: who there, how, by whom and when."""

    of = models.ForeignKey(Medical, on_delete=models.PROTECT, related_name="told")
    sector = models.CharField(max_length=40, choices=list(SECTORS.items()))
    who = models.CharField(max_length=200)
    how = models.CharField(max_length=12, choices=list(HOW_TOLD.items()))
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Told]] = models.Manager()


class FollowUp(Record):
    """An appointment or test that follows."""

    of = models.ForeignKey(Medical, on_delete=models.PROTECT, related_name="follow_ups")
    what = models.CharField(max_length=300)
    on = models.DateField(null=True, blank=True)
    """Null while no day is booked."""
    who = models.CharField(max_length=200)
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[FollowUp]] = models.Manager()
