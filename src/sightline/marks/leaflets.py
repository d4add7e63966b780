"""The leaflet for parents, in the languages that there are: one file each, with its version."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

FOLDER: Final = Path(__file__).with_name("leaflets")
USUAL: Final = "en-GB"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the leaflet: its heading, its paragraphs and its points."""

    head: str
    words: tuple[str, ...]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaflet:
    """The whole leaflet in one language, and which way that language is written."""

    language: str
    name: str
    direction: str
    version: str
    title: str
    lead: str
    parts: tuple[Part, ...]
    ring: tuple[str, ...]
    ring_head: str


def leaflet(language: str = USUAL) -> Leaflet:
    """The leaflet in a language; in English where there is none."""
    kept = languages()
    return kept.get(language, kept[USUAL])


@cache
def languages() -> dict[str, Leaflet]:
    """Every language that there is, by its code."""
    files = sorted(FOLDER.glob("*.yaml"))
    return {file.stem: _read(file.stem, file) for file in files}


def _read(language: str, file: Path) -> Leaflet:
    told: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    parts = tuple(
        Part(one["head"], tuple(one.get("words", ())), tuple(one.get("points", ()))) for one in told["parts"]
    )
    return Leaflet(
        language=language,
        name=told["name"],
        direction=told.get("direction", "ltr"),
        version=told["version"],
        title=told["title"],
        lead=told["lead"],
        parts=parts,
        ring=tuple(told["ring"]),
        ring_head=told["ring_head"],
    )
