"""Signals on SQLite: a connection of the standard library's `sqlite3`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sightline.signals.engines import ddl
from sightline.signals.parameters import Values
from sightline.signals.statement import Evidence, statement
from sightline.signals.supply import not_computable as _not_computable
from sightline.signals.tables import BY_NAME

DIALECT: Final = "sqlite"
SLICE: Final = 250
AFTER_ALL: Final = "~"
"""Comes after every id."""


def create(connection: sqlite3.Connection) -> None:
    """Create the signal tables and their indexes."""
    for text in ddl.create_statements(DIALECT):
        connection.execute(text)


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add rows to a signal table."""
    connection.executemany(ddl.insert_statement(BY_NAME[table], "?"), ddl.in_columns(BY_NAME[table], rows))


def evaluate_baby(
    connection: sqlite3.Connection, child_id: str, values: Values, ids: tuple[str, ...] | None = None
) -> list[Evidence]:
    """Every point's evidence for one baby (or that of the points `ids`), in one statement."""
    asked = statement(DIALECT, "baby", ids)
    rows = connection.execute(asked.text, asked.bind(values | {"child_id": child_id}))
    return [Evidence(*row) for row in rows.fetchall()]


def evaluate_population(
    connection: sqlite3.Connection, values: Values, ids: tuple[str, ...] | None = None
) -> list[Evidence]:
    """Every point's evidence for every followed baby of a partnership, `SLICE` babies at a time.

    SQLite reads what it has made for a statement without an index where it guesses that to be short, so what
    a statement costs grows faster than the babies that it is asked about.
    """
    asked = statement(DIALECT, "slice", ids)
    found: list[Evidence] = []
    for first, last in _slices(connection, values):
        bound = asked.bind(values | {"from_child": first, "to_child": last})
        found += [Evidence(*row) for row in connection.execute(asked.text, bound).fetchall()]
    return found


def _slices(connection: sqlite3.Connection, values: Values) -> Iterator[tuple[str, str]]:
    """From which id until before which, so that every baby of the partnership is in one slice."""
    babies = connection.execute(
        "SELECT DISTINCT about_id FROM signal_child WHERE partnership = ? ORDER BY about_id",
        (values["partnership"],),
    )
    firsts = [row[0] for row in babies.fetchall()][::SLICE]
    return zip(firsts, [*firsts[1:], AFTER_ALL], strict=False)


def not_computable(connection: sqlite3.Connection, values: Values) -> list[str]:
    """The ids of the points that need a kind of entry which nobody supplies."""
    return _not_computable(connection.cursor(), DIALECT, values)
