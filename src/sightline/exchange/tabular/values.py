"""From rows of cells to rows of values: every fault is gathered, none hides another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sightline.exchange.tabular.cells import refuse_formula
from sightline.exchange.tabular.columns import Column
from sightline.exchange.tabular.faults import MOST, Fault, WrongCell
from sightline.exchange.tabular.tables import Table
from sightline.exchange.tabular.text import Row

Values = dict[str, Any]
"""The value of each column whose cell is not empty."""


@dataclass(slots=True)
class Findings:
    """The rows that could be read, and the faults."""

    rows: list[tuple[Row, Values]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def note(self, row: Row, column: str, what: str, do: str) -> None:
        """Add a fault."""
        self.faults.append(Fault(row.number, row.line, column, what, do))

    @property
    def full(self) -> bool:
        """Whether so many faults were found that reading on helps nobody."""
        return len(self.faults) >= MOST


def read_values(table: Table, header: Row, rows: Iterable[Row]) -> Findings:
    """The values of every row, and every fault, up to MOST."""
    findings = Findings()
    columns = [table.by_name[name] for name in header.cells]
    for row in rows:
        if findings.full:
            break
        if len(row.cells) != len(columns):
            _note_ragged(findings, row, len(columns))
            continue
        before = len(findings.faults)
        values = dict(_values(findings, row, columns))
        if len(findings.faults) == before:
            findings.rows.append((row, values))
    return findings


def _note_ragged(findings: Findings, row: Row, expected: int) -> None:
    findings.note(
        row,
        "",
        f"The row has {len(row.cells)} cells and the header {expected}.",
        "A comma within a text may be the cause: put such a text in quotation marks.",
    )


def _values(findings: Findings, row: Row, columns: list[Column]) -> Iterator[tuple[str, Any]]:
    for column, text in zip(columns, row.cells, strict=True):
        try:
            if text:
                refuse_formula(text)
                yield column.name, column.reads(text)
            elif column.needed:
                raise WrongCell("The cell is empty.", f"It is needed: {column.form}.")
        except WrongCell as wrong:
            findings.note(row, column.name, wrong.what, wrong.do)
