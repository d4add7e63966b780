"""Entries that a process carries: what they say changes with the process, and not by a correction.

A room above says which (`carry`), at start-up: the front door's decision is no part of what the referrer may
put right, and a referral is taken back where it was made, not from under whoever reads it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Final

Carrier = Callable[[uuid.UUID], bool]
"""Whether a process carries the entry whose first version has this id."""
_carriers: Final[list[Carrier]] = []


def carry(carrier: Carrier) -> None:
    """Ask `carrier` before an entry is put right or taken back. Twice is once."""
    if carrier not in _carriers:
        _carriers.append(carrier)


def is_carried(root_id: uuid.UUID) -> bool:
    """Whether some process carries the entry."""
    return any(carrier(root_id) for carrier in _carriers)
