"""Signals on DuckDB, over tables or views called as the signal tables are.

Of the second that planning all signals takes, DuckDB 2.0 spends most on lifting projections up through the
plan, which grows with the square of a statement's length and gains the signals nothing: it is left out while
they are asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from sightline.signals.engines import ddl
from sightline.signals.parameters import Values
from sightline.signals.statement import Evidence, Statement, statement
from sightline.signals.supply import not_computable as _not_computable
from sightline.signals.tables import BY_NAME

DIALECT: Final = "duckdb"
LEFT_OUT: Final = "projection_pullup"
"""The step of DuckDB's planning that costs most and gains nothing; versions before 2.0 do not know it."""


def create(connection: Any) -> None:
    """Create the signal tables; DuckDB needs no index here."""
    for text in ddl.create_statements(DIALECT):
        connection.execute(text)


def insert(connection: Any, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add rows to a signal table."""
    if values := ddl.in_columns(BY_NAME[table], rows):
        connection.executemany(ddl.insert_statement(BY_NAME[table], "?"), values)


def evaluate_baby(
    connection: Any, child_id: str, values: Values, ids: tuple[str, ...] | None = None
) -> list[Evidence]:
    """Every point's evidence for one baby (or that of the points `ids`), in one statement."""
    return _ask(connection, statement(DIALECT, "baby", ids), values | {"child_id": child_id})


def evaluate_population(
    connection: Any, values: Values, ids: tuple[str, ...] | None = None
) -> list[Evidence]:
    """Every point's evidence for every followed baby of a partnership, in one statement."""
    return _ask(connection, statement(DIALECT, "population", ids), values)


def not_computable(connection: Any, values: Values) -> list[str]:
    """The ids of the points that need a kind of entry which nobody supplies."""
    return _not_computable(connection, DIALECT, values)


def _ask(connection: Any, asked: Statement, values: Values) -> list[Evidence]:
    with _planned_quickly(connection):
        return [Evidence(*row) for row in connection.execute(asked.text, asked.bind(values)).fetchall()]


@contextmanager
def _planned_quickly(connection: Any) -> Iterator[None]:
    """Planning without `LEFT_OUT`; other queries of the database keep what they were set to."""
    before = connection.execute("SELECT current_setting('disabled_optimizers')").fetchone()[0]
    if not _is_known(connection):
        yield
        return
    connection.execute(f"SET disabled_optimizers = '{','.join(filter(None, (before, LEFT_OUT)))}'")
    try:
        yield
    finally:
        connection.execute(f"SET disabled_optimizers = '{before}'")


def _is_known(connection: Any) -> bool:
    steps = connection.execute("SELECT name FROM duckdb_optimizers()").fetchall()
    return (LEFT_OUT,) in steps
