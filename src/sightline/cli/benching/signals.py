"""All signals on every engine: the same population, the same day, one after the other."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from django.db.utils import ConnectionHandler

from sightline.cli.benching import by_hand
from sightline.cli.benching.databases import postgresql_with, raw, raw_anew, sqlite_with
from sightline.signals.engines import duckdb as on_duckdb
from sightline.signals.engines import postgresql as on_postgresql
from sightline.signals.engines import sqlite as on_sqlite
from sightline.signals.parameters import Values
from sightline.signals.population import Population, draw, loading
from sightline.signals.population.drawing import values_on
from sightline.signals.statement import Evidence, computed

ROUNDS = 3
"""How often the compiled SQL and the SQL by hand take turns; the quickest of each counts."""

Result = TypeVar("Result")


@dataclass
class Measured:
    """What was measured. Times of whole populations are in seconds, of one baby in milliseconds."""

    babies: int
    rows: int
    points: int
    engines_agree: bool = True
    by_hand_agrees: bool | None = None
    by_hand_points: int = 0
    ratio_to_hand_written: float | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    one_baby_ms: dict[str, float] = field(default_factory=dict)
    first_call_ms: dict[str, float] = field(default_factory=dict)
    differ: dict[str, list[str]] = field(default_factory=dict)
    """By engine, the points whose rows are not DuckDB's."""


def measure(babies: int, seed: int, sample: int, folder: Path, hand: Path | None = None) -> Measured:
    """Draw a population and ask everything of it on DuckDB, SQLite and PostgreSQL."""
    population, values = draw(babies, seed), values_on()
    found = Measured(babies, population.rows, len(computed()))
    expected = _on_duckdb(found, population, values, hand or by_hand.HERE)
    with sqlite_with(population, folder) as handler:
        _on_database(found, "sqlite", on_sqlite, handler, values, population.babies(sample), expected)
    with postgresql_with(population) as handler:
        _on_database(found, "postgresql", on_postgresql, handler, values, population.babies(sample), expected)
    return found


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """How many seconds some work took, and what it returned."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def _on_duckdb(found: Measured, population: Population, values: Values, folder: Path) -> list[Evidence]:
    import duckdb

    with duckdb.connect(":memory:") as connection:
        on_duckdb.create(connection)
        loading.into_duckdb(connection, population.tables)
        runs = [timed(lambda: on_duckdb.evaluate_population(connection, values)) for _ in range(ROUNDS)]
        found.seconds["duckdb"] = min(seconds for seconds, _ in runs)
        if ids := by_hand.points(folder):
            _against_hand(found, connection, values, ids, folder)
        return sorted(runs[0][1])


def _against_hand(
    found: Measured, connection: Any, values: Values, ids: tuple[str, ...], folder: Path
) -> None:
    """The compiled SQL of the points that are also written by hand, and those, in turns."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(timed(lambda: on_duckdb.evaluate_population(connection, values, ids)))
        theirs.append(timed(lambda: by_hand.run(connection, values, folder)))
    found.by_hand_points = len(ids)
    found.by_hand_agrees = sorted(ours[0][1]) == sorted(theirs[0][1])
    found.ratio_to_hand_written = min(ours)[0] / min(theirs)[0]


def _on_database(
    found: Measured,
    name: str,
    engine: ModuleType,
    handler: ConnectionHandler,
    values: Values,
    babies: list[str],
    expected: list[Evidence],
) -> None:
    seconds, rows = timed(lambda: engine.evaluate_population(raw(handler), values))
    found.seconds[name] = seconds
    _compare(found, name, expected, sorted(rows))
    connection = raw_anew(handler)
    first, _ = timed(lambda: engine.evaluate_baby(connection, babies[0], values))
    found.first_call_ms[name] = first * 1000
    times = [timed(partial(engine.evaluate_baby, connection, child, values)) for child in babies]
    found.one_baby_ms[name] = statistics.median(seconds for seconds, _ in times) * 1000
    one_by_one = sorted(row for _, answer in times for row in answer)
    mine = set(babies)
    _compare(found, f"{name}, one baby", [row for row in expected if row.child_id in mine], one_by_one)


def _compare(found: Measured, name: str, expected: list[Evidence], rows: list[Evidence]) -> None:
    if rows != expected:
        found.engines_agree = False
        found.differ[name] = sorted({row.point for row in set(rows) ^ set(expected)})
