"""Files that people upload, and what came of each."""

from __future__ import annotations

from typing import ClassVar, Final

from django.db import models

from sightline.agencies.models import Agency
from sightline.core import clock
from sightline.core.codes import Codes
from sightline.core.models import Record

UPLOAD_STATES: Final[Codes] = {
    "waiting": "Waiting for its turn",
    "reading": "Being read",
    "storing": "Being checked and stored",
    "done": "Read",
    "refused": "Refused",
}
UPLOAD_STEPS: Final[dict[str, tuple[str, ...]]] = {
    "waiting": ("reading",),
    "reading": ("storing", "refused"),
    "storing": ("done", "refused"),
    "done": (),
    "refused": (),
}
"""Which state may follow which."""


class Upload(Record):
    """A file that somebody uploaded for their agency. Its bytes go when it is read: the message keeps them.

    `result` holds the numbers of `importing.results.Counts`, `created_agency` and `refusals`; `faults` every
    fault of a table, by row and column. With `dry_run` nothing was stored, and the numbers say what would be.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=255)
    size = models.PositiveIntegerField()
    data = models.BinaryField(blank=True)
    uploaded_by = models.CharField(max_length=64)
    uploaded_by_name = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    dry_run = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=list(UPLOAD_STATES.items()), default="waiting")
    records = models.PositiveIntegerField(null=True, blank=True)
    """How many records the file holds, once it is read."""
    result = models.JSONField(default=dict, blank=True)
    faults = models.JSONField(default=list, blank=True)

    unscoped: ClassVar[models.Manager[Upload]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["agency", "uploaded_at"])]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_state_display().lower()}"

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will come."""
        return not UPLOAD_STEPS[self.state]


EXPORT_STATES: Final[Codes] = {
    "waiting": "Waiting for its turn",
    "writing": "Being written",
    "done": "Ready",
    "refused": "Not written: you no longer hold the role in which you asked",
}
EXPORT_STEPS: Final[dict[str, tuple[str, ...]]] = {
    "waiting": ("writing",),
    "writing": ("done", "refused"),
    "done": (),
    "refused": (),
}
"""Which state may follow which."""


class Export(Record):
    """A list that somebody takes out, for a reason. Its rows are kept for a day, the reason for ever."""

    listing = models.CharField(max_length=40)
    because = models.CharField(max_length=300)
    asked_by = models.UUIDField()
    asked_as = models.JSONField()
    """The role and the team in which it was asked: it shows what that reader may see."""
    asked_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=list(EXPORT_STATES.items()), default="waiting")
    rows = models.PositiveIntegerField(null=True, blank=True)
    rows_written = models.PositiveIntegerField(default=0)
    children = models.JSONField(default=list, blank=True)
    data = models.BinaryField(blank=True)

    unscoped: ClassVar[models.Manager[Export]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["asked_by", "asked_at"], name="export_of_reader")]

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will come."""
        return not EXPORT_STEPS[self.state]
