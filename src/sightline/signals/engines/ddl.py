"""The signal tables as each engine creates them, and the indexes that make one baby quick."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sightline.signals.tables import PREFIX, TABLES, Table

TYPES: Final[dict[str, dict[str, str]]] = {
    "sqlite": {
        "text": "TEXT", "day": "INTEGER", "instant": "INTEGER", "int": "INTEGER", "real": "REAL",
        "flag": "BOOLEAN",
    },
    "postgres": {
        "text": "text", "day": "integer", "instant": "bigint", "int": "integer", "real": "double precision",
        "flag": "boolean",
    },
    "duckdb": {
        "text": "VARCHAR", "day": "INTEGER", "instant": "BIGINT", "int": "INTEGER", "real": "DOUBLE",
        "flag": "BOOLEAN",
    },
}  # fmt: skip

# What a signal reaches a table by, beside about_id.
_ALSO: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "relationship": (("to_id",),),
    "stay": (("child_id",),),
    "considered": (("child_id",),),
    "offer": (("child_id",),),
    "child": (("partnership",),),
    "shared": (("of_entry_id",),),
}


def indexes(table: Table) -> tuple[tuple[str, ...], ...]:
    """The columns of each index that the table needs."""
    if table.name == "supply":
        return (("partnership", "kind"),)
    return (("about_id",), *_ALSO.get(table.name, ()))


def create_statements(dialect: str) -> list[str]:
    """CREATE TABLE and CREATE INDEX for every signal table."""
    return [text for table in TABLES for text in (_table(table, dialect), *_indexes(table, dialect))]


def _table(table: Table, dialect: str) -> str:
    columns = ", ".join(
        f'"{column.name}" {TYPES[dialect][column.type]}{" NOT NULL" if column.required else ""}'
        for column in table.columns
    )
    return f'CREATE TABLE "{PREFIX}{table.name}" ({columns})'


def _indexes(table: Table, dialect: str) -> list[str]:
    # DuckDB reads a column at a time and is quicker without.
    if dialect == "duckdb":
        return []
    return [
        f'CREATE INDEX "{PREFIX}{table.name}_{"_".join(columns)}" ON "{PREFIX}{table.name}" '
        f"({', '.join(columns)})"
        for columns in indexes(table)
    ]


def in_columns(table: Table, rows: Iterable[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    """Rows as tuples in the order of the columns; a column that a row leaves out is null."""
    return [tuple(row.get(column.name) for column in table.columns) for row in rows]


def insert_statement(table: Table, mark: str) -> str:
    """INSERT with `mark` (`?` or `%s`) for each column."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'INSERT INTO "{PREFIX}{table.name}" ({names}) VALUES ({", ".join(mark for _ in table.columns)})'
