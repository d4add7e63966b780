"""What is known of a baby, one row for each stretch of time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from telling import DAY, NUMBER, told

from sightline.chronology.kinds import Birth, Detail, Pregnancy
from sightline.projection.children import versions_of
from sightline.projection.rows import Row
from sightline.signals.tables import OPEN

DUE = DAY + dt.timedelta(days=28)


def row(detail: Detail, **fields: Any) -> Row:
    [one] = told("child", detail, **fields)
    return one


def versions(*rows: Row) -> list[Row]:
    return list(versions_of(rows, "northshire"))


def test_the_birth_ends_the_row_of_the_pregnancy() -> None:
    unborn, born = versions(
        row(Pregnancy(expected_on=DUE, multiple_birth=True), known_from=1, entry_id="a"),
        row(Birth(born_on=DAY, gestation_days=252), known_from=5, entry_id="b"),
    )
    assert (unborn["known_from"], unborn["known_until"], unborn["born_day"]) == (1, 5, None)
    assert (born["known_from"], born["known_until"], born["born_day"]) == (5, OPEN, NUMBER)
    assert (born["due_day"], born["multiple_birth"], born["entry_id"]) == (NUMBER + 28, True, "b")
    assert {row["partnership"] for row in (unborn, born)} == {"northshire"}


def test_a_later_expected_day_moves_it_and_both_stay() -> None:
    first, second = versions(
        row(Pregnancy(expected_on=DUE), known_from=1, entry_id="a"),
        row(Pregnancy(expected_on=DAY), known_from=5, entry_id="b"),
    )
    assert (first["due_day"], second["due_day"]) == (NUMBER + 28, NUMBER)


def test_what_the_latest_leaves_out_is_known_from_the_others() -> None:
    *_, last = versions(
        row(Birth(born_on=DAY, sex="male", birth_weight_g=3100), known_from=1, entry_id="a"),
        row(Birth(born_on=DAY, sex="unknown", gestation_days=266), known_from=5, entry_id="b"),
    )
    assert (last["sex"], last["birth_weight_g"], last["gestation_days"]) == ("male", 3100, 266)


def test_the_expected_day_follows_from_the_gestation_where_nobody_said_it() -> None:
    [born] = versions(row(Birth(born_on=DAY, gestation_days=252)))
    [unsaid] = versions(row(Birth(born_on=DAY)))
    assert (born["due_day"], unsaid["due_day"]) == (NUMBER + 28, None)


def test_a_replaced_birth_holds_until_it_was_replaced() -> None:
    wrong, right = versions(
        row(Birth(born_on=DUE), known_from=1, known_until=5, entry_id="a"),
        row(Birth(born_on=DAY), known_from=5, entry_id="b"),
    )
    assert (wrong["born_day"], right["born_day"]) == (NUMBER + 28, NUMBER)


def test_a_birth_taken_back_leaves_the_baby_unborn() -> None:
    rows = versions(
        row(Pregnancy(expected_on=DUE), known_from=1, entry_id="a"),
        row(Birth(born_on=DAY), known_from=3, known_until=7, entry_id="b"),
    )
    assert [(row["known_from"], row["born_day"]) for row in rows] == [(1, None), (3, NUMBER), (7, None)]


def test_nothing_is_known_where_all_was_taken_back() -> None:
    [only] = versions(row(Birth(born_on=DAY), known_from=3, known_until=7))
    assert only["known_until"] == 7
    assert versions() == []


def test_a_row_is_as_sensitive_as_the_most_sensitive_that_it_draws_upon() -> None:
    first, second = versions(
        row(Pregnancy(expected_on=DUE), known_from=1, entry_id="a", sensitivity=0),
        row(Birth(born_on=DAY), known_from=3, entry_id="b", sensitivity=2),
    )
    assert (first["sensitivity"], second["sensitivity"]) == (0, 2)
