"""What the chronology tells the rooms above, in the transaction in which it happens."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sightline.core.events import Event


@dataclass(frozen=True, slots=True)
class EntriesRecorded(Event):
    """These entries were stored, in this order: new ones, newer versions, withdrawals."""

    entry_ids: tuple[uuid.UUID, ...]
