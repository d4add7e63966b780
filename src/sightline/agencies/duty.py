"""Whom to ring now: the partnership's numbers at this hour."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from sightline.agencies.models import DutyNumber, PolicySetting
from sightline.core import clock

POLICY: Final = Path(__file__).with_name("policy_data") / "working_hours.yaml"
BEGINS: Final = "duty_day_begins"
ENDS: Final = "duty_day_ends"
"""The names under which a partnership sets its own hours (`PolicySetting`), as HH:MM in Europe/London."""


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When the day's numbers are rung on a working day: from `begins`, until just before `ends`."""

    begins: dt.time
    ends: dt.time


def working_hours(partnership: str, day: dt.date) -> WorkingHours:
    """The hours that hold on a day: as the partnership set them, else as kept in `working_hours.yaml`.

    A setting that is not a time is passed over: whoever has to ring must be told something.
    """
    told = dict(_usual(day))
    rows = PolicySetting.unscoped.filter(
        partnership__code=partnership, name__in=(BEGINS, ENDS), from_on__lte=day
    )
    for name, value in rows.order_by("from_on").values_list("name", "value"):
        told[name] = _time(value) or told[name]
    return WorkingHours(begins=told[BEGINS], ends=told[ENDS])


def hours_at(instant: dt.datetime, partnership: str) -> str:
    """`day` within the partnership's working hours on a working day in Europe/London, else `night`."""
    local = instant.astimezone(clock.LONDON)
    if not clock.is_working_day(local.date()):
        return "night"
    hours = working_hours(partnership, local.date())
    return "day" if hours.begins <= local.time() < hours.ends else "night"


def numbers_now(partnership: str) -> dict[str, DutyNumber]:
    """The number for each purpose (`mark`, `worry`) at this hour; a purpose without one is left out."""
    now = hours_at(clock.now(), partnership)
    found = DutyNumber.unscoped.filter(partnership__code=partnership, hours=now)
    return {number.purpose: number for number in found}


def _usual(day: dt.date) -> dict[str, dt.time]:
    """The latest row of the file that holds on the day; before all of them, the first."""
    rows = sorted(_rows(), key=lambda row: row["from"])
    row = [one for one in rows if one["from"] <= day][-1:] or rows[:1]
    return {name: dt.time.fromisoformat(row[0][name]) for name in (BEGINS, ENDS)}


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load(POLICY.read_text(encoding="utf-8"))["hours"])


def _time(value: str) -> dt.time | None:
    try:
        return dt.time.fromisoformat(value.strip())
    except ValueError:
        return None
