"""The facts of a picture as plain rows, so that a page shows the same facts twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """One cell: its words, and a local address where the words are a link."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Table:
    """A header and its rows; every row has a cell for each heading."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def is_local(href: str) -> bool:
    """Whether an address stays on this site: a path, a query or a fragment, never a scheme or a host."""
    return href.startswith(("/", "#", "?")) and not href.startswith(("//", "/\\"))


def row(*texts: str) -> tuple[Cell, ...]:
    """A row of plain words."""
    return tuple(Cell(text) for text in texts)
