"""The actor's ids as rows are compared with them. Never null: a missing id equals no row's."""

from __future__ import annotations

import uuid
from typing import Final

from sightline.agencies.models import professional_id
from sightline.core.actors import Actor

NOBODY: Final = uuid.UUID(int=0)


def own_id(actor: Actor) -> uuid.UUID:
    """The professional who acts."""
    return professional_id(actor.id) or NOBODY


def team_of(actor: Actor) -> uuid.UUID:
    """The team in which they act."""
    return actor.team_id or NOBODY


def agency_of(actor: Actor) -> uuid.UUID:
    """The agency of that team."""
    return actor.agency_id or NOBODY
