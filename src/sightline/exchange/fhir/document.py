"""A received file: its bytes, the data that they spell, and where in the file each part stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from sightline.chronology.proposals import RefusedFile

Json = dict[str, Any]

MOST_LEVELS: Final = 100
"""How deep a record may nest. FHIR's own deepest examples stay below 25."""

CORRECT_AND_RESEND: Final = (
    "Correct it where it was recorded and send the file again: nothing of it is stored."
)


@dataclass(frozen=True, slots=True)
class Document:
    """One received file. `spans` gives the first and last byte of each part, by the part's `id()`."""

    name: str
    raw: bytes = field(repr=False)
    roots: list[Any] = field(repr=False)
    spans: dict[int, tuple[int, int]] = field(repr=False)

    def slice_of(self, part: object) -> bytes:
        """The part as it was received; empty when it has no place of its own in the file."""
        start, end = self.spans.get(id(part), (0, 0))
        return self.raw[start:end]

    def line_of(self, root: Any, path: Iterable[str | int] = ()) -> int | None:
        """The line, counted from 1, of the innermost part on `path` below `root` that has a place."""
        part, place, last = root, self._start_of(root), None
        for step in path:
            last = step
            part = _below(part, step)
            place = self._start_of(part, place)
        if place is None:
            return None
        return self._line_at(self._named_after(place, last) if id(part) not in self.spans else place)

    def refuse(self, reason: str, part: Any = None, path: Iterable[str | int] = ()) -> NoReturn:
        """Refuse the whole file because of one part of it."""
        line = None if part is None else self.line_of(part, path)
        raise RefusedFile(reason, file=self.name, line=line)

    def _start_of(self, part: Any, otherwise: int | None = None) -> int | None:
        span = self.spans.get(id(part))
        return otherwise if span is None else span[0]

    def _named_after(self, place: int, step: str | int | None) -> int:
        if not isinstance(step, str):
            return place
        name = re.escape(step.encode())
        found = re.compile(rb'"' + name + rb'"|<' + name + rb"[\s/>]").search(self.raw, place)
        return found.start() if found else place

    def _line_at(self, place: int) -> int:
        return self.raw.count(b"\n", 0, place) + 1


def _below(part: Any, step: str | int) -> Any:
    if isinstance(part, dict) and isinstance(step, str):
        return part.get(step)
    if isinstance(part, list) and isinstance(step, int) and step < len(part):
        return part[step]
    return None
