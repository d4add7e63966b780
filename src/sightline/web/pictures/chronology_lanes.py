"""The chronology as lanes: one an agency, with what it sent, and hatching where it sent nothing.

An empty lane says that nothing happened; hatching says that nothing was sent. The two must never look alike.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from sightline.web.pictures.agency_lanes import KINDS, Lane, Lanes, Sign
from sightline.web.pictures.boxes import Box
from sightline.web.pictures.lane_places import LanePlaces, place_lane
from sightline.web.pictures.lane_scale import LaneScale
from sightline.web.pictures.lane_sheet import Sheet, lane_sheet
from sightline.web.pictures.lane_signs import draw_sign
from sightline.web.pictures.lettering import width_of
from sightline.web.pictures.pen import (
    BLUE,
    GRID,
    INK,
    LIMIT,
    LINES,
    OUTLINE,
    PAPER,
    SECONDARY,
    TINT,
    Pen,
    sentence,
)
from sightline.web.pictures.table import Cell, Table
from sightline.web.pictures.wording import day_words, full_day_words

__all__ = ["KINDS", "Lane", "Lanes", "Sign", "describe_lanes", "draw_lanes", "lanes_table", "place_lanes"]

_NOTHING: Final = "nothing sent"
_LEAST_HATCHED: Final = 4.0


def draw_lanes(lanes: Lanes, prefix: str, narrow: bool = False) -> str:
    """The lanes as SVG; ids begin with `prefix`."""
    sheet = lane_sheet(lanes, narrow)
    pen = Pen(prefix, sheet.size)
    scale = _scale(lanes, sheet)
    foot = sheet.lane_box(len(lanes.lanes)).top
    _draw_hatching_pattern(pen)
    for place in range(0, len(lanes.lanes), 2):
        _fill(pen, sheet.lane_box(place), TINT)
    _draw_months(pen, scale, foot, sheet, [scale.x(day) for day in (lanes.birth, lanes.last_looked) if day])
    _draw_weeks(pen, lanes, scale, foot)
    _draw_days(pen, lanes, scale, foot)
    for place, placed in enumerate(place_lanes(lanes, narrow)):
        _draw_lane(pen, lanes.lanes[place], placed, scale, sheet, place)
    return pen.picture(sheet.width, foot + 40, "Chronology, one lane for each agency", describe_lanes(lanes))


def place_lanes(lanes: Lanes, narrow: bool = False) -> list[LanePlaces]:
    """Where every lane's signs and words stand."""
    sheet = lane_sheet(lanes, narrow)
    scale = _scale(lanes, sheet)
    return [_place(lanes, place, scale, sheet) for place in range(len(lanes.lanes))]


def lanes_table(lanes: Lanes) -> Table:
    """The same entries as rows, latest first, then the spans of which nothing was sent."""
    signs = sorted(((sign, lane) for lane in lanes.lanes for sign in lane.signs), key=lambda one: one[0].day)
    entries = [
        (Cell(full_day_words(sign.day)), Cell(lane.name), Cell(sign.words, sign.href))
        for sign, lane in reversed(signs)
    ]
    gaps = [
        (Cell(f"{full_day_words(first)} to {full_day_words(last)}"), Cell(lane.name), Cell(_NOTHING))
        for lane in lanes.lanes
        for first, last in lane.nothing_sent
    ]
    return Table(("Day", "Agency", "What it says"), tuple(entries + gaps))


def describe_lanes(lanes: Lanes) -> str:
    """The lanes in words: how many entries of each kind every agency sent, and when it sent nothing."""
    span = f"From {full_day_words(lanes.first)} to {full_day_words(lanes.today)}"
    born = f"born {full_day_words(lanes.birth)}" if lanes.birth else "not yet born"
    return f"{span}; {born}. " + " ".join(_lane_words(lane) for lane in lanes.lanes)


def _lane_words(lane: Lane) -> str:
    kinds = [sign.kind for sign in lane.signs]
    said = [f"{KINDS[kind]} {kinds.count(kind)}" for kind in KINDS if kind in kinds]
    gaps = [f"{_NOTHING} {day_words(first)} to {day_words(last)}" for first, last in lane.nothing_sent]
    return f"{lane.name}: {sentence(said + gaps) or 'no entry'}."


def _scale(lanes: Lanes, sheet: Sheet) -> LaneScale:
    return LaneScale(lanes.first, lanes.today, lanes.birth, sheet.left + 8, sheet.right - 8)


def _uprights(days: tuple[dt.date | None, ...], scale: LaneScale, strip: Box) -> list[Box]:
    """The room that the uprights of these days take in one lane."""
    return [Box(scale.x(day) - 1, strip.top, scale.x(day) + 1, strip.bottom) for day in days if day]


def _place(lanes: Lanes, place: int, scale: LaneScale, sheet: Sheet) -> LanePlaces:
    lane, strip = lanes.lanes[place], sheet.strip(place)
    limits = [_hatched(span, scale, strip) for span in lane.nothing_sent]
    limits += _uprights((lanes.birth, lanes.today), scale, strip)
    signs = [(sign, scale.x(sign.day)) for sign in lane.signs]
    return place_lane(strip, signs, limits, _uprights((lanes.last_looked,), scale, strip), sheet.size)


def _hatched(span: tuple[dt.date, dt.date], scale: LaneScale, strip: Box) -> Box:
    middle = (strip.top + strip.bottom) / 2
    left, right = scale.x(span[0]), scale.x(span[1])
    return Box(left, middle - 9, max(right, left + _LEAST_HATCHED), middle + 9)


def _draw_hatching_pattern(pen: Pen) -> None:
    pen.marks.append(
        f'<defs><pattern id="{pen.prefix}-hatching" width="7" height="7" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><path d="M0 0V7" stroke="{LINES}" stroke-width="1.5"/></pattern>'
        "</defs>"
    )


def _draw_lane(pen: Pen, lane: Lane, placed: LanePlaces, scale: LaneScale, sheet: Sheet, place: int) -> None:
    pen.line([(scale.left, placed.middle), (scale.right, placed.middle)], stroke=LINES, stroke_width=GRID)
    for span in lane.nothing_sent:
        _draw_hatched(pen, _hatched(span, scale, placed.strip), placed)
    _draw_name(pen, lane, placed, sheet, place)
    back = TINT if place % 2 == 0 else PAPER
    for words in placed.words:
        box = words.box
        _fill(pen, Box(box.left - 2, box.top, box.right + 2, box.bottom), back)
        pen.write(box.left, box.bottom - 0.23 * (box.bottom - box.top), words.words)
    for n, sign in enumerate(placed.signs):
        pen.open(f"lane{place}-sign{n}", f"{day_words(sign.sign.day)}, {lane.name}: {sign.sign.words}")
        draw_sign(pen, sign)
        pen.close()


def _fill(pen: Pen, box: Box, fill: str, stroke: str | None = None) -> None:
    width, height = box.right - box.left, box.bottom - box.top
    edge = GRID if stroke else None
    pen.mark(
        "rect", x=box.left, y=box.top, width=width, height=height, fill=fill, stroke=stroke, stroke_width=edge
    )


def _draw_hatched(pen: Pen, box: Box, placed: LanePlaces) -> None:
    _fill(pen, box, PAPER)
    _fill(pen, box, f"url(#{pen.prefix}-hatching)", LINES)
    room = width_of(_NOTHING, pen.size) + 16
    label = Box(box.left, box.top, box.left + room, box.bottom)
    if room > box.right - box.left or any(label.touches(sign.box) for sign in placed.signs):
        return
    _fill(pen, label, PAPER, LINES)
    pen.write(box.left + 8, placed.middle + 4, _NOTHING)


def _draw_name(pen: Pen, lane: Lane, placed: LanePlaces, sheet: Sheet, place: int) -> None:
    """The agency's name and note; in the narrow drawing on a band of their own, where no upright runs."""
    box = sheet.lane_box(place)
    if sheet.header:
        back = TINT if place % 2 == 0 else PAPER
        _fill(pen, Box(0, box.top, sheet.width, box.top + sheet.header), back)
    name, note = sheet.heading(lane, placed.left_out)
    for n, words in enumerate(name + note):
        fill, weight = (INK, "bold") if n < len(name) else (SECONDARY, None)
        x, line = sheet.margin, n
        if sheet.note_beside and n:
            x, line = x + 10 + width_of(name[0], pen.size, True), 0
        pen.write(x, box.top + sheet.size + 3 + sheet.leading * line, words, fill=fill, font_weight=weight)


def _draw_months(pen: Pen, scale: LaneScale, foot: float, sheet: Sheet, uprights: list[float]) -> None:
    """A dotted line for each month, named where the name crosses no upright and no other name."""
    months = [(day, scale.x(day)) for day in scale.months()]
    ends = [x for _, x in months[1:]] + [scale.right]
    clear_from = scale.left - 1
    for (day, x), end in zip(months, ends, strict=True):
        pen.line([(x, sheet.top - 10), (x, foot)], stroke=LINES, stroke_width=GRID, stroke_dasharray="2 3")
        fitting = [said for said in (f"{day:%B}", f"{day:%b}") if width_of(said, pen.size) + 8 < end - x]
        words = fitting[0] if fitting else f"{day:%b}"
        after = x + width_of(words, pen.size) + 8
        if x >= clear_from and after <= scale.right and not any(x - 2 < one < after - 3 for one in uprights):
            pen.write(x + 3, sheet.top - 8, words, fill=SECONDARY)
            clear_from = after


def _draw_weeks(pen: Pen, lanes: Lanes, scale: LaneScale, foot: float) -> None:
    for week, x in scale.weeks_of_age(34):
        pen.line([(x, foot), (x, foot + 5)], stroke_width=GRID)
        pen.write(x, foot + 18, str(week), text_anchor="middle")
    if lanes.birth is None or lanes.birth < lanes.first:
        words = "weeks old" if lanes.birth else "pregnancy"
        pen.write(scale.right, foot + 34, words, text_anchor="end", fill=SECONDARY)
        return
    x = scale.x(lanes.birth)
    pen.write(x, foot + 18, "birth", text_anchor="middle")
    pen.write(scale.right, foot + 34, "weeks old", text_anchor="end", fill=SECONDARY)
    if lanes.first < lanes.birth:
        pen.write(scale.left - 8, foot + 34, "pregnancy, drawn narrower", fill=SECONDARY)


def _draw_days(pen: Pen, lanes: Lanes, scale: LaneScale, foot: float) -> None:
    """Uprights for birth, the last look and today, named from today backwards as far as there is room."""
    named: list[tuple[dt.date | None, str, str, str | None]] = [
        (lanes.today, "today", INK, None),
        (lanes.birth, f"born, {day_words(lanes.birth)}" if lanes.birth else "", BLUE, None),
        (lanes.last_looked, "you last looked", INK, "5 3"),
    ]
    taken: list[Box] = []
    for day, words, colour, dashes in named:
        if day is None or day < lanes.first:
            continue
        x, bold = scale.x(day), None if dashes else "bold"
        weight = LIMIT if dashes else OUTLINE
        pen.line([(x, 22), (x, foot)], stroke=colour, stroke_width=weight, stroke_dasharray=dashes)
        half = width_of(words, pen.size, bool(bold)) / 2
        middle = min(max(x, half), scale.right + 8 - half)
        for left in (middle - half, x - 2 * half, x):
            box = Box(left, 4, left + 2 * half, 18)
            if box.left >= 0 and not any(box.touches(other, 8) for other in taken):
                taken.append(box)
                pen.write(box.left, 16, words, fill=colour, font_weight=bold)
                break
