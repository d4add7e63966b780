"""How days, ages and numbers are said on the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from sightline.core import clock

_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day(value: dt.date | None) -> str:
    """`24 November 2026`; words when there is none."""
    return f"{value.day} {value:%B %Y}" if value else "date not known"


def full_day(value: dt.date) -> str:
    """`Tuesday 24 November 2026`."""
    return f"{value:%A} {day(value)}"


def short_day(value: dt.date | None, today: dt.date | None = None) -> str:
    """`Tue 24 Nov`, with the year when it is not this one."""
    if value is None:
        return "date not known"
    year = "" if value.year == (today or clock.today()).year else f" {value.year}"
    return f"{value:%a} {value.day} {value:%b}{year}"


def moment(value: dt.datetime) -> str:
    """`24 November 2026, 10:30`, in Europe/London."""
    local = value.astimezone(clock.LONDON)
    return f"{day(local.date())}, {local:%H:%M}"


def span(first: dt.date | None, last: dt.date | None, precision: str = "exact") -> str:
    """A day, or the time within which something happened, as it should be read."""
    if precision == "order_only" or last is None:
        return "date not known"
    if precision == "year":
        return f"in the year to {last:%B %Y}"
    if precision == "month":
        return f"in {last:%B %Y}" if first and first.month == last.month else f"in the month to {day(last)}"
    if precision == "week":
        return f"in the week to {day(last)}"
    return day(last)


def in_sentence(label: str) -> str:
    """A label within a sentence: `health visiting`, `a worry`, but `GP surgery` and `ICON`."""
    return label if label[:2].isupper() and label[:2].isalpha() else label[:1].lower() + label[1:]


def begun(sentence: str) -> str:
    """A sentence with its first letter large: one that begins with a name, put in other words."""
    return sentence[:1].upper() + sentence[1:]


def count(number: int, noun: str = "", plural: str = "") -> str:
    """`two babies`, `31 babies`; small numbers are written out, `no` stands for none."""
    said = _SMALL[number] if 0 <= number < len(_SMALL) else str(number)
    if not noun:
        return said
    return f"{said} {noun if number == 1 else plural or noun + 's'}"


def joined(parts: Iterable[str], last: str = "and") -> str:
    """`Jodie, Callum and Ty`."""
    listed: Sequence[str] = [part for part in parts if part]
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def weeks_or_months(days: int) -> str:
    """An age in the unit that practice uses: days for two weeks, then weeks, months from two years."""
    if days < 14:
        return f"{days} {'day' if days == 1 else 'days'}"
    if days < 365 * 2:
        return f"{days // 7} weeks"
    months = int(days / 30.4375)
    return f"{months // 12} years {months % 12} months" if months % 12 else f"{months // 12} years"


def due_by(value: dt.date, today: dt.date) -> str:
    """When an answer is due, kindly: no countdown, and no shame when the day is past."""
    if value <= today:
        return "today" if value == today else f"from {short_day(value)}"
    return f"by {short_day(value)}"
