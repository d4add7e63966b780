"""Every named case of every lesson, on every engine."""

from __future__ import annotations

import pytest
from casebook import ENGINES, POSTGRES, case_days, first_raised, telling_days

from sightline.learning.cases import Case
from sightline.learning.catalogue import catalogue
from sightline.learning.points import LearningPoint

CASES = [
    pytest.param(point, case, id=f"{point.id}: {case.name}") for point in catalogue() for case in point.cases
]


@pytest.mark.parametrize(("point", "case"), CASES)
def test_a_case_raises_its_question_on_the_day_that_it_says_and_no_other(
    point: LearningPoint, case: Case
) -> None:
    raised = first_raised(case_days(point, case).items()).get(point.id)
    assert (raised and raised.day) == case.raises_on
    if raised and case.evidence is not None:
        assert raised.facts == set(case.evidence)
    if raised:
        assert raised.because <= set(point.because)


@pytest.mark.parametrize("engine", ENGINES[1:])
@pytest.mark.parametrize(("point", "case"), CASES)
def test_every_engine_shows_the_same_entries(point: LearningPoint, case: Case, engine: str) -> None:
    if engine == "postgresql" and not POSTGRES:
        pytest.skip("SIGHTLINE_TEST_POSTGRES is not set: no PostgreSQL to ask")
    shown = case_days(point, case)
    days = telling_days(shown)
    assert case_days(point, case, engine, days) == {day: shown[day] for day in days}


@pytest.mark.parametrize(
    "point", [point for point in catalogue() if point.signal], ids=lambda point: point.id
)
def test_a_lesson_has_cases_that_raise_it_and_cases_that_do_not(point: LearningPoint) -> None:
    assert any(case.raises_on is not None for case in point.cases)
    assert any(case.silent_until is not None for case in point.cases)
