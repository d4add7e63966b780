"""Drawing a population: everyone, what each service tells, and who sends what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from sightline.core import clock
from sightline.learning.policy import Setting
from sightline.signals.parameters import Values, parameters
from sightline.signals.population.chance import Chance
from sightline.signals.population.concern import write_concern
from sightline.signals.population.health import write_health
from sightline.signals.population.people import HERE, THERE, write_people
from sightline.signals.population.telling import DAY, Writer
from sightline.signals.population.world import TODAY, World, ids, make_world
from sightline.signals.statement import computed
from sightline.signals.tables import OPEN

KINDS: Final = (
    "appointment", "contact", "measurement", "mobility", "injury", "observation", "statement", "household",
    "relationship", "seen", "referral", "strategy_request", "strategy_discussion", "medical", "assessment",
    "plan", "touchpoint", "offer", "gp_request", "challenge", "shared", "moved_area",
)  # fmt: skip
NOT_THERE: Final = ("touchpoint", "moved_area", "challenge")
"""Kinds that nobody sends in the smaller of the two partnerships."""


@dataclass(frozen=True)
class Population:
    """The rows of every signal table as pyarrow Tables, and the world that they tell of."""

    world: World
    tables: Mapping[str, Any]

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(len(table) for table in self.tables.values())

    def babies(self, count: int, seed: int = 1) -> list[str]:
        """The ids of some of the babies, spread over all."""
        places = np.random.default_rng(seed).choice(
            self.world.count, min(count, self.world.count), replace=False
        )
        found: list[str] = ids("baby", np.sort(places)).to_pylist()
        return found


def draw(count: int, seed: int = 1) -> Population:
    """`count` babies and all that is told about them: the same for the same count and seed."""
    writer = Writer(make_world(count, Chance(seed)))
    write_people(writer)
    write_health(writer)
    write_concern(writer)
    _supply(writer)
    return Population(writer.world, writer.tables())


def values_on(
    days_ago: int = 0, level: int = 2, partnership: str = HERE, policy: Mapping[str, Setting] | None = None
) -> Values:
    """What to bind to ask every signal of a population, at the end of its day or of one some days before."""
    today = clock.from_day_number(clock.day_number(TODAY) - days_ago)
    return parameters(
        today=today,
        as_of=clock.end_of(today),
        level=level,
        partnership=partnership,
        points=computed(),
        policy=policy,
    )


def _supply(writer: Writer) -> None:
    rows = list(_supplied(writer.world.today))
    import pyarrow as pa

    columns = pa.Table.from_pylist(rows)
    writer.add("supply", {name: columns[name].combine_chunks() for name in columns.column_names}, len(rows))


def _supplied(today: int) -> Iterator[dict[str, Any]]:
    since = (today - 1200) * DAY
    for partnership in (HERE, THERE):
        for kind in KINDS:
            if partnership == THERE and kind in NOT_THERE:
                continue
            for sector in ("health_visiting", "social_care"):
                yield {
                    "partnership": partnership, "kind": kind, "sector": sector, "agency": f"{sector}-one",
                    "known_from": since, "known_until": OPEN, "last_day": today,
                }  # fmt: skip
