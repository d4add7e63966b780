"""Facts as agencies tell them: imprecise dates, late writing, corrections, withdrawals, restrictions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sightline.core.codes import PRECISION_DAYS
from sightline.signals.population.chance import Column, Numbers, constant, number
from sightline.signals.population.world import World, ids
from sightline.signals.tables import BY_NAME, OPEN, Table

ARROW: Final[dict[str, Any]] = {
    "text": pa.string(), "day": pa.int32(), "instant": pa.int64(), "int": pa.int32(), "real": pa.float64(),
    "flag": pa.bool_(),
}  # fmt: skip
PRECISIONS: Final = ("exact", "week", "month", "order_only")
HOW_OFTEN: Final = (0.93, 0.03, 0.02, 0.02)
DAY: Final = 86_400_000_000
"""Microseconds of a day."""
REPLACED: Final = 0.04
WITHDRAWN: Final = 0.01
LATE: Final = 0.05


@dataclass(frozen=True)
class Told:
    """Entries: `fact` says which of the facts drawn each is a version of, `place` which baby's it is."""

    place: Numbers
    fact: Numbers
    common: Mapping[str, Column]

    def where(self, chosen: Numbers) -> Told:
        """Only some of the entries."""
        kept = pa.array(np.flatnonzero(chosen))
        common = {name: column.take(kept) for name, column in self.common.items()}
        return Told(self.place[chosen], self.fact[chosen], common)


@dataclass
class Writer:
    """Collects the rows of every table, and gives out the numbers of entries."""

    world: World
    rows: dict[str, list[Any]] = field(default_factory=dict)
    last_entry: int = 0

    def tell(
        self, places: Numbers, day: Numbers, sector: Column, about: Column | None = None, late: int = 0
    ) -> Told:
        """Entries about the babies at `places` (or about `about`) on a day, one or two versions a fact.

        What would be written after today is left out. `late` adds up to so many days to the writing.
        """
        told = _versions(self.world, day, late)
        told["entry"] = self.last_entry + 1 + np.arange(len(told["fact"]))
        told["root"] = told["entry"][told.pop("root_at")]
        self.last_entry += len(told["fact"])
        in_time = told["known_from"] <= noon(np.array([self.world.today + 1]))[0]
        told = {name: values[in_time] for name, values in told.items()}
        fact = told["fact"]
        about = self.world.babies(places) if about is None else about
        common = _common(told) | {
            "about_id": about.take(pa.array(fact)),
            "agency": pc.binary_join_element_wise(sector.take(pa.array(fact)), "one", "-"),
            "sector": sector.take(pa.array(fact)),
            "sensitivity": self.world.chance.code({0: 0.965, 1: 0.025, 2: 0.01}, len(fact)),
        }
        return Told(places[fact], fact, common)

    def write(self, table: str, told: Told, about: Column | None = None, **own: Any) -> Told:
        """Rows of a table for these entries; `own` columns are one a fact drawn, or one value for all."""
        fact = pa.array(told.fact)
        columns = dict(told.common)
        columns |= {name: _own(value, fact) for name, value in own.items()}
        if about is not None:
            columns["about_id"] = about.take(fact)
        self.add(table, columns, len(told.fact))
        return told

    def add(self, table: str, columns: Mapping[str, Column], count: int) -> None:
        """Rows as they are; a column that is left out is null."""
        self.rows.setdefault(table, []).append(_arranged(BY_NAME[table], columns, count))

    def tables(self) -> dict[str, Any]:
        """Every signal table, also the empty ones."""
        return {name: self._table(table) for name, table in BY_NAME.items()}

    def _table(self, table: Table) -> Any:
        parts = self.rows.get(table.name) or [_arranged(table, {}, 0)]
        return pa.concat_tables(parts).combine_chunks()


def _own(value: Any, fact: Column) -> Column:
    if isinstance(value, np.ndarray):
        value = pa.array(value)
    return value.take(fact) if isinstance(value, pa.Array | pa.ChunkedArray) else constant(value, len(fact))


def _arranged(table: Table, columns: Mapping[str, Column], count: int) -> Any:
    arrays = [
        pc.cast(columns[column.name], ARROW[column.type])
        if column.name in columns
        else pa.nulls(count, ARROW[column.type])
        for column in table.columns
    ]
    return pa.table(arrays, names=[column.name for column in table.columns])


def noon(day: Numbers) -> Numbers:
    """The instant in the middle of each day, winter time."""
    return day.astype(np.int64) * DAY + DAY // 2


def _versions(world: World, day: Numbers, late: int) -> dict[str, Numbers]:
    """Each fact as first known; of some a version that replaced it, of some the end of being known."""
    chance, count = world.chance, len(day)
    written = day + np.where(
        chance.yes(LATE, count), chance.whole(1, 30 + late, count), chance.whole(0, late, count)
    )
    known = noon(written) + chance.whole(0, DAY // 3, count)
    ended = known + chance.whole(1, 40, count) * DAY
    ended = np.where(ended > noon(np.array([world.today])), OPEN, ended)
    replaced = chance.yes(REPLACED, count) & (ended < OPEN)
    withdrawn = ~replaced & chance.yes(WITHDRAWN, count)
    fact = np.arange(count)
    again = fact[replaced]
    moved = day.copy()
    moved[replaced] -= chance.whole(0, 3, len(again))
    return {
        "fact": np.concatenate([fact, again]),
        "root_at": np.concatenate([fact, again]),
        "day": np.concatenate([moved, day[again]]),
        "written": np.concatenate([written, written[again]]),
        "known_from": np.concatenate([known, ended[again]]),
        "known_until": np.concatenate(
            [np.where(replaced | withdrawn, ended, OPEN), np.full(len(again), OPEN)]
        ),
        "precision": chance.generator.choice(len(PRECISIONS), count, p=HOW_OFTEN)[
            np.concatenate([fact, again])
        ],
    }


def _common(told: Mapping[str, Numbers]) -> dict[str, Column]:
    """The columns that every table has."""
    reach = np.array([PRECISION_DAYS.get(name, 0) for name in PRECISIONS])[told["precision"]]
    only_order = reach == 0
    return {
        "happened_from": number(told["day"] - reach + 1, only_order),
        "happened_to": number(told["day"], only_order),
        "recorded_day": number(told["written"]),
        "known_from": number(told["known_from"]),
        "known_until": number(told["known_until"]),
        "entry_id": ids("entry", told["entry"]),
        "root_id": ids("entry", told["root"]),
    }
