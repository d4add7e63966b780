"""How old a baby is, in the words of practice: weeks, and corrected weeks where born before 37."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sightline.people.models import Baby
from sightline.web.words import day, weeks_or_months

TERM_DAYS: Final = 280
EARLY_DAYS: Final = 37 * 7
CORRECTED_UNTIL_DAYS: Final = 2 * 365
"""Age is corrected until two years (UK-WHO growth charts, RCPCH)."""


@dataclass(frozen=True, slots=True)
class Age:
    """An age in words. `corrected` is empty for a baby born at term, or not yet born."""

    plain: str
    corrected: str = ""

    @property
    def short(self) -> str:
        """`13 weeks (8 corrected)`."""
        if not self.corrected:
            return self.plain
        number, _, unit = self.corrected.partition(" ")
        same = self.plain.endswith(unit)
        return f"{self.plain} ({number if same else self.corrected} corrected)"


def age_of(baby: Baby, today: dt.date) -> Age:
    """The age on a day; for an unborn baby the week of pregnancy, for one who has died or is unknown, words."""
    if baby.born_on is None:
        return Age(_unborn(baby, today))
    days = (today - baby.born_on).days
    early = baby.gestation_days is not None and baby.gestation_days < EARLY_DAYS
    if not early or days > CORRECTED_UNTIL_DAYS:
        return Age(weeks_or_months(max(days, 0)))
    corrected = days - (TERM_DAYS - (baby.gestation_days or TERM_DAYS))
    return Age(weeks_or_months(days), _corrected(corrected))


def _corrected(days: int) -> str:
    return weeks_or_months(days) if days >= 0 else f"{-days // 7} weeks before the due date,"


def _unborn(baby: Baby, today: dt.date) -> str:
    if baby.due_on is None:
        return "Not yet born; the due date is not known"
    week = (TERM_DAYS - (baby.due_on - today).days) // 7
    return f"Not yet born, {week} weeks of pregnancy; due {day(baby.due_on)}"
