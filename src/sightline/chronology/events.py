"""What the chronology tells the rooms above, in the transaction in which it happens."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sightline.core.events import Event


@dataclass(frozen=True, slots=True)
class EntriesRecorded(Event):
    """These entries were stored, in this order: new ones, newer versions, withdrawals."""

    entry_ids: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True)
class GrowthRestated(Event):
    """The growth of measurements recorded earlier is known better: a birth became known, or a claim moved."""

    entry_ids: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True)
class PeopleReceived(Event):
    """An agency's records of these persons changed, and no entry that came with them tells of it.

    `turned` are the source people who are now another kind: what is told of them may read otherwise, for a
    relationship is told towards the baby.
    """

    person_ids: tuple[uuid.UUID, ...]
    turned: tuple[uuid.UUID, ...] = ()
