"""Which table a file is, by its header; what is wrong with a header that fits none."""

from __future__ import annotations

from sightline.exchange.tabular.faults import Fault, RefusedTable
from sightline.exchange.tabular.tables import TABLES, Table, nearest, table_of
from sightline.exchange.tabular.text import SAVE_AS, Row

_ADD = "Add it; unless it is marked as needed, its cells may be empty."
_START_AGAIN = "Start from a template: each shows the header of its table."


def recognise(header: Row, name: str) -> Table:
    """The table whose header this is. Raises RefusedTable, naming the columns that are missing or unknown."""
    found = table_of(header.cells)
    faults = _doubled(header) or ([] if found else _astray(header))
    if faults or found is None:
        raise RefusedTable(faults, file=name)
    return found


def _doubled(header: Row) -> list[Fault]:
    twice = dict.fromkeys(cell for cell in header.cells if header.cells.count(cell) > 1)
    return [_fault(header, cell, "The column stands twice.", "Keep one of the two.") for cell in twice]


def _astray(header: Row) -> list[Fault]:
    table = nearest(header.cells)
    if table is None:
        return [_not_ours(header)]
    meant = f"It seems to be the table '{table.name}'."
    faults = [
        _fault(header, column, f"The column is missing. {meant}", _ADD)
        for column in table.lacking(header.cells)
    ]
    faults += [
        _fault(header, cell[:40], f"No such column is known. {meant}", "Take it out, or correct its name.")
        for cell in table.unknown(header.cells)
    ]
    return faults


def _not_ours(header: Row) -> Fault:
    if len(header.cells) == 1 and any(mark in header.cells[0] for mark in ";\t|"):
        return _fault(header, "", "The columns are not parted by commas.", SAVE_AS)
    names = ", ".join(table.name for table in TABLES)
    return _fault(header, "", f"The header is that of no table that is read here ({names}).", _START_AGAIN)


def _fault(header: Row, column: str, what: str, do: str) -> Fault:
    return Fault(header.number, header.line, column, what, do)
