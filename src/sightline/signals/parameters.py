"""The bind parameters of the signals: the names used in compiled SQL, and the values bound at run time.

No Ibis here: this is read at run time. Every parameter is a whole number, a real number, a truth or a text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from sightline.core import clock
from sightline.learning.points import LearningPoint
from sightline.learning.policy import PolicyValue, Setting, Unit
from sightline.learning.sources import Source

Value = int | float | str | bool
Values = dict[str, Value]

CHILD: Final = "child_id"
COMMON: Final[dict[str, str]] = {
    "today": "day",
    "as_of": "instant",
    "level": "int",
    "partnership": "text",
    "followed_days": "int",
    CHILD: "text",
}
"""Parameters that every statement may use, and their column types; `child_id` only in one baby's."""

FOLLOWED: Final = PolicyValue(
    "followed_days",
    730,
    "days",
    "a baby is followed until this age, or until its last plan has ended where that is later",
    Source("Sightline's own rule: from pregnancy to the second birthday", 2026, "architecture, section 4"),
)

TYPES: Final[dict[Unit, str]] = {
    "days": "int",
    "weeks": "int",
    "working_days": "day",
    "count": "int",
    "fraction": "real",
    "choice": "text",
    "yes_no": "flag",
}
"""How each unit of policy is bound. `weeks` are bound as days; `working_days` as the latest start day whose
term has run out before today, so that a rule reads `start_day <= p.<name>`."""


def parameters(
    *,
    today: dt.date,
    as_of: dt.datetime,
    level: int,
    partnership: str,
    points: Iterable[LearningPoint],
    policy: Mapping[str, Setting] | None = None,
) -> Values:
    """What to bind for `points` on the Europe/London day `today`, with what was known at `as_of`.

    `level` is the highest sensitivity read (0 shared, 1 restricted, 2 sealed). `policy` maps a parameter
    (`LearningPoint.parameter`, or `followed_days`) to what the partnership decided; the rest have their
    defaults. Raises ValueError when a setting is not of its kind, KeyError when no value is called so.
    """
    settings = {FOLLOWED.name: FOLLOWED} | declared(points)
    chosen = dict(policy or {})
    if unknown := sorted(set(chosen) - set(settings)):
        raise KeyError(f"No policy value is called {', '.join(unknown)}.")
    bound: Values = {
        name: bind(value, value.check(chosen.get(name, value.default)), today)
        for name, value in settings.items()
    }
    return bound | {
        "today": clock.day_number(today),
        "as_of": clock.instant_number(as_of),
        "level": level,
        "partnership": partnership,
    }


def declared(points: Iterable[LearningPoint]) -> dict[str, PolicyValue]:
    """Every policy value of `points` by its bind parameter."""
    return {point.parameter(value.name): value for point in points for value in point.policy}


def bind(value: PolicyValue, setting: Setting, today: dt.date) -> Value:
    """The value bound for a setting: weeks as days, a term of working days as its latest start."""
    if value.unit == "weeks":
        return int(setting) * 7
    if value.unit == "working_days":
        return clock.day_number(clock.working_days_ago(today, int(setting)))
    return float(setting) if value.unit == "fraction" else setting
