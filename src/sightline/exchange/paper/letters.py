"""Which characters the fonts at hand can draw, and how a PDF says where one could not be drawn.

The fonts within typst draw Latin, Greek, Cyrillic, Hebrew and the Arabic of Arabic; those of the machine come
after them. A character that none of them has would be an empty box, and its text would be lost.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

import typst

from sightline.exchange.paper.document import Paper, Part, Section, changed, texts

FAMILIES: Final = ("Libertinus Serif", "DejaVu Sans Mono")
"""Fonts within typst: the letters of the copy, and what those lack."""
ALWAYS_DRAWN: Final = "\u024f"
"""Up to here the first font draws every letter: Latin and its extensions."""
NO_CHARACTER: Final = "\U0010ffff"
"""A code point that no font has: what is drawn for it is drawn for every other that is missing."""
MOST: Final = 2000
"""More different characters than any text in one script has; those beyond count as not drawn."""
NAMED: Final = 3
"""So many are named one by one; of more, only how many there are."""
EACH_ALONE: Final = b"""
#set page(width: auto, height: auto)
#set text(font: json(bytes(sys.inputs.families)))
#for one in json(bytes(sys.inputs.letters)) { page(one) }
"""
SHAPE: Final = re.compile(rb'href="#(g[0-9A-F]+)"')
NOT_DRAWN: Final = (
    "Some characters could not be drawn in this PDF. Each such place says so in square brackets; the Word "
    "copy and the page have them as they were typed."
)


@cache
def fonts() -> typst.Fonts:
    """The fonts within typst, and those of the machine. Read once."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


def undrawn(written: Iterable[str], by: typst.Fonts | None = None) -> frozenset[str]:
    """The characters that no font draws."""
    asked = sorted({one for text in written for one in text if one > ALWAYS_DRAWN})
    if not asked:
        return frozenset()
    missing, *shapes = _shapes([NO_CHARACTER, *asked[:MOST]], by or fonts())
    boxes = {one for one, drawn in zip(asked, shapes, strict=False) if drawn & missing}
    return frozenset(boxes | set(asked[MOST:]))


def in_drawn_letters(paper: Paper, by: typst.Fonts | None = None) -> Paper:
    """The paper with the name of each character that is not drawn in its place, and a line that says so."""
    missing = undrawn(texts(paper), by)
    if not missing:
        return paper
    each = "[" + "".join(re.escape(one) for one in sorted(missing)) + "]"
    runs = re.compile(rf"{each}+(?:\s+{each}+)*")
    said = changed(paper, lambda text: runs.sub(lambda run: _named(run[0]), text))
    first = Section("What this copy could not draw", (Part(NOT_DRAWN, is_note=True),))
    return Paper(said.title, said.about, said.printed, (first, *said.sections))


def _shapes(letters: list[str], by: typst.Fonts) -> list[set[bytes]]:
    """What is drawn for each letter by itself, by the names that typst gives to the same shapes."""
    told = {"letters": json.dumps(letters), "families": json.dumps(FAMILIES)}
    pages = typst.compile(EACH_ALONE, format="svg", font_paths=by, sys_inputs=told)
    if not isinstance(pages, list):
        raise TypeError("One page for each of several letters was expected.")
    return [set(SHAPE.findall(page)) for page in pages]


def _named(run: str) -> str:
    letters = [one for one in run if not one.isspace()]
    names = [unicodedata.name(one, f"U+{ord(one):04X}").lower() for one in letters]
    if len(letters) > NAMED:
        return f"[not drawn: {len(letters)} characters, {names[0].split()[0].capitalize()}]"
    return f"[not drawn: {', '.join(names)}]"
