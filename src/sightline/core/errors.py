"""Errors that a person reads: what happened, why, and what to do next."""

from __future__ import annotations


class SightlineError(Exception):
    """Something could not be done. Shown to the person as it stands.

    `traced` says that a refusal is in the ledger already.
    """

    traced: bool = False

    def __init__(self, what: str, *, why: str = "", next_step: str = "") -> None:
        super().__init__(" ".join(part for part in (what, why, next_step) if part))
        self.what, self.why, self.next_step = what, why, next_step


class Refused(SightlineError):
    """The actor may not do this."""


class Unfindable(SightlineError):
    """There is no such record, or none that this actor may know of: the two look the same."""


class Untraceable(SightlineError):
    """The audit ledger could not be written, so nothing is read and nothing is changed."""
