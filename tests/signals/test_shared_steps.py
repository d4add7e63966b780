"""A step that several points take in the same words is taken once; two things by one name are not mixed."""

from __future__ import annotations

import pytest

from sightline.learning.points import LearningPoint
from sightline.signals import compiling
from sightline.signals.grammar import Parameters, Tables
from sightline.signals.placeholders import DIALECTS
from sightline.signals.sharing import put_together, shared_steps, taken_apart
from sightline.signals.statement import computed, read, statement

MET = 'SELECT\n  *\nFROM "around_met" AS "t0"'
LATE = 'SELECT\n  *\nFROM "met" AS "t0"\nWHERE\n  "late"'


def point(**steps: str) -> str:
    told = ", ".join(f'"{name}" AS (\n{body}\n)' for name, body in steps.items())
    return f'WITH {told}\nSELECT\n  *\nFROM "{list(steps)[-1]}" AS "found"\n'


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_compiled_signal_is_taken_apart_and_put_together_again(dialect: str) -> None:
    texts = [read(dialect, f"{each.id}.sql") for each in computed()]
    assert [put_together(taken_apart(text)) for text in texts] == texts


@pytest.mark.parametrize("each", computed(), ids=lambda point: point.id)
def test_the_steps_of_a_signal_are_those_that_it_names(each: LearningPoint) -> None:
    p = Parameters(each.policy, each.key)
    t = Tables(p)
    compiling.evidence(each, t, p)
    for dialect in DIALECTS:
        assert list(taken_apart(read(dialect, f"{each.id}.sql")).steps) == list(t.steps)


def test_what_two_points_take_in_the_same_words_is_taken_once() -> None:
    steps, left = shared_steps({"one": point(met=MET, one=LATE), "two": point(met=MET, two="SELECT 2")})
    assert steps == {"met": MET}
    assert {name: list(taken_apart(text).steps) for name, text in left.items()} == {
        "one": ["one"],
        "two": ["two"],
    }


def test_what_one_point_alone_takes_stays_its_own() -> None:
    texts = {"one": point(met=MET), "two": point(seen="SELECT 2")}
    assert shared_steps(texts) == ({}, texts)


def test_the_same_words_about_different_things_are_not_the_same_step() -> None:
    texts = {"one": point(met=MET, late=LATE), "two": point(met="SELECT 2", late=LATE)}
    assert shared_steps(texts) == ({}, texts)


def test_a_name_that_means_something_else_in_a_third_point_is_its_own_there() -> None:
    other = point(met="SELECT 3", late=LATE)
    same = point(met=MET, late=LATE)
    steps, left = shared_steps({"one": same, "two": same, "three": other})
    assert steps == {"met": MET, "late": LATE}
    assert left["three"] == other


def test_a_step_is_not_shared_where_what_it_reads_is_not() -> None:
    """Three points mean one thing by `met`, two another: `late` over the second cannot stand outside."""
    texts = {name: point(met=MET) for name in ("one", "two", "three")}
    texts |= {name: point(met="SELECT 2", late=LATE) for name in ("four", "five")}
    steps, left = shared_steps(texts)
    assert steps == {"met": MET}
    assert list(taken_apart(left["four"]).steps) == ["met", "late"]


def test_a_shared_step_stands_after_those_it_reads() -> None:
    first = {"zero": point(late_too=MET), "one": point(met=MET, late=LATE)}
    steps, _ = shared_steps(first | {"two": point(met=MET, late=LATE), "three": point(met=MET)})
    assert list(steps) == ["met", "late"]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", ["reached", "able", "gone", "mothers_met", "weighed_people"])
def test_the_statement_for_everyone_holds_a_common_step_once(dialect: str, name: str) -> None:
    takers = [each.id for each in computed() if name in taken_apart(read(dialect, f"{each.id}.sql")).steps]
    assert len(takers) > 1
    assert statement(dialect, "population").text.count(f'"{name}" AS (') == 1
    assert statement(dialect, "population", tuple(takers[:1])).text.count(f'"{name}" AS (') == 1


def test_no_shared_step_takes_the_name_of_anything_else_in_the_statement() -> None:
    for dialect in DIALECTS:
        steps, _ = shared_steps({each.id: read(dialect, f"{each.id}.sql") for each in computed()})
        assert not set(steps) & {"needs", "unsupplied", *(each.id for each in computed())}
