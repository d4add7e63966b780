"""The body map: our own drawing of a baby, with the places where a mark can be, to look at or to choose from.

Where it is to choose from, each place is a link; beside it stands the same list of places in words, so that
nobody needs a pointer. A baby's left stands on the viewer's right, as in front of the baby.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from sightline.marks.regions import Region, View, mirrored, regions, views
from sightline.web.pictures.pen import GRID, INK, LINES, PAPER, TINT, Pen, safe

MARKED: Final = "#005eb8"
Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One view, drawn, and its name."""

    title: str
    svg: Markup


def body_map(
    marked: Sequence[str], *, prefix: str, link: Address | None = None, only_marked: bool = False
) -> list[Drawing]:
    """The views of the body map with the marked places filled in and numbered in the order given.

    `link` makes each place a link to where it leads. `only_marked` leaves out the views that show no mark.
    Raises KeyError for a place that there is not.
    """
    numbers = {key: number for number, key in enumerate(dict.fromkeys(marked), 1)}
    for key in numbers:
        regions()[key]
    shown = [one for one in views().values() if not only_marked or _marked_in(one, numbers)]
    return [Drawing(one.title, Markup(_draw(one, numbers, prefix, link))) for one in shown]


def _marked_in(view: View, numbers: Mapping[str, int]) -> list[Region]:
    return [one for key, one in regions().items() if key in numbers and view.key in one.shapes]


def _draw(view: View, numbers: Mapping[str, int], prefix: str, link: Address | None) -> str:
    pen = Pen(f"{prefix}-{view.key.replace('_', '-')}", 12)
    for path in view.outline:
        pen.path(path, fill=PAPER, stroke=LINES, stroke_width=GRID)
    for one in regions().values():
        if view.key in one.shapes:
            _place(pen, view, one, numbers.get(one.key), link)
    drawn = pen.picture(view.width, view.height, view.title, _told(view, numbers, link))
    # A picture with links in it is a group of them: nothing may hide them from a screen reader.
    return drawn.replace('role="img"', 'role="group"', 1) if link else drawn


def _place(pen: Pen, view: View, region: Region, number: int | None, link: Address | None) -> None:
    path = region.shapes[view.key]
    if link:
        name = region.words[:1].upper() + region.words[1:]
        pen.marks.append(f'<a href="{safe(link(region.key))}" aria-label="{safe(name)}" tabindex="-1">')
        pen.marks.append(f"<title>{safe(name)}</title>")
    fill = MARKED if number else TINT
    pen.path(path, fill=fill, stroke=INK, stroke_width=GRID, stroke_linejoin="round")
    if link:
        pen.marks.append("</a>")
    if number and not link:
        _number(pen, view, path, number)


def _number(pen: Pen, view: View, path: str, number: int) -> None:
    """The mark's number, on a line out of its place to the nearer edge, so that it is read in any colour."""
    x, y = _middle(path)
    edge = 8.0 if x < view.width / 2 else view.width - 8.0
    pen.line([(x, y), (edge, max(y - 10, 12))], stroke=INK, stroke_width=GRID)
    pen.mark("circle", cx=edge, cy=max(y - 10, 12), r=8.0, fill=PAPER, stroke=INK, stroke_width=GRID)
    pen.write(edge, max(y - 10, 12) + 4, str(number), text_anchor="middle", font_weight="bold")


def _middle(path: str) -> tuple[float, float]:
    """The middle of a path's corners."""
    pairs = mirrored(path, 0).replace("Z", " ").replace("M", " ").replace("L", " ").replace("Q", " ").split()
    xs, ys = [-float(x) for x in pairs[::2]], [float(y) for y in pairs[1::2]]
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _told(view: View, numbers: Mapping[str, int], link: Address | None) -> str:
    """The same in words."""
    here = [f"{numbers[one.key]}: {one.words}" for one in _marked_in(view, numbers)]
    said = f"Marked: {'; '.join(here)}." if here else "No place is marked in this drawing."
    return f"{said} The list beside it has every place to choose." if link else said
