"""What a medical tells the rooms above, in the transaction in which it happens."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Literal

from sightline.core.actors import Actor
from sightline.core.events import Event

What = Literal[
    "asked", "accepted", "declined", "withdrawn", "called_off", "examined", "opinion", "final", "addendum"
]


@dataclass(frozen=True, slots=True)
class MedicalMoved(Event):
    """Something became of a medical."""

    actor: Actor
    medical_id: uuid.UUID
    what: What
