"""Signals on DuckDB, over tables or views called as the signal tables are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sightline.signals.engines import ddl
from sightline.signals.parameters import Values
from sightline.signals.statement import Evidence, statement
from sightline.signals.supply import not_computable as _not_computable
from sightline.signals.tables import BY_NAME

DIALECT: Final = "duckdb"


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
    asked = statement(DIALECT, "baby", ids)
    rows = connection.execute(asked.text, asked.bind(values | {"child_id": child_id}))
    return [Evidence(*row) for row in rows.fetchall()]


def evaluate_population(
    connection: Any, values: Values, ids: tuple[str, ...] | None = None
) -> list[Evidence]:
    """Every point's evidence for every followed baby of a partnership, in one statement."""
    asked = statement(DIALECT, "population", ids)
    return [Evidence(*row) for row in connection.execute(asked.text, asked.bind(values)).fetchall()]


def not_computable(connection: Any, values: Values) -> list[str]:
    """The ids of the points that need a kind of entry which nobody supplies."""
    return _not_computable(connection, DIALECT, values)
