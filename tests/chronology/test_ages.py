"""Ages, corrected ages and lengths of pregnancy."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from sightline.chronology import ages

BORN = dt.date(2026, 8, 24)


@pytest.mark.parametrize(
    ("days", "gestation", "words"),
    [
        (0, None, "0 days old"),
        (1, None, "1 day old"),
        (13, 280, "13 days old"),
        (14, 280, "2 weeks old"),
        (91, None, "13 weeks old"),
        (91, 245, "13 weeks old, 8 weeks corrected"),
        (91, 258, "13 weeks old, 9 weeks corrected"),
        (91, 259, "13 weeks old"),
        (35, 210, "5 weeks old, 35 weeks corrected gestation"),
        (370, 245, "12 months old"),
        (370, 200, "12 months old, 41 weeks corrected"),
        (-1, None, "not born yet"),
    ],
)
def test_an_age_is_said_in_words(days: int, gestation: int | None, words: str) -> None:
    assert ages.words_for_age(BORN, BORN + dt.timedelta(days=days), gestation) == words


def test_a_baby_born_early_is_as_old_as_its_expected_day_says() -> None:
    assert ages.corrected_age_in_days(BORN, 224, BORN + dt.timedelta(days=100)) == 44
    assert ages.expected_on(BORN, 224) == BORN + dt.timedelta(days=56)


def test_gestation_counts_back_from_the_expected_day() -> None:
    assert ages.gestation_in_days(BORN, BORN) == 280
    assert ages.gestation_in_days(BORN, BORN - dt.timedelta(days=81)) == 199
    assert ages.words_for_pregnancy(BORN, BORN - dt.timedelta(days=81)) == "28 weeks and 3 days of pregnancy"
    assert ages.words_for_pregnancy(BORN, BORN - dt.timedelta(days=84)) == "28 weeks of pregnancy"


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (dt.date(2024, 2, 29), 24, dt.date(2026, 3, 1)),
        (dt.date(2024, 2, 29), 48, dt.date(2028, 2, 29)),
        (dt.date(2026, 1, 31), 1, dt.date(2026, 3, 1)),
        (dt.date(2026, 12, 31), 2, dt.date(2027, 3, 1)),
        (dt.date(2026, 3, 15), -3, dt.date(2025, 12, 15)),
        (dt.date(2026, 8, 31), 4, dt.date(2026, 12, 31)),
        (dt.date(2026, 10, 31), 1, dt.date(2026, 12, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day: dt.date, months: int, after: dt.date) -> None:
    assert ages.months_after(day, months) == after


def test_ages_in_days_agree_with_the_reference_dates(shared_data: Path) -> None:
    with (shared_data / "growth" / "who-validation" / "random_dates.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 1000
    for row in rows:
        start, end = dt.date.fromisoformat(row["start_date"]), dt.date.fromisoformat(row["end_date"])
        assert ages.age_in_days(start, end) == int(row["age_days"])
