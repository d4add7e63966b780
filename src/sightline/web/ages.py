"""How old a baby is, as the pages say it. The arithmetic is the chronology's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sightline.chronology.ages import words_for_age, words_for_pregnancy
from sightline.people.models import Baby


@dataclass(frozen=True, slots=True)
class Age:
    """An age in words: `13 weeks old`, and `8 weeks corrected` where the baby came early."""

    plain: str
    corrected: str = ""

    @property
    def short(self) -> str:
        """For a list: `13 weeks (8 weeks corrected)`."""
        plain = self.plain.removesuffix(" old")
        return f"{plain} ({self.corrected})" if self.corrected else plain

    @property
    def whole(self) -> str:
        """In a sentence: `13 weeks old, 8 weeks corrected`."""
        return f"{self.plain}, {self.corrected}" if self.corrected else self.plain


def age_of(baby: Baby, today: dt.date) -> Age:
    """The age on a day; for an unborn baby how far the pregnancy is."""
    if baby.born_on is not None:
        plain, _, corrected = words_for_age(baby.born_on, today, baby.gestation_days).partition(", ")
        return Age(plain, corrected)
    if baby.due_on is not None:
        return Age(f"not yet born, {words_for_pregnancy(baby.due_on, today)}")
    return Age("not yet born, the due date is not known")
