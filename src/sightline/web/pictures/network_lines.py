"""The lines of a care network as points on the sheet: kinship, cuts across it, and the homes' outlines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sightline.web.pictures.hulls import Square, borders
from sightline.web.pictures.kin_lines import ARCH, BELOW, SIDE, Bar, Rail, Way
from sightline.web.pictures.network_sheet import HALF, INSET, Sheet
from sightline.web.pictures.pen import Point, number

_BESIDE_PARTNER: Final = 11.0
_FROM_MIDDLE: Final = 7.0
_CUT: Final = 8.0

Line = list[Point]


def couple_line(sheet: Sheet, pair: frozenset[str]) -> Line:
    """From the left partner to the right; over the heads of any between them."""
    left, right = sorted(pair, key=sheet.x)
    if pair in sheet.plan.beside:
        return [(sheet.x(left), sheet.y(left)), (sheet.x(right), sheet.y(right))]
    bar = sheet.bar_y(_bars(sheet, pair)[0])
    from_x, to_x = sheet.x(left) + _FROM_MIDDLE, sheet.x(right) - _FROM_MIDDLE
    return [(from_x, sheet.y(left)), (from_x, bar), (to_x, bar), (to_x, sheet.y(right))]


def parted_strokes(sheet: Sheet, pair: frozenset[str]) -> list[Line]:
    """Two short strokes across a couple's line, near the left partner unless that place is taken by a bar."""
    left, right = sorted(pair, key=sheet.x)
    line = couple_line(sheet, pair)
    if pair in sheet.plan.beside:
        near = right if left in sheet.barred and right not in sheet.barred else left
        x, y = _halfway(sheet, near, left if near == right else right), line[0][1]
    else:
        x, y = line[1][0] + 14, line[1][1]
    return [[(x + shift - 3, y + 8), (x + shift + 3, y - 8)] for shift in (-3, 3)]


def cut(sheet: Sheet, ident: str) -> Line | None:
    """The bar across the line of someone with whom no contact is permitted; None when they have no line."""
    x, y = sheet.x(ident), sheet.y(ident)
    for pair in (*sheet.plan.beside, *sheet.plan.arches):
        if ident in pair and pair in sheet.plan.arches:
            side = _FROM_MIDDLE if x == min(map(sheet.x, pair)) else -_FROM_MIDDLE
            return _across((x + side, y - HALF - 6))
        if ident in pair:
            at = _halfway(sheet, ident, next(one for one in pair if one != ident))
            return [(at, y - 10), (at, y + 10)]
    for way in sheet.plan.ways:
        if way.parents == (ident,):
            trunk = _trunk(sheet, way)
            return (
                _across((x, y + HALF + _CUT))
                if way.start == BELOW
                else _across((trunk[1][0], trunk[1][1] + _CUT))
            )
        if ident in way.children:
            return _across((x, y - HALF - 6))
    return None


def _across(at: Point) -> Line:
    return [(at[0] - 10, at[1]), (at[0] + 10, at[1])]


def _halfway(sheet: Sheet, near: str, far: str) -> float:
    """Halfway from the edge of one's symbol to the middle of the line between the two."""
    x, other = sheet.x(near), sheet.x(far)
    side = 1 if other > x else -1
    return (x + side * HALF + (x + other) / 2) / 2


def descent_lines(sheet: Sheet, way: Way) -> Iterator[Line]:
    """The trunk from the parents, the bar, and a line down to each child."""
    trunk = _trunk(sheet, way)
    y = sheet.bar_y(_bars(sheet, way)[-1])
    shift = _FROM_MIDDLE if way.link else 0.0
    places = [sheet.x(child) + shift for child in way.children]
    yield [*trunk, (trunk[-1][0], y)]
    if min(trunk[-1][0], *places) < max(trunk[-1][0], *places):
        yield [(min(trunk[-1][0], *places), y), (max(trunk[-1][0], *places), y)]
    for child, x in zip(way.children, places, strict=True):
        yield [(x, y), (x, sheet.y(child))]


def _trunk(sheet: Sheet, way: Way) -> Line:
    """From the parents to where the last bar is met, without the last step down."""
    line = _beginning(sheet, way)
    if way.passing is None or way.passing == way.drop:
        return line
    turn = sheet.bar_y(_bars(sheet, way)[0])
    return [*line, (line[-1][0], turn), (sheet.rail_x(_rails(sheet, way)[-1]), turn)]


def _beginning(sheet: Sheet, way: Way) -> Line:
    parent = max(way.parents, key=lambda one: sheet.seating.seats[one].row)
    if way.start == BELOW:
        return [(sheet.x(parent), sheet.y(parent) + HALF)]
    x = sheet.rail_x(_rails(sheet, way)[0])
    if way.start == ARCH:
        return [(x, sheet.bar_y(_bars(sheet, frozenset(way.parents))[0]))]
    if way.start != SIDE:
        return [(x, sheet.y(parent))]
    crowded = any(
        parent in pair and min(map(sheet.x, pair)) < x < max(map(sheet.x, pair)) for pair in sheet.plan.beside
    )
    y = sheet.y(parent) + (_BESIDE_PARTNER if crowded else 0)
    return [(sheet.x(parent), y), (x, y)]


def _bars(sheet: Sheet, way: Way | frozenset[str]) -> list[Bar]:
    return sorted((bar for bar in sheet.plan.bars if bar.way == way), key=lambda bar: bar.channel)


def _rails(sheet: Sheet, way: Way) -> list[Rail]:
    return sorted((rail for rail in sheet.plan.rails if rail.way == way), key=lambda rail: rail.first)


def hull_path(sheet: Sheet, squares: frozenset[Square]) -> str:
    """The rounded line round a home's squares, as an SVG path."""
    radius = 10.0 if sheet.size > 12 else 8.0
    return " ".join(_rounded(_set_in(sheet, loop), radius) for loop in borders(squares))


def _set_in(sheet: Sheet, loop: list[tuple[int, int]]) -> Line:
    """The corners on the sheet, each moved a little inwards, so that two homes never touch."""
    points = []
    for place, here in enumerate(loop):
        before, after = loop[place - 1], loop[(place + 1) % len(loop)]
        shifts = [_inwards(before, here), _inwards(here, after)]
        x = sheet.lattice_x(here[0]) + INSET * sum(shift[0] for shift in shifts)
        y = sheet.lattice_y(here[1]) + INSET * sum(shift[1] for shift in shifts)
        points.append((x, y))
    return points


def _inwards(start: tuple[int, int], end: tuple[int, int]) -> tuple[int, int]:
    """One step to the right of the way from one corner to the next."""
    along, down = _sign(end[0] - start[0]), _sign(end[1] - start[1])
    return -down, along


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _rounded(corners: Line, radius: float) -> str:
    parts: list[str] = []
    for place, here in enumerate(corners):
        arrive = _towards(here, corners[place - 1], radius)
        leave = _towards(here, corners[(place + 1) % len(corners)], radius)
        parts.append(f"{'L' if parts else 'M'}{_at(arrive)} Q{_at(here)} {_at(leave)}")
    return " ".join(parts) + "Z"


def _towards(here: Point, other: Point, radius: float) -> Point:
    length = abs(other[0] - here[0]) + abs(other[1] - here[1])
    part = min(radius, length / 2) / length if length else 0
    return here[0] + (other[0] - here[0]) * part, here[1] + (other[1] - here[1]) * part


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
