"""What linkage tells the rooms above, in the transaction in which it happens."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sightline.core.events import Event


@dataclass(frozen=True, slots=True)
class ClaimMoved(Event):
    """A source person is now another person: linked, or, for the time of a claim made void, unlinked."""

    source_person_id: uuid.UUID
    from_person_id: uuid.UUID
    to_person_id: uuid.UUID
    undone: bool = False
    """Whether a claim was made void."""
