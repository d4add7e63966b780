"""Counts of a partnership's medicals: asked, seen, opined, in what time, and whether the police were there.

They name no child. A number from 1 to 4 (by policy) is not shown, and neither is one that could be worked
out from it by taking it from the whole; what is not shown is never shown as 0.
"""

from __future__ import annotations

import datetime as dt
import statistics
import uuid
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db.models import Prefetch

from sightline.agencies.models import Agency, Partnership
from sightline.core import clock
from sightline.medicals.examining import is_same_day
from sightline.medicals.models import Examination, Medical, Opinion
from sightline.medicals.rules import rules_on

HOUR: Final = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of medicals, or None where it is suppressed. Of 0 there is nothing to protect."""

    words: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Median:
    """The middle time in hours. None when too few to be shown."""

    words: str
    hours: float | None


@dataclass(frozen=True, slots=True)
class Measures:
    """What is counted of the medicals that were asked for in a year."""

    year: int
    below: int
    counts: tuple[Count, ...]
    medians: tuple[Median, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One medical, as far as it is counted."""

    medical: Medical
    examination: Examination | None
    opinions: tuple[Opinion, ...]

    def opinion(self, kind: str) -> Opinion | None:
        return next((one for one in self.opinions if one.kind == kind), None)

    @property
    def is_prompt(self) -> bool:
        given = self.opinion("preliminary")
        return bool(given and self.examination and is_same_day(self.examination, given))


def measure(partnership: Partnership, year: int, agency: Agency | None = None) -> Measures:
    """Count the medicals asked for in a calendar year; with `agency`, those asked of its examiners.

    Whole years alone, because two overlapping terms tell a small number by their difference. Of one agency
    nothing is shown that is small at another: the whole less the others would tell it.
    """
    rows = _rows(partnership, year)
    below = rules_on(partnership.code, clock.today()).suppress_below
    if agency is None:
        return Measures(year, below, _counts(rows, below), _medians(rows, below))
    parts = _by_agency(rows)
    own = parts.get(agency.pk, [])
    hidden = {
        count.words
        for part in (own, *parts.values())
        for count in _counts(part, below)
        if count.number is None
    }
    counts = (Count(one.words, None if one.words in hidden else one.number) for one in _counts(own, below))
    return Measures(year, below, tuple(counts), _medians(own, below))


def _rows(partnership: Partnership, year: int) -> list[_Row]:
    since, until = clock.start_of(dt.date(year, 1, 1)), clock.start_of(dt.date(year + 1, 1, 1))
    asked = Medical.unscoped.filter(partnership=partnership, asked_at__gte=since, asked_at__lt=until)
    opinions = Prefetch("opinions", Opinion.unscoped.order_by("at", "id"))
    loaded = asked.select_related("examination").prefetch_related(opinions)
    return [_Row(one, getattr(one, "examination", None), tuple(one.opinions.all())) for one in loaded]


def _by_agency(rows: list[_Row]) -> dict[uuid.UUID, list[_Row]]:
    parts: dict[uuid.UUID, list[_Row]] = defaultdict(list)
    for row in rows:
        parts[row.medical.to_agency_id].append(row)
    return parts


def _counts(rows: list[_Row], below: int) -> tuple[Count, ...]:
    """Each count beside the whole of which it is a part."""
    tally = {name: sum(1 for row in rows if test(row)) for name, (_, test) in COUNTED.items()}
    shown: dict[str, int | None] = {}
    for name in COUNTED:
        whole = PART_OF.get(name)
        shown[name] = _shown(tally[name], below)
        if whole is not None and (shown[whole] is None or _shown(tally[whole] - tally[name], below) is None):
            shown[name] = None
    return tuple(Count(words, shown[name]) for name, (words, _) in COUNTED.items())


def _shown(number: int, below: int) -> int | None:
    return None if 0 < number < below else number


def _medians(rows: list[_Row], below: int) -> tuple[Median, ...]:
    return tuple(_median(words, taken, rows, below) for words, taken in TIMES.items())


def _median(words: str, taken: Taken, rows: list[_Row], below: int) -> Median:
    hours = [time / HOUR for row in rows if (time := taken(row)) is not None]
    return Median(words, statistics.median(hours) if len(hours) >= below else None)


def _to_seen(row: _Row) -> dt.timedelta | None:
    return row.examination.examined_at - row.medical.asked_at if row.examination else None


def _to_opinion(row: _Row) -> dt.timedelta | None:
    return _since_seen(row, "preliminary")


def _to_final(row: _Row) -> dt.timedelta | None:
    return _since_seen(row, "final")


def _since_seen(row: _Row, kind: str) -> dt.timedelta | None:
    given = row.opinion(kind)
    return given.at - row.examination.examined_at if given and row.examination else None


Taken = Callable[[_Row], dt.timedelta | None]
"""How long something took; None where it has not happened."""
COUNTED: Final[dict[str, tuple[str, Callable[[_Row], bool]]]] = {
    "asked": ("Asked for", lambda row: row.medical.state != "withdrawn"),
    "declined": ("Declined", lambda row: row.medical.state == "declined"),
    "called_off": ("Called off", lambda row: row.medical.state == "called_off"),
    "seen": ("Examined", lambda row: row.examination is not None),
    "opined": ("Outcome recorded", lambda row: bool(row.opinions)),
    "same_day": ("Preliminary opinion on the same day", lambda row: row.is_prompt),
    "final": ("Final opinion given", lambda row: row.opinion("final") is not None),
    "police_asked": (
        "Examined, and the police were asked",
        lambda row: row.examination is not None and row.medical.police not in ("", "not_asked"),
    ),
    "police_came": ("Examined, and the police came", lambda row: row.medical.police == "came"),
}
"""By name: the words, and which medicals count."""
PART_OF: Final = {
    "declined": "asked",
    "called_off": "asked",
    "seen": "asked",
    "opined": "seen",
    "same_day": "opined",
    "final": "opined",
    "police_asked": "seen",
    "police_came": "police_asked",
}
"""The whole of which a count is a part: taken from it, it must not give a small number either."""
TIMES: Final[dict[str, Callable[[_Row], dt.timedelta | None]]] = {
    "From asking to the examination": _to_seen,
    "From the examination to the preliminary opinion": _to_opinion,
    "From the examination to the final opinion": _to_final,
}
