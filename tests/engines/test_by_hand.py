"""SQL written by hand for the same rules returns the same entries as the compiled SQL."""

from __future__ import annotations

import duckdb
import pytest
from populated import by_point

from sightline.cli.benching import by_hand
from sightline.signals.engines import duckdb as on_duckdb
from sightline.signals.population import draw, loading
from sightline.signals.population.drawing import values_on


def test_what_is_written_by_hand_returns_the_same_entries() -> None:
    ids = by_hand.points()
    assert ids
    with duckdb.connect(":memory:") as connection:
        on_duckdb.create(connection)
        loading.into_duckdb(connection, draw(10_000, seed=3).tables)
        compiled = by_point(on_duckdb.evaluate_population(connection, values_on(), ids))
        written = by_point(by_hand.run(connection, values_on()))
    for point in ids:
        assert written.get(point, set()) == compiled.get(point, set()), point


@pytest.mark.parametrize("seed", [11, 12])
def test_they_agree_on_a_day_in_the_past_too(seed: int) -> None:
    ids, then = by_hand.points(), values_on(days_ago=120, level=0)
    with duckdb.connect(":memory:") as connection:
        on_duckdb.create(connection)
        loading.into_duckdb(connection, draw(3_000, seed=seed).tables)
        compiled = by_point(on_duckdb.evaluate_population(connection, then, ids))
        assert by_point(by_hand.run(connection, then)) == compiled
