"""After how long work counts as stuck, as policy data of ours or as a partnership set it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from sightline.agencies.models import PolicySetting
from sightline.core import clock

FILE: Final = Path(__file__).with_name("figures.yaml")
PREFIX: Final = "meeting__"


@dataclass(frozen=True, slots=True)
class Figures:
    """`stuck_after` and `actions_shown_for` in working days."""

    stuck_after: int
    actions_shown_for: int


def figures_on(partnership: str, day: dt.date | None = None) -> Figures:
    """The figures as the partnership has them on a day (today); what is no number is passed over."""
    told = dict(_shipped())
    names = [PREFIX + name for name in told]
    rows = PolicySetting.unscoped.filter(
        partnership__code=partnership, name__in=names, from_on__lte=day or clock.today()
    )
    for name, value in rows.order_by("from_on").values_list("name", "value"):
        if value.isdecimal() and int(value) > 0:
            told[name.removeprefix(PREFIX)] = int(value)
    return Figures(**told)


@cache
def _shipped() -> dict[str, int]:
    kept: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {name: kept[name] for name in ("stuck_after", "actions_shown_for")}
