"""How an agency is reached where nobody signs in: its mailbox, and links that are good for one answer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency
from sightline.core import clock
from sightline.core.models import Record
from sightline.sharing.models.requests import InformationRequest


class Mailbox(Record):
    """The safeguarding mailbox of an agency: shared and secure, never one person's own."""

    agency = models.OneToOneField(Agency, on_delete=models.PROTECT, related_name="safeguarding_mailbox")
    address = models.EmailField()
    kept_at = models.DateTimeField(default=clock.now)
    kept_by = models.CharField(max_length=64)

    unscoped: ClassVar[models.Manager[Mailbox]] = models.Manager()

    class Meta:
        verbose_name_plural = "mailboxes"


class InformationLink(Record):
    """One link that was sent: only the hash of its token is kept, so nobody can read a link from here."""

    of = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="links")
    sent_to = models.EmailField()
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    """When it was first opened; every opening is in the ledger."""
    used_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    """When a newer link, or another way of answering, took its place."""

    unscoped: ClassVar[models.Manager[InformationLink]] = models.Manager()
