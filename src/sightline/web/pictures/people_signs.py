"""A person's symbol: shape for sex, outline for what is known of who they are, doubled for the baby."""

from __future__ import annotations

from typing import Final

from sightline.web.pictures.family import Person
from sightline.web.pictures.pen import BLUE, INK, OUTLINE, PAPER, Pen, Point, Value

Look = dict[str, Value | None]

DASHES: Final = {"described": "6 4", "unknown": "6 4"}
DOTS: Final = ("not_asked", "asked_not_disclosed", "not_safe_to_ask")
_ASKING: Final = ("described", "unknown", "not_asked", "not_safe_to_ask")


def draw_person(pen: Pen, person: Person, x: float, y: float, half: float) -> None:
    """The symbol with its middle at (x, y); `half` its half width. No second parent: a short cap."""
    if person.identity == "no_second_parent":
        pen.line([(x, y - 8), (x, y + 8)])
        return
    dashes = "1.5 3.5" if person.identity in DOTS else DASHES.get(person.identity)
    weight = OUTLINE if half > 12 else 1.25
    if person.kind == "baby":
        _draw_shape(pen, person, x, y, half, BLUE, 3 if half > 12 else 1.5, dashes)
        _draw_shape(pen, person, x, y, half * 0.66, BLUE, weight, dashes)
    else:
        _draw_shape(pen, person, x, y, half, INK, weight, dashes)
    if person.identity in _ASKING and half > 12:
        foot = y + 11 if person.kind == "pregnancy" else y + 5
        pen.write(x, foot, "?", font_weight="bold", font_size=15, text_anchor="middle")


def _draw_shape(
    pen: Pen, person: Person, x: float, y: float, half: float, colour: str, weight: float, dashes: str | None
) -> None:
    given: Look = {"fill": PAPER, "stroke": colour, "stroke_width": weight, "stroke_dasharray": dashes}
    if person.kind == "pregnancy":
        _draw_corners(pen, [(x, y - half), (x + half, y + half), (x - half, y + half)], given)
    elif person.sex == "female":
        pen.mark("circle", cx=x, cy=y, r=half, **given)
    elif person.sex == "male":
        side = half * 0.95
        pen.mark("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, **given)
    else:
        _draw_corners(pen, [(x, y - half), (x + half, y), (x, y + half), (x - half, y)], given)


def _draw_corners(pen: Pen, corners: list[Point], given: Look) -> None:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    pen.mark("polygon", points=points, stroke_linejoin="round", **given)
