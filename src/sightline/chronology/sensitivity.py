"""What is restricted on arrival, whatever its sender says: a dated list, kept as data beside the code."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from sightline.chronology.kinds import Detail
from sightline.core.codes import SENSITIVITY_LEVEL

POLICY: Final = Path(__file__).with_name("policy_data") / "sensitive_matters.yaml"


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of the list: its codes and words hold from a day on, on the authority of its source."""

    name: str
    since: dt.date
    source: str
    codes: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SensitiveMatters:
    """The whole list, and the level to which what it names is raised."""

    level: str
    matters: tuple[Matter, ...]


def level_on_arrival(sent: str, detail: Detail, note: str, on: dt.date) -> str:
    """The sender's level, raised where the list in force on a day names the matter; never lowered."""
    if not matters_named(detail, note, on):
        return sent
    return max(sent, sensitive_matters().level, key=SENSITIVITY_LEVEL.__getitem__)


def matters_named(detail: Detail, note: str, on: dt.date) -> tuple[str, ...]:
    """The names of the matters that an entry speaks of, by the list in force on a day."""
    said = [*_texts(detail), note]
    text = "\n".join(said).casefold()
    words = set(text.split()) | set(said)
    return tuple(
        matter.name
        for matter in sensitive_matters().matters
        if matter.since <= on and (matter.codes & words or _pattern(matter.words).search(text))
    )


@cache
def sensitive_matters() -> SensitiveMatters:
    """The list as kept in `policy_data/sensitive_matters.yaml`."""
    kept: dict[str, Any] = yaml.safe_load(POLICY.read_text(encoding="utf-8"))
    return SensitiveMatters(kept["level"], tuple(_matter(row) for row in kept["matters"]))


def _matter(row: dict[str, Any]) -> Matter:
    return Matter(row["matter"], row["from"], row["source"], frozenset(row["codes"]), tuple(row["words"]))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = (
        re.escape(word.removesuffix("*")).replace(r"\ ", r"\s+") + r"\w*" * word.endswith("*")
        for word in words
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


def _texts(detail: Detail) -> list[str]:
    values = (getattr(detail, field.name) for field in dataclasses.fields(detail))
    return [value for value in values if isinstance(value, str)]
