"""Household outlines on a lattice: squares that hold exactly the members, and the line round them.

The lattice has a square for each seat (odd row, odd column), for each gutter between seats side by side
(odd row, even column), for each channel between seats one above another (even row, odd column), and for
each crossing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

Square = tuple[int, int]
Corner = tuple[int, int]
_STEPS: Final = ((0, 1), (1, 0), (0, -1), (-1, 0))


def seat_square(row: int, column: int) -> Square:
    """The lattice square of a seat."""
    return 2 * row + 1, 2 * column + 1


@dataclass(frozen=True)
class Ground:
    """A lattice of so many rows and columns of seats, and the squares already taken."""

    rows: int
    columns: int
    taken: frozenset[Square]

    def is_open(self, square: Square) -> bool:
        """Whether an outline may spread here: within the outer seats, and nobody else's."""
        row, column = square
        return 0 < row < 2 * self.rows and 0 < column < 2 * self.columns and square not in self.taken


def outline(seats: Iterable[Square], ground: Ground) -> frozenset[Square] | None:
    """The fewest squares found that join the seats and take no other's; None when they cannot be joined."""
    held = _filled(set(seats))
    while True:
        islands = _islands(held)
        if len(islands) <= 1:
            return frozenset(held)
        path = _bridge(islands[0], set().union(*islands[1:]), ground)
        if path is None:
            return None
        held = _filled(held | set(path))


def _filled(held: set[Square]) -> set[Square]:
    """With every gutter, channel and crossing that lies between squares held on both sides."""
    while True:
        between = {
            square
            for one in held
            for square in _beside(one)
            if square not in held and _is_between(square, held)
        }
        if not between:
            return held
        held = held | between


def _beside(square: Square) -> Iterator[Square]:
    row, column = square
    return ((row + down, column + along) for down, along in _STEPS)


def _is_between(square: Square, held: set[Square]) -> bool:
    row, column = square
    if row % 2 and column % 2:
        return False
    across = {(row, column - 1), (row, column + 1)} <= held
    along = {(row - 1, column), (row + 1, column)} <= held
    if row % 2 == 0 and column % 2 == 0:
        return across and along
    return across if row % 2 else along


def _islands(held: set[Square]) -> list[set[Square]]:
    """The parts that do not touch one another, in reading order."""
    rest, islands = set(held), []
    while rest:
        first = min(rest)
        island, queue = {first}, [first]
        while queue:
            fresh = [one for one in _beside(queue.pop()) if one in rest and one not in island]
            island.update(fresh)
            queue.extend(fresh)
        islands.append(island)
        rest -= island
    return islands


def _bridge(island: set[Square], others: set[Square], ground: Ground) -> list[Square] | None:
    """The shortest way from one part to another through open squares, down no gutter between two people."""
    came: dict[Square, Square | None] = dict.fromkeys(sorted(island))
    queue = deque(sorted(island))
    while queue:
        here = queue.popleft()
        if here in others:
            return list(_steps_back(here, came))
        for step in _beside(here):
            if step not in came and (step in others or (ground.is_open(step) and _is_wide(step, ground))):
                came[step] = here
                queue.append(step)
    return None


def _is_wide(square: Square, ground: Ground) -> bool:
    """A gutter is too narrow to lead a home through unless the seats at its sides are free as well."""
    row, column = square
    if row % 2 == 0 or column % 2:
        return True
    return all(one not in ground.taken for one in ((row, column - 1), (row, column + 1)))


def _steps_back(end: Square, came: dict[Square, Square | None]) -> Iterator[Square]:
    here: Square | None = end
    while here is not None:
        yield here
        here = came[here]


def bends(held: frozenset[Square]) -> int:
    """How many corners the line round the squares has: four for a plain rectangle."""
    corners: dict[Corner, int] = {}
    for row, column in held:
        for corner in ((column, row), (column + 1, row), (column, row + 1), (column + 1, row + 1)):
            corners[corner] = corners.get(corner, 0) + 1
    return sum(count % 2 for count in corners.values())


def borders(held: frozenset[Square]) -> list[list[Corner]]:
    """The closed lines round the squares, clockwise: the lattice corners (column, row) where they turn."""
    after: dict[Corner, list[Corner]] = {}
    for row, column in sorted(held):
        for start, end, outside in (
            ((column, row), (column + 1, row), (row - 1, column)),
            ((column + 1, row), (column + 1, row + 1), (row, column + 1)),
            ((column + 1, row + 1), (column, row + 1), (row + 1, column)),
            ((column, row + 1), (column, row), (row, column - 1)),
        ):
            if outside not in held:
                after.setdefault(start, []).append(end)
    loops = []
    while after:
        loops.append(_turns(_walk(after)))
    return loops


def _walk(after: dict[Corner, list[Corner]]) -> list[Corner]:
    """One closed line, its edges taken out of `after`; where two lines meet, it keeps to the right."""
    start = min(after)
    loop, heading = [start], (1, 0)
    while True:
        here = loop[-1]
        ends = after[here]
        end = max(ends, key=lambda one: _rightness(heading, (one[0] - here[0], one[1] - here[1])))
        ends.remove(end)
        if not ends:
            del after[here]
        if end == start:
            return loop
        heading = (end[0] - here[0], end[1] - here[1])
        loop.append(end)


def _rightness(heading: tuple[int, int], turn: tuple[int, int]) -> int:
    return heading[0] * turn[1] - heading[1] * turn[0]


def _turns(loop: list[Corner]) -> list[Corner]:
    ring = [loop[-1], *loop, loop[0]]
    return [
        here
        for before, here, then in zip(ring, ring[1:], ring[2:], strict=False)
        if (before[0] == here[0]) != (here[0] == then[0])
    ]
