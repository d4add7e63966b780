"""What storing did with each thing received."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """How many were stored for the first time, as a newer version, not at all, or taken back."""

    accepted: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    quarantined: int = 0
    """NHS numbers that failed their check: kept, marked, never used to link."""
