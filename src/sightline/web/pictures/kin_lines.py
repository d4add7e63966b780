"""Which way each line of kinship runs, before anything has a length: gutters, channels, and their tracks.

A gutter `g` lies left of column `g`; a channel `r` lies above row `r`. A rail runs down a gutter past some
rows, a bar along a channel. Two that would lie on one another get tracks of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sightline.web.pictures.family import Family
from sightline.web.pictures.seats import Seat, Seating

BETWEEN: Final = "between"
BELOW: Final = "below"
SIDE: Final = "side"
ARCH: Final = "arch"


@dataclass(frozen=True)
class Way:
    """How one brood hangs: `start` is BETWEEN a couple, BELOW or at the SIDE of one parent, or from an ARCH.

    `drop` is the gutter it leaves by (None: straight below the parent), `passing` the gutter it takes past
    the rows between `row` and the children's. A `link` joins a couple whom the page could not seat in one
    row.
    """

    parents: tuple[str, ...]
    children: tuple[str, ...]
    start: str
    row: int
    child_row: int
    drop: int | None
    passing: int | None = None
    link: bool = False


@dataclass(frozen=True)
class Rail:
    """A line down a gutter past the rows from `first` to `last`."""

    gutter: int
    first: int
    last: int
    way: Way


@dataclass(frozen=True)
class Bar:
    """A line along a channel, between lattice places (a seat's is odd, a gutter's even)."""

    channel: int
    low: int
    high: int
    way: Way | frozenset[str]


@dataclass(frozen=True)
class Plan:
    """Every line: how couples are joined, the broods' ways, and the track of each rail and bar."""

    beside: tuple[frozenset[str], ...]
    arches: tuple[frozenset[str], ...]
    ways: tuple[Way, ...]
    rails: dict[Rail, int]
    bars: dict[Bar, int]

    def rail_tracks(self, gutter: int) -> int:
        """How many tracks a gutter needs."""
        return max((track + 1 for rail, track in self.rails.items() if rail.gutter == gutter), default=0)

    def bar_tracks(self, channel: int) -> int:
        """How many tracks a channel needs."""
        return max((track + 1 for bar, track in self.bars.items() if bar.channel == channel), default=0)


def plan_lines(family: Family, seating: Seating, stems: frozenset[str]) -> Plan:
    """The ways of all lines. `stems`: lone parents whose label is beside them, so a line may run below."""
    pairs = sorted(family.pairs(), key=sorted)
    beside = tuple(pair for pair in pairs if _gap(seating, pair) == 1)
    arches = tuple(pair for pair in pairs if _gap(seating, pair) > 1)
    ways = [
        _way(seating, parents, tuple(children), beside, stems)
        for parents, children in _by_row(family, seating)
    ]
    ways += [_link(seating, pair, beside) for pair in pairs if _gap(seating, pair) == 0]
    rails = [rail for way in ways for rail in _rails(way)]
    bars = [bar for way in ways for bar in _bars(seating, way)] + [_arch(seating, pair) for pair in arches]
    return Plan(beside, arches, tuple(ways), _rail_tracks(rails), _bar_tracks(bars))


def _gap(seating: Seating, pair: frozenset[str]) -> int:
    """How many columns apart two in a row sit; 0 in different rows."""
    one, other = (seating.seats[ident] for ident in sorted(pair))
    return abs(one.column - other.column) if one.row == other.row else 0


def _by_row(family: Family, seating: Seating) -> list[tuple[tuple[str, ...], list[str]]]:
    """Broods, apart where their children sit in different rows."""
    rows: dict[tuple[tuple[str, ...], int], list[str]] = {}
    for parents, children in family.broods().items():
        for child in children:
            rows.setdefault((parents, seating.seats[child].row), []).append(child)
    return [(parents, children) for (parents, _), children in rows.items()]


def _way(
    seating: Seating, parents: tuple[str, ...], children: tuple[str, ...], beside: tuple[frozenset[str], ...],
    stems: frozenset[str],
) -> Way:  # fmt: skip
    row = max(seating.seats[parent].row for parent in parents)
    child_row = seating.seats[children[0]].row
    start, drop = _start(seating, parents, children, beside, stems)
    passing = _passing(seating, beside, row + 1, child_row, drop) if child_row > row + 1 else None
    return Way(parents, children, start, row, child_row, drop, passing)


def _start(
    seating: Seating, parents: tuple[str, ...], children: tuple[str, ...], beside: tuple[frozenset[str], ...],
    stems: frozenset[str],
) -> tuple[str, int | None]:  # fmt: skip
    if len(parents) == 2 and _gap(seating, frozenset(parents)):
        right = max(seating.seats[parent].column for parent in parents)
        return (BETWEEN if frozenset(parents) in beside else ARCH), right
    lone = max(parents, key=lambda parent: seating.seats[parent].row)
    if lone in stems and len(parents) == 1:
        return BELOW, None
    return SIDE, _free_side(seating, lone, children, beside)


def _free_side(
    seating: Seating, lone: str, children: tuple[str, ...], beside: tuple[frozenset[str], ...]
) -> int:
    """The gutter at the side where no partner sits; of two such, the one towards the children."""
    column = seating.seats[lone].column
    partners = [seating.seats[one].column for pair in beside if lone in pair for one in pair if one != lone]
    free = [
        gutter
        for gutter in (column + 1, column)
        if not any(_at_gutter(column, one, gutter) for one in partners)
    ]
    middle = sum(seating.seats[child].column for child in children) / len(children)
    return min(free or [column + 1, column], key=lambda gutter: abs(gutter - 0.5 - middle))


def _at_gutter(column: int, partner: int, gutter: int) -> bool:
    return max(column, partner) == gutter


def _link(seating: Seating, pair: frozenset[str], beside: tuple[frozenset[str], ...]) -> Way:
    """Two parents in different rows: a line from the upper one's side to the top of the lower."""
    upper, lower = sorted(pair, key=lambda ident: (seating.seats[ident].row, ident))
    row, child_row = seating.seats[upper].row, seating.seats[lower].row
    drop = _free_side(seating, upper, (lower,), beside)
    passing = _passing(seating, beside, row + 1, child_row, drop) if child_row > row + 1 else None
    return Way((upper,), (lower,), SIDE, row, child_row, drop, passing, link=True)


def _passing(
    seating: Seating, beside: tuple[frozenset[str], ...], first: int, before: int, drop: int | None
) -> int:
    """The nearest gutter that crosses no couple's line in the rows from `first` up to `before`."""
    crossed = {
        max(seating.seats[one].column for one in pair)
        for pair in beside
        if first <= seating.seats[min(pair)].row < before
    }
    free = [gutter for gutter in range(seating.columns + 1) if gutter not in crossed]
    return min(free, key=lambda gutter: abs(gutter - (drop or 0)))


def _rails(way: Way) -> list[Rail]:
    if way.drop is not None and way.passing == way.drop:
        return [Rail(way.drop, way.row, way.child_row - 1, way)]
    rails = [] if way.drop is None else [Rail(way.drop, way.row, way.row, way)]
    if way.passing is not None:
        rails.append(Rail(way.passing, way.row + 1, way.child_row - 1, way))
    return rails


def _bars(seating: Seating, way: Way) -> list[Bar]:
    places = [2 * seating.seats[child].column + 1 for child in way.children]
    start = _place_of_start(seating, way)
    if way.passing is None:
        return [Bar(way.row + 1, min(start, *places), max(start, *places), way)]
    turn = 2 * way.passing
    last = Bar(way.child_row, min(turn, *places), max(turn, *places), way)
    if way.passing == way.drop:
        return [last]
    return [Bar(way.row + 1, min(start, turn), max(start, turn), way), last]


def _place_of_start(seating: Seating, way: Way) -> int:
    return 2 * seating.seats[way.parents[0]].column + 1 if way.drop is None else 2 * way.drop


def _arch(seating: Seating, pair: frozenset[str]) -> Bar:
    one, other = sorted((seating.seats[ident] for ident in pair), key=_column)
    return Bar(one.row, 2 * one.column + 1, 2 * other.column + 1, pair)


def _column(seat: Seat) -> int:
    return seat.column


def _rail_tracks(rails: list[Rail]) -> dict[Rail, int]:
    tracks: dict[Rail, int] = {}
    for rail in rails:
        met = {
            track
            for other, track in tracks.items()
            if other.gutter == rail.gutter and other.first - 1 <= rail.last and rail.first - 1 <= other.last
        }
        tracks[rail] = next(track for track in range(len(rails)) if track not in met)
    return tracks


def _bar_tracks(bars: list[Bar]) -> dict[Bar, int]:
    tracks: dict[Bar, int] = {}
    for bar in bars:
        met = {
            track
            for other, track in tracks.items()
            if other.channel == bar.channel and other.low <= bar.high and bar.low <= other.high
        }
        tracks[bar] = next(track for track in range(len(bars)) if track not in met)
    return tracks
