"""Where everyone sits: generations in rows, couples side by side, homes together, children under parents.

The seating is found by trying every exchange and every move within a row, from the order given, and keeping
what is better, until nothing is. It is the same for the same family.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from sightline.web.pictures.family import Family, Household
from sightline.web.pictures.hulls import Ground, Square, bends, outline, seat_square

Rows = list[list[str]]
EMPTY: Final = ""
_BROKEN_HOME: Final = 300.0
_BROKEN_BAY: Final = 200.0
_APART: Final = 40.0
_BEND: Final = 0.6
_BUDGET: Final = 2500


@dataclass(frozen=True)
class Seat:
    """A row and a column, counted from the top left."""

    row: int
    column: int


@dataclass(frozen=True)
class Homes:
    """The squares each home takes: `told` its members, `whole` with those whom others place there.

    No outline can hold exactly the members of a `broken` home, or exactly those placed in a `loose` one.
    """

    told: dict[str, frozenset[Square]] = field(default_factory=dict)
    whole: dict[str, frozenset[Square]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Seating:
    """Everyone's seat, on so many rows and columns."""

    seats: dict[str, Seat]
    rows: int
    columns: int

    def square(self, ident: str) -> Square:
        """The lattice square of a person's seat."""
        seat = self.seats[ident]
        return seat_square(seat.row, seat.column)

    def at(self, row: int, column: int) -> str:
        """Who sits there; empty when nobody does."""
        return next((ident for ident, seat in self.seats.items() if seat == Seat(row, column)), EMPTY)


def seat_family(family: Family, most: int) -> Seating:
    """The best seating found with at most `most` people in a row; columns nobody uses are left out."""
    rows = _first_rows(family, most)
    best, cost = rows, price(family, _seating(rows))
    tried, better = 0, True
    while better and tried < _BUDGET:
        better = False
        for other in _neighbours(best):
            tried += 1
            other_cost = price(family, _seating(other))
            if other_cost < cost - 1e-9:
                best, cost, better = other, other_cost, True
                break
    return _seating(_without_empty_columns(best))


def levels(family: Family) -> dict[str, int]:
    """Each person's generation, raised where needed so that parents stand above children and couples level.

    Raises ValueError when someone would have to stand above themselves.
    """
    level = {person.id: person.generation for person in family.people}
    for _ in range(len(level) * 2 + 2):
        raised = dict(level)
        for pair in family.pairs():
            raised.update(dict.fromkeys(pair, max(raised[one] for one in pair)))
        for descent in family.descents:
            for parent in descent.parents:
                raised[parent] = max(raised[parent], raised[descent.child] + 1)
        if raised == level:
            return level
        level = raised
    raise ValueError("Someone in the network is given as their own ancestor.")


def _first_rows(family: Family, most: int) -> Rows:
    level = levels(family)
    rows: Rows = []
    for generation in sorted(set(level.values()), reverse=True):
        queue = _coupled(family, [person.id for person in family.people if level[person.id] == generation])
        rows += [queue[start : start + most] for start in range(0, len(queue), most)]
    return [_centred(row, most) for row in rows]


def _coupled(family: Family, idents: list[str]) -> list[str]:
    """The same people, each followed by those they are or were a couple with."""
    pairs = family.pairs()
    order: list[str] = []
    for ident in idents:
        if ident not in order:
            order.append(ident)
            order += [one for one in idents if frozenset((ident, one)) in pairs and one not in order]
    return order


def _centred(row: list[str], columns: int) -> list[str]:
    before = (columns - len(row)) // 2
    return [EMPTY] * before + row + [EMPTY] * (columns - len(row) - before)


def _neighbours(rows: Rows) -> Iterator[Rows]:
    """Every seating one exchange, or one move along a row, away."""
    for place, row in enumerate(rows):
        for one in range(len(row)):
            for other in range(len(row)):
                if one == other or row[one] == EMPTY:
                    continue
                for changed in (_exchanged(row, one, other), _moved(row, one, other)):
                    if changed != row:
                        yield [*rows[:place], changed, *rows[place + 1 :]]


def _exchanged(row: list[str], one: int, other: int) -> list[str]:
    changed = list(row)
    changed[one], changed[other] = changed[other], changed[one]
    return changed


def _moved(row: list[str], one: int, other: int) -> list[str]:
    changed = list(row)
    changed.insert(other, changed.pop(one))
    return changed


def _without_empty_columns(rows: Rows) -> Rows:
    used = [column for column in range(len(rows[0])) if any(row[column] for row in rows)] if rows else []
    return [[row[column] for column in used] for row in rows]


def _seating(rows: Rows) -> Seating:
    seats = {ident: Seat(r, c) for r, row in enumerate(rows) for c, ident in enumerate(row) if ident != EMPTY}
    return Seating(seats, len(rows), len(rows[0]) if rows else 0)


def house(family: Family, seating: Seating, spare: dict[str, Square] | None = None) -> Homes:
    """The squares of every home. `spare`: empty seats lent to a person's label."""
    lent = spare or {}
    taken = {seating.square(ident) for ident in seating.seats} | set(lent.values())
    told = _outlined(
        {home.id: _squares(seating, home.members, lent) for home in family.households}, seating, taken
    )
    taken.update(*told.values())
    kept = [home for home in family.households if home.id in told or not home.members]
    bays = {home.id: _squares(seating, seated_placed(family, home), lent) for home in kept}
    joined = {ident: bay | told.get(ident, frozenset()) for ident, bay in bays.items() if bay}
    whole = _outlined(joined, seating, taken)
    homes = {home.id for home in family.households if home.members}
    return Homes(told, whole, frozenset(homes - set(told)), frozenset(set(joined) - set(whole)))


def _outlined(
    wanted: dict[str, set[Square]], seating: Seating, taken: set[Square]
) -> dict[str, frozenset[Square]]:
    """An outline for each that has squares, the largest first; those that fit nowhere are missing."""
    taken = set(taken)
    drawn = {}
    for ident in sorted(wanted, key=lambda one: len(wanted[one]), reverse=True):
        squares = wanted[ident]
        found = (
            outline(squares, Ground(seating.rows, seating.columns, frozenset(taken - squares)))
            if squares
            else None
        )
        if found is not None:
            drawn[ident] = found
            taken |= found
    return drawn


def _squares(seating: Seating, idents: tuple[str, ...], lent: dict[str, Square]) -> set[Square]:
    return {seating.square(ident) for ident in idents} | {lent[ident] for ident in idents if ident in lent}


def seated_placed(family: Family, home: Household) -> tuple[str, ...]:
    """Those whom others place here who can be seated here; the rest are told of in the home's words."""
    elsewhere = {ident for other in family.households for ident in other.members}
    for other in family.households[: family.households.index(home)]:
        elsewhere |= set(other.placed)
    return tuple(ident for ident in dict.fromkeys(home.placed) if ident not in elsewhere)


def price(family: Family, seating: Seating) -> float:
    """How poor a seating is: homes that cannot be drawn weigh most, then couples apart, then long lines."""
    homes = house(family, seating)
    cost = _BROKEN_HOME * len(homes.broken) + _BROKEN_BAY * len(homes.loose)
    cost += sum(
        len(squares) + _BEND * bends(squares) for squares in (*homes.told.values(), *homes.whole.values())
    )
    return cost + _apart(family, seating) + _descents(family, seating) + _spread(seating)


def _apart(family: Family, seating: Seating) -> float:
    cost = 0.0
    for pair in family.pairs():
        one, other = (seating.seats[ident] for ident in sorted(pair))
        gap = abs(one.column - other.column) - 1 + 3 * abs(one.row - other.row)
        cost += (_APART + 5 * gap) if gap else 0
    return cost


def _descents(family: Family, seating: Seating) -> float:
    """Length of the lines to children, with much added where two bars would share a channel."""
    cost, bars = 0.0, []
    for parents, children in family.broods().items():
        drop = sum(seating.seats[one].column for one in parents) / len(parents)
        columns = [seating.seats[child].column for child in children]
        cost += 2 * abs(drop - sum(columns) / len(columns)) + 1.5 * (max(columns) - min(columns))
        cost += 2.0 * sum(later < earlier for earlier, later in pairwise(columns))
        bars.append((seating.seats[children[0]].row, min(drop, *columns), max(drop, *columns)))
    return cost + 12 * _overlaps(bars)


def _overlaps(bars: list[tuple[int, float, float]]) -> int:
    return sum(
        one[0] == other[0] and one[1] < other[2] + 0.2 and other[1] < one[2] + 0.2
        for place, one in enumerate(bars)
        for other in bars[:place]
    )


def _spread(seating: Seating) -> float:
    """A slight wish for the middle, so that a row is not scattered."""
    middle = (seating.columns - 1) / 2
    return sum(0.1 * abs(seat.column - middle) for seat in seating.seats.values())
