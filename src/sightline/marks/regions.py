"""The places on a baby's body, as data: what each is called, where it is drawn, in which list it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

FILE: Final = Path(__file__).with_name("regions.yaml")
SIDE: Final = "{side}"
_PAIR: Final = re.compile(r"(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Region:
    """One place. `shapes` are paths by view; `ten4` is the letter under which TEN-4-FACESp lists it."""

    key: str
    words: str
    group: str
    shapes: Mapping[str, str]
    ten4: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One drawing of the body map, in its own units."""

    key: str
    title: str
    width: int
    height: int
    outline: tuple[str, ...]


@cache
def regions() -> dict[str, Region]:
    """Every place by its key, in the order of the file."""
    kept = _kept()
    every = (one for key, told in kept["regions"].items() for one in _both(key, told, kept))
    return {one.key: one for one in every}


@cache
def views() -> dict[str, View]:
    """Every drawing by its key."""
    told: dict[str, dict[str, Any]] = _kept()["views"]
    return {key: _view(key, one, told) for key, one in told.items()}


def by_group() -> dict[str, list[Region]]:
    """The places under the headings of the list."""
    return {group: [one for one in regions().values() if one.group == group] for group in _kept()["groups"]}


def mirrored(path: str, width: int) -> str:
    """The same path on the other side of the drawing's middle."""
    return _PAIR.sub(lambda pair: f"{width - float(pair[1]):g} {pair[2]}", path)


@cache
def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return kept


def _view(key: str, told: dict[str, Any], every: dict[str, dict[str, Any]]) -> View:
    source = every[told["mirrors"]] if "mirrors" in told else told
    paths = source.get("outline", ())
    outline = tuple(mirrored(one, told["width"]) if "mirrors" in told else one for one in paths)
    return View(key, told["title"], told["width"], told["height"], outline)


def _both(key: str, told: dict[str, Any], kept: dict[str, Any]) -> Iterator[Region]:
    sides = ("left", "right") if SIDE in key else ("",)
    for side in sides:
        yield Region(
            key.replace(SIDE, side),
            told["words"].replace(SIDE, side),
            told["group"],
            dict(_shapes(side, told["shapes"], kept)),
            told.get("ten4", ""),
        )


def _shapes(side: str, told: dict[str, str], kept: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for view, path in told.items():
        if view == "head_side":
            yield _profile(side, path, kept)
        elif side:
            there = kept["sides"][view] == side
            yield view, path if there else mirrored(path, kept["views"][view]["width"])
        else:
            yield view, path
            if view == "head_left":
                yield _profile("right", path, kept)


def _profile(side: str, path: str, kept: dict[str, Any]) -> tuple[str, str]:
    """A shape on the left profile as the profile of that side has it."""
    view = f"head_{side}"
    return view, path if side == "left" else mirrored(path, kept["views"][view]["width"])
