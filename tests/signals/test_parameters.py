"""What is bound: policy by its unit, days and instants, and what a partnership may not decide."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sightline.core import clock
from sightline.learning.policy import PolicyValue, Setting, Unit
from sightline.learning.sources import Source
from sightline.signals.parameters import bind, parameters
from sightline.signals.statement import computed

TUESDAY = dt.date(2026, 3, 3)
SOURCE = Source("A source", 2026, "somewhere")


def value(unit: Unit, default: Setting, **more: Any) -> PolicyValue:
    return PolicyValue("name", default, unit, "a meaning", SOURCE, **more)


def bound(**policy: Setting) -> dict[str, Any]:
    return parameters(
        today=TUESDAY,
        as_of=clock.end_of(TUESDAY),
        level=1,
        partnership="here",
        points=computed(),
        policy=policy,
    )


def test_weeks_are_bound_as_days() -> None:
    assert bind(value("weeks", 8), 8, TUESDAY) == 56


def test_a_term_of_working_days_is_bound_as_its_latest_start() -> None:
    # Five working days from Monday 23 February have run out at the end of Monday 2 March.
    assert bind(value("working_days", 5), 5, TUESDAY) == clock.day_number(dt.date(2026, 2, 23))


def test_no_working_days_are_the_day_before() -> None:
    assert bind(value("working_days", 0), 0, TUESDAY) == clock.day_number(dt.date(2026, 3, 2))


@pytest.mark.parametrize(
    ("unit", "setting", "expected"),
    [("days", 28, 28), ("count", 2, 2), ("fraction", 1, 1.0), ("yes_no", False, False)],
)
def test_other_units_are_bound_as_they_are(unit: Unit, setting: Setting, expected: object) -> None:
    result = bind(value(unit, setting), setting, TUESDAY)
    assert (result, type(result)) == (expected, type(expected))


def test_a_choice_is_bound_as_its_name() -> None:
    choice = value("choice", "wide", choices=(("wide", "all of them"), ("narrow", "some")))
    assert bind(choice, "narrow", TUESDAY) == "narrow"


def test_what_a_partnership_has_not_decided_has_its_default() -> None:
    assert bound()["not_brought_pattern__running"] == 2
    assert bound(not_brought_pattern__running=3)["not_brought_pattern__running"] == 3
    assert bound()["followed_days"] == 730


def test_today_and_the_instant_are_numbers() -> None:
    found = bound()
    assert found["today"] == clock.day_number(TUESDAY)
    assert found["as_of"] == clock.instant_number(clock.end_of(TUESDAY))
    assert (found["level"], found["partnership"]) == (1, "here")


def test_a_policy_value_that_does_not_exist_is_named() -> None:
    with pytest.raises(KeyError, match="not_brought_pattern__runs"):
        bound(not_brought_pattern__runs=3)


def test_a_setting_of_the_wrong_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="running is a count"):
        bound(not_brought_pattern__running="two")
