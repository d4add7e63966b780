"""What a partnership may set: thresholds, clocks and definitions, dated and with a source.

A policy value is never a constant in a signal: it is bound as a parameter, so a change of policy compiles
nothing anew.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from sightline.learning.sources import Source

Unit = Literal["days", "weeks", "working_days", "count", "fraction", "choice", "yes_no"]
Setting = int | float | str | bool

UNITS: Final[dict[str, type[Setting]]] = {
    "days": int,
    "weeks": int,
    "working_days": int,
    "count": int,
    "fraction": float,
    "choice": str,
    "yes_no": bool,
}


@dataclass(frozen=True, slots=True)
class PolicyValue:
    """One value that a partnership decides.

    `name` is unique within its lesson. `default` holds where the partnership has not decided. `choices`
    maps each variant of a `choice` to its meaning. `to_confirm` says that no published source gives the
    number. `from_day` is the first day on which the default may be used.
    """

    name: str
    default: Setting
    unit: Unit
    meaning: str
    source: Source
    from_day: dt.date = dt.date(2020, 1, 1)
    choices: tuple[tuple[str, str], ...] = ()
    to_confirm: bool = True

    def __post_init__(self) -> None:
        self.check(self.default)

    def check(self, setting: Setting) -> Setting:
        """`setting` itself, when it is one that this value can take. Raises ValueError, saying why not."""
        wanted = UNITS[self.unit]
        if type(setting) is not wanted and not (wanted is float and type(setting) is int):
            raise ValueError(f"{self.name} is a {self.unit}: {setting!r} is not {wanted.__name__}.")
        if self.unit == "choice" and setting not in dict(self.choices):
            raise ValueError(f"{self.name} is one of {', '.join(dict(self.choices))}: not {setting!r}.")
        if not isinstance(setting, str) and setting < 0:
            raise ValueError(f"{self.name} cannot be below nought: {setting!r}.")
        return setting
