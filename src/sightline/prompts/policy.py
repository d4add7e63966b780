"""The policy values in force for a partnership on a day, and the version of each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache

from sightline.agencies.models import PolicySetting
from sightline.learning.catalogue import catalogue
from sightline.learning.catalogue import point as lesson
from sightline.learning.policy import PolicyValue, Setting
from sightline.signals.parameters import FOLLOWED, declared


@dataclass(frozen=True, slots=True)
class Policy:
    """What a partnership decided, by bind parameter. Values left to their default are not in `settings`."""

    settings: dict[str, Setting] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)

    def versions_of(self, point_id: str) -> dict[str, str]:
        """The version of each value that a learning point uses: `default`, or the day it was set from."""
        used = lesson(point_id)
        names = (used.parameter(value.name) for value in used.policy)
        return {name: self.versions.get(name, "default") for name in names}


def policy_on(partnership: str, day: dt.date) -> Policy:
    """The latest setting of each value that begins on `day` or before."""
    known = values()
    rows = PolicySetting.unscoped.filter(partnership__code=partnership, from_on__lte=day).order_by("from_on")
    latest = {row.name: row for row in rows if row.name in known}
    return Policy(
        settings={name: parse(known[name], row.value) for name, row in latest.items()},
        versions={name: row.from_on.isoformat() for name, row in latest.items()},
    )


@cache
def values() -> dict[str, PolicyValue]:
    """Every value that a partnership may set for the lessons, by bind parameter."""
    return {FOLLOWED.name: FOLLOWED} | declared(catalogue())


def parse(value: PolicyValue, text: str) -> Setting:
    """A stored setting as the type of its unit. Raises ValueError, saying why, when it is none."""
    if value.unit == "yes_no":
        return value.check(text == "yes")
    if value.unit == "choice":
        return value.check(text)
    return value.check(float(text) if value.unit == "fraction" else int(text))
