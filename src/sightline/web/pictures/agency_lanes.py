"""The facts that chronology lanes show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sightline.web.pictures.table import is_local

# What each sign is called, in the order in which room is found for it.
KINDS: Final = {
    "birth": "birth",
    "not_brought": "not brought",
    "worry": "worry",
    "icon": "talk on crying (ICON)",
    "seen": "baby seen",
    "other": "other entry",
}


@dataclass(frozen=True)
class Sign:
    """One entry: its day, what kind of sign it is, the words beside it, and its address on this site.

    Raises ValueError for a kind that is not in KINDS, or an address that leaves this site.
    """

    day: dt.date
    kind: str
    label: str = ""
    href: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"A sign is one of {', '.join(KINDS)}, not {self.kind!r}.")
        if self.href and not is_local(self.href):
            raise ValueError("A sign's address must stay on this site.")

    @property
    def words(self) -> str:
        """What the sign says: its kind, and its label where that adds to it."""
        kind = KINDS[self.kind]
        return f"{kind}: {self.label}" if self.label and self.label != kind else kind


@dataclass(frozen=True)
class Lane:
    """One agency: its name, how often it sends, the spans (first, last day) it sent nothing of, its signs."""

    name: str
    note: str = ""
    nothing_sent: tuple[tuple[dt.date, dt.date], ...] = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True)
class Lanes:
    """What the picture shows, from `first` to `today`. `birth` is None while the baby is not yet born.

    Raises ValueError when the days run backwards.
    """

    lanes: tuple[Lane, ...]
    first: dt.date
    today: dt.date
    birth: dt.date | None = None
    last_looked: dt.date | None = None

    def __post_init__(self) -> None:
        if self.first > self.today:
            raise ValueError("A chronology cannot begin after today.")
