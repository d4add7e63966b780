"""When something is due, and how late it is, as it is said: kindly, and never a countdown."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sightline.clocks.models import Clock
from sightline.clocks.rules import Rule
from sightline.core import clock
from sightline.web.words import count, short_day

COUNTED: Final = {
    "hours": ", nights and days off included",
    "days": ", days off included",
    "working_days": "; weekends and bank holidays of England do not count",
}
_HOUR: Final = dt.timedelta(hours=1)
_HOURS_ARE_SAID_UP_TO: Final = 48


def due_words(one: Clock, rule: Rule, now: dt.datetime) -> str:
    """`today 16:00`, `by the end of tomorrow`, `3 working days late`, or that it stands still."""
    if one.state == "paused":
        return "stands still"
    late = one.due_at < now
    if rule.calendar == "hours":
        return _hours_late(one.due_at, now) if late else _at(one.due_at, now)
    return _days_late(one.due_at, now, rule) if late else _by_the_end(one.due_at, now)


def limit_words(one: Clock, rule: Rule) -> str:
    """The limit as it was when the clock started: `1 working day`, with what counts."""
    if one.limit == 0:
        return "the same day"
    unit = rule.calendar.replace("_", " ").removesuffix("s")
    return f"{count(one.limit, unit)}{COUNTED.get(rule.calendar, '')}"


def _at(due: dt.datetime, now: dt.datetime) -> str:
    local = due.astimezone(clock.LONDON)
    return f"{_day(local.date(), clock.day_of(now))} {local:%H:%M}"


def _by_the_end(due: dt.datetime, now: dt.datetime) -> str:
    day, today = clock.day_of(due), clock.day_of(now)
    near = (day - today).days < 2
    return f"by the end of {_day(day, today)}" if near else f"by {_day(day, today)}"


def _day(day: dt.date, today: dt.date) -> str:
    near = {0: "today", 1: "tomorrow"}
    return near.get((day - today).days) or short_day(day, today)


def _hours_late(due: dt.datetime, now: dt.datetime) -> str:
    late = now - due
    if late < _HOUR:
        return f"{count(max(1, late // dt.timedelta(minutes=1)), 'minute')} late"
    hours = late // _HOUR
    if hours <= _HOURS_ARE_SAID_UP_TO:
        return f"{count(hours, 'hour')} late"
    return f"{count(late.days, 'day')} late"


def _days_late(due: dt.datetime, now: dt.datetime, rule: Rule) -> str:
    """Whole days after the last day of the limit; working days where the limit counts them."""
    last, today = clock.day_of(due), clock.day_of(now)
    since = [last + dt.timedelta(days=number) for number in range(1, (today - last).days + 1)]
    if rule.calendar != "working_days":
        return f"{count(len(since), 'day')} late"
    working = sum(map(clock.is_working_day, since))
    return f"{count(working, 'working day')} late" if working else f"late since {short_day(last, today)}"
