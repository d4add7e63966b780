"""How sensitive an entry an actor may open on a baby: the coarse bound before the item-by-item table."""

from __future__ import annotations

import uuid
from typing import get_args

from sightline.access.openness import Openness, openness_of
from sightline.access.policy import policy, reader_group
from sightline.access.scope import may_open
from sightline.access.table import About
from sightline.core.actors import Actor
from sightline.core.codes import SENSITIVITY_LEVEL


def levels_open_to(actor: Actor, child_id: uuid.UUID | str) -> int:
    """The highest sensitivity level (0 shared, 1 restricted, 2 sealed) of which the actor may open something.

    An upper bound: each entry is still asked of `table.view_of`, because most of that level may be another
    agency's. A baby whose page the actor may not open gives -1.
    """
    return level_at(actor, openness_of(child_id)) if may_open(actor, child_id) else -1


def level_at(actor: Actor, openness: Openness) -> int:
    """The same for a baby at this openness whose page the actor may open; -1 when nothing is shown."""
    reader, cells = reader_group(actor), policy().cells
    if reader is None:
        return -1
    return max(
        (
            level
            for sensitivity, level in SENSITIVITY_LEVEL.items()
            for holder in policy().holders
            for kind in policy().kinds
            for about in get_args(About)
            if cells[reader, openness, holder, kind, about, sensitivity].view == "shown"
        ),
        default=-1,
    )
