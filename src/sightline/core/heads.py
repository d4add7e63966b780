"""Heads of the ledger's chain, kept outside the database, so that a chain cut short or begun anew is found.

The setting `LEDGER_HEADS` names the file: one line of JSON a block. Whoever can rewrite the database should
not be able to rewrite this file; without it, only what the database says of itself can be checked.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Head:
    """The number and hash of a block, as they were when it was sealed."""

    number: int
    hash: str


def keep(head: Head) -> None:
    """Add a head to the file, where one is named."""
    path = _path()
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(head)) + "\n")


def kept() -> list[Head]:
    """The heads in the file, in the order in which they were added; none where no file is."""
    path = _path()
    if path is None or not path.exists():
        return []
    return [Head(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _path() -> Path | None:
    named = getattr(settings, "LEDGER_HEADS", None)
    return Path(named) if named else None
