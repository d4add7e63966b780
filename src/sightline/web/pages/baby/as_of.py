"""The day as of which a chronology is asked for; what is no such day is said, never passed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sightline.chronology.lines import By
from sightline.core import clock
from sightline.people.models import Baby
from sightline.web.words import day

_NOW = "This is the chronology as it is known now."


@dataclass(frozen=True, slots=True)
class AsOf:
    """A past day, or None for now; `fault` says why what was asked for is not shown."""

    day: dt.date | None = None
    by: By = "known"
    fault: str = ""

    @property
    def instant(self) -> dt.datetime | None:
        """The end of the day."""
        return clock.end_of(self.day) if self.day else None

    @classmethod
    def asked(cls, query: Mapping[str, str], today: dt.date) -> AsOf:
        """From the address's query. Today, and no day at all, are now."""
        by: By = "recorded" if query.get("by") == "recorded" else "known"
        said = query.get("as_of", "").strip()
        try:
            asked = dt.date.fromisoformat(said) if said else today
        except ValueError:
            return cls(None, by, f"Sightline cannot read the day that was asked for. {_NOW}")
        if asked > today:
            return cls(None, by, f"{day(asked)} has not come yet. {_NOW}")
        return cls(asked if asked < today else None, by)

    def before_birth(self, baby: Baby) -> str:
        """That the baby was not yet born then; empty otherwise."""
        if self.day is None or baby.born_on is None or self.day >= baby.born_on:
            return ""
        name = baby.person.given_name or "The baby"
        return f"{name} was not yet born: the birth was on {day(baby.born_on)}."
