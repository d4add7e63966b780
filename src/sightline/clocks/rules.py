"""The limits that run: what each counts, from when, and what a partnership made of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import yaml

from sightline.agencies.models import PolicySetting

Calendar = Literal["hours", "days", "weeks", "months", "working_days"]
OffDay = Literal["before_day_one", "next_day_zero"]
Climbs = Literal["manager", "writer"]
CALENDARS: Final = ("hours", "days", "weeks", "months", "working_days")
FILE: Final = Path(__file__).with_name("rules.yaml")
PREFIX: Final = "clock__"
LONGEST: Final = 1000
"""No limit is longer than this many of anything."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One limit. `starts` and `owner` are words for people; `version` says whose figure `limit` is."""

    key: str
    title: str
    starts: str
    limit: int
    calendar: Calendar
    owner: str
    source: str
    confirmed: bool
    off_day: OffDay = "before_day_one"
    climbs: Climbs = "manager"
    version: str = "default"

    def __post_init__(self) -> None:
        if self.calendar not in CALENDARS or not 0 <= self.limit <= LONGEST:
            raise ValueError(f"The clock {self.key} counts {self.limit} {self.calendar}: that cannot be.")


def rule_on(partnership: str, key: str, day: dt.date) -> Rule:
    """The rule as the partnership has it on a day: its own latest limit, or the one that we ship.

    Raises KeyError for a rule that there is not.
    """
    shipped = rules()[key]
    named = PolicySetting.unscoped.filter(partnership__code=partnership, name=PREFIX + key, from_on__lte=day)
    own = named.order_by("-from_on").first()
    if own is None:
        return shipped
    return replace(shipped, limit=int(own.value), source=own.source, version=own.from_on.isoformat())


@cache
def rules() -> dict[str, Rule]:
    """Every rule as it is shipped, by key. Raises ValueError for a file that does not make sense."""
    kept: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["rules"]
    return {key: _rule(key, said) for key, said in kept.items()}


def _rule(key: str, said: dict[str, Any]) -> Rule:
    known = {field.name for field in fields(Rule)} - {"key", "version"}
    if strange := set(said) - known:
        raise ValueError(f"The clock {key} says {', '.join(sorted(strange))}, which no rule has.")
    return Rule(key=key, **said)
