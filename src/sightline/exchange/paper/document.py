"""A copy before it is a file: a title, who printed it and when, and sections of plain text.

Whatever somebody typed is text here and stays text: no writer reads it as markup, formula or field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What neither a PDF nor a Word document can hold: control characters, halves of characters."""
NEW_LINE: Final = re.compile("\r\n?|[\x0b\x0c]")


@dataclass(frozen=True, slots=True)
class Part:
    """A passage, or a list of lines, under a small head or none. A note is ours, not somebody's words."""

    words: str = ""
    lines: tuple[str, ...] = ()
    head: str = ""
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one head."""

    head: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole copy. `about` are the lines under the title; `printed` stands on every page."""

    title: str
    about: tuple[str, ...]
    printed: str
    sections: tuple[Section, ...]


def plain(text: str) -> str:
    """The text with one kind of line end, and a mark where a character can stand in no document."""
    return NOT_TEXT.sub("\ufffd", NEW_LINE.sub("\n", text))


def changed(paper: Paper, change: Callable[[str], str]) -> Paper:
    """The paper with every piece of its text put through `change`."""
    return Paper(
        change(paper.title),
        tuple(map(change, paper.about)),
        change(paper.printed),
        tuple(_section(one, change) for one in paper.sections),
    )


def texts(paper: Paper) -> Iterator[str]:
    """Every piece of the paper's text."""
    yield from (paper.title, *paper.about, paper.printed)
    for section in paper.sections:
        yield section.head
        for part in section.parts:
            yield from (part.head, part.words, *part.lines)


def _section(section: Section, change: Callable[[str], str]) -> Section:
    return Section(change(section.head), tuple(_part(one, change) for one in section.parts))


def _part(part: Part, change: Callable[[str], str]) -> Part:
    return Part(change(part.words), tuple(map(change, part.lines)), change(part.head), part.is_note)
