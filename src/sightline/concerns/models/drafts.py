"""A referral that is being written. A draft is no record: nobody acts on it, and sending empties it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Professional, Team
from sightline.core import clock
from sightline.core.models import Record
from sightline.people.models import Person


class ReferralDraft(Record):
    """What its writer typed so far, by step and field. Only the writer reads it."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="referral_drafts")
    writer = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="referral_drafts")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="referral_drafts")
    typed = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=clock.now)
    sent_as = models.UUIDField(null=True, blank=True)
    """The referral that came of it: sending the same draft twice sends it once."""
    discarded_at = models.DateTimeField(null=True, blank=True)
    """When a manager emptied it, because its writer could not go on with it."""
    discarded_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    discarded_because = models.CharField(max_length=300, blank=True)

    unscoped: ClassVar[models.Manager[ReferralDraft]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["writer", "sent_as"], name="draft_of_writer")]
