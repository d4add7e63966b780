"""Days, instants, working days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.core import clock

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2040, 12, 31))
D = dt.date


@pytest.mark.parametrize(
    ("start", "days", "ends"),
    [
        # Christmas 2026: Friday is Christmas Day, Saturday's Boxing Day is kept on Monday the 28th.
        (D(2026, 12, 23), 1, D(2026, 12, 24)),
        (D(2026, 12, 24), 1, D(2026, 12, 29)),
        (D(2026, 12, 24), 4, D(2027, 1, 4)),
        # Easter 2027: Good Friday 26 March, Easter Monday 29 March.
        (D(2027, 3, 25), 1, D(2027, 3, 30)),
        (D(2027, 3, 25), 0, D(2027, 3, 25)),
        # The early and late May holidays, the clocks long since forward.
        (D(2027, 4, 30), 1, D(2027, 5, 4)),
        (D(2027, 5, 28), 1, D(2027, 6, 1)),
        # From a Friday, and from a Saturday: the next working day is day 1.
        (D(2026, 11, 20), 2, D(2026, 11, 24)),
        (D(2026, 11, 21), 1, D(2026, 11, 23)),
        # A holiday of one year only: the coronation, 8 May 2023.
        (D(2023, 5, 5), 1, D(2023, 5, 9)),
    ],
)
def test_working_days_leave_out_weekends_and_englands_bank_holidays(
    start: dt.date, days: int, ends: dt.date
) -> None:
    assert clock.add_working_days(start, days) == ends


def test_scotlands_and_northern_irelands_holidays_are_working_days_in_england() -> None:
    assert clock.is_working_day(D(2027, 1, 4)), "2 January, kept on the 4th in Scotland"
    assert clock.is_working_day(D(2027, 3, 17)), "St Patrick's Day"


@given(DAYS, st.integers(0, 40))
def test_the_end_of_a_term_is_a_working_day_with_that_many_between(start: dt.date, days: int) -> None:
    end = clock.add_working_days(start, days)
    between = sum(
        clock.is_working_day(start + dt.timedelta(days=n)) for n in range(1, (end - start).days + 1)
    )
    assert between == days
    assert days == 0 or clock.is_working_day(end)


@given(DAYS, st.integers(0, 40))
def test_working_days_ago_is_the_latest_start_whose_term_has_run_out(day: dt.date, days: int) -> None:
    start = clock.working_days_ago(day, days)
    assert clock.add_working_days(start, days) < day
    assert clock.add_working_days(start + dt.timedelta(days=1), days) >= day


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        # The clocks went forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October 2026.
        ("2026-03-28T23:59:59+00:00", D(2026, 3, 28)),
        ("2026-03-29T22:59:59+00:00", D(2026, 3, 29)),
        ("2026-03-29T23:00:00+00:00", D(2026, 3, 30)),
        ("2026-10-24T23:00:00+00:00", D(2026, 10, 25)),
        ("2026-10-25T23:59:59+00:00", D(2026, 10, 25)),
        ("2026-10-26T00:00:00+00:00", D(2026, 10, 26)),
    ],
)
def test_the_day_of_an_instant_is_londons(instant: str, day: dt.date) -> None:
    assert clock.day_of(dt.datetime.fromisoformat(instant)) == day


@pytest.mark.parametrize(("day", "hours"), [(D(2026, 3, 29), 23), (D(2026, 10, 25), 25), (D(2026, 6, 1), 24)])
def test_a_day_is_as_long_as_it_is_in_london(day: dt.date, hours: int) -> None:
    length = clock.end_of(day) - clock.start_of(day) + dt.timedelta(microseconds=1)
    assert length == dt.timedelta(hours=hours)


@given(DAYS)
def test_a_day_begins_and_ends_within_itself_and_its_number_comes_back(day: dt.date) -> None:
    assert clock.day_of(clock.start_of(day)) == day == clock.day_of(clock.end_of(day))
    assert clock.from_day_number(clock.day_number(day)) == day
    assert clock.end_of(day) < clock.start_of(day + dt.timedelta(days=1))


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2060, 1, 1), timezones=st.just(dt.UTC)))
def test_instants_are_numbered_in_microseconds(instant: dt.datetime) -> None:
    number = clock.instant_number(instant)
    assert dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=number) == instant


def test_the_clock_is_set_within_a_block_only_and_the_inner_block_counts() -> None:
    first, second = (clock.start_of(D(2020, 1, day)) for day in (1, 2))
    before = clock.now()
    with clock.at(first):
        with clock.at(second):
            assert clock.today() == D(2020, 1, 2)
        assert clock.now() == first
    assert clock.now() >= before


def test_the_clock_takes_no_time_without_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"), clock.at(dt.datetime(2026, 1, 1)):
        pass


def test_the_wall_clock_does_not_follow_the_set_clock() -> None:
    with clock.at(clock.start_of(D(2020, 1, 1))):
        assert clock.wall().year > 2020
