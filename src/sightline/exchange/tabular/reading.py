"""Reading a table: bytes to a batch of proposals, or every fault by row and column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sightline.chronology.proposals import Batch, EntryProposal, PersonProposal
from sightline.core.ids import is_nhs_number
from sightline.exchange.tabular.entries import entry_of
from sightline.exchange.tabular.faults import Fault, RefusedTable, WrongCell
from sightline.exchange.tabular.header import recognise
from sightline.exchange.tabular.people import entries_of, person_of
from sightline.exchange.tabular.tables import TABLES, Table
from sightline.exchange.tabular.text import Row, is_workbook, rows_of
from sightline.exchange.tabular.values import Findings, Values, read_values

SOURCE_SYSTEM: Final = "table"
_ENDINGS: Final = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
_FIRST_NAMES: Final = {name for table in TABLES for name in table.by_name}


def looks_like_table(name: str, data: bytes) -> bool:
    """Whether a file is meant as a table: by its name's ending, or because it begins with a column's name."""
    return name.lower().endswith(_ENDINGS) or is_workbook(data) or _begins_with_a_column(data)


def _begins_with_a_column(data: bytes) -> bool:
    start = data[:200].decode("utf-8-sig", "ignore")
    return "," in start and start.split(",")[0].strip(' "') in _FIRST_NAMES


def read(data: bytes, name: str, agency_code: str) -> Batch:
    """What a table says. Raises RefusedTable with every fault, by row and column, and what to do."""
    rows = rows_of(data, name)
    if not rows:
        nothing = Fault(1, 1, "", "The table is empty.", "Check that it was written in full.")
        raise RefusedTable([nothing], file=name)
    table = recognise(rows[0], name)
    findings = read_values(table, rows[0], rows[1:])
    _note_what_stands_twice(table, findings)
    people = _each(findings, person_of) if not table.kind else ()
    entries = _entries(table, findings)
    if findings.faults:
        raise RefusedTable(sorted(findings.faults, key=lambda one: one.row), file=name)
    return Batch(
        agency_code=agency_code,
        source_system=SOURCE_SYSTEM,
        people=people,
        entries=entries,
        resources=len(rows) - 1,
        quarantined_identifiers=_quarantined(people),
        name=name,
        body=data,
    )


def _entries(table: Table, findings: Findings) -> tuple[EntryProposal, ...]:
    if table.kind:
        return _each(findings, lambda values: entry_of(table, values))
    return tuple(entry for _, values in findings.rows for entry in entries_of(values))


def _each(findings: Findings, make: Callable[[Values], Any]) -> tuple[Any, ...]:
    """What each row tells; where its cells do not go together that is a fault of the row."""
    made = []
    for row, values in findings.rows:
        try:
            made.append(make(values))
        except WrongCell as wrong:
            findings.note(row, "", wrong.what, wrong.do)
    return tuple(made)


def _note_what_stands_twice(table: Table, findings: Findings) -> None:
    column = "record_id" if table.kind else "person_id"
    first: dict[tuple[str, Any], Row] = {}
    for row, values in findings.rows:
        held = first.setdefault((values[column], values.get("version")), row)
        if held is not row:
            findings.note(
                row,
                column,
                f"The same number stands in row {held.number}.",
                "Each record has a number of its own; versions of one need the column 'version'.",
            )


def _quarantined(people: tuple[PersonProposal, ...]) -> int:
    return sum(not is_nhs_number(one.value) for person in people for one in person.identifiers)
