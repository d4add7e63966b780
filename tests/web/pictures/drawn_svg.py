"""Reads a drawn picture back from its SVG, so that tests judge what is drawn and not what was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

from sightline.web.pictures.boxes import Box, around
from sightline.web.pictures.lettering import width_of

SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]
Loop = list[Point]


@dataclass(frozen=True)
class Hull:
    """A drawn outline: its loops as sampled points, and its corners before rounding."""

    loops: tuple[tuple[Point, ...], ...]
    corners: tuple[Point, ...]

    def holds_point(self, x: float, y: float) -> bool:
        inside = False
        for loop in self.loops:
            for (ax, ay), (bx, by) in zip(loop, (*loop[1:], loop[0]), strict=True):
                if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                    inside = not inside
        return inside

    def holds(self, box: Box) -> bool:
        return all(self.holds_point(*corner) for corner in _corners(box)) and not self._enters(box)

    def avoids(self, box: Box) -> bool:
        return not any(self.holds_point(*corner) for corner in _corners(box)) and not self._enters(box)

    def _enters(self, box: Box) -> bool:
        """Whether the outline itself runs through the box."""
        return any(
            crosses(box, one, other)
            for loop in self.loops
            for one, other in zip(loop, (*loop[1:], loop[0]), strict=True)
        )


def _corners(box: Box) -> list[Point]:
    return [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]


def crosses(box: Box, one: Point, other: Point) -> bool:
    """Whether a straight line meets the inside of a box (Liang and Barsky's clipping)."""
    low, high = 0.0, 1.0
    dx, dy = other[0] - one[0], other[1] - one[1]
    for step, room in (
        (-dx, one[0] - box.left),
        (dx, box.right - one[0]),
        (-dy, one[1] - box.top),
        (dy, box.bottom - one[1]),
    ):
        if step == 0:
            if room <= 0:
                return False
        elif step < 0:
            low = max(low, room / step)
        else:
            high = min(high, room / step)
    return low < high


def distance(point: Point, one: Point, other: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    part = (
        max(0.0, min(1.0, ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length)) if length else 0.0
    )
    return float(((one[0] + part * dx - point[0]) ** 2 + (one[1] + part * dy - point[1]) ** 2) ** 0.5)


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def size_of(root: ElementTree.Element) -> Box:
    return Box(0, 0, float(root.attrib["width"]), float(root.attrib["height"]))


def hull(root: ElementTree.Element, ident: str) -> Hull | None:
    found = root.find(f".//{SVG}path[@id='{ident}']")
    return None if found is None else _hull(found.attrib["d"])


def _hull(d: str) -> Hull:
    loops, corners = [], []
    for part in d.split("Z"):
        loop: Loop = []
        for letter, numbers in re.findall(r"([MLQ])([^MLQ]*)", part):
            values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
            if letter == "Q":
                corners.append((values[0], values[1]))
                loop += [
                    _curve(loop[-1], (values[0], values[1]), (values[2], values[3]), n / 8)
                    for n in range(1, 9)
                ]
            else:
                loop.append((values[0], values[1]))
        if loop:
            loops.append(tuple(loop))
    return Hull(tuple(loops), tuple(corners))


def _curve(start: Point, bend: Point, end: Point, t: float) -> Point:
    x, y = (
        ((1 - t) ** 2) * s + 2 * t * (1 - t) * b + t * t * e for s, b, e in zip(start, bend, end, strict=True)
    )
    return x, y


def symbol(root: ElementTree.Element, ident: str) -> Box:
    """The box round every shape of a group."""
    group = root.find(f".//{SVG}g[@id='{ident}']")
    assert group is not None
    boxes = [box for shape in group for box in [_shape(shape)] if box]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _shape(shape: ElementTree.Element) -> Box | None:
    given = shape.attrib
    match shape.tag.removeprefix(SVG):
        case "circle":
            return around(float(given["cx"]), float(given["cy"]), float(given["r"]))
        case "rect":
            left, top = float(given["x"]), float(given["y"])
            return Box(left, top, left + float(given["width"]), top + float(given["height"]))
        case "polygon":
            return _round([float(one) for one in re.findall(r"-?[\d.]+", given["points"])])
        case "path" if "l" not in given["d"]:
            return _round([float(one) for one in re.findall(r"-?[\d.]+", given["d"])])
    return None


def _round(numbers: list[float]) -> Box:
    return Box(min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2]))


def words(root: ElementTree.Element) -> list[tuple[str, Box]]:
    """Every line of words that is not part of a sign, and its box."""
    return [(element.text or "", _text_box(root, element)) for element in root.findall(f"{SVG}text")]


def _text_box(root: ElementTree.Element, element: ElementTree.Element) -> Box:
    size = float(element.attrib.get("font-size", root.attrib["font-size"]))
    width = width_of(element.text or "", size, element.attrib.get("font-weight") == "bold")
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    shift = {"middle": width / 2, "end": width}.get(element.attrib.get("text-anchor", ""), 0.0)
    return Box(x - shift, y - 0.74 * size, x - shift + width, y + 0.22 * size)


def plain_lines(root: ElementTree.Element) -> list[tuple[Point, Point]]:
    """Every straight piece of the paths that have no id and stand outside signs."""
    pieces = []
    for path in root.findall(f"{SVG}path"):
        if "id" not in path.attrib:
            values = [float(one) for one in re.findall(r"-?[\d.]+", path.attrib["d"])]
            points = list(zip(values[::2], values[1::2], strict=True))
            pieces += list(pairwise(points))
    return pieces


def text_of(root: ElementTree.Element) -> str:
    return " ".join(root.itertext())
