"""Whom to ring now: the partnership's numbers at this hour."""

from __future__ import annotations

import datetime as dt

from sightline.agencies.models import DutyNumber
from sightline.core import clock

DAY_BEGINS = dt.time(8, 30)
DAY_ENDS = dt.time(17, 0)


def hours_at(instant: dt.datetime) -> str:
    """`day` between 08:30 and 17:00 on a working day in Europe/London, else `night`."""
    local = instant.astimezone(clock.LONDON)
    open_now = DAY_BEGINS <= local.time() < DAY_ENDS
    return "day" if open_now and clock.is_working_day(local.date()) else "night"


def numbers_now(partnership: str) -> dict[str, DutyNumber]:
    """The number for each purpose (`mark`, `worry`) at this hour; a purpose without one is left out."""
    found = DutyNumber.unscoped.filter(partnership__code=partnership, hours=hours_at(clock.now()))
    return {number.purpose: number for number in found}
