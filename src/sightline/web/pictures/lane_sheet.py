"""The measures of a drawing of lanes: how wide the names are, where strips begin, how tall a lane is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sightline.web.pictures.agency_lanes import Lane, Lanes
from sightline.web.pictures.boxes import Box
from sightline.web.pictures.lettering import width_of, wrap
from sightline.web.pictures.pen import sentence

_STRIP: Final = 44.0
_MOST_NAME: Final = 230.0
_LEAST_NAME: Final = 120.0
# So many entries may not all find room; the measures allow for saying how many are left to the list.
_MANY: Final = 12


@dataclass(frozen=True)
class Sheet:
    """One drawing's measures. `header` is 0 when names stand beside the strips, else the band above each."""

    width: float
    size: float
    left: float
    right: float
    lane: float
    header: float
    name_room: float
    top: float = 44.0
    leading: float = 16.0
    margin: float = 8.0
    note_beside: bool = False

    def lane_box(self, place: int) -> Box:
        """The whole of a lane, its name included."""
        top = self.top + place * self.lane
        return Box(0, top, self.width, top + self.lane)

    def strip(self, place: int) -> Box:
        """Where a lane's signs and words go."""
        box = self.lane_box(place)
        return Box(self.left, box.top + self.header, self.right, box.bottom)

    def heading(self, lane: Lane, left_out: int) -> tuple[list[str], list[str]]:
        """The lines of a lane's name, and of its note with how many entries are left to the list."""
        note = sentence((lane.note, f"{left_out} more in the list" if left_out else ""))
        return wrap(lane.name, self.name_room, self.size, True), wrap(note, self.name_room, self.size)


def lane_sheet(lanes: Lanes, narrow: bool) -> Sheet:
    """The measures for these lanes: names beside the strips, or above them when narrow."""
    size = 12.0 if narrow else 13.0
    room = 329.0 if narrow else _name_room(lanes, size)
    bare = Sheet(345 if narrow else 1160, size, 8, 337, _STRIP, 0, room)
    if narrow and all(_fits_one_line(bare, lane) for lane in lanes.lanes):
        return Sheet(345, size, 4, 340, 22 + _STRIP, 22, room, note_beside=True)
    tallest = max((_heading_height(bare, lane) for lane in lanes.lanes), default=_STRIP)
    if narrow:
        return Sheet(345, size, 4, 340, tallest + _STRIP, tallest, room)
    return Sheet(1160, size, room + 24, 1140, max(_STRIP, tallest), 0, room)


def _name_room(lanes: Lanes, size: float) -> float:
    widest = max((width_of(lane.name, size, True) + 2 for lane in lanes.lanes), default=0)
    noted = max((width_of(lane.note, size) + 2 for lane in lanes.lanes), default=0)
    return min(max(widest, noted, _LEAST_NAME), _MOST_NAME)


def _fits_one_line(sheet: Sheet, lane: Lane) -> bool:
    name, note = _fullest(sheet, lane)
    if len(name) > 1 or len(note) > 1:
        return False
    return (
        width_of("".join(name), sheet.size, True) + 10 + width_of("".join(note), sheet.size) < sheet.name_room
    )


def _fullest(sheet: Sheet, lane: Lane) -> tuple[list[str], list[str]]:
    """The heading as long as it can become."""
    return sheet.heading(lane, len(lane.signs) if len(lane.signs) > _MANY else 0)


def _heading_height(sheet: Sheet, lane: Lane) -> float:
    name, note = _fullest(sheet, lane)
    return 8 + sheet.leading * len(name + note)
