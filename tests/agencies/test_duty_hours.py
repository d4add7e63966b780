"""Whom to ring by day and by night: hours that a partnership sets, dated and with a source."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml

from factories import a_partnership
from sightline.agencies.duty import BEGINS, ENDS, POLICY, WorkingHours, hours_at, numbers_now, working_hours
from sightline.agencies.models import DutyNumber, PolicySetting
from sightline.core import clock

pytestmark = pytest.mark.django_db
MONDAY = dt.date(2026, 11, 23)
CHRISTMAS = dt.date(2026, 12, 25)
HERE = "northshire"


def at(hour: int, minute: int = 0, day: dt.date = MONDAY) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute), clock.LONDON)


def sets(name: str, value: str, from_on: dt.date) -> None:
    PolicySetting.unscoped.create(
        partnership=a_partnership(HERE), name=name, value=value, from_on=from_on,
        source="The front door's published hours", set_by="system:test",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("instant", "hours"),
    [
        (at(8, 29), "night"),
        (at(8, 30), "day"),
        (at(16, 59), "day"),
        (at(17, 0), "night"),
        (at(11, 0, CHRISTMAS), "night"),
        (at(11, 0, MONDAY - dt.timedelta(days=1)), "night"),
    ],
)
def test_the_day_is_working_hours_on_a_working_day(instant: dt.datetime, hours: str) -> None:
    assert hours_at(instant, HERE) == hours


def test_the_usual_hours_are_dated_data_with_a_source() -> None:
    [row] = yaml.safe_load(POLICY.read_text())["hours"]
    assert row["source"].strip()
    assert row["from"] <= MONDAY
    assert working_hours(HERE, MONDAY) == WorkingHours(
        dt.time.fromisoformat(row[BEGINS]), dt.time.fromisoformat(row[ENDS])
    )


def test_a_partnership_sets_its_own_hours_from_a_day_on() -> None:
    sets(ENDS, "20:00", MONDAY)
    assert hours_at(at(19), HERE) == "day"
    assert hours_at(at(19, day=MONDAY - dt.timedelta(days=3)), HERE) == "night"
    assert hours_at(at(19), "elsewhere") == "night"


def test_a_later_setting_takes_the_place_of_an_earlier_one() -> None:
    sets(BEGINS, "07:00", MONDAY - dt.timedelta(days=30))
    sets(BEGINS, "09:00", MONDAY)
    assert hours_at(at(8, 30), HERE) == "night"


def test_a_setting_that_is_no_time_leaves_the_hours_as_they_were() -> None:
    sets(BEGINS, "07:00", MONDAY - dt.timedelta(days=30))
    sets(BEGINS, "early", MONDAY)
    assert hours_at(at(7, 30), HERE) == "day"


def test_the_number_to_ring_is_that_of_the_hour() -> None:
    partnership = a_partnership(HERE)
    for hours, telephone in (("day", "01632 960110"), ("night", "01632 960117")):
        DutyNumber.unscoped.create(
            partnership=partnership, purpose="mark", hours=hours, name=hours, telephone=telephone
        )
    sets(ENDS, "12:00", MONDAY)
    with clock.at(at(11)):
        assert numbers_now(HERE)["mark"].telephone == "01632 960110"
    with clock.at(at(13)):
        assert numbers_now(HERE)["mark"].telephone == "01632 960117"
