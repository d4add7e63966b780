"""Whether a baby counts as moving about: from what was seen, by a definition that has a version."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from sightline.chronology.kinds import Mobility
from sightline.signals.blocks_injury import MOVES

FILE: Final = Path(__file__).with_name("policy_data") / "mobility.yaml"


@dataclass(frozen=True, slots=True)
class Definition:
    """Who counts as not moving about, from a day on, on whose authority."""

    version: str
    since: dt.date
    words: str
    shows: tuple[str, ...]
    source: str


def definition_on(day: dt.date) -> Definition:
    """The definition that holds on a day; before all of them, the first."""
    kept = definitions()
    held = [one for one in kept if one.since <= day]
    return held[-1] if held else kept[0]


def moves_about(seen: Mobility, definition: Definition) -> bool:
    """Whether any of what the definition counts was seen. Not recorded counts as not seen."""
    return any(getattr(seen, skill) for skill in definition.shows)


@cache
def definitions() -> tuple[Definition, ...]:
    """Every version, the earliest first.

    Raises ValueError when the latest is not the one that the question on a mark goes by: a baby would be
    asked about and not be led through, or the other way round.
    """
    told: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["definitions"]
    kept = sorted((_definition(one) for one in told), key=lambda one: one.since)
    if set(kept[-1].shows) != set(MOVES):
        raise ValueError("The definition of moving about is not that of the signals.")
    return tuple(kept)


def _definition(told: dict[str, Any]) -> Definition:
    since = dt.date.fromisoformat(told["from"])
    return Definition(told["version"], since, told["words"], tuple(told["shows"]), told["source"])
