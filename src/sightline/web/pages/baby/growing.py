"""Growth: the chart, the table, and one sentence on what was crossed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sightline.chronology.ages import DAYS_A_YEAR
from sightline.chronology.kinds import Measurement
from sightline.chronology.queries import Line
from sightline.core.codes import SECTORS
from sightline.web.pages.baby.reading import Reading
from sightline.web.pictures.growth_chart import Growth, Measured
from sightline.web.pictures.growth_lines import ordinal
from sightline.web.words import day, span

SDS_A_SPACE: Final = 0.674
"""A centile space of the UK-WHO chart: two thirds of an SDS (RCPCH)."""
SETTLED_DAYS: Final = 14
Score = tuple[int, dt.date, float | None]
"""Age in days, day and SDS."""
METHODS: Final = {
    "weight": ("weight_kg", "weight_sds"),
    "length": ("length_cm", "length_sds"),
    "head": ("head_cm", "head_sds"),
}
NOUNS: Final = {"weight": "weight", "length": "length", "head": "head measurement"}


@dataclass(frozen=True, slots=True)
class Unplotted:
    """A measurement that the chart cannot show: as it was recorded, by whom, and why it has no centile."""

    on: str
    value: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Grown:
    """One method: the picture's facts (None without a sex or a value), what it leaves out, and a sentence."""

    method: str
    picture: Growth | None
    sentence: str
    unplotted: tuple[Unplotted, ...] = ()

    @property
    def count(self) -> int:
        """How many measurements are recorded."""
        return len(self.unplotted) + (len(self.picture.measurements) if self.picture else 0)


def growth_of_page(reading: Reading) -> list[Grown]:
    """Weight always; length and head where measured."""
    lines = [line for line in reading.of_kind("measurement") if isinstance(line.detail, Measurement)]
    found = [_grown(reading, method, lines) for method in METHODS]
    return [one for one in found if one.count or one.method == "weight"]


def _grown(reading: Reading, method: str, lines: Sequence[Line]) -> Grown:
    value, sds = METHODS[method]
    told = [line for line in reversed(lines) if _value(line, value) is not None]
    plotted = [line for line in told if not _why_unplotted(reading, line, value)]
    scores = [_score(line, sds) for line in plotted]
    unplotted = tuple(_unplotted(reading, line, value) for line in reversed(told) if line not in plotted)
    return Grown(method, _picture(reading, method, plotted), _sentence(method, scores, len(told)), unplotted)


def _value(line: Line, field: str) -> Decimal | None:
    """The value, or where only a centile was sent, the centile."""
    said: Decimal | None = getattr(line.detail, field)
    return said if said is not None else _centile_sent(line, field)


def _centile_sent(line: Line, field: str) -> Decimal | None:
    sent: Decimal | None = getattr(line.detail, f"{field.partition('_')[0]}_centile", None)
    return sent


def _why_unplotted(reading: Reading, line: Line, field: str) -> str:
    """Why the chart cannot show a measurement; empty where it can."""
    entry, baby = line.entry, reading.baby
    if getattr(line.detail, field) is None:
        return "only the centile was sent"
    if entry.happened_to is None or entry.happened_from != entry.happened_to:
        return "no centile, because the day is not exact"
    if baby.person.sex not in ("female", "male"):
        return "no centile, because the sex is not recorded"
    if baby.born_on is None or entry.happened_to < baby.born_on:
        return "no centile, because no birth is recorded by then"
    return "" if line.growth else "no centile has been worked out from the birth as it is recorded"


def _unplotted(reading: Reading, line: Line, field: str) -> Unplotted:
    entry = line.entry
    said = getattr(line.detail, field)
    unit = "kg" if field == "weight_kg" else "cm"
    value = f"{said.normalize():f} {unit}" if said is not None else _ordinal(_centile_sent(line, field))
    on = span(entry.happened_from, entry.happened_to, entry.precision)
    return Unplotted(on, value, _by(line), _why_unplotted(reading, line, field))


def _ordinal(centile: Decimal | None) -> str:
    return f"{ordinal(float(centile))} centile" if centile is not None else ""


def _by(line: Line) -> str:
    return SECTORS[line.agency.sector] if line.agency else ""


def _score(line: Line, sds: str) -> Score:
    assert line.growth is not None
    assert line.entry.happened_to is not None
    return line.growth.chronological_age_days or 0, line.entry.happened_to, getattr(line.growth, sds)


def _picture(reading: Reading, method: str, plotted: Sequence[Line]) -> Growth | None:
    measured = tuple(_measured(line, METHODS[method][0]) for line in plotted)
    return Growth(method, reading.baby.person.sex, measured, reading.baby.born_on) if measured else None


def _measured(line: Line, field: str) -> Measured:
    row, on = line.growth, line.entry.happened_to
    assert row is not None
    assert on is not None
    age, corrected = row.chronological_age_days or 0, row.corrected_age_days or 0
    size = float(getattr(line.detail, field))
    return Measured(on, corrected / DAYS_A_YEAR, age / DAYS_A_YEAR, size, _by(line))


def _sentence(method: str, scores: Sequence[Score], count: int) -> str:
    """What was crossed between the first weighing after the first fortnight and the last."""
    settled = [(on, sds) for age, on, sds in scores if age >= SETTLED_DAYS and sds is not None]
    if not count:
        return f"No {NOUNS[method]} is recorded. That is not the same as none taken: ask to see the red book."
    if len(settled) < 2:
        return "Too few measurements after the first fortnight to say what was crossed."
    (first, before), (last, after) = settled[0], settled[-1]
    spaces = (after - before) / SDS_A_SPACE
    between = f"Between {day(first)} and {day(last)} the {NOUNS[method]}"
    if abs(spaces) < 1:
        return f"{between} crossed less than one centile space."
    way = "down" if spaces < 0 else "up"
    number = int(abs(spaces))
    return f"{between} crossed {number} centile {'space' if number == 1 else 'spaces'} {way}."
