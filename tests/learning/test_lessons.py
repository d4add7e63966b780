"""A lesson that is not whole is refused when it is written, and says what is wrong."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sightline.learning.cases import Case
from sightline.learning.catalogue import catalogue, point
from sightline.learning.points import OWNERS, PURPOSE, THEMES, LearningPoint, Owner
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source
from sightline.signals.tables import BY_NAME

LESSONS = catalogue()
ONE = LESSONS[0]
SOURCE = Source("A source", 2026, "somewhere")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"id": "Not_Brought"}, "lower case with dashes"),
        ({"theme": "weather"}, "no theme"),
        ({"sources": ()}, "names its source"),
        ({"checker": ONE.author}, "who checks a lesson"),
        ({"signal": None}, "says why it cannot be computed"),
        ({"cannot_compute": "nobody records it"}, "says why it cannot be computed"),
        ({"renewed_by": ("never",)}, "no sentence"),
        ({"tempo_by": {"never": ONE.tempo}}, "no sentence"),
        ({"owner_by": {"never": ONE.owner}}, "no sentence"),
    ],
)
def test_a_faulty_lesson_is_refused(change: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        replace(ONE, **change)


def test_a_lesson_without_a_signal_may_say_why() -> None:
    assert replace(ONE, signal=None, cannot_compute="nobody records it").signal is None


def test_a_question_goes_to_somebody_who_is_known() -> None:
    with pytest.raises(ValueError, match="Nobody is called"):
        Owner("the_neighbour")


@pytest.mark.parametrize(
    ("unit", "default", "fault"),
    [
        ("days", "28", "is not int"),
        ("days", True, "is not int"),
        ("fraction", "half", "is not float"),
        ("yes_no", 1, "is not bool"),
        ("count", -1, "below nought"),
        ("choice", "other", "is one of wide"),
    ],
)
def test_a_policy_value_of_the_wrong_kind_is_refused(unit: Any, default: Any, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        PolicyValue("value", default, unit, "a meaning", SOURCE, choices=(("wide", "all of them"),))


@pytest.mark.parametrize("days", [{}, {"raises_on": 3, "silent_until": 5}])
def test_a_case_says_either_when_it_raises_or_until_when_it_is_silent(days: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="not both"):
        Case("a case", (), **days)


def test_a_case_is_read_until_its_day() -> None:
    assert Case("a case", (), raises_on=7).last_day == 7
    assert Case("a case", (), silent_until=9).last_day == 9


def test_all_thirty_lessons_are_there_each_with_its_theme_owner_and_purpose() -> None:
    assert len(LESSONS) == 30
    assert {lesson.theme for lesson in LESSONS} == set(THEMES)
    for lesson in LESSONS:
        assert {lesson.owner.whom, *(owner.whom for owner in lesson.owner_by.values())} <= set(OWNERS)
        assert lesson.purpose == PURPOSE
        assert lesson.review_by > dt.date(2026, 11, 22)
        assert all(source.title and source.paragraph for source in lesson.sources)
        assert lesson.blind_to
        assert lesson.question.endswith("?")
        assert lesson.short_question.endswith("?")


def test_what_a_lesson_needs_are_kinds_of_entry() -> None:
    from sightline.chronology.kinds import KINDS

    for lesson in LESSONS:
        kinds = {kind for need in lesson.needs for kind in ([need] if isinstance(need, str) else need)}
        assert kinds <= set(KINDS), lesson.id


def test_a_lesson_names_its_parameters_after_itself() -> None:
    assert point("not-brought-pattern").parameter("running") == "not_brought_pattern__running"
    names = [lesson.parameter(value.name) for lesson in LESSONS for value in lesson.policy]
    assert len(names) == len(set(names))
    assert not set(names) & set(BY_NAME)


def test_a_lesson_that_does_not_exist_is_no_lesson() -> None:
    with pytest.raises(KeyError):
        point("horoscope")


@pytest.fixture
def write_lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Writes a file into a package of its own; gives the package's name."""
    package = tmp_path / "made_up_lessons"
    package.mkdir()
    (package / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))

    def write(name: str, text: str) -> str:
        (package / f"{name}.py").write_text(text)
        for module in [each for each in sys.modules if each.startswith("made_up_lessons")]:
            monkeypatch.delitem(sys.modules, module)
        catalogue.cache_clear()
        return "made_up_lessons"

    return write


def test_a_file_without_a_lesson_is_named(write_lesson: Callable[[str, str], str]) -> None:
    with pytest.raises(ValueError, match=r"made_up_lessons\.empty holds no POINT"):
        catalogue(write_lesson("empty", ""))


def test_a_lesson_in_a_file_of_another_name_is_named(write_lesson: Callable[[str, str], str]) -> None:
    borrowed = "from sightline.library.points.not_brought_pattern import POINT\n"
    with pytest.raises(ValueError, match=r"its file would be not_brought_pattern\.py"):
        catalogue(write_lesson("another_name", borrowed))


def test_adding_a_lesson_is_adding_a_file(write_lesson: Callable[[str, str], str]) -> None:
    borrowed = "from sightline.library.points.not_brought_pattern import POINT\n"
    found = catalogue(write_lesson("not_brought_pattern", borrowed))
    assert [lesson.id for lesson in found] == ["not-brought-pattern"]
    assert isinstance(found[0], LearningPoint)
