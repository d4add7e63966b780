"""Policy data of asking and sharing: whom the front door asks as a rule, what a routine reply fills in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from sightline.agencies.models import PolicySetting
from sightline.core.codes import SECTORS

FILE: Final = Path(__file__).with_name("routine.yaml")
LINK_HOURS: Final = "sharing__link_hours"
"""The name under which a partnership sets how long a link is good for (`PolicySetting`), in hours."""
LONGEST_LINK: Final = 24 * 14
BY_RULE: Final = ("all", "registered", "knows", "asked_for")


@dataclass(frozen=True, slots=True)
class Source:
    """One sector as a source: what it is called, whether it is asked as a rule, and where it looks."""

    sector: str
    title: str
    by_rule: str
    systems: tuple[str, ...]

    @property
    def is_asked_by_rule(self) -> bool:
        """Whether a referral's decision should not do without it."""
        return self.by_rule != "asked_for"


@dataclass(frozen=True, slots=True)
class Routine:
    """What a routine sharing is filled with, and on whose authority."""

    kinds: frozenset[str]
    sectors: frozenset[str]
    since: dt.date
    purpose: str
    basis: str
    detriment: str
    source: str
    version: str


@dataclass(frozen=True, slots=True)
class SharingPolicy:
    """The whole file."""

    version: str
    what: str
    because: str
    link_hours: int
    sources: dict[str, Source]
    routines: tuple[Routine, ...]


@cache
def policy() -> SharingPolicy:
    """The file as it is shipped. Raises ValueError when it contradicts itself or leaves a sector out."""
    return read(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def read(said: dict[str, Any]) -> SharingPolicy:
    """The policy that a file says."""
    sources = {key: _source(key, one) for key, one in said["sources"].items()}
    if set(sources) != set(SECTORS):
        raise ValueError(f"Sources and sectors differ: {sorted(set(sources) ^ set(SECTORS))}")
    version = str(said["version"])
    return SharingPolicy(
        version=version,
        what=said["asks"]["what"],
        because=said["asks"]["because"],
        link_hours=int(said["link_hours"]),
        sources=sources,
        routines=tuple(_routine(one, version) for one in said["routine"]),
    )


def routine_for(kind: str, sector: str, on: dt.date) -> Routine:
    """What a routine sharing of this kind by this sector is filled with on a day.

    The row that names the sector goes before one for all; of several, the latest. Before every row, the first
    that fits holds. Raises LookupError for a kind that no row fills.
    """
    fitting = [one for one in policy().routines if kind in one.kinds and sector in one.sectors]
    if not fitting:
        raise LookupError(f"No routine fills a sharing of the kind {kind} by {sector}.")
    in_force = [one for one in fitting if one.since <= on] or fitting[:1]
    return max(in_force, key=lambda one: (len(one.sectors) < len(SECTORS), one.since))


def link_hours(partnership: str, on: dt.date) -> int:
    """For how many hours a link is good: as the partnership set it, else as shipped.

    A setting that is no sensible number of hours is passed over.
    """
    own = PolicySetting.unscoped.filter(partnership__code=partnership, name=LINK_HOURS, from_on__lte=on)
    value = own.order_by("-from_on").values_list("value", flat=True).first()
    if value and value.isdigit() and 1 <= int(value) <= LONGEST_LINK:
        return int(value)
    return policy().link_hours


def _source(key: str, said: dict[str, Any]) -> Source:
    if said["by_rule"] not in BY_RULE:
        raise ValueError(f"{key} is asked {said['by_rule']}: that cannot be.")
    return Source(key, said["title"], said["by_rule"], tuple(said["systems"]))


def _routine(said: dict[str, Any], version: str) -> Routine:
    sectors = frozenset(SECTORS if said["sectors"] == "all" else said["sectors"])
    if strange := sectors - set(SECTORS):
        raise ValueError(f"There are no such sectors: {sorted(strange)}")
    plain = {name: said[name] for name in ("purpose", "basis", "detriment", "source")}
    return Routine(frozenset(said["kinds"]), sectors, said["from"], version=version, **plain)
