"""A decision to allow or refuse, with its reason in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed or not, because. A refusal's `because` is read by the person who asked."""

    allowed: bool
    because: str

    def __bool__(self) -> bool:
        return self.allowed


def allow(because: str) -> Decision:
    """Allow, because."""
    return Decision(True, because)


def refuse(because: str) -> Decision:
    """Refuse, because."""
    return Decision(False, because)
