"""What the signals return on the operational database: once for each sensitivity that there is to read."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import Any, Final, TypeAlias

from django.db import connection

from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.core.codes import SENSITIVITY_LEVEL
from sightline.learning.policy import Setting
from sightline.prompts.policy import policy_on
from sightline.signals.engines import postgresql, sqlite
from sightline.signals.parameters import Values, parameters
from sightline.signals.statement import Evidence, computed

Key: TypeAlias = tuple[uuid.UUID, str]
"""A child and a learning point."""

ENGINES: Final[dict[str, ModuleType]] = {"sqlite": sqlite, "postgresql": postgresql}


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the evidence, why, and the lowest level at which it is part of it."""

    entry_id: uuid.UUID
    because: str
    level: int


@dataclass(frozen=True, slots=True)
class Found:
    """A question that the signals ask; `level` is the lowest sensitivity at which they ask it."""

    level: int
    rows: tuple[Row, ...]


def find_for_babies(babies: Mapping[uuid.UUID, str], day: dt.date, as_of: dt.datetime) -> dict[Key, Found]:
    """What is asked about each baby (with its partnership's code), one statement a baby and level."""
    engine, raw = _engine()
    levels = _levels_in_use()
    found: dict[Key, Found] = {}
    for code in sorted(set(babies.values())):
        values = _values(code, day, as_of)
        for child, partnership in babies.items():
            if partnership == code:
                found |= _at_levels(levels, values, _ask_baby(engine, raw, str(child)))
    return found


def find_for_partnership(partnership: str, day: dt.date, as_of: dt.datetime) -> dict[Key, Found]:
    """What is asked about every followed baby of a partnership, one statement a level."""
    engine, raw = _engine()
    return _at_levels(
        _levels_in_use(),
        _values(partnership, day, as_of),
        lambda values: engine.evaluate_population(raw, values),
    )


def _ask_baby(engine: ModuleType, raw: Any, child: str) -> Callable[[Values], list[Evidence]]:
    return lambda values: engine.evaluate_baby(raw, child, values)


def _at_levels(
    levels: Iterable[int], values: Values, ask: Callable[[Values], list[Evidence]]
) -> dict[Key, Found]:
    """Ask at each level, the lowest first: a row counts at the lowest level at which it is returned."""
    rows: dict[Key, dict[tuple[str, str], int]] = {}
    for level in levels:
        for row in ask(values | {"level": level}):
            key = (uuid.UUID(row.child_id), row.point)
            rows.setdefault(key, {}).setdefault((row.entry_id, row.because), level)
    return {key: _found(each) for key, each in rows.items()}


def _found(rows: Mapping[tuple[str, str], int]) -> Found:
    listed = tuple(Row(uuid.UUID(entry), because, level) for (entry, because), level in sorted(rows.items()))
    return Found(min(row.level for row in listed), listed)


def _engine() -> tuple[ModuleType, Any]:
    """The engine of the operational database, and its open connection."""
    connection.ensure_connection()
    return ENGINES[connection.vendor], connection.connection


def _levels_in_use() -> list[int]:
    """Level 0, and each higher one at which there is an entry at all."""
    higher = (name for name in ("restricted", "sealed") if Entry.unscoped.filter(sensitivity=name).exists())
    return [0, *(SENSITIVITY_LEVEL[name] for name in higher)]


def _values(partnership: str, day: dt.date, as_of: dt.datetime) -> Values:
    settings = policy_on(partnership, day).settings
    bound = _values_of_day(partnership, day, tuple(sorted(settings.items())))
    return bound | {"as_of": clock.instant_number(as_of)}


@lru_cache(maxsize=1024)
def _values_of_day(partnership: str, day: dt.date, settings: tuple[tuple[str, Setting], ...]) -> Values:
    """What every baby of a partnership shares on a day: its terms of working days are worked out once."""
    return parameters(
        today=day,
        as_of=clock.end_of(day),
        level=0,
        partnership=partnership,
        points=computed(),
        policy=dict(settings),
    )
