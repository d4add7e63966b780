"""Reads a case day by day: its rows into an engine, every point asked at the end of every day."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import yaml
from case_rows import BABY, DEFAULT_BIRTH, PARTNERSHIP, Story, fact_of, known_day, rows_of

from sightline.core import clock
from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint
from sightline.learning.policy import Setting
from sightline.signals import statement
from sightline.signals.engines import duckdb as on_duckdb
from sightline.signals.engines import postgresql as on_postgresql
from sightline.signals.engines import sqlite as on_sqlite
from sightline.signals.parameters import Values, parameters
from sightline.signals.statement import Evidence

REPLAYS = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[3] / "shared")) / "data" / "replays"
POSTGRES = os.environ.get("SIGHTLINE_TEST_POSTGRES", "")


@dataclass(frozen=True)
class Raised:
    """When a point was first raised, and the facts shown then (index and because-code)."""

    day: int
    facts: frozenset[int]
    because: frozenset[str]


@dataclass(frozen=True)
class Engine:
    """One engine's module and a connection to it."""

    module: Any
    connection: Any

    def load(self, story: Story) -> None:
        by_table: dict[str, list[Mapping[str, Any]]] = {}
        for table, row in rows_of(story):
            by_table.setdefault(table, []).append(row)
        for table, rows in by_table.items():
            self.module.insert(self.connection, table, rows)

    def ask(self, values: Values, ids: tuple[str, ...]) -> list[Evidence]:
        found: list[Evidence] = self.module.evaluate_baby(self.connection, BABY, values, ids)
        return found


ENGINES = ("sqlite", "duckdb", "postgresql")


@contextmanager
def engine(name: str) -> Iterator[Engine]:
    """An empty scratch database of an engine, with the signal tables."""
    if name == "sqlite":
        with sqlite3.connect(":memory:") as lite:
            on_sqlite.create(lite)
            yield Engine(on_sqlite, lite)
    elif name == "duckdb":
        with duckdb.connect(":memory:") as duck:
            on_duckdb.create(duck)
            yield Engine(on_duckdb, duck)
    else:
        import psycopg

        with psycopg.connect(POSTGRES) as connection:
            connection.execute("CREATE SCHEMA signals_scratch; SET search_path TO signals_scratch")
            on_postgresql.create(connection)
            yield Engine(on_postgresql, connection)
            connection.rollback()


def read_days(
    story: Story,
    points: Iterable[LearningPoint],
    days: Iterable[int],
    policy: Mapping[str, Setting] | None = None,
    engine_name: str = "sqlite",
) -> Iterator[tuple[int, list[Evidence]]]:
    """For each day, what is shown at its end."""
    points = statement.computed(tuple(points))
    ids = tuple(point.id for point in points)
    with engine(engine_name) as scratch:
        scratch.load(story)
        for day in days:
            yield day, sorted(scratch.ask(on_day(story, day, points, policy), ids))


def on_day(
    story: Story, day: int, points: Iterable[LearningPoint], policy: Mapping[str, Setting] | None
) -> Values:
    """What is bound at the end of a day of the story."""
    today = story.born + dt.timedelta(days=day)
    as_of = clock.end_of(today)
    return parameters(
        today=today, as_of=as_of, level=2, partnership=PARTNERSHIP, points=points, policy=policy
    )


def first_raised(days: Iterable[tuple[int, list[Evidence]]]) -> dict[str, Raised]:
    """When each point was first raised."""
    raised: dict[str, Raised] = {}
    for day, rows in days:
        for point in {row.point for row in rows} - set(raised):
            mine = [row for row in rows if row.point == point]
            facts = frozenset(fact_of(row.entry_id) for row in mine)
            raised[point] = Raised(day, facts, frozenset(row.because for row in mine))
    return raised


def story_of(case: Case) -> Story:
    """The story that a lesson's case tells."""
    born = dt.date.fromisoformat(case.born) if case.born else DEFAULT_BIRTH
    return Story(case.facts, case.baby, case.people, born, case.also_supplied)


def case_days(
    point: LearningPoint, case: Case, engine_name: str = "sqlite", days: Iterable[int] = ()
) -> dict[int, list[Evidence]]:
    """What a case shows at the end of each day (of every day that is read, by default)."""
    story = story_of(case)
    policy = {point.parameter(name): setting for name, setting in case.policy.items()}
    first = min(known_day(fact) for _, fact in story.told)
    every = list(days) or range(first, case.last_day + 1)
    return dict(read_days(story, [point], every, policy, engine_name))


def telling_days(shown: Mapping[int, list[Evidence]]) -> list[int]:
    """The first day, the last, and each on which something changes, with the day before it."""
    days = sorted(shown)
    changes = [day for before, day in pairwise(days) if shown[before] != shown[day]]
    return sorted({days[0], days[-1], *changes, *(day - 1 for day in changes)})


@dataclass(frozen=True)
class Replay:
    """A case file of the shared folder."""

    id: str
    story: Story
    first: int
    until: int
    expect: Mapping[str, Any]


@cache
def replay(path: Path) -> Replay:
    """Read a case file."""
    told = yaml.safe_load(path.read_text())
    born = told.get("born", DEFAULT_BIRTH)
    story = Story(tuple(told["facts"]), told.get("baby", {}), tuple(told.get("people", ())), born)
    known = [known_day(fact) for _, fact in story.told]
    by_days = [each["by_day"] for each in told["expect"].get("raise", ())]
    until = told["incident"]["day"] - 1 if "incident" in told else max([*known, *by_days])
    return Replay(told["id"], story, min(known), told.get("until", until), told["expect"])


def replays() -> list[Path]:
    """The case files of the shared folder; none when it is not there."""
    return sorted(REPLAYS.glob("*.yaml"))
