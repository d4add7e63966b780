"""Lengths for a seated family: where columns, rows, gutters and channels lie, and every word's place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from sightline.web.pictures.boxes import Box
from sightline.web.pictures.family import Family
from sightline.web.pictures.hulls import Square
from sightline.web.pictures.kin_lines import BELOW, Bar, Plan, Rail, plan_lines
from sightline.web.pictures.network_words import (
    Words,
    home_words,
    longest_word,
    person_words,
    unhoused_words,
    wrapped,
)
from sightline.web.pictures.seats import EMPTY, Homes, Seating, house

SYMBOL: Final = 38.0
HALF: Final = SYMBOL / 2
INSET: Final = 3.0
_PAD: Final = 14.0
_FOOT: Final = 12.0
_TRACK: Final = 7.0
_CLEAR: Final = 13.0
_MOST_COLUMN: Final = 150.0
_LEAST_COLUMN: Final = 62.0


@dataclass(frozen=True)
class PlacedWords:
    """A line of words with the foot of its letters; `middle` when x is its middle, else its beginning."""

    words: Words
    x: float
    y: float
    middle: bool


@dataclass(frozen=True)
class Sheet:
    """One drawing of a seated family, `width` wide, in type of `size`. Every length follows from these."""

    family: Family
    seating: Seating
    width: float
    size: float
    barred: frozenset[str] = frozenset()

    @property
    def leading(self) -> float:
        """From one line of words to the next."""
        return self.size + 3

    @property
    def margin(self) -> float:
        """The part of a column that words keep clear of, so that none touches a home's outline."""
        return 2 * INSET + (8 if self.size > 12 else 4)

    @cached_property
    def lent(self) -> dict[str, Square]:
        """The free seats to the right of lone parents, lent to their labels where no home is broken by it."""
        lent: dict[str, Square] = {}
        before = house(self.family, self.seating)
        partners = {one for pair in self.family.pairs() for one in pair}
        for parents in self.family.broods():
            if len(parents) == 2 or parents[0] in partners:
                continue
            seat = self.seating.seats[parents[0]]
            free = (
                seat.column + 1 < self.seating.columns and self.seating.at(seat.row, seat.column + 1) == EMPTY
            )
            tried = {**lent, parents[0]: (2 * seat.row + 1, 2 * seat.column + 3)}
            after = house(self.family, self.seating, tried) if free else None
            if after and (after.broken, after.loose) == (before.broken, before.loose):
                lent = tried
        return lent

    @cached_property
    def homes(self) -> Homes:
        """The squares of every home."""
        return house(self.family, self.seating, self.lent)

    @cached_property
    def plan(self) -> Plan:
        """The ways of all lines."""
        return plan_lines(self.family, self.seating, frozenset(self.lent))

    @cached_property
    def columns(self) -> list[tuple[float, float]]:
        """Left and right of each column's seats."""
        gutters = [self._gutter(place) for place in range(self.seating.columns + 1)]
        widths = self._widths(self.width - sum(gutters))
        lefts = [gutters[0]]
        for width, gutter in zip(widths, gutters[1:], strict=True):
            lefts.append(lefts[-1] + width + gutter)
        return [(left, left + width) for left, width in zip(lefts, widths, strict=False)]

    def _gutter(self, place: int) -> float:
        tracks = self.plan.rail_tracks(place)
        inner = 0 < place < self.seating.columns
        if not inner and not tracks:
            return 1
        return (18 if self.size > 12 else 16) + _TRACK * max(tracks - 1, 0)

    def _widths(self, room: float) -> list[float]:
        """Each column's width: its longest word at least, then towards its longest line."""
        need, want = self._needs(longest=False), self._needs(longest=True)
        if sum(need) > room:
            return self._squeezed(need, room)
        part = min((room - sum(need)) / max(sum(want) - sum(need), 1), 1)
        return [least + (most - least) * part for least, most in zip(need, want, strict=True)]

    def _squeezed(self, need: list[float], room: float) -> list[float]:
        """Columns too wide for the room together: each gives up in proportion, but none its symbol."""
        least = max(min(_LEAST_COLUMN, room / len(need)), SYMBOL + 2 * INSET + 4)
        part = max(room - least * len(need), 0) / max(sum(need) - least * len(need), 1)
        return [least + (one - least) * part for one in need]

    def _needs(self, longest: bool) -> list[float]:
        needs = [_LEAST_COLUMN] * self.seating.columns
        for ident, seat in self.seating.seats.items():
            lines = person_words(self.family, self.family.person(ident), self.homes)
            wide = max(line.width(self.size) for line in lines) if longest else longest_word(lines, self.size)
            column = seat.column + (1 if ident in self.lent else 0)
            needs[column] = max(needs[column], min(wide + self.margin + 1, _MOST_COLUMN))
        return needs

    @property
    def right(self) -> float:
        """The right edge of everything seated."""
        return self.columns[-1][1] + self._gutter(self.seating.columns) if self.columns else self.width

    def x(self, ident: str) -> float:
        """The middle of a person's symbol."""
        left, right = self.columns[self.seating.seats[ident].column]
        return (left + right) / 2

    def y(self, ident: str) -> float:
        """The middle of a person's symbol."""
        return self.rows[self.seating.seats[ident].row][0] + _PAD + HALF

    def lattice_x(self, corner: int) -> float:
        """Where a vertical of the lattice lies."""
        if corner == 0:
            return 0
        if corner > 2 * len(self.columns):
            return self.right
        left, right = self.columns[(corner - 1) // 2]
        return left if corner % 2 else right

    def lattice_y(self, corner: int) -> float:
        """Where a horizontal of the lattice lies."""
        if corner == 0:
            return 0
        top, bottom = self.rows[min((corner - 1) // 2, len(self.rows) - 1)]
        return top if corner % 2 else bottom

    def rail_x(self, rail: Rail) -> float:
        """Where a rail runs, in its gutter's middle or on a track beside it."""
        low = self.lattice_x(2 * rail.gutter)
        high = self.lattice_x(2 * rail.gutter + 1)
        return (low + high) / 2 + _TRACK * (
            self.plan.rails[rail] - (self.plan.rail_tracks(rail.gutter) - 1) / 2
        )

    def bar_y(self, bar: Bar) -> float:
        """Where a bar runs in its channel."""
        top = self.rows[bar.channel - 1][1] if bar.channel else 0.0
        return top + _CLEAR + _TRACK * self.plan.bars[bar]

    def _channel(self, place: int) -> float:
        tracks = self.plan.bar_tracks(place)
        if tracks:
            return 2 * _CLEAR + _TRACK * (tracks - 1)
        return 18 if 0 < place < self.seating.rows else 1

    @cached_property
    def rows(self) -> list[tuple[float, float]]:
        """Top and bottom of each row's seats."""
        rows: list[tuple[float, float]] = []
        bottom = 0.0
        for place in range(self.seating.rows):
            top = bottom + self._channel(place)
            bottom = top + self._row_height(place)
            rows.append((top, bottom))
        return rows

    def _row_height(self, row: int) -> float:
        seated = [self._label_foot(ident) for ident, seat in self.seating.seats.items() if seat.row == row]
        noted = [note.depth + self.leading * len(note.lines) for note in self.notes if note.row == row]
        return max([_PAD + SYMBOL, *seated, *noted]) + _FOOT

    def label(self, ident: str) -> list[Words]:
        """A person's words, wrapped to their seat."""
        lines = person_words(self.family, self.family.person(ident), self.homes)
        return wrapped(lines, self._label_room(ident), self.size)

    def _label_room(self, ident: str) -> float:
        left, right = self.columns[self.seating.seats[ident].column]
        if ident not in self.lent:
            return right - left - self.margin
        return self.columns[self.seating.seats[ident].column + 1][1] - self.x(ident) - HALF - 10 - INSET

    def _label_foot(self, ident: str) -> float:
        """How far below the row's top a person's words end."""
        height = self.leading * len(self.label(ident))
        return _PAD + max(SYMBOL, height) if ident in self.lent else _PAD + SYMBOL + 4 + height

    def placed_label(self, ident: str) -> list[PlacedWords]:
        """A person's words in their place: below the symbol, or beside it where a line runs below."""
        top = self.y(ident) + HALF + 4
        if ident in self.lent:
            top = self.y(ident) - min(HALF, self.leading * len(self.label(ident)) / 2)
        x = self.x(ident) + HALF + 8 if ident in self.lent else self.x(ident)
        return [
            PlacedWords(words, x, top + self.leading * n + self.size - 1, ident not in self.lent)
            for n, words in enumerate(self.label(ident))
        ]

    @cached_property
    def notes(self) -> list[Note]:
        """Every home's words, at the foot of its lowest row, in the widest room that no line runs through."""
        made = []
        for home in self.family.households:
            told = self.homes.told.get(home.id, frozenset())
            bay = self.homes.whole.get(home.id, frozenset()) - told
            placed = [Words(home.placed_words, quiet=True)] if home.placed_words else []
            made.append(self._note(told, home_words(self.family, home)))
            made.append(self._note(bay, placed if told else home_words(self.family, home) + placed))
        return [note for note in made if note]

    def _note(self, squares: frozenset[Square], lines: list[Words]) -> Note | None:
        seats = {square for square in squares if square[0] % 2 and square[1] % 2}
        if not seats or not lines:
            return None
        lowest = max(row for row, _ in seats)
        run = _longest_run(sorted(column for row, column in seats if row == lowest))
        row = lowest // 2
        left, right = self._widest_room(row, run)
        people = [self.seating.at(row, column // 2) for column in run]
        depth = max([_PAD, *(self._label_foot(ident) for ident in people if ident != EMPTY)])
        return Note(row, left, depth + 6, wrapped(lines, right - left, self.size))

    def _widest_room(self, row: int, run: list[int]) -> tuple[float, float]:
        """Left and right of the widest part of these seats that no rail or stem divides."""
        left, right = self.columns[run[0] // 2][0] + INSET + 5, self.columns[run[-1] // 2][1] - INSET - 5
        lines = [self.rail_x(rail) for rail in self.plan.rails if rail.first <= row <= rail.last]
        lines += [self.x(way.parents[0]) for way in self.plan.ways if way.start == BELOW and way.row == row]
        cuts = sorted(x for x in lines if left < x < right)
        edges = [left, *(x for cut in cuts for x in (cut - 6, cut + 6)), right]
        return max(zip(edges[::2], edges[1::2], strict=True), key=lambda room: room[1] - room[0])

    def placed_note(self, note: Note) -> list[PlacedWords]:
        """A home's words in their place."""
        top = self.rows[note.row][0] + note.depth
        return [
            PlacedWords(words, note.left, top + self.leading * n + self.size - 1, False)
            for n, words in enumerate(note.lines)
        ]

    def footer(self) -> list[PlacedWords]:
        """Under the picture: what could not be outlined."""
        lines = wrapped(unhoused_words(self.family, self.homes), self.width - 4, self.size)
        return [
            PlacedWords(words, 2, self._foot + self.leading * (n + 1), False) for n, words in enumerate(lines)
        ]

    @property
    def _foot(self) -> float:
        return self.rows[-1][1] + self._channel(self.seating.rows) if self.rows else 0.0

    @property
    def height(self) -> float:
        """The whole drawing's height."""
        footer = len(self.footer())
        return self._foot + (self.leading * footer + 6 if footer else 0)

    def symbol(self, ident: str) -> Box:
        """The room of a person's symbol."""
        x, y = self.x(ident), self.y(ident)
        return Box(x - HALF, y - HALF, x + HALF, y + HALF)


@dataclass(frozen=True)
class Note:
    """A home's words: the row they stand in, their left edge, and how far below the row's top they begin."""

    row: int
    left: float
    depth: float
    lines: list[Words] = field(default_factory=list)


def _longest_run(columns: list[int]) -> list[int]:
    """The longest stretch of neighbouring seats."""
    runs: list[list[int]] = []
    for column in columns:
        if runs and column - runs[-1][-1] == 2:
            runs[-1].append(column)
        else:
            runs.append([column])
    return max(runs, key=len)
