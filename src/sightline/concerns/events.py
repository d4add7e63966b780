"""What a referral tells the rooms above, in the transaction in which it happens."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Literal

from sightline.core.actors import Actor
from sightline.core.events import Event


@dataclass(frozen=True, slots=True)
class ReferralMoved(Event):
    """One child of a referral was sent, decided on, or taken back by the referrer."""

    actor: Actor
    referred_id: uuid.UUID
    what: Literal["sent", "decided", "withdrawn"]
