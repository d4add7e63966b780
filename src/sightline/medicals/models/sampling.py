"""Quality assurance: which finished medicals of a month a second paediatrician reads, and what they found."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Professional
from sightline.core import clock
from sightline.core.models import Record
from sightline.medicals.codes import REVIEWED
from sightline.medicals.models.medicals import Medical


class Sample(Record):
    """The sample of one agency's month. With the seed and the rule kept here it can be drawn again."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="medical_samples")
    month = models.DateField()
    """The first day of the month."""
    one_in = models.PositiveIntegerField()
    rule_version = models.CharField(max_length=20)
    seed = models.CharField(max_length=64)
    frame = models.PositiveIntegerField()
    """How many medicals were finished in the month."""
    drawn_at = models.DateTimeField(default=clock.now)
    drawn_by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")

    unscoped: ClassVar[models.Manager[Sample]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "month"], name="one_sample_a_month")]


class Sampled(Record):
    """That a medical is in a sample."""

    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="sampled")
    medical = models.OneToOneField(Medical, on_delete=models.PROTECT, related_name="sampled")

    unscoped: ClassVar[models.Manager[Sampled]] = models.Manager()


class Review(Record):
    """What a second paediatrician found of one medical: about the work, never about a family."""

    of = models.OneToOneField(Sampled, on_delete=models.PROTECT, related_name="review")
    reviewer = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    documented = models.CharField(max_length=10, choices=list(REVIEWED.items()))
    differential = models.CharField(max_length=10, choices=list(REVIEWED.items()))
    answers = models.CharField(max_length=10, choices=list(REVIEWED.items()))
    shared = models.CharField(max_length=10, choices=list(REVIEWED.items()))
    agrees = models.CharField(max_length=10, choices=list(REVIEWED.items()))
    line = models.CharField(max_length=300)
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Review]] = models.Manager()
