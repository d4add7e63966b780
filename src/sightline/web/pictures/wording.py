"""How days and ages are said in pictures."""

from __future__ import annotations

import datetime as dt
from typing import Final

DAYS_IN_YEAR: Final = 365.25


def day_words(day: dt.date) -> str:
    """`10 November`."""
    return f"{day.day} {day:%B}"


def full_day_words(day: dt.date) -> str:
    """`10 November 2026`."""
    return f"{day_words(day)} {day.year}"


def count(number: int, noun: str) -> str:
    """`1 week`, `2 weeks`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def age_words(years: float) -> str:
    """An age in decimal years as whole weeks and days; before the due date it says so."""
    days = round(years * DAYS_IN_YEAR)
    weeks, rest = divmod(abs(days), 7)
    said = " ".join(count(number, noun) for number, noun in ((weeks, "week"), (rest, "day")) if number)
    if days < 0:
        return f"{said} before the due date"
    return said or "0 days"
