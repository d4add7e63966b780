"""`sightline tick`: what it prints, and that it may run as often as it likes."""

from __future__ import annotations

import argparse
import json

import pytest

from factories import a_baby, an_actor, open_to
from sightline.chronology.actions import record
from sightline.chronology.kinds import MovedArea
from sightline.cli.commands import tick
from sightline.core import clock
from sightline.prompts.models import Prompt

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_monday")]


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    tick.arguments(parser)
    return tick.run(parser.parse_args(words))


def told(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The lines that the command prints."""
    assert run(*words) == 0
    return capsys.readouterr().out.splitlines()


def a_move_a_month_ago() -> None:
    """A baby who moved 28 days ago, and whose history has not come."""
    visitor, baby = an_actor("health_visiting"), a_baby(born_days_ago=100)
    open_to(visitor, baby)
    today = clock.today()
    with clock.at(clock.start_of(today.replace(day=1).replace(month=10, day=26))):
        moved = MovedArea("another county", history_received=False)
        record(visitor, baby.person, moved, happened_on=clock.today())


def test_a_tick_says_what_the_day_raised(capsys: pytest.CaptureFixture[str]) -> None:
    a_move_a_month_ago()
    assert told(capsys) == ["2026-11-23: 1 raised, 0 resolved by the record."]


def test_a_second_tick_of_the_day_says_and_raises_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    a_move_a_month_ago()
    told(capsys)
    assert told(capsys) == []
    assert Prompt.unscoped.count() == 1


def test_json_is_one_line_with_each_day_that_passed(capsys: pytest.CaptureFixture[str]) -> None:
    run()
    capsys.readouterr()
    with clock.at(clock.end_of(clock.from_day_number(clock.day_number(clock.today()) + 2))):
        (line,) = told(capsys, "--json")
    assert json.loads(line) == {
        "days": [
            {"day": "2026-11-24", "raised": 0, "resolved": 0},
            {"day": "2026-11-25", "raised": 0, "resolved": 0},
        ]
    }


def test_json_of_a_tick_without_a_day_to_pass_is_still_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    run()
    capsys.readouterr()
    (line,) = told(capsys, "--json")
    assert json.loads(line) == {"days": []}
