"""The access policy, read once from `policy_table.yaml`: who may see what, through which door.

A table with an undecided cell, or one decided twice, is refused when it is read: there is no default row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Final

import yaml

from sightline.access.codes import OPENNESS
from sightline.core.actors import Actor
from sightline.core.codes import SECTORS, SENSITIVITIES
from sightline.core.errors import SightlineError

TABLE: Final = Path(__file__).with_name("policy_table.yaml")
ABOUT: Final = {"baby": "The baby", "adult": "Anybody else"}
COLUMNS: Final = ("who", "openness", "holder", "kinds", "about", "sensitivity")
VIEWS: Final = ("shown", "elsewhere", "nothing")

Cell = tuple[str, str, str, str, str, str]
"""Reader group, openness, holder group, group of kinds, about, sensitivity."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of readers, holders or kinds: its words and what belongs to it. No sectors means any."""

    key: str
    words: str
    roles: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a row is as it is: its purpose, its lawful basis in plain words, and when to look at it again."""

    key: str
    purpose: str
    basis: str
    review_on: dt.date


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what these readers see of these entries, and why."""

    who: tuple[str, ...]
    openness: tuple[str, ...]
    holder: tuple[str, ...]
    kinds: tuple[str, ...]
    about: tuple[str, ...]
    sensitivity: tuple[str, ...]
    view: str
    ground: Ground

    def cells(self) -> Iterator[Cell]:
        """Every cell that the row decides."""
        return product(self.who, self.openness, self.holder, self.kinds, self.about, self.sensitivity)


@dataclass(frozen=True, slots=True)
class Permission:
    """Roles (and sectors) that may do something besides reading entries; `only` limits it further."""

    words: str
    roles: frozenset[str]
    sectors: frozenset[str]
    only: frozenset[str] = frozenset()
    own_agency: bool = False
    temporary: bool = False

    def covers(self, actor: Actor) -> bool:
        """Whether the actor's role and sector are among these."""
        return actor.role in self.roles and actor.sector in self.sectors


@dataclass(frozen=True, slots=True)
class Policy:
    """The whole policy. `cells` holds one row for every cell there is."""

    version: str
    readers: dict[str, Group]
    holders: dict[str, Group]
    kinds: dict[str, Group]
    rows: tuple[Row, ...]
    cells: dict[Cell, Row]
    doors: dict[str, Permission]
    opens_after_closing: frozenset[str]
    opens_sealed_baby: Permission
    break_glass: tuple[Permission, ...]
    break_glass_hours: int
    break_glass_review_working_days: int
    confidential_address: tuple[Permission, ...]
    names_holder: frozenset[str]


@cache
def policy() -> Policy:
    """The policy in force. Raises SightlineError when the table is not complete or contradicts itself."""
    return read(yaml.safe_load(TABLE.read_text(encoding="utf-8")))


def read(table: dict[str, Any]) -> Policy:
    """The policy that a table says."""
    readers, holders, kinds = (_groups(table[name]) for name in ("readers", "holders", "kinds"))
    columns = [tuple(column) for column in (readers, OPENNESS, holders, kinds, ABOUT, SENSITIVITIES)]
    grounds = {key: Ground(key, **ground) for key, ground in table["grounds"].items()}
    rows = tuple(_row(row, columns, grounds) for row in table["rows"])
    return Policy(
        version=str(table["version"]),
        readers=readers,
        holders=holders,
        kinds=kinds,
        rows=rows,
        cells=_decided(rows, columns),
        doors={door["door"]: _permission(door) for door in table["doors"]},
        opens_after_closing=frozenset(table["opens_after_closing"]),
        opens_sealed_baby=_permission(table["opens_sealed_baby"]),
        break_glass=tuple(_permission(row, "reasons") for row in table["break_glass"]),
        break_glass_hours=table["break_glass_hours"],
        break_glass_review_working_days=table["break_glass_review_working_days"],
        confidential_address=tuple(_permission(row, "openness") for row in table["confidential_address"]),
        names_holder=frozenset(table["names_holder"]),
    )


def _groups(table: dict[str, Any]) -> dict[str, Group]:
    return {
        key: Group(
            key,
            group["words"],
            *(frozenset(group.get(column, ())) for column in ("roles", "sectors", "kinds")),
        )
        for key, group in table.items()
    }


def _row(row: dict[str, Any], columns: list[tuple[str, ...]], grounds: dict[str, Ground]) -> Row:
    values = [_chosen(row[name], every) for name, every in zip(COLUMNS, columns, strict=True)]
    if row["view"] not in VIEWS:
        raise SightlineError(f"The access table has a view that there is not: {row['view']}.")
    who, openness, holder, kinds, about, sensitivity = values
    ground = grounds[row["ground"]]
    return Row(who, openness, holder, kinds, about, sensitivity, row["view"], ground)


def _chosen(named: str | list[str], every: tuple[str, ...]) -> tuple[str, ...]:
    if named == "all":
        return every
    strangers = set(named) - set(every)
    if strangers:
        raise SightlineError(f"The access table names what there is not: {', '.join(sorted(strangers))}.")
    return tuple(named)


def _decided(rows: tuple[Row, ...], columns: list[tuple[str, ...]]) -> dict[Cell, Row]:
    cells: dict[Cell, Row] = {}
    for row in rows:
        for cell in row.cells():
            if cell in cells:
                raise SightlineError(f"The access table decides a cell twice: {', '.join(cell)}.")
            cells[cell] = row
    undecided = set(product(*columns)) - set(cells)
    if undecided:
        raise SightlineError(f"The access table leaves a cell undecided: {', '.join(min(undecided))}.")
    return cells


def _permission(row: dict[str, Any], only: str = "") -> Permission:
    sectors = row.get("sectors", "all")
    return Permission(
        words=row.get("words", ""),
        roles=frozenset(row["roles"]),
        sectors=frozenset(SECTORS if sectors == "all" else sectors),
        only=frozenset(row[only]) if only else frozenset(),
        own_agency=row.get("own_agency", False),
        temporary=row.get("temporary", False),
    )


def reader_group(actor: Actor) -> str | None:
    """The one group of readers to which an actor belongs; None for a part of the system."""
    return _reader_group(actor.role, actor.sector)


@cache
def _reader_group(role: str, sector: str) -> str | None:
    for group in policy().readers.values():
        if role in group.roles and (not group.sectors or sector in group.sectors):
            return group.key
    return None


@cache
def holder_group(sector: str) -> str | None:
    """The group to which an agency's sector belongs; None for a sector that there is not."""
    for group in policy().holders.values():
        if sector in group.sectors:
            return group.key
    return None


@cache
def kind_group(kind: str) -> str:
    """The group to which a kind of entry belongs."""
    for group in policy().kinds.values():
        if kind in group.kinds:
            return group.key
    return "any_other"
