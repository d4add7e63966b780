"""The case files of the shared folder: what a reader of the record ought to have been shown, and when."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from casebook import REPLAYS, Raised, first_raised, known_day, read_days, replay, replays

from sightline.learning.catalogue import catalogue, point
from sightline.signals.statement import computed

POINTS = {point.id for point in computed()}


@cache
def raised_in(path: Path, point_id: str) -> Raised | None:
    told = replay(path)
    days = read_days(told.story, [point(point_id)], range(told.first, told.until + 1))
    return first_raised(days).get(point_id)


def expectations() -> list[object]:
    return [
        pytest.param(path, each["point"], each.get("by_day"), id=f"{path.stem}: {each['point']}: {kind}")
        for path in replays()
        for kind in ("raise", "stay_silent")
        for each in replay(path).expect.get(kind, ())
        if each["point"] in POINTS
    ]


def limits() -> list[object]:
    told = ((path, replay(path).expect.get("most_prompts")) for path in replays())
    return [pytest.param(path, most, id=path.stem) for path, most in told if most is not None]


@pytest.mark.skipif(not replays(), reason=f"no case files at {REPLAYS}: nothing of theirs was replayed")
@pytest.mark.parametrize(("path", "point", "by_day"), expectations())
def test_a_shared_case_file_meets_its_expectation(path: Path, point: str, by_day: int | None) -> None:
    raised = raised_in(path, point)
    if by_day is None:
        assert raised is None
    else:
        assert raised is not None
        assert raised.day <= by_day


@pytest.mark.skipif(not replays(), reason=f"no case files at {REPLAYS}: nothing of theirs was replayed")
@pytest.mark.parametrize("point", sorted(POINTS))
@pytest.mark.parametrize("path", replays(), ids=lambda path: path.stem)
def test_a_shared_case_file_shows_nothing_before_it_is_known(path: Path, point: str) -> None:
    raised = raised_in(path, point)
    if raised is None:
        return
    for index in raised.facts:
        fact = replay(path).story.facts[index]
        assert fact["agency"] != "none"
        assert known_day(fact) <= raised.day


@pytest.mark.skipif(not replays(), reason=f"no case files at {REPLAYS}: nothing of theirs was replayed")
@pytest.mark.parametrize(("path", "most"), limits())
def test_a_shared_case_file_raises_no_more_points_than_it_allows(path: Path, most: int) -> None:
    raised = {point: found for point in sorted(POINTS) if (found := raised_in(path, point))}
    assert len(raised) <= most, {point: (each.day, sorted(each.facts)) for point, each in raised.items()}


def test_every_file_of_the_catalogue_is_a_lesson() -> None:
    assert len({point.id for point in catalogue()}) == len(catalogue())
