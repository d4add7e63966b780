"""Thanks for having spoken or looked again, and that the statement which invites challenge was read out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Professional, Team
from sightline.challenge.codes import THANKED_FOR
from sightline.challenge.models.challenges import Challenge
from sightline.core import clock
from sightline.core.models import Record
from sightline.people.models import Person


class Thanks(Record):
    """That somebody thanked a colleague, or their whole team, and for what."""

    of = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="thanks")
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="thanks_given")
    by_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="thanks_given")
    to = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="thanks_received"
    )
    to_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="thanks_received")
    what_for = models.CharField(max_length=10, choices=list(THANKED_FOR.items()))
    words = models.CharField(max_length=300)
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Thanks]] = models.Manager()


class StatementRead(Record):
    """That the statement was read out where something about a child was decided together."""

    process = models.CharField(max_length=30)
    process_id = models.UUIDField()
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="statements_read")
    version = models.CharField(max_length=20)
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[StatementRead]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["process", "process_id", "version", "by"], name="read_once_by_each"
            )
        ]
