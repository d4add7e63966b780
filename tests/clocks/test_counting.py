"""When a limit ends: working days, hours, weeks and months, across weekends, holidays and clock changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.clocks.counting import due_at, later_by
from sightline.clocks.rules import Rule, rules
from sightline.core import clock

RULE = Rule("rule", "Do it", "now", 1, "working_days", "somebody", "nowhere", False)


def london(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=clock.LONDON)


@pytest.mark.parametrize(
    ("started", "limit", "last_day"),
    [
        ("2026-11-23T10:00", 1, "2026-11-24"),  # a Monday
        ("2026-11-27T16:59", 1, "2026-11-30"),  # a Friday: over the weekend
        ("2026-11-28T09:00", 1, "2026-11-30"),  # a Saturday: the next working day is day 1
        ("2026-12-24T09:00", 1, "2026-12-29"),  # Christmas Day, a weekend, and Boxing Day's Monday
        ("2026-11-23T00:00", 15, "2026-12-14"),
        ("2026-11-23T23:59", 0, "2026-11-23"),
    ],
)
def test_working_days_end_with_the_last_of_them(started: str, limit: int, last_day: str) -> None:
    due = due_at(replace(RULE, limit=limit), london(started))
    assert due == clock.end_of(dt.date.fromisoformat(last_day))


@pytest.mark.parametrize(
    ("started", "last_day"), [("2026-11-28T09:00", "2026-12-01"), ("2026-11-27T09:00", "2026-11-30")]
)
def test_a_partnership_may_count_a_start_on_a_day_off_as_received_on_the_next_working_day(
    started: str, last_day: str
) -> None:
    due = due_at(replace(RULE, off_day="next_day_zero"), london(started))
    assert due == clock.end_of(dt.date.fromisoformat(last_day))


def test_hours_count_through_the_night_when_the_clocks_change() -> None:
    rule = replace(RULE, calendar="hours", limit=24)
    assert due_at(rule, london("2026-10-24T18:00")) == london("2026-10-25T17:00")
    assert due_at(rule, london("2026-03-28T18:00")) == london("2026-03-29T19:00")


@pytest.mark.parametrize(
    ("calendar", "limit", "last_day"),
    [
        ("weeks", 6, "2026-03-14"),
        ("months", 3, "2026-04-30"),
        ("months", 1, "2026-02-28"),
        ("days", 8, "2026-02-08"),
    ],
)
def test_weeks_months_and_days_are_the_calendars(calendar: str, limit: int, last_day: str) -> None:
    rule = replace(RULE, calendar=calendar, limit=limit)
    assert due_at(rule, london("2026-01-31T12:00")) == clock.end_of(dt.date.fromisoformat(last_day))


def test_a_pause_moves_hours_by_its_length_and_working_days_by_those_that_began_within_it() -> None:
    friday, monday = london("2026-11-27T12:00"), london("2026-11-30T12:00")
    hours = replace(RULE, calendar="hours", limit=24)
    assert later_by(hours, monday, friday, monday) == monday + dt.timedelta(days=3)
    due = due_at(RULE, friday)
    assert clock.day_of(later_by(RULE, due, friday, monday)) == dt.date(2026, 12, 1)
    assert later_by(RULE, due, friday, london("2026-11-29T12:00")) == due


@given(
    st.datetimes(min_value=dt.datetime(2024, 1, 1), max_value=dt.datetime(2028, 1, 1)),
    st.sampled_from(sorted(rules().values(), key=lambda rule: rule.key)),
)
def test_no_limit_ends_before_it_starts_and_a_longer_one_never_sooner(
    moment: dt.datetime, rule: Rule
) -> None:
    started = moment.replace(tzinfo=dt.UTC)
    due = due_at(rule, started)
    assert due >= started
    assert due_at(replace(rule, limit=rule.limit + 1), started) >= due


def test_every_limit_that_is_confirmed_names_a_published_source() -> None:
    assert len(rules()) >= 30
    unsourced = [rule.key for rule in rules().values() if rule.confirmed and "choice" in rule.source]
    assert unsourced == []


@pytest.mark.parametrize(("field", "value"), [("limit", -1), ("limit", 5000), ("calendar", "fortnights")])
def test_a_rule_that_cannot_be_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        replace(RULE, **{field: value})
