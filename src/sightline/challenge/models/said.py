"""What is said and done while a challenge is open: each side's view, what keeps the child safe, the end."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Professional
from sightline.challenge.codes import CHANGED, SIDES
from sightline.challenge.models.challenges import Challenge
from sightline.core import clock
from sightline.core.models import Record


class SideView(Record):
    """How one side sees it, in its own words. Never changed: a later view is written below it."""

    of = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="views")
    side = models.CharField(max_length=10, choices=list(SIDES.items()))
    stage = models.PositiveSmallIntegerField()
    words = models.TextField()
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[SideView]] = models.Manager()


class SafetyAction(Record):
    """Who does what by when, so that the child is safe while colleagues differ."""

    of = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="safety_actions")
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=200)
    by_on = models.DateField()
    by_time = models.CharField(max_length=40, blank=True)
    written_by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    unscoped: ClassVar[models.Manager[SafetyAction]] = models.Manager()


class Resolution(Record):
    """What was agreed, as one side wrote it, and whether the other confirmed it or said why not.

    A decision from above both is one too, confirmed by nobody and with its reasons.
    """

    of = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="resolutions")
    side = models.CharField(max_length=10, choices=list(SIDES.items()))
    stage = models.PositiveSmallIntegerField()
    agreed = models.TextField()
    changed = models.CharField(max_length=8, choices=list(CHANGED.items()))
    effect = models.TextField()
    """What it changes for the child."""
    because = models.TextField(blank=True)
    to_learn = models.BooleanField(default=False)
    """Whether others could learn from it."""
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    confirmed_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    declined_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    declined_at = models.DateTimeField(null=True, blank=True)
    declined_because = models.TextField(blank=True)

    unscoped: ClassVar[models.Manager[Resolution]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_at__isnull=True) | models.Q(declined_at__isnull=True),
                name="confirmed_or_declined",
            ),
            models.UniqueConstraint(
                fields=["of"],
                condition=models.Q(confirmed_at__isnull=True, declined_at__isnull=True)
                & ~models.Q(side="above"),
                name="one_waiting_resolution",
            ),
        ]
