"""How wide words are, so that nothing is placed where it does not fit.

Widths are the advance widths of Arial's letters, in thousandths of the type size. Where a reader's machine
puts another sans serif in its place, `SLACK` leaves room.
"""

from __future__ import annotations

import unicodedata
from typing import Final

SLACK: Final = 1.03
_FIRST: Final = 32
# fmt: off
_PLAIN: Final = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)
_BOLD: Final = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
    556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
    556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
    333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
)
# fmt: on
_OTHERS: Final = {"·": 278, "‘": 278, "’": 278, "“": 500, "”": 500, "–": 556, "—": 1000, "…": 1000}


def width_of(words: str, size: float, bold: bool = False) -> float:
    """The width of one line of words, in the units of `size`."""
    return sum(_advance(letter, bold) for letter in words) * size * SLACK / 1000


def _advance(letter: str, bold: bool) -> int:
    if letter in _OTHERS:
        return _OTHERS[letter]
    if unicodedata.combining(letter):
        return 0
    place = ord(unicodedata.normalize("NFD", letter)[0]) - _FIRST
    if 0 <= place < len(_PLAIN):
        return (_BOLD if bold else _PLAIN)[place]
    return 1000 if unicodedata.east_asian_width(letter) in "WF" else 700


def wrap(words: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The words in lines no wider than `room`; a word too long for a line is broken, never cut short."""
    lines: list[str] = []
    for word in words.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if width_of(joined, size, bold) <= room:
            lines[-1:] = [joined]
        else:
            lines.extend(_broken(word, room, size, bold))
    return lines


def _broken(word: str, room: float, size: float, bold: bool) -> list[str]:
    pieces: list[str] = []
    rest = word
    while width_of(rest, size, bold) > room and len(rest) > 1:
        cut = _fitting(rest, room - width_of("-", size, bold), size, bold)
        pieces.append(rest[:cut] + "-")
        rest = rest[cut:]
    return [*pieces, rest]


def _fitting(word: str, room: float, size: float, bold: bool) -> int:
    """How many letters of the word fit; at least one."""
    cut = 1
    while cut < len(word) - 3 and width_of(word[: cut + 1], size, bold) <= room:
        cut += 1
    return cut
