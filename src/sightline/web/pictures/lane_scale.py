"""Where a day stands on the lanes: pregnancy drawn narrower, then weeks of age."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# A day of pregnancy takes this part of the room of a day of life; pregnancy, at most this part of the whole.
_NARROWER: Final = 0.3
_MOST: Final = 0.3
_WEEK_STEPS: Final = (1, 2, 4, 8, 13, 26, 52)


@dataclass(frozen=True)
class LaneScale:
    """Days from `first` to `last` across `left` to `right`; at `birth`, if it is known, the scale widens."""

    first: dt.date
    last: dt.date
    birth: dt.date | None
    left: float
    right: float

    def x(self, day: dt.date) -> float:
        """Across; a day outside the range stands at its nearer end."""
        day = min(max(day, self.first), self.last)
        whole = self.right - self.left
        if self.birth is None or not self.first < self.birth <= self.last:
            return self.left + whole * _part(day, self.first, self.last)
        if day < self.birth:
            return self.left + self.before * _part(day, self.first, self.birth)
        return self.left + self.before + (whole - self.before) * _part(day, self.birth, self.last)

    @property
    def before(self) -> float:
        """The room that pregnancy takes."""
        if self.birth is None:
            return 0
        pregnant = max((self.birth - self.first).days, 0) * _NARROWER
        alive = max((self.last - self.birth).days, 1)
        return (self.right - self.left) * min(pregnant / (pregnant + alive), _MOST)

    def months(self) -> Iterator[dt.date]:
        """The first day of each month within the range."""
        day = self.first.replace(day=1)
        while day <= self.last:
            if day >= self.first:
                yield day
            day = (day + dt.timedelta(days=32)).replace(day=1)

    def weeks_of_age(self, room: float) -> Iterator[tuple[int, float]]:
        """Weeks of age to name and where, each at least `room` from the next; birth is not one of them."""
        if self.birth is None or self.birth > self.last:
            return
        per_week = (self.right - self.x(self.birth)) / max((self.last - self.birth).days / 7, 1 / 7)
        step = next((one for one in _WEEK_STEPS if one * per_week >= room), _WEEK_STEPS[-1])
        week = step
        while self.birth + dt.timedelta(weeks=week) <= self.last:
            yield week, self.x(self.birth + dt.timedelta(weeks=week))
            week += step


def _part(day: dt.date, first: dt.date, last: dt.date) -> float:
    return (day - first).days / max((last - first).days, 1)
