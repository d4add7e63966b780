"""DuckDB leaves the dearest step of its planning out for the signals, and only for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from sightline.signals.engines import duckdb as on_duckdb
from sightline.signals.population import draw, loading
from sightline.signals.population.drawing import values_on

FEW = ("non-mobile-injury", "not-brought-pattern")


@pytest.fixture
def connection() -> Iterator[Any]:
    with duckdb.connect(":memory:") as opened:
        on_duckdb.create(opened)
        loading.into_duckdb(opened, draw(300).tables)
        yield opened


def left_out(connection: Any) -> str:
    return str(connection.execute("SELECT current_setting('disabled_optimizers')").fetchone()[0])


def while_asking(connection: Any) -> str:
    with on_duckdb._planned_quickly(connection):
        return left_out(connection)


def test_the_dearest_step_is_left_out_while_signals_are_asked(connection: Any) -> None:
    assert while_asking(connection) == on_duckdb.LEFT_OUT


def test_what_was_left_out_before_stays_left_out(connection: Any) -> None:
    connection.execute("SET disabled_optimizers = 'join_order'")
    assert while_asking(connection) == f"join_order,{on_duckdb.LEFT_OUT}"
    assert left_out(connection) == "join_order"


def test_other_queries_are_planned_as_before(connection: Any) -> None:
    assert on_duckdb.evaluate_population(connection, values_on(), FEW)
    assert left_out(connection) == ""


def test_a_statement_that_fails_leaves_the_planning_as_it_was(connection: Any) -> None:
    connection.execute("DROP TABLE signal_injury")
    with pytest.raises(duckdb.CatalogException):
        on_duckdb.evaluate_population(connection, values_on(), FEW)
    assert left_out(connection) == ""


def test_a_version_that_does_not_know_the_step_asks_as_well(
    connection: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = sorted(on_duckdb.evaluate_population(connection, values_on(), FEW))
    monkeypatch.setattr(on_duckdb, "LEFT_OUT", "a_step_of_another_version")
    assert sorted(on_duckdb.evaluate_population(connection, values_on(), FEW)) == expected
