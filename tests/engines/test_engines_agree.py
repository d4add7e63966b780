"""The same definition, the same rows, on every engine: signal by signal, for one baby and for everyone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from populated import ENGINES, POSTGRES, Asked, ByPoint, loaded, of_babies

from sightline.core import clock
from sightline.signals.parameters import Values
from sightline.signals.population import Population, draw
from sightline.signals.population.drawing import NOT_THERE, values_on
from sightline.signals.population.people import HERE, THERE
from sightline.signals.statement import computed
from sightline.signals.tables import OPEN

COUNT = 10_000
POINTS = [point.id for point in computed()]


@pytest.fixture(scope="module")
def population() -> Population:
    return draw(COUNT)


@pytest.fixture(scope="module")
def values() -> Values:
    return values_on()


@pytest.fixture(scope="module")
def engines(population: Population) -> Iterator[dict[str, Asked]]:
    with ExitStack() as stack:
        names = [name for name in ENGINES if name != "postgresql" or POSTGRES]
        yield {name: stack.enter_context(loaded(name, population.tables)) for name in names}


@pytest.fixture(scope="module")
def answers(engines: dict[str, Asked], values: Values) -> dict[str, ByPoint]:
    return {name: asked.everyone(values) for name, asked in engines.items()}


def engine_or_skip(engines: dict[str, Asked], name: str) -> Asked:
    if name not in engines:
        pytest.skip("SIGHTLINE_TEST_POSTGRES is not set: no PostgreSQL to ask")
    return engines[name]


@pytest.mark.parametrize("name", ["sqlite", "postgresql"])
@pytest.mark.parametrize("point", POINTS)
def test_every_engine_returns_the_same_entries_for_a_signal(
    point: str, name: str, engines: dict[str, Asked], answers: dict[str, ByPoint]
) -> None:
    engine_or_skip(engines, name)
    assert answers[name].get(point, set()) == answers["duckdb"].get(point, set())


@pytest.mark.parametrize("name", ENGINES)
def test_one_baby_is_asked_what_everyone_is_asked(
    name: str, engines: dict[str, Asked], answers: dict[str, ByPoint], population: Population, values: Values
) -> None:
    asked = engine_or_skip(engines, name)
    # DuckDB plans anew each time, seconds a baby; the product asks it about everyone only.
    babies = population.babies(300) if name != "duckdb" else _most_raised(answers["duckdb"], 8)
    expected = of_babies(answers["duckdb"], babies)
    assert len(expected) > len(POINTS) / 2
    assert asked.one_by_one(babies, values) == expected


def _most_raised(found: ByPoint, count: int) -> list[str]:
    """The babies about whom most points ask."""
    points = Counter(child for rows in found.values() for child in {row[0] for row in rows})
    return [child for child, _ in points.most_common(count)]


@pytest.mark.parametrize("point", POINTS)
def test_a_signal_is_raised_for_some_babies_and_silent_for_most(
    point: str, answers: dict[str, ByPoint]
) -> None:
    babies = {child for child, _, _ in answers["duckdb"].get(point, set())}
    assert 0 < len(babies) < COUNT / 4


@pytest.mark.parametrize("name", ENGINES)
def test_the_past_is_asked_with_what_was_known_then(name: str, engines: dict[str, Asked]) -> None:
    asked = engine_or_skip(engines, name)
    then = values_on(days_ago=60)
    with loaded(name, _known_at(draw(2_000), int(then["as_of"]))) as only_then:
        expected = only_then.everyone(then)
    with loaded(name, draw(2_000).tables) as everything:
        assert everything.everyone(then) == expected
    assert asked.everyone(then) != asked.everyone(values_on())


def _known_at(population: Population, as_of: int) -> dict[str, object]:
    """The rows as they stood at an instant: later ones are not there, later ends are not known."""
    import pyarrow as pa
    import pyarrow.compute as pc

    then = {}
    for name, table in population.tables.items():
        told = table.filter(pc.less_equal(table["known_from"], as_of))
        until = pc.if_else(pc.greater(told["known_until"], as_of), pa.scalar(OPEN), told["known_until"])
        then[name] = told.set_column(told.schema.get_field_index("known_until"), "known_until", until)
    return then


def test_a_higher_level_adds_entries_and_no_level_hides_the_shared_ones(engines: dict[str, Asked]) -> None:
    shared, sealed = (engines["duckdb"].everyone(values_on(level=level)) for level in (0, 2))
    assert sealed["non-mobile-injury"] - shared["non-mobile-injury"]


@pytest.mark.parametrize("name", ENGINES)
def test_another_partnership_has_its_own_babies_and_what_nobody_sends_there_is_not_asked(
    name: str, engines: dict[str, Asked], answers: dict[str, ByPoint]
) -> None:
    asked = engine_or_skip(engines, name)
    values = values_on(partnership=THERE)
    there = asked.everyone(values)
    assert there
    here = {child for rows in answers["duckdb"].values() for child, _, _ in rows}
    assert not here & {child for rows in there.values() for child, _, _ in rows}
    unsent = [point.id for point in computed() if set(point.needs) & set(NOT_THERE)]
    assert unsent == ["challenge-overdue", "history-not-received", "icon-gap", "icon-man-not-reached"]
    assert not set(unsent) & set(there)
    assert asked.module.not_computable(asked.connection, values) == unsent
    assert asked.module.not_computable(asked.connection, values_on(partnership=HERE)) == []


def test_a_policy_of_another_value_asks_of_others(
    engines: dict[str, Asked], answers: dict[str, ByPoint]
) -> None:
    point = "not-brought-pattern"
    strict = values_on(policy={"not_brought_pattern__running": 5})
    found = {name: asked.everyone(strict, point)[point] for name, asked in engines.items()}
    assert all(rows == found["duckdb"] for rows in found.values())
    assert len(found["duckdb"]) < len(answers["duckdb"][point])


def test_the_same_seed_draws_the_same_population() -> None:
    one, same, other = draw(300, seed=7), draw(300, seed=7), draw(300, seed=8)
    assert one.tables == same.tables
    assert one.tables != other.tables


def test_an_invented_population_has_every_shape_of_row(population: Population) -> None:
    tables = population.tables
    assert all(len(table) for table in tables.values())
    today = population.world.today
    births = tables["child"].to_pydict()
    assert None in births["born_day"]
    assert max(day for day in births["due_day"] if day) > today
    injuries = tables["injury"].to_pydict()
    assert {0, 1, 2} == set(injuries["sensitivity"])
    assert None in injuries["happened_from"]
    assert any(until != OPEN for until in injuries["known_until"])
    assert any(entry != root for entry, root in zip(injuries["entry_id"], injuries["root_id"], strict=True))
    related = tables["relationship"].to_pydict()
    assert set(related["about_id"]) & set(births["about_id"])
    assert max(injuries["known_from"]) <= clock.instant_number(clock.end_of(clock.from_day_number(today)))


@pytest.mark.soak
def test_every_engine_returns_the_same_entries_for_a_hundred_thousand_babies() -> None:
    population, values = draw(100_000), values_on()
    answers = {}
    for name in ENGINES:
        if name == "postgresql" and not POSTGRES:
            pytest.skip("SIGHTLINE_TEST_POSTGRES is not set: no PostgreSQL to ask")
        with loaded(name, population.tables) as asked:
            answers[name] = asked.everyone(values)
    assert set(answers["duckdb"]) == set(POINTS)
    for point in POINTS:
        assert answers["sqlite"][point] == answers["postgresql"][point] == answers["duckdb"][point], point
