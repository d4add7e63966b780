"""What one agency recorded: who, about whom, when it happened, when it was recorded, when we learned of it.

Append-only. A correction is an entry that replaces another; a withdrawal is one that takes it back. Only the
agency that recorded an entry replaces it; others, and parents, add a disagreement beside it.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Professional, Team
from sightline.chronology.codes import KIND_LABELS
from sightline.core import clock
from sightline.core.codes import PRECISIONS, SECTORS, SENSITIVITIES
from sightline.core.models import Record
from sightline.people.models import SourcePerson


class Message(Record):
    """A file or message as received. The same content is stored once."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="messages")
    source_system = models.CharField(max_length=80)
    name = models.CharField(max_length=500, blank=True)
    digest = models.CharField(max_length=64, db_index=True)
    body = models.BinaryField(blank=True)
    received_at = models.DateTimeField(default=clock.now)
    received_by = models.CharField(max_length=64)

    unscoped: ClassVar[models.Manager[Message]] = models.Manager()


class Aside(Record):
    """A received record without a place yet, kept as it came."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="asides")
    source_id = models.CharField(max_length=300)
    what = models.CharField(max_length=200)
    reason = models.CharField(max_length=500)
    digest = models.CharField(max_length=64)
    body = models.BinaryField(blank=True)

    unscoped: ClassVar[models.Manager[Aside]] = models.Manager()


class Entry(Record):
    """One entry. `known_at` orders entries, then `id`. `root` is the first of its line of versions."""

    kind = models.CharField(max_length=30, choices=list(KIND_LABELS.items()))
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="entries")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="entries")
    author = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="entries"
    )
    author_name = models.CharField(max_length=200, blank=True)
    about = models.ForeignKey(SourcePerson, on_delete=models.PROTECT, related_name="entries")
    happened_from = models.DateField(null=True, blank=True)
    happened_to = models.DateField(null=True, blank=True)
    happened_at = models.DateTimeField(null=True, blank=True)
    precision = models.CharField(max_length=12, choices=list(PRECISIONS.items()), default="exact")
    recorded_at = models.DateTimeField()
    known_at = models.DateTimeField(default=clock.now)
    source_system = models.CharField(max_length=80)
    source_id = models.CharField(max_length=300)
    source_version = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64)
    """Of what the entry says: the same content again is no new version."""
    message = models.ForeignKey(
        Message, on_delete=models.PROTECT, null=True, blank=True, related_name="entries"
    )
    sensitivity = models.CharField(max_length=12, choices=list(SENSITIVITIES.items()), default="shared")
    note = models.TextField(blank=True)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    root = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="versions")
    """The first version; null on the first itself."""
    withdrawn = models.BooleanField(default=False)
    ref = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="referred_by"
    )

    unscoped: ClassVar[models.Manager[Entry]] = models.Manager()

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["about", "known_at"]),
            models.Index(fields=["agency", "source_system", "source_id"]),
            models.Index(fields=["kind", "known_at"]),
            models.Index(fields=["sensitivity"], name="entry_sensitivity"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.happened_to or ''} {self.agency_id}"


class EntryPerson(models.Model):
    """That an entry names somebody in a part (`chronology.kinds.PERSON_PARTS`)."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="people")
    part = models.CharField(max_length=20)
    source_person = models.ForeignKey(SourcePerson, on_delete=models.PROTECT, related_name="parts")

    unscoped: ClassVar[models.Manager[EntryPerson]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "part", "source_person"], name="one_part_a_person")
        ]


class EntrySector(models.Model):
    """That an entry names a sector in a part (`chronology.kinds.SECTOR_PARTS`)."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sectors")
    part = models.CharField(max_length=20)
    sector = models.CharField(max_length=40, choices=list(SECTORS.items()))

    unscoped: ClassVar[models.Manager[EntrySector]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "part", "sector"], name="one_part_a_sector")]
