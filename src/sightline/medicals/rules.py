"""The figures and lists of this room that a partnership chooses."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from sightline.agencies.models import PolicySetting

FILE: Final = Path(__file__).with_name("rules.yaml")
PREFIX: Final = "medicals__"


@dataclass(frozen=True, slots=True)
class Rules:
    """One in how many finished medicals is read again, and below which number a count is not shown.

    `must_know` are the sectors that are told of every outcome; `asks` those whose staff may ask.
    """

    version: str
    sample_one_in: int
    suppress_below: int
    must_know: tuple[str, ...]
    asks: frozenset[str]
    source: str


def rules_on(partnership: str, day: dt.date) -> Rules:
    """The rules as a partnership has them on a day. A figure below one counts as one."""
    named = PolicySetting.unscoped.filter(
        partnership__code=partnership, name__startswith=PREFIX, from_on__lte=day
    )
    told = shipped()
    for own in named.order_by("from_on"):
        field = own.name.removeprefix(PREFIX)
        figure, version = max(int(own.value), 1), own.from_on.isoformat()
        if field == "sample_one_in":
            told = replace(told, sample_one_in=figure, version=version)
        elif field == "suppress_below":
            told = replace(told, suppress_below=figure, version=version)
    return told


@cache
def shipped() -> Rules:
    """The rules as they are shipped."""
    kept: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return Rules(**(kept | {"must_know": tuple(kept["must_know"]), "asks": frozenset(kept["asks"])}))
