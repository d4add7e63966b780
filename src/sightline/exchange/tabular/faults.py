"""What is wrong in a table: where, what, and what to do about it. All of it is told, not only the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sightline.chronology.proposals import RefusedFile

MOST: Final = 200
"""Faults of one file that are gathered; after so many the reading stops."""
_TOLD_AT_ONCE: Final = 5
_LONGEST_QUOTED: Final = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `row` counts as a spreadsheet does, the header being row 1; `line` is the line of the file.

    `column` is empty where the whole row is meant.
    """

    row: int
    line: int
    column: str
    what: str
    do: str

    def __str__(self) -> str:
        place = f"Row {self.row}, column '{self.column}'" if self.column else f"Row {self.row}"
        return f"{place}: {self.what} {self.do}"


class RefusedTable(RefusedFile):
    """A table with faults. Its reason names the first few; `faults` holds every one that was found."""

    def __init__(self, faults: Sequence[Fault], *, file: str) -> None:
        super().__init__(_reason(faults), file=file, line=faults[0].line)
        self.faults = tuple(faults)


class WrongCell(Exception):
    """What is wrong with the text of one cell, and what to do."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(f"{what} {do}")
        self.what, self.do = what, do


def quoted(text: str) -> str:
    """A cell's text as it is quoted in a fault, shortened."""
    return f"'{text}'" if len(text) <= _LONGEST_QUOTED else f"'{text[:_LONGEST_QUOTED]}…'"


def _reason(faults: Sequence[Fault]) -> str:
    told = [str(fault) for fault in faults[:_TOLD_AT_ONCE]]
    left = len(faults) - len(told)
    if left:
        or_more = " or more" if len(faults) >= MOST else ""
        told.append(f"And {left}{or_more} further faults.")
    return " ".join(told)
