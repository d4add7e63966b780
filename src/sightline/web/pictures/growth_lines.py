"""The UK-WHO centile lines as the package rcpchgrowth works them out; no centile is computed here.

The package is imported where it is called: it brings scipy with it, and most pages draw no growth.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from sightline.web.pictures.wording import DAYS_IN_YEAR

WEEKS_IN_YEAR: Final = DAYS_IN_YEAR / 7
METHODS: Final = {"weight": "weight", "length": "height", "head": "ofc"}
"""The package's own word for each."""
SEXES: Final = ("female", "male")
# The parts of UK-WHO that reach a child's fourth birthday.
_PARTS: Final = ("uk90_preterm", "uk_who_infant", "uk_who_child")

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class CentileLine:
    """One centile over one reference: points of (weeks from the due date, value)."""

    centile: float
    reference: str
    points: Line


@lru_cache(maxsize=8)
def centile_lines(method: str, sex: str) -> tuple[CentileLine, ...]:
    """The nine lines over each reference, for `method` (weight in kg, length or head in cm) and `sex`.

    Raises ValueError for another method or sex. Source: UK-WHO by rcpchgrowth; no line is joined to the next
    reference's, because the two were measured on different children.
    """
    _check(method, sex)
    import rcpchgrowth

    with _quietly():
        chart = rcpchgrowth.create_chart(
            rcpchgrowth.UK_WHO, rcpchgrowth.COLE_TWO_THIRDS_SDS_NINE_CENTILES, METHODS[method], sex
        )
    return tuple(line for part in chart for line in _lines_of(part, METHODS[method], sex))


def _lines_of(part: dict[str, Any], method: str, sex: str) -> Iterator[CentileLine]:
    for reference, by_sex in part.items():
        if reference not in _PARTS:
            continue
        for centile in by_sex[sex][method]:
            points = _points(centile["data"] or [])
            # At exactly two weeks the package gives the preterm value in both: WHO's own begins after it.
            points = points[1:] if reference == "uk_who_infant" else points
            if len(points) > 1:
                yield CentileLine(centile["centile"], reference, points)


def _points(data: list[dict[str, float | None]]) -> Line:
    pairs = ((point["x"], point["y"]) for point in data)
    return tuple((x * WEEKS_IN_YEAR, y) for x, y in pairs if x is not None and y is not None)


def centile_at(method: str, sex: str, corrected: float, value: float) -> float | None:
    """The centile of a value at a corrected age in decimal years; None where UK-WHO has no reference."""
    _check(method, sex)
    import rcpchgrowth

    try:
        with _quietly():
            sds = rcpchgrowth.sds_for_measurement(rcpchgrowth.UK_WHO, corrected, METHODS[method], value, sex)
    except (ValueError, LookupError, TypeError):
        return None
    return None if sds is None else float(rcpchgrowth.centile(sds))


def centile_words(centile: float | None) -> str:
    """A centile as it is said: `19th`, `below the 0.4th`, or that it cannot be computed."""
    if centile is None:
        return "cannot be computed"
    if centile < 0.4:
        return "below the 0.4th"
    if centile > 99.6:
        return "above the 99.6th"
    return ordinal(round(centile, 1) if centile < 1 or centile > 99 else round(centile))


def ordinal(centile: float) -> str:
    """`0.4th`, `2nd`, `91st`."""
    said = f"{centile:g}"
    if "." in said or said[-2:] in ("11", "12", "13"):
        return f"{said}th"
    return said + {"1": "st", "2": "nd", "3": "rd"}.get(said[-1], "th")


def _check(method: str, sex: str) -> None:
    if method not in METHODS:
        raise ValueError(f"A growth chart shows weight, length or head, not {method!r}.")
    if sex not in SEXES:
        raise ValueError("UK-WHO has one chart for girls and one for boys: the sex must be known.")


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """rcpchgrowth prints a line for every age that a reference does not cover; those ages are left out."""
    with contextlib.redirect_stdout(io.StringIO()):
        yield
