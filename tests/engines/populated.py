"""An invented population in a scratch database of each engine."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import duckdb
import psycopg

from sightline.core.ids import new_id
from sightline.signals.engines import duckdb as on_duckdb
from sightline.signals.engines import postgresql as on_postgresql
from sightline.signals.engines import sqlite as on_sqlite
from sightline.signals.parameters import Values
from sightline.signals.population import loading
from sightline.signals.statement import Evidence

POSTGRES = os.environ.get("SIGHTLINE_TEST_POSTGRES", "")
ByPoint = dict[str, set[tuple[str, str, str]]]


@dataclass(frozen=True)
class Asked:
    """One engine with a population in it."""

    name: str
    module: ModuleType
    connection: Any

    def everyone(self, values: Values, *ids: str) -> ByPoint:
        """What the population statement returns, by point; of the points `ids`, when any are named."""
        return by_point(self.module.evaluate_population(self.connection, values, ids or None))

    def one_by_one(self, babies: Iterable[str], values: Values) -> ByPoint:
        """What the one baby's statement returns for each of these, by point."""
        rows = (self.module.evaluate_baby(self.connection, child, values) for child in babies)
        return by_point(row for answer in rows for row in answer)


def by_point(rows: Iterable[Evidence]) -> ByPoint:
    """Evidence by its point. Fails when a row is told twice."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in rows:
        found[row.point].append((row.child_id, row.entry_id, row.because))
    assert all(len(told) == len(set(told)) for told in found.values())
    return {point: set(told) for point, told in found.items()}


def of_babies(found: ByPoint, babies: Iterable[str]) -> ByPoint:
    """Only what is about these babies."""
    mine = set(babies)
    kept = {point: {row for row in rows if row[0] in mine} for point, rows in found.items()}
    return {point: rows for point, rows in kept.items() if rows}


@contextmanager
def loaded(name: str, tables: Mapping[str, Any]) -> Iterator[Asked]:
    """The engine `name` with these rows; gone afterwards."""
    with ENGINES[name](tables) as asked:
        yield asked


@contextmanager
def _sqlite(tables: Mapping[str, Any]) -> Iterator[Asked]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    on_sqlite.create(connection)
    loading.into_sqlite(connection, tables)
    yield Asked("sqlite", on_sqlite, connection)
    connection.close()


@contextmanager
def _duckdb(tables: Mapping[str, Any]) -> Iterator[Asked]:
    with duckdb.connect(":memory:") as connection:
        on_duckdb.create(connection)
        loading.into_duckdb(connection, tables)
        yield Asked("duckdb", on_duckdb, connection)


@contextmanager
def _postgresql(tables: Mapping[str, Any]) -> Iterator[Asked]:
    # A schema of its own: other tests use the same database at the same time.
    schema = f"signals_{new_id().hex}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        try:
            connection.execute(f"SET search_path TO {schema}")
            on_postgresql.create(connection)
            loading.into_postgresql(connection, tables)
            yield Asked("postgresql", on_postgresql, connection)
        finally:
            connection.execute(f"DROP SCHEMA {schema} CASCADE")


ENGINES = {"sqlite": _sqlite, "duckdb": _duckdb, "postgresql": _postgresql}
