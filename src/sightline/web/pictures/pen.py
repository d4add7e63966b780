"""The pen every picture is drawn with: one family of lines, one set of colours, every word escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

INK: Final = "#212b32"
SECONDARY: Final = "#4c6272"
LINES: Final = "#768692"
HAIRLINE: Final = "#d8dde0"
TINT: Final = "#f0f4f5"
BLUE: Final = "#005eb8"
PAPER: Final = "#ffffff"

OUTLINE: Final = 1.75
LIMIT: Final = 1.5
GRID: Final = 1.0

_UNFIT: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

Point = tuple[float, float]
Value = str | float


def safe(words: str) -> str:
    """Words as SVG text: escaped, without characters that XML cannot hold."""
    return escape(_UNFIT.sub("\ufffd", words))


def number(value: float) -> str:
    """A length to a tenth of a unit, as short as it can be written."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


class Pen:
    """Collects the marks of one picture. Ids begin with `prefix`, which must be unique on the page."""

    def __init__(self, prefix: str, size: float) -> None:
        if not _PREFIX.fullmatch(prefix):
            raise ValueError(f"An id prefix is a letter, then letters, digits, - or _: not {prefix!r}.")
        self.prefix = prefix
        self.size = size
        self.marks: list[str] = []

    def mark(self, name: str, **given: Value | None) -> None:
        """One element; `_` in a name stands for `-`, and None leaves an attribute out."""
        self.marks.append(f"<{name}{_attributes(given)}/>")

    def open(self, ident: str = "", title: str = "", **given: Value | None) -> None:
        """Begin a group, with words a pointer resting on it is shown."""
        named: dict[str, Value | None] = {"id": f"{self.prefix}-{ident}" if ident else None, **given}
        self.marks.append(f"<g{_attributes(named)}>" + (f"<title>{safe(title)}</title>" if title else ""))

    def close(self) -> None:
        """End the group."""
        self.marks.append("</g>")

    def line(self, points: Sequence[Point], ident: str = "", **given: Value | None) -> None:
        """A line through the points, in ink unless told otherwise."""
        path = "M" + " L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.path(path, ident, **given)

    def path(self, d: str, ident: str = "", **given: Value | None) -> None:
        """A path: by default an outline in ink, not filled."""
        usual: dict[str, Value | None] = {"fill": "none", "stroke": INK, "stroke_width": OUTLINE}
        named: dict[str, Value | None] = {"id": f"{self.prefix}-{ident}" if ident else None, "d": d}
        self.mark("path", **{**named, **usual, **given})

    def write(self, x: float, y: float, words: str, **given: Value | None) -> None:
        """One line of words; y is the foot of the letters."""
        usual: dict[str, Value | None] = {"x": x, "y": y, "fill": INK}
        self.marks.append(f"<text{_attributes({**usual, **given})}>{safe(words)}</text>")

    def picture(self, width: float, height: float, title: str, desc: str) -> str:
        """The whole picture, as SVG to put in a page."""
        heading = f"{self.prefix}-title"
        told = f"{self.prefix}-desc"
        opening: dict[str, Value | None] = {
            "xmlns": "http://www.w3.org/2000/svg", "class": "picture", "role": "img",
            "aria-labelledby": f"{heading} {told}", "width": width, "height": height,
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "font-family": "Arial, Helvetica, sans-serif", "font-size": self.size,
        }  # fmt: skip
        head = f'<title id="{heading}">{safe(title)}</title><desc id="{told}">{safe(desc)}</desc>'
        return f"<svg{_attributes(opening)}>{head}{''.join(self.marks)}</svg>"


def _attributes(given: dict[str, Value | None]) -> str:
    return "".join(f" {_name(key)}={_value(value)}" for key, value in given.items() if value is not None)


def _name(key: str) -> str:
    return key.replace("_", "-")


def _value(value: Value) -> str:
    return quoteattr(_UNFIT.sub("\ufffd", value) if isinstance(value, str) else number(value))


def sentence(parts: Iterable[str]) -> str:
    """Parts that are not empty, joined by commas."""
    return ", ".join(part for part in parts if part)
