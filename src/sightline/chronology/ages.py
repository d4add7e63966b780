"""Ages, corrected ages and lengths of pregnancy: counted in days here, and said in words, nowhere else.

A pregnancy at term is 280 days. A baby born early has a corrected age, counted from the day on which it was
expected. Sources: NICE NG75; arithmetic of gestation from the dated scan (40 weeks on the expected day).
"""

from __future__ import annotations

import datetime as dt
from typing import Final

TERM_DAYS: Final = 280
BORN_EARLY_BEFORE_DAYS: Final = 37 * 7
VERY_EARLY_BEFORE_DAYS: Final = 32 * 7
DAYS_A_YEAR: Final = 365.25


def age_in_days(born_on: dt.date, on: dt.date) -> int:
    """Days since birth; the day of birth is 0. Negative before it."""
    return (on - born_on).days


def corrected_age_in_days(born_on: dt.date, gestation_days: int, on: dt.date) -> int:
    """Days since the day on which the baby was expected; negative before it, over the age if born late."""
    return age_in_days(born_on, on) - (TERM_DAYS - gestation_days)


def expected_on(born_on: dt.date, gestation_days: int) -> dt.date:
    """The day on which a baby born after so many days was expected."""
    return born_on + dt.timedelta(days=TERM_DAYS - gestation_days)


def gestation_in_days(due_on: dt.date, on: dt.date) -> int:
    """Days of pregnancy completed on a day, from the expected day; 280 on that day itself."""
    return TERM_DAYS - (due_on - on).days


def is_corrected(gestation_days: int | None, age_days: int) -> bool:
    """Whether the age is said corrected as well: to 1 year if born before 37 weeks, to 2 if before 32.

    Convention of NICE NG75 and the UK-WHO charts, to confirm with the partnership.
    """
    if gestation_days is None or gestation_days >= BORN_EARLY_BEFORE_DAYS or age_days < 0:
        return False
    return age_days < (2 if gestation_days < VERY_EARLY_BEFORE_DAYS else 1) * DAYS_A_YEAR


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the first of the next month where that month has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return dt.date(year, month + 1, day.day)
    except ValueError:
        return dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)


def months_between(born_on: dt.date, on: dt.date) -> int:
    """Whole months of age."""
    months = (on.year - born_on.year) * 12 + on.month - born_on.month
    return months - (months_after(born_on, months) > on)


def words_for_days(days: int) -> str:
    """An age in words: days for two weeks, then weeks. `13 weeks`."""
    if days < 14:
        return _count(days, "day")
    return _count(days // 7, "week")


def words_for_age(born_on: dt.date, on: dt.date, gestation_days: int | None = None) -> str:
    """How old a baby is, in words: `13 weeks old, 8 weeks corrected`. Months from the first birthday on.

    Before its expected day a baby's corrected age is said as weeks of pregnancy: `5 weeks old, 35 weeks
    corrected gestation`.
    """
    days = age_in_days(born_on, on)
    if days < 0:
        return "not born yet"
    months = months_between(born_on, on)
    age = f"{_count(months, 'month') if months >= 12 else words_for_days(days)} old"
    if gestation_days is None or not is_corrected(gestation_days, days):
        return age
    return f"{age}, {_corrected_words(born_on, gestation_days, on)}"


def words_for_pregnancy(due_on: dt.date, on: dt.date) -> str:
    """How far a pregnancy is, in words: `28 weeks and 3 days of pregnancy`."""
    weeks, days = divmod(gestation_in_days(due_on, on), 7)
    rest = f" and {_count(days, 'day')}" if days else ""
    return f"{_count(weeks, 'week')}{rest} of pregnancy"


def _corrected_words(born_on: dt.date, gestation_days: int, on: dt.date) -> str:
    corrected = corrected_age_in_days(born_on, gestation_days, on)
    if corrected < 0:
        return f"{_count((TERM_DAYS + corrected) // 7, 'week')} corrected gestation"
    due = expected_on(born_on, gestation_days)
    months = months_between(due, on)
    return f"{_count(months, 'month') if months >= 12 else words_for_days(corrected)} corrected"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
