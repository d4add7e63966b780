"""A baby's growth on the UK-WHO nine centiles: filled points at corrected age, joined, and the latest at age
from birth as one hollow point where the two ages differ.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from sightline.web.pictures.boxes import Box, around
from sightline.web.pictures.growth_lines import (
    WEEKS_IN_YEAR,
    CentileLine,
    centile_at,
    centile_lines,
    centile_words,
    ordinal,
)
from sightline.web.pictures.growth_scale import Scale, clip
from sightline.web.pictures.lettering import width_of
from sightline.web.pictures.pen import BLUE, GRID, HAIRLINE, INK, LINES, OUTLINE, PAPER, SECONDARY, Pen, Point
from sightline.web.pictures.table import Cell, Table, row
from sightline.web.pictures.wording import age_words, day_words, full_day_words

UNITS: Final = {"weight": "kg", "length": "cm", "head": "cm"}
HEADINGS: Final = {"weight": "Weight", "length": "Length", "head": "Head circumference"}
_PLACES: Final = {"weight": 2, "length": 1, "head": 1}
_WIDE: Final = (620.0, 440.0, 13.0)
_NARROW: Final = (345.0, 360.0, 12.0)
# Where the preterm reference ends and the WHO's begins, and the least gap left there, in drawing units.
_MEETING_WEEK: Final = 2.0
_GAP: Final = 6.0


@dataclass(frozen=True)
class Measured:
    """One measurement: its day, both ages in decimal years, the value (kg or cm), and who took it."""

    day: dt.date
    corrected: float
    chronological: float
    value: float
    by: str = ""

    @property
    def week(self) -> float:
        """Weeks from the due date."""
        return self.corrected * WEEKS_IN_YEAR

    @property
    def uncorrected_week(self) -> float:
        """Weeks from birth."""
        return self.chronological * WEEKS_IN_YEAR


@dataclass(frozen=True)
class Growth:
    """What the chart shows. `method`: weight, length or head; `sex`: female or male; any order will do."""

    method: str
    sex: str
    measurements: tuple[Measured, ...]
    birth: dt.date | None = None

    def in_order(self) -> tuple[Measured, ...]:
        """Earliest first."""
        return tuple(sorted(self.measurements, key=lambda one: (one.day, one.corrected)))

    @property
    def is_corrected(self) -> bool:
        """Whether the baby's age is corrected for being born early."""
        return any(abs(one.week - one.uncorrected_week) > 1 / 14 for one in self.measurements)


def draw_growth(growth: Growth, prefix: str, narrow: bool = False) -> str:
    """The chart as SVG; ids begin with `prefix`. Raises ValueError for an unknown sex or method."""
    width, height, size = _NARROW if narrow else _WIDE
    pen = Pen(prefix, size)
    scale = _scale(growth, width, height)
    _draw_grid(pen, growth, scale)
    _draw_centiles(pen, growth, scale)
    _draw_points(pen, growth, scale)
    return pen.picture(width, height, _title(growth), describe_growth(growth))


def growth_table(growth: Growth) -> Table:
    """The same measurements as rows, latest first."""
    unit = UNITS[growth.method]
    header = ("Date", unit, "Centile, corrected", "Corrected age", f"{_verb(growth)} by")
    return Table(header, tuple(_table_row(growth, one) for one in reversed(growth.in_order())))


def _table_row(growth: Growth, one: Measured) -> tuple[Cell, ...]:
    centile = centile_words(centile_at(growth.method, growth.sex, one.corrected, one.value))
    value, age = said(growth, one, unit=False), age_words(one.corrected)
    return row(full_day_words(one.day), value, centile, age, one.by)


def describe_growth(growth: Growth) -> str:
    """The chart in words: every point, its day, its age and its centile."""
    if not growth.measurements:
        return f"UK-WHO centiles. No {HEADINGS[growth.method].lower()} is recorded."
    said_points = "; ".join(
        f"{said(growth, one)} on {full_day_words(one.day)}, {age_words(one.corrected)}"
        f"{' corrected' if growth.is_corrected else ''},"
        f" centile {centile_words(centile_at(growth.method, growth.sex, one.corrected, one.value))}"
        for one in growth.in_order()
    )
    return f"UK-WHO centiles from the 0.4th to the 99.6th. Measured: {said_points}."


def said(growth: Growth, one: Measured, unit: bool = True) -> str:
    """`4.24 kg`."""
    value = f"{one.value:.{_PLACES[growth.method]}f}"
    return f"{value} {UNITS[growth.method]}" if unit else value


def _title(growth: Growth) -> str:
    children = "girls" if growth.sex == "female" else "boys"
    return f"{HEADINGS[growth.method]} on the UK-WHO chart for {children}"


def _verb(growth: Growth) -> str:
    return "Weighed" if growth.method == "weight" else "Measured"


def _scale(growth: Growth, width: float, height: float) -> Scale:
    weeks = [one.week for one in growth.measurements] or [0.0]
    if growth.is_corrected:
        weeks.append(growth.in_order()[-1].uncorrected_week)
    first, last = min(*weeks, 0) - 1, max(*weeks, 0)
    last += max(4.0, 0.08 * (last - first))
    lines = centile_lines(growth.method, growth.sex)
    within = [value for line in lines for _, value in clip(line.points, first, last)]
    values = [one.value for one in growth.measurements]
    frame = Box(36, 26, width - 46, height - 44)
    margin = 0.03 * (max(within + values) - min(within + values))
    return Scale(frame, first, last, min(within + values) - margin, max(within + values) + margin)


def _draw_grid(pen: Pen, growth: Growth, scale: Scale) -> None:
    frame = scale.frame
    for value in scale.value_ticks(34):
        pen.line(
            [(frame.left, scale.y(value)), (frame.right, scale.y(value))], stroke=HAIRLINE, stroke_width=GRID
        )
        pen.write(frame.left - 8, scale.y(value) + 4, f"{value:g}", text_anchor="end", fill=SECONDARY)
    for week in scale.week_ticks(46):
        pen.line(
            [(scale.x(week), frame.top), (scale.x(week), frame.bottom)], stroke=HAIRLINE, stroke_width=GRID
        )
        named = str(week).replace("-", "\u2212") if week else _zero(growth)
        pen.write(scale.x(week), frame.bottom + 17, named, text_anchor="middle", fill=SECONDARY)
    pen.write(frame.left - 8, frame.top - 12, UNITS[growth.method], text_anchor="end", fill=SECONDARY)
    pen.write(frame.right, frame.bottom + 36, _axis(growth), text_anchor="end", fill=SECONDARY)


def _zero(growth: Growth) -> str:
    return "due date" if growth.is_corrected else "birth"


def _axis(growth: Growth) -> str:
    return "weeks from the due date (corrected age)" if growth.is_corrected else "weeks old"


def _draw_centiles(pen: Pen, growth: Growth, scale: Scale) -> None:
    ends: list[tuple[float, float]] = []
    lines = centile_lines(growth.method, growth.sex)
    centiles = sorted({line.centile for line in lines})
    for line in lines:
        points = [scale.at(*point) for point in _visible(line, scale)]
        if len(points) < 2:
            continue
        dashes = "5 4" if centiles.index(line.centile) % 2 == 0 else None
        pen.line(points, stroke=LINES, stroke_width=GRID, stroke_dasharray=dashes)
        if abs(points[-1][0] - scale.frame.right) < 1:
            ends.append((points[-1][1], line.centile))
    _name_ends(pen, scale, ends)


def _visible(line: CentileLine, scale: Scale) -> list[Point]:
    """The line within the frame, with a gap to be seen where two references meet."""
    gap = _GAP * (scale.last_week - scale.first_week) / (scale.frame.right - scale.frame.left)
    begins = _MEETING_WEEK + gap if line.reference == "uk_who_infant" else scale.first_week
    return clip(line.points, max(begins, scale.first_week), scale.last_week)


def _name_ends(pen: Pen, scale: Scale, ends: list[tuple[float, float]]) -> None:
    """Name each line at its right end, names parted just enough that none stands on another."""
    ends = sorted(ends)
    feet = _parted([y for y, _ in ends], 12, scale.frame.top, scale.frame.bottom)
    for foot, (_, centile) in zip(feet, ends, strict=True):
        pen.write(scale.frame.right + 6, foot + 4, ordinal(centile), fill=SECONDARY, font_size=12)


def _parted(heights: list[float], gap: float, top: float, bottom: float) -> list[float]:
    """Rising heights moved to be `gap` apart: midway between all moved down and all moved up."""
    down = list(accumulate(heights, lambda before, one: max(one, before + gap)))
    up = list(accumulate(reversed(heights), lambda before, one: min(one, before - gap)))[::-1]
    parted = [(one + other) / 2 for one, other in zip(down, up, strict=True)]
    shift = max(top - parted[0], 0) - max(parted[-1] - bottom, 0) if parted else 0
    return [one + shift for one in parted]


def _draw_points(pen: Pen, growth: Growth, scale: Scale) -> None:
    measured = growth.in_order()
    if not measured:
        return
    places = [scale.at(one.week, one.value) for one in measured]
    if len(places) > 1:
        pen.line(places, "measured", stroke=BLUE, stroke_width=2.5, stroke_linejoin="round")
    hollow = scale.at(measured[-1].uncorrected_week, measured[-1].value) if growth.is_corrected else None
    if hollow:
        pen.line([places[-1], hollow], stroke=BLUE, stroke_width=OUTLINE, stroke_dasharray="1.5 4")
        pen.mark("circle", cx=hollow[0], cy=hollow[1], r=4, fill=PAPER, stroke=BLUE, stroke_width=OUTLINE)
    for x, y in places:
        pen.mark("circle", cx=x, cy=y, r=5, fill=BLUE, stroke=PAPER, stroke_width=1.25)
    _name_points(pen, growth, scale, places, hollow)


def _name_points(pen: Pen, growth: Growth, scale: Scale, places: list[Point], hollow: Point | None) -> None:
    """Name the latest, the hollow one and the first, each where nothing measured stands, or not at all."""
    measured = growth.in_order()
    taken = [*_stops(places), *([around(*hollow, 6)] if hollow else [])]
    latest = [f"{said(growth, measured[-1])}, {day_words(measured[-1].day)}"]
    if growth.is_corrected:
        latest.append(f"{age_words(measured[-1].corrected)} corrected")
    _name(pen, scale, places[-1], latest, taken, bold=True)
    if hollow:
        _name(pen, scale, hollow, ["uncorrected"], taken)
    if len(places) > 1 and growth.birth == measured[0].day:
        _name(pen, scale, places[0], [f"{said(growth, measured[0])} at birth"], taken)


def _stops(places: list[Point]) -> list[Box]:
    """Small boxes along the measured line, so that no name is written on it."""
    stops = [around(*place, 6) for place in places]
    for (x, y), (to_x, to_y) in pairwise(places):
        stops += [around(x + (to_x - x) * n / 12, y + (to_y - y) * n / 12, 3) for n in range(13)]
    return stops


def _name(pen: Pen, scale: Scale, at: Point, lines: list[str], taken: list[Box], bold: bool = False) -> None:
    width = max(width_of(line, pen.size, bold and n == 0) for n, line in enumerate(lines))
    height = 16.0 * len(lines)
    inside = Box(scale.frame.left, scale.frame.top - 20, scale.frame.right, scale.frame.bottom)
    for box in _sides(at, width, height):
        if inside.holds(box) and not any(box.touches(other) for other in taken):
            taken.append(box)
            for n, line in enumerate(lines):
                weight = "bold" if bold and n == 0 else None
                pen.write(box.left, box.top + 12 + 16 * n, line, fill=INK, font_weight=weight, stroke=PAPER,
                          stroke_width=4, paint_order="stroke", stroke_linejoin="round")  # fmt: skip
            return


def _sides(at: Point, width: float, height: float) -> list[Box]:
    """Above and below, to the middle, the left and the right; then beside."""
    x, y = at
    tops = [y - height - 9, y + 9, y - height - 26, y + 26]
    lefts = [x - width / 2, x - width, x, x - width - 10, x + 10]
    stacked = [Box(left, top, left + width, top + height) for top in tops for left in lefts]
    beside = [Box(left, y - height / 2, left + width, y + height / 2) for left in (x + 10, x - width - 10)]
    return stacked + beside
