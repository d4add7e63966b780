"""Time: the only room that reads the wall clock.

Timestamps are UTC; days are Europe/London. Replay, as-of reading and the passing of a day set the clock with
`at`. Working days are England's: weekends and bank holidays left out (Python package `holidays`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

import holidays

LONDON: Final = ZoneInfo("Europe/London")
_EPOCH_DAY: Final = dt.date(1970, 1, 1)
_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_set: ContextVar[dt.datetime | None] = ContextVar("clock", default=None)


def now() -> dt.datetime:
    """This instant, in UTC."""
    return _set.get() or dt.datetime.now(dt.UTC)


def wall() -> dt.datetime:
    """This instant by the wall clock, also while the clock is set: for the audit ledger alone."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """This day in Europe/London."""
    return day_of(now())


@contextmanager
def at(instant: dt.datetime) -> Iterator[None]:
    """Set the clock to `instant` (timezone-aware) within the block."""
    if instant.tzinfo is None:
        raise ValueError("The clock takes a time with its zone; this one has none.")
    token = _set.set(instant.astimezone(dt.UTC))
    try:
        yield
    finally:
        _set.reset(token)


def day_of(instant: dt.datetime) -> dt.date:
    """The Europe/London day of an instant."""
    return instant.astimezone(LONDON).date()


def start_of(day: dt.date) -> dt.datetime:
    """The first instant of a Europe/London day, in UTC."""
    return dt.datetime.combine(day, dt.time.min, LONDON).astimezone(dt.UTC)


def end_of(day: dt.date) -> dt.datetime:
    """The last microsecond of a Europe/London day, in UTC."""
    return start_of(day + dt.timedelta(days=1)) - dt.timedelta(microseconds=1)


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01: how the signal tables store a day."""
    return (day - _EPOCH_DAY).days


def from_day_number(number: int) -> dt.date:
    """The day with that number; the inverse of `day_number`."""
    return _EPOCH_DAY + dt.timedelta(days=number)


def instant_number(instant: dt.datetime) -> int:
    """Microseconds since 1970-01-01 UTC: how the signal tables store an instant."""
    return (instant - _EPOCH) // dt.timedelta(microseconds=1)


def is_working_day(day: dt.date) -> bool:
    """Whether `day` is neither a weekend nor a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


def add_working_days(start: dt.date, days: int) -> dt.date:
    """The day that is `days` working days after `start`; `start` itself is day 0.

    A start on a weekend or holiday counts the next working day as day 1 (practice convention, to confirm).
    """
    day, left = start, days
    while left > 0:
        day += dt.timedelta(days=1)
        left -= is_working_day(day)
    return day


def working_days_ago(day: dt.date, days: int) -> dt.date:
    """The latest start whose term of `days` working days has run out before `day`.

    A term from `start` has run out when `add_working_days(start, days) < day`.
    """
    start = day - dt.timedelta(days=days + 1)
    while add_working_days(start, days) >= day:
        start -= dt.timedelta(days=1)
    return start


@cache
def _bank_holidays(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG", years=year)
