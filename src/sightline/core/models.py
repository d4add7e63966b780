"""The audit ledger's tables, and what every model of Sightline shares."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models

from sightline.core import clock, ids


class Record(models.Model):
    """A row with a key that sorts by time and tells nothing.

    The default manager is called `unscoped`, so that reading past the scope is seen for what it is; pages
    read through a room's `seen_by(actor)`.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)

    unscoped: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True
        default_manager_name = "unscoped"


class LedgerEntry(models.Model):
    """One request, action or file: who, what, about which children, allowed or refused. Append-only."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    at = models.DateTimeField(default=clock.now)
    written_at = models.DateTimeField(default=clock.wall)
    """When it was truly written, also while the clock is set (replay, demo): what sealing goes by."""
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
        verbose_name_plural = "ledger entries"
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
        constraints = [models.UniqueConstraint(fields=["entry", "child_id"], name="one_row_a_child")]


class LedgerBlock(models.Model):
    """A block of sealed entries. Its hash covers its number, the hash before it, its time and its members."""

    number = models.PositiveBigIntegerField(primary_key=True)
    previous_hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    hash = models.CharField(max_length=64)

    ledger = models.Manager["LedgerBlock"]()

    class Meta:
        default_manager_name = "ledger"


class LedgerMember(models.Model):
    """That a ledger entry is sealed in a block, at a place, with what its content was then. Append-only.

    `entry_id` is no foreign key: a member must be able to outlive an entry that somebody removed.
    """

    entry_id = models.UUIDField(primary_key=True)
    block = models.ForeignKey(LedgerBlock, on_delete=models.PROTECT, related_name="members")
    place = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)

    ledger = models.Manager["LedgerMember"]()

    class Meta:
        default_manager_name = "ledger"
        constraints = [models.UniqueConstraint(fields=["block", "place"], name="one_member_a_place")]
