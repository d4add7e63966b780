"""The six signs of the chronology lanes; each is told by its shape, never by colour alone."""

from __future__ import annotations

from sightline.web.pictures.lane_places import PlacedSign
from sightline.web.pictures.pen import BLUE, INK, OUTLINE, PAPER, Pen, number


def draw_sign(pen: Pen, placed: PlacedSign) -> None:
    """The sign in its place."""
    x, y = placed.x, placed.y
    match placed.sign.kind:
        case "birth":
            _ring(pen, x, y, 7, BLUE)
            pen.mark("circle", cx=x, cy=y, r=3.25, fill="none", stroke=BLUE, stroke_width=OUTLINE)
        case "seen":
            pen.mark("circle", cx=x, cy=y, r=5.5, fill=INK)
        case "not_brought":
            _ring(pen, x, y, 5.75, INK)
            pen.line([(x - 6.5, y + 6.5), (x + 6.5, y - 6.5)])
        case "worry":
            _diamond(pen, x, y, 7)
        case "icon":
            _boxed_i(pen, x, y)
        case _:
            pen.line([(x - 5.5, y), (x + 5.5, y)], stroke_width=3)


def _boxed_i(pen: Pen, x: float, y: float) -> None:
    pen.mark(
        "rect", x=x - 6, y=y - 6, width=12, height=12, rx=2, fill=PAPER, stroke=INK, stroke_width=OUTLINE
    )
    pen.line([(x, y - 3.5), (x, y - 1.8)])
    pen.line([(x, y - 0.5), (x, y + 3.5)])


def _diamond(pen: Pen, x: float, y: float, half: float) -> None:
    corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    points = " ".join(f"{number(one)},{number(other)}" for one, other in corners)
    pen.mark("polygon", points=points, fill=PAPER, stroke=INK, stroke_width=OUTLINE)


def _ring(pen: Pen, x: float, y: float, radius: float, colour: str) -> None:
    pen.mark("circle", cx=x, cy=y, r=radius, fill=PAPER, stroke=colour, stroke_width=OUTLINE)
