"""What access tells the rooms above, in the transaction in which it happens."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sightline.core.events import Event


@dataclass(frozen=True, slots=True)
class InvolvementsChanged(Event):
    """Teams began or ended their involvement with these babies, or another practitioner leads."""

    children: frozenset[uuid.UUID]


@dataclass(frozen=True, slots=True)
class NoticeGiven(Event):
    """A professional was told something, and finds it on their first page."""

    professional_id: uuid.UUID
    notice_id: uuid.UUID
