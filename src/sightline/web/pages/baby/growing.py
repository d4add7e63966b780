"""Growth: the chart, the table, and one sentence on what was crossed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sightline.chronology.ages import DAYS_A_YEAR
from sightline.chronology.kinds import Measurement
from sightline.chronology.queries import Line
from sightline.core.codes import SECTORS
from sightline.web.pages.baby.reading import Reading
from sightline.web.pictures.growth_chart import Growth, Measured
from sightline.web.words import day

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


@dataclass(frozen=True, slots=True)
class Grown:
    """One method: the picture's facts (None without a sex or a value) and a sentence."""

    method: str
    picture: Growth | None
    sentence: str
    count: int


def growth_of_page(reading: Reading) -> list[Grown]:
    """Weight always; length and head where measured."""
    lines = [line for line in reading.of_kind("measurement") if isinstance(line.detail, Measurement)]
    found = [_grown(reading, method, lines) for method in METHODS]
    return [one for one in found if one.count or one.method == "weight"]


def _grown(reading: Reading, method: str, lines: Sequence[Line]) -> Grown:
    value, sds = METHODS[method]
    measured: list[Measured] = []
    scores: list[Score] = []
    for line in reversed(lines):
        row, size, on = line.growth, getattr(line.detail, value), line.entry.happened_to
        if row is None or size is None or on is None:
            continue
        by = SECTORS[line.agency.sector] if line.agency else ""
        age, corrected = row.chronological_age_days or 0, row.corrected_age_days or 0
        measured.append(Measured(on, corrected / DAYS_A_YEAR, age / DAYS_A_YEAR, float(size), by))
        scores.append((age, on, getattr(row, sds)))
    sex = reading.baby.person.sex
    picture = None
    if measured and sex in ("female", "male"):
        picture = Growth(method, sex, tuple(measured), reading.baby.born_on)
    return Grown(method, picture, _sentence(method, scores), len(measured))


def _sentence(method: str, scores: Sequence[Score]) -> str:
    """What was crossed between the first weighing after the first fortnight and the last."""
    settled = [(on, sds) for age, on, sds in scores if age >= SETTLED_DAYS and sds is not None]
    if not scores:
        return f"No {method} is recorded. That is not the same as no {method} taken."
    if len(settled) < 2:
        return "Too few measurements after the first fortnight to say what was crossed."
    (first, before), (last, after) = settled[0], settled[-1]
    spaces = (after - before) / SDS_A_SPACE
    between = f"Between {day(first)} and {day(last)} the {method}"
    if abs(spaces) < 1:
        return f"{between} crossed less than one centile space."
    way = "down" if spaces < 0 else "up"
    number = int(abs(spaces))
    return f"{between} crossed {number} centile {'space' if number == 1 else 'spaces'} {way}."
