"""When a limit ends: from an instant, by a calendar. No database."""

from __future__ import annotations

import datetime as dt
from importlib.metadata import version
from typing import Final

from dateutil.relativedelta import relativedelta

from sightline.clocks.rules import Rule
from sightline.core import clock

CALENDAR_VERSION: Final = f"England bank holidays, holidays {version('holidays')}"


def due_at(rule: Rule, started: dt.datetime) -> dt.datetime:
    """The last instant within the limit of a rule that starts at `started` (both with a zone; gives UTC).

    Hours count through nights and days off. All else ends with the last instant of its last Europe/London
    day; a month from the 31st ends with the last day of a shorter month.
    """
    if rule.calendar == "hours":
        return started.astimezone(dt.UTC) + dt.timedelta(hours=rule.limit)
    return clock.end_of(_last_day(rule, clock.day_of(started)))


def _last_day(rule: Rule, first: dt.date) -> dt.date:
    match rule.calendar:
        case "working_days":
            return clock.add_working_days(_day_zero(rule, first), rule.limit)
        case "weeks":
            return first + dt.timedelta(weeks=rule.limit)
        case "months":
            return first + relativedelta(months=rule.limit)
        case _:
            return first + dt.timedelta(days=rule.limit)


def _day_zero(rule: Rule, first: dt.date) -> dt.date:
    if rule.off_day == "before_day_one" or clock.is_working_day(first):
        return first
    return clock.add_working_days(first, 1)


def later_by(rule: Rule, due: dt.datetime, since: dt.datetime, until: dt.datetime) -> dt.datetime:
    """`due`, moved by a pause between two instants: to the second for hours, else by whole days.

    Working days are moved by the working days that began within the pause.
    """
    if rule.calendar == "hours":
        return due + (until - since)
    first, last = clock.day_of(since), clock.day_of(until)
    if rule.calendar != "working_days":
        return clock.end_of(clock.day_of(due) + (last - first))
    days = (first + dt.timedelta(days=number) for number in range(1, (last - first).days + 1))
    return clock.end_of(clock.add_working_days(clock.day_of(due), sum(map(clock.is_working_day, days))))
