"""Where an age and a value stand on a growth chart, and which of the grid's lines are named."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sightline.web.pictures.boxes import Box
from sightline.web.pictures.pen import Point

_STEPS: Final = (0.2, 0.5, 1, 2, 5, 10, 20)
_WEEK_STEPS: Final = (1, 2, 4, 8, 13, 26, 52)


@dataclass(frozen=True)
class Scale:
    """Weeks from the due date across, kilograms or centimetres up, within a frame."""

    frame: Box
    first_week: float
    last_week: float
    least: float
    most: float

    def x(self, week: float) -> float:
        """Across."""
        part = (week - self.first_week) / (self.last_week - self.first_week)
        return self.frame.left + part * (self.frame.right - self.frame.left)

    def y(self, value: float) -> float:
        """Up: a greater value has a smaller y."""
        part = (value - self.least) / (self.most - self.least)
        return self.frame.bottom - part * (self.frame.bottom - self.frame.top)

    def at(self, week: float, value: float) -> Point:
        """The place of a measurement."""
        return self.x(week), self.y(value)

    def week_ticks(self, room: float) -> list[int]:
        """Weeks to name, each at least `room` from the next; the due date is always one."""
        per_week = (self.frame.right - self.frame.left) / (self.last_week - self.first_week)
        step = next((one for one in _WEEK_STEPS if one * per_week >= room), _WEEK_STEPS[-1])
        first = math.ceil(self.first_week / step)
        return [step * n for n in range(first, math.floor(self.last_week / step) + 1)]

    def value_ticks(self, room: float) -> list[float]:
        """Values to name, each at least `room` above the last."""
        per_unit = (self.frame.bottom - self.frame.top) / (self.most - self.least)
        step = next((one for one in _STEPS if one * per_unit >= room), _STEPS[-1])
        first = math.ceil(round(self.least / step, 6))
        return [round(step * n, 1) for n in range(first, math.floor(round(self.most / step, 6)) + 1)]


def clip(points: tuple[Point, ...], first: float, last: float) -> list[Point]:
    """The part of a line between two weeks, its cut ends placed on the line."""
    kept: list[Point] = []
    for one, other in pairwise(points):
        low, high = max(one[0], first), min(other[0], last)
        if low < high:
            kept.extend((_along(one, other, low), _along(one, other, high)))
    return list(dict.fromkeys(kept))


def _along(one: Point, other: Point, week: float) -> Point:
    part = (week - one[0]) / (other[0] - one[0])
    return week, one[1] + part * (other[1] - one[1])
