"""Where signs and words go in one lane: no sign on another, no words on a sign, a line or other words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sightline.web.pictures.agency_lanes import KINDS, Sign
from sightline.web.pictures.boxes import Box, around
from sightline.web.pictures.lettering import width_of

HALF_SIGN: Final = 8.0
_LEVEL: Final = 14.0
_ORDER: Final = tuple(KINDS)
_URGENT: Final = ("not_brought", "worry")


@dataclass(frozen=True)
class PlacedSign:
    """A sign and the middle of its place."""

    sign: Sign
    x: float
    y: float

    @property
    def box(self) -> Box:
        """The room it takes."""
        return around(self.x, self.y, HALF_SIGN, HALF_SIGN - 1)


@dataclass(frozen=True)
class PlacedWords:
    """A label and its room."""

    words: str
    box: Box


@dataclass
class LanePlaces:
    """One lane's signs, words, and how many entries are left to the list for want of room."""

    strip: Box
    signs: list[PlacedSign] = field(default_factory=list)
    words: list[PlacedWords] = field(default_factory=list)
    left_out: int = 0

    @property
    def middle(self) -> float:
        """The height of the lane's line."""
        return (self.strip.top + self.strip.bottom) / 2


def place_lane(
    strip: Box, signs: Iterable[tuple[Sign, float]], limits: list[Box], last_looked: list[Box], size: float
) -> LanePlaces:
    """Place signs given with their x; words cross none of `limits` (dates, hatching).

    Words of what was missed or worrying may, for want of other room, interrupt the line of the last look.
    """
    places = LanePlaces(strip)
    for sign, x in sorted(signs, key=_turn):
        _place_sign(places, sign, x)
    for placed in list(places.signs):
        found = _place_words(places, placed, limits + last_looked, size)
        if not found and placed.sign.kind in _URGENT:
            _place_words(places, placed, limits, size)
    return places


def _turn(given: tuple[Sign, float]) -> tuple[int, int]:
    """Birth, missed and worries first, the latest of each before the earlier."""
    sign, _ = given
    return _ORDER.index(sign.kind), -sign.day.toordinal()


def _place_sign(places: LanePlaces, sign: Sign, x: float) -> None:
    for level in (0, -_LEVEL, _LEVEL):
        placed = PlacedSign(sign, x, places.middle + level)
        within = places.strip.top <= placed.box.top and placed.box.bottom <= places.strip.bottom
        if within and not any(placed.box.touches(other.box) for other in places.signs):
            places.signs.append(placed)
            return
    places.left_out += 1


def _place_words(places: LanePlaces, placed: PlacedSign, limits: list[Box], size: float) -> bool:
    """Whether there was room, or nothing to place."""
    if not placed.sign.label:
        return True
    width = width_of(placed.sign.label, size)
    taken = [one.box for one in places.signs] + [one.box for one in places.words] + limits
    for box in _sides(placed, width, size):
        if places.strip.holds(box) and not any(box.touches(other, 1) for other in taken):
            places.words.append(PlacedWords(placed.sign.label, box))
            return True
    return False


def _sides(placed: PlacedSign, width: float, size: float) -> Iterator[Box]:
    """To the right, to the left, above, below."""
    half = size / 2
    for left in (placed.x + HALF_SIGN + 2, placed.x - HALF_SIGN - 2 - width):
        yield Box(left, placed.y - half, left + width, placed.y + half)
    for y in (placed.y - HALF_SIGN - half - 1, placed.y + HALF_SIGN + half + 1):
        for left in (placed.x - width / 2, placed.x, placed.x - width):
            yield Box(left, y - half, left + width, y + half)
