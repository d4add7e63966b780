"""What must be there before a point can ask: found in its SQL, and never too much."""

from __future__ import annotations

import pytest

from sightline.signals import grounds
from sightline.signals.grounds import Ground, grounds_of, grounds_sql
from sightline.signals.statement import GROUNDS, computed, first_statement, read, with_grounds

ROW = "SELECT child_id, entry_id FROM"


def needed(text: str) -> set[str]:
    """The tables of which one must have a row, with the sort of row where one is needed."""
    return {" ".join([one.table, *sorted(one.filters)]) for one in grounds_of(text, "postgres")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{ROW} injury", {"injury"}),
        (f"{ROW} injury LEFT JOIN medical USING (child_id)", {"injury"}),
        (f"{ROW} injury JOIN baby USING (child_id)", {"injury"}),
        (f"{ROW} injury UNION ALL {ROW} statement", {"injury", "statement"}),
        (f"{ROW} injury UNION ALL {ROW} injury AS t WHERE t.code = 'burn'", {"injury"}),
        (f"{ROW} offer AS t WHERE t.outcome = 'declined' AND t.day < 3", {"offer outcome = 'declined'"}),
        (f"{ROW} offer AS t WHERE NOT t.outcome IN ('declined')", {"offer"}),
        (f"{ROW} offer AS t WHERE t.outcome = 'declined' OR t.day < 3", {"offer"}),
        (f"{ROW} baby AS t WHERE EXISTS (SELECT 1 FROM plan AS p WHERE p.id = t.id)", {"plan"}),
        (f"{ROW} baby AS t WHERE t.id IN (SELECT p.id FROM plan AS p)", {"plan"}),
        (f"{ROW} baby AS t WHERE NOT EXISTS (SELECT 1 FROM plan AS p WHERE p.id = t.id)", {"baby"}),
        (f"{ROW} baby AS t WHERE t.twin OR t.id IN (SELECT p.id FROM plan AS p)", {"baby"}),
        (f"WITH late AS ({ROW} challenge) {ROW} late", {"challenge"}),
        (f"{ROW} baby CROSS JOIN (SELECT COUNT(*) AS n FROM plan) AS t", {"baby"}),
        ("SELECT MAX(day) AS child_id, 1 AS entry_id FROM plan", set()),
        ("SELECT child_id, MAX(day) AS entry_id FROM plan GROUP BY child_id", {"plan"}),
        (f"{ROW} baby FULL JOIN plan USING (child_id)", set()),
        (f"{ROW} injury UNION ALL SELECT 1 AS child_id, 2 AS entry_id", set()),
    ],
)
def test_what_must_be_there_is_found_and_nothing_besides(text: str, found: set[str]) -> None:
    assert needed(text) == found


def test_a_table_is_read_once_whatever_points_need_rows_of_it() -> None:
    texts = {
        "burnt": f"{ROW} injury AS t WHERE t.code = 'burn'",
        "hurt": f"{ROW} injury",
        "anybody": f"{ROW} baby",
    }
    told = grounds_sql(texts, "postgres")
    assert told.count('FROM "injury"') == 1
    assert "BOOL_OR(code = 'burn') THEN 'burnt'" in told
    assert "BOOL_OR(TRUE) THEN 'hurt'" in told
    assert "anybody" not in told


def test_what_any_baby_has_is_no_ground() -> None:
    assert Ground("appointment").is_ordinary
    assert not Ground("appointment", frozenset({"outcome = 'not_brought'"})).is_ordinary
    assert not Ground("injury").is_ordinary


def test_every_point_is_asked_first_or_by_its_grounds() -> None:
    rest = set(with_grounds("postgres"))
    first = {point.id for point in computed()} - rest
    asked = first_statement("postgres").text
    assert rest
    assert {point for point in first if f"SELECT '{point}' AS point" in asked} == first
    assert not [point for point in rest if f"SELECT '{point}' AS point" in asked]


def test_the_points_that_ask_about_absence_are_asked_of_every_baby() -> None:
    assert not {"icon-gap", "icon-man-not-reached", "unseen-man"} & set(with_grounds("postgres"))


def test_every_point_is_left_out_only_for_a_row_that_its_own_sql_reads() -> None:
    for point in with_grounds("postgres"):
        text = read("postgres", f"{point}.sql")
        assert all(f'"{one.table}"' in text for one in grounds.grounds_of(text, "postgres")), point
    assert "THEN" in read("postgres", GROUNDS)
