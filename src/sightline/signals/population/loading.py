"""A population into each engine's signal tables, by that engine's quickest way in."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sightline.signals.engines import ddl
from sightline.signals.tables import BY_NAME, PREFIX

BATCH: Final = 20_000
"""Rows turned into Python at once."""


def into_duckdb(connection: Any, tables: Mapping[str, Any]) -> None:
    """Through Arrow, with no copy in Python."""
    for name, table in tables.items():
        connection.register("arriving", table)
        connection.execute(f'INSERT INTO "{PREFIX}{name}" BY NAME SELECT * FROM arriving')
        connection.unregister("arriving")


def into_sqlite(connection: sqlite3.Connection, tables: Mapping[str, Any]) -> None:
    """By executemany, in one transaction.

    No ANALYZE: with statistics SQLite 3.40 makes Bloom filters of whole tables to answer for one baby.
    """
    connection.execute("BEGIN")
    for name, table in tables.items():
        text = ddl.insert_statement(BY_NAME[name], "?")
        for batch in table.to_batches(BATCH):
            connection.executemany(text, zip(*(column.to_pylist() for column in batch.columns), strict=True))
    connection.commit()


def into_postgresql(connection: Any, tables: Mapping[str, Any]) -> None:
    """By COPY; ANALYZE at the end so that the planner knows the tables."""
    with connection.cursor() as cursor:
        for name, table in tables.items():
            names = ", ".join(f'"{column}"' for column in table.column_names)
            with cursor.copy(f'COPY "{PREFIX}{name}" ({names}) FROM STDIN WITH (FORMAT csv)') as copy:
                for part in _as_csv(table):
                    copy.write(part)
            cursor.execute(f'ANALYZE "{PREFIX}{name}"')


def _as_csv(table: Any) -> Iterator[bytes]:
    from pyarrow import csv

    options = csv.WriteOptions(include_header=False)
    for batch in table.to_batches(BATCH):
        out = io.BytesIO()
        csv.write_csv(batch, out, options)
        yield out.getvalue()
