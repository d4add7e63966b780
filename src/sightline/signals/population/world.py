"""Who there is: babies born over two years and more, some unborn, and the people around them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sightline.core import clock
from sightline.signals.population.chance import Chance, Column, Numbers

TODAY: Final = dt.date(2026, 3, 3)
"""The day on which an invented population stands: a Tuesday."""
OLDEST_DAYS: Final = 800
UNBORN: Final = 0.09
TROUBLED: Final = 0.12
"""The part of families to whom much happens at once."""
SHAPES: Final[dict[str, str]] = {
    "baby": "-0000-7000-8000-00000000ba00",
    "mother": "-0000-7000-8000-0000000000a1",
    "other_parent": "-0000-7000-8000-0000000000a2",
    "another": "-0000-7000-8000-0000000000a3",
    "sibling": "-0000-7000-8000-0000000000c1",
    "entry": "-0000-7000-8000-0000000000e0",
}


def ids(shape: str, numbers: Numbers) -> Column:
    """Ids that look as ids do; the number goes first, as time does in a real one."""
    text = pc.utf8_lpad(pc.cast(pa.array(numbers), pa.string()), width=8, padding="0")
    return pc.binary_join_element_wise(text, SHAPES[shape], "")


@dataclass(frozen=True)
class World:
    """The babies, by place: when each was born (or is due), in what family, and how much happens to it."""

    chance: Chance
    today: int
    count: int
    born: Numbers
    family: Numbers
    is_twin: Numbers
    has_followed_sibling: Numbers
    trouble: Numbers
    crisis: Numbers
    """Days from the birth around which a troubled family's facts gather."""

    @property
    def everyone(self) -> Numbers:
        """Every baby's place."""
        return np.arange(self.count)

    @property
    def is_born(self) -> Numbers:
        """Whether each baby is born by today."""
        return self.born <= self.today

    def babies(self, places: Numbers) -> Column:
        """The ids of babies."""
        return ids("baby", places)

    def people(self, shape: str, places: Numbers) -> Column:
        """The ids of a relative of each baby; twins and followed siblings share theirs."""
        return ids(shape, self.family[places])

    def happen(self, rate: float, calm: float = 1.0) -> Numbers:
        """Which babies something happens to, once for each time; `calm`: the rate's part in calm families."""
        rates = rate * np.where(self.trouble, 1.0, calm)
        return np.repeat(self.everyone, self.chance.generator.poisson(rates))

    def when(self, places: Numbers, since: int, until: int, gathered: float = 0.6) -> Numbers:
        """A day for each: from `since` to `until` days from the birth, near the crisis where there is one."""
        day = self.chance.whole(since, until, len(places))
        near = self.crisis[places] + self.chance.whole(-30, 30, len(places))
        is_near = self.trouble[places] & self.chance.yes(gathered, len(places))
        return self.born[places] + np.where(is_near, np.clip(near, since, until), day)


def make_world(count: int, chance: Chance) -> World:
    """`count` babies; neighbours by place may be twins, or an older and a younger child of one family."""
    today = clock.day_number(TODAY)
    place = np.arange(count)
    kind = np.repeat(chance.generator.random((count + 1) // 2), 2)[:count]
    is_second = (place % 2 == 1) & (kind < 0.08)
    first = np.where(is_second, place - 1, place)
    paired = np.isin(place, place[is_second]) | np.isin(place, place[is_second] - 1)
    age = chance.whole(0, OLDEST_DAYS, count)
    born = np.where(chance.yes(UNBORN, count), today + chance.whole(1, 240, count), today - age)
    is_twin = paired & (kind < 0.03)
    apart = np.where(is_second & ~is_twin, chance.whole(300, 600, count), 0)
    born = born[first] - apart
    trouble = chance.yes(TROUBLED, count)[first]
    crisis = chance.whole(-60, 500, count)
    return World(chance, today, count, born, first, is_twin, paired & ~is_twin, trouble, crisis)
