"""The audit ledger's tables, and what every model of Sightline shares."""

from __future__ import annotations

import uuid

from django.db import models

from sightline.core import clock, ids


class Record(models.Model):
    """A row with a key that sorts by time and tells nothing.

    The default manager is called `unscoped`, so that reading past the scope is seen for what it is; pages
    read through a room's `seen_by(actor)`.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)

    unscoped: models.Manager[models.Model] = models.Manager()

    class Meta:
        abstract = True
        default_manager_name = "unscoped"


class LedgerEntry(models.Model):
    """One request, action or file: who, what, about which children, allowed or refused. Append-only."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    at = models.DateTimeField(default=clock.now)
    actor_id = models.CharField(max_length=64)
    actor_name = models.CharField(max_length=200)
    role = models.CharField(max_length=40)
    agency_code = models.CharField(max_length=40, blank=True)
    event = models.CharField(max_length=80)
    outcome = models.CharField(max_length=10)
    because = models.TextField(blank=True)
    records = models.JSONField(default=list)

    ledger = models.Manager["LedgerEntry"]()

    class Meta:
        default_manager_name = "ledger"
        indexes = [models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.event}"


class LedgerChild(models.Model):
    """That a ledger entry concerns a child: what `who has looked` reads. Append-only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(LedgerEntry, on_delete=models.PROTECT, related_name="children")
    child_id = models.UUIDField(db_index=True)

    ledger = models.Manager["LedgerChild"]()

    class Meta:
        default_manager_name = "ledger"
