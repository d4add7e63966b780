"""The stages of a challenge: policy data of ours, with the figures that a partnership set for itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from sightline.agencies.models import PolicySetting
from sightline.challenge.codes import NOT_SAFE
from sightline.core import clock

FILE: Final = Path(__file__).with_name("stages.yaml")
PREFIX: Final = "challenge__"
FIGURES: Final = ("starts_at", "not_safe_starts_at", "last")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: who speaks for each side (roles, the first asked first), and what happens at it."""

    number: int
    title: str
    words: str
    raiser: tuple[str, ...]
    challenged: tuple[str, ...]

    def roles_of(self, side: str) -> tuple[str, ...]:
        """The roles that speak for a side."""
        return self.raiser if side == "raiser" else self.challenged


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages as a partnership has them on a day."""

    each: tuple[Stage, ...]
    starts_at: int
    not_safe_starts_at: int
    version: str

    @property
    def last(self) -> int:
        """The number of the last stage, at which somebody above both sides may decide."""
        return self.each[-1].number

    def at(self, number: int) -> Stage:
        """The stage with that number; the last for one beyond, which a partnership has since taken away."""
        return self.each[min(number, self.last) - 1]

    def first_for(self, safe_now: str) -> int:
        """The stage at which a challenge begins: a later one while the child is not safe."""
        return self.not_safe_starts_at if safe_now == NOT_SAFE else self.starts_at

    def speaking(self, side: str, number: int) -> frozenset[str]:
        """The roles that speak for a side at a stage: its own, and those of every later one."""
        later = (stage.roles_of(side) for stage in self.each if stage.number >= min(number, self.last))
        return frozenset(role for roles in later for role in roles)


def stages_on(partnership: str, day: dt.date | None = None) -> Stages:
    """The stages as the partnership has them on a day (today).

    A figure that is no number, or beyond the stages that there are, is passed over.
    """
    told = shipped()
    set_by_them = _figures(partnership, day or clock.today())
    last = _within(set_by_them.get("last"), told.last, told.last)
    return Stages(
        each=told.each[:last],
        starts_at=_within(set_by_them.get("starts_at"), min(told.starts_at, last), last),
        not_safe_starts_at=_within(
            set_by_them.get("not_safe_starts_at"), min(told.not_safe_starts_at, last), last
        ),
        version=told.version,
    )


@cache
def shipped() -> Stages:
    """The stages as we ship them. Raises ValueError for a file that does not make sense."""
    kept: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    each = tuple(_stage(told) for told in kept["stages"])
    if [stage.number for stage in each] != list(range(1, len(each) + 1)):
        raise ValueError("The stages of a challenge are numbered from 1, without a gap.")
    return Stages(each, kept["starts_at"], kept["not_safe_starts_at"], kept["version"])


def _stage(told: dict[str, Any]) -> Stage:
    return Stage(
        told["number"], told["title"], told["words"], tuple(told["raiser"]), tuple(told["challenged"])
    )


def _figures(partnership: str, day: dt.date) -> dict[str, str]:
    names = [PREFIX + name for name in FIGURES]
    rows = PolicySetting.unscoped.filter(partnership__code=partnership, name__in=names, from_on__lte=day)
    return {
        name.removeprefix(PREFIX): value
        for name, value in rows.order_by("from_on").values_list("name", "value")
    }


def _within(value: str | None, otherwise: int, last: int) -> int:
    return int(value) if value and value.isdecimal() and 1 <= int(value) <= last else otherwise
