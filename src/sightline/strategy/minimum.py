"""Who must take part, as policy data (`minimum.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from sightline.strategy.codes import CASES, PARTS

FILE: Final = Path(__file__).with_name("minimum.yaml")


@dataclass(frozen=True, slots=True)
class Minimum:
    """What every discussion needs, what a case adds, and the words for each need."""

    version: str
    source: str
    needs: dict[str, frozenset[str]]
    words: dict[str, str]
    when: dict[str, tuple[str, ...]]
    readable_days: int

    def missing(self, present: Iterable[str], cases: Iterable[str]) -> list[str]:
        """The needs, in words, that nobody present meets. `present` are parts, `cases` what adds to them."""
        there = set(present)
        needed = self.needs | {part: frozenset({part}) for case in cases for part in self.when[case]}
        return [self.words[need] for need, parts in needed.items() if not parts & there]


@cache
def minimum() -> Minimum:
    """The minimum in force. Raises ValueError for a part, or a case, that does not exist."""
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    needs = {need: frozenset(parts) for need, parts in told["needs"].items()}
    when = {case: tuple(parts) for case, parts in told["when"].items()}
    parts = {part for some in (*needs.values(), *when.values()) for part in some}
    if not parts <= set(PARTS) or set(when) != set(CASES):
        raise ValueError(f"{FILE.name} names parts or cases that do not exist.")
    return Minimum(
        str(told["version"]), told["source"], needs, told["words"], when, int(told["readable_days"])
    )
