"""The committed SQL: as it would be compiled today, whole, and run without what compiled it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from sightline.learning.points import LearningPoint
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source
from sightline.signals import compiling, statement
from sightline.signals.grammar import Parameters, Table, Tables, both, rows
from sightline.signals.placeholders import DIALECTS, placeholders
from sightline.signals.population.drawing import values_on

POINTS = statement.computed()
SOURCE = Source("A source", 2026, "somewhere")

WITHOUT_IBIS = """
import sys
sys.modules.update(dict.fromkeys(("ibis", "sqlglot")))
import sqlite3
from sightline.signals.engines import sqlite
from sightline.signals.population import draw, loading
from sightline.signals.population.drawing import values_on
connection = sqlite3.connect(":memory:", isolation_level=None)
sqlite.create(connection)
population = draw(200)
loading.into_sqlite(connection, population.tables)
everyone = sqlite.evaluate_population(connection, values_on())
babies = population.babies(200)
one = [row for child in babies for row in sqlite.evaluate_baby(connection, child, values_on())]
assert everyone and sorted(everyone) == sorted(one)
print(len(everyone))
"""


def test_every_committed_file_is_as_it_would_be_compiled_today() -> None:
    assert [str(path) for path in compiling.stale()] == []


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("variant", statement.VARIANTS)
def test_no_sentinel_is_left_and_every_parameter_has_a_value(
    dialect: str, variant: statement.Variant
) -> None:
    asked = statement.statement(dialect, variant)
    assert not compiling.LEFT_OVER.search(asked.text)
    assert set(asked.names) <= {*values_on(), "child_id"}
    assert ("child_id" in asked.names) == (variant == "baby")


def test_a_sentinel_that_is_left_stops_the_compiling() -> None:
    p = Parameters()
    t = Tables(p)
    late = t.challenge.filter(t.challenge.recorded_day <= p.today)
    p.sentinels.clear()
    with pytest.raises(AssertionError, match="A sentinel is left"):
        compiling.with_steps(rows(late, "late"), t, p, "sqlite")


def test_a_per_cent_sign_stops_the_compiling() -> None:
    p = Parameters()
    t = Tables(p)
    moved = t.area_move.filter(t.area_move.from_area == "100% sure")
    with pytest.raises(AssertionError, match="per cent"):
        compiling.with_steps(rows(moved, "moved"), t, p, "sqlite")


def test_columns_that_nothing_reads_are_left_out() -> None:
    p = Parameters()
    t = Tables(p)
    late = t.step("late", t.challenge.filter(t.challenge.stage > 1))
    text = compiling.with_steps(rows(late, "late"), t, p, "duckdb")
    assert '"entry_id"' in text
    assert '"resolved_day"' not in text


def test_signals_run_where_ibis_is_not_installed() -> None:
    run = subprocess.run([sys.executable, "-c", WITHOUT_IBIS], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 0


@pytest.mark.parametrize("dialect", DIALECTS)
def test_one_statement_holds_every_point_once(dialect: str) -> None:
    text = statement.statement(dialect, "baby").text
    for point in POINTS:
        assert text.count(f"SELECT '{point.id}' AS point") == 1


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.id)
def test_every_policy_value_of_a_lesson_is_used_by_its_signal(point: LearningPoint) -> None:
    used = set(placeholders("sqlite", statement.read("sqlite", f"{point.id}.sql")))
    assert {point.parameter(value.name) for value in point.policy} <= used


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.id)
def test_a_signal_gives_only_reasons_that_have_a_sentence(point: LearningPoint) -> None:
    text = statement.read("sqlite", f"{point.id}.sql")
    assert all(f"'{code}'" in text for code in point.because)


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.id)
def test_a_definition_also_compiles_for_spark(point: LearningPoint) -> None:
    """Without PySpark: Ibis writes Spark's SQL with no session, and it is read back as Spark's."""
    sqlglot = pytest.importorskip("sqlglot")
    p = Parameters(point.policy, point.key)
    t = Tables(p)
    found = compiling.evidence(point, t, p)
    for table in (*t.steps.values(), found):
        text = _spark(table)
        assert sqlglot.parse_one(text, dialect="spark") is not None
        assert not isinstance(sqlglot.parse_one(text, dialect="spark"), sqlglot.exp.Command)


@pytest.mark.parametrize("name", ["baby", "network", "appointment", "around_met", "supply"])
@pytest.mark.parametrize("variant", statement.VARIANTS)
def test_what_signals_share_also_compiles_for_spark(name: str, variant: statement.Variant) -> None:
    sqlglot = pytest.importorskip("sqlglot")
    from sightline.signals import shared

    t = Tables(Parameters())
    for table in (shared.build(name, t, variant), *t.steps.values()):
        assert sqlglot.parse_one(_spark(table), dialect="spark") is not None


def _spark(table: Table) -> str:
    import ibis

    if ibis.options.pyspark is None:
        # A session would set this; numbers with a fraction cannot be written without it.
        ibis.options.pyspark = _spark_options()
    return str(ibis.to_sql(table, dialect="pyspark"))


def _spark_options() -> Any:
    from ibis.config import Config

    class Spark(Config):
        treat_nan_as_null: bool = False

    return Spark()


def test_a_signal_returns_child_entry_and_because_and_nothing_else() -> None:
    def signal(t: Any, p: Any) -> Any:
        return t.challenge.select("child_id", "entry_id")

    with pytest.raises(ValueError, match="a signal returns child_id, entry_id, because"):
        compiling.evidence(_made(signal), Tables(Parameters()), Parameters())


def test_a_parameter_that_is_not_declared_is_named() -> None:
    with pytest.raises(AttributeError, match="No parameter is called wait"):
        _ = Parameters().wait


def test_a_table_that_does_not_exist_is_named() -> None:
    t = Tables(Parameters())
    with pytest.raises(AttributeError, match="no signal table called diary"):
        _ = t.diary
    with pytest.raises(AttributeError, match="no signal table called diary"):
        _ = t.around.diary


def test_a_name_is_one_step_and_not_a_table() -> None:
    t = Tables(Parameters())
    t.step("late", t.challenge)
    for name in ("late", "challenge", "network"):
        with pytest.raises(ValueError, match="already something called"):
            t.step(name, t.medical)


def test_the_same_rows_under_the_same_name_are_the_same_step() -> None:
    t = Tables(Parameters())
    assert t.step("late", t.challenge).equals(t.step("late", t.challenge))
    assert list(t.steps) == ["late"]


def test_each_unit_of_policy_is_compiled_as_its_own_kind_of_value() -> None:
    text = compiling.point_sql(_made(_every_unit, policy=EVERY_UNIT), "sqlite")
    assert set(placeholders("sqlite", text)) == {f"made_up__{value.name}" for value in EVERY_UNIT} | {"today"}
    assert "'yes'" not in text


EVERY_UNIT = (
    PolicyValue("wait", 28, "days", "a span", SOURCE),
    PolicyValue("by", 8, "weeks", "a span", SOURCE),
    PolicyValue("term", 5, "working_days", "a term", SOURCE),
    PolicyValue("times", 2, "count", "how often", SOURCE),
    PolicyValue("part", 0.2, "fraction", "how much", SOURCE),
    PolicyValue("reading", "wide", "choice", "which", SOURCE, choices=(("wide", "all"), ("narrow", "some"))),
    PolicyValue("strict", True, "yes_no", "whether", SOURCE),
)


def _every_unit(t: Tables, p: Parameters) -> Table:
    told = t.challenge
    told = told.filter(told.recorded_day + p.wait <= p.today, told.recorded_day <= p.term, p.strict)
    told = told.filter(told.stage >= p.times, told.stage * 0.1 >= p.part, told.recorded_day + p.by <= p.today)
    narrow = told.filter(told.by_sector == "gp", p.reading == "narrow")
    return both(rows(told.filter(p.reading == "wide"), "wide"), rows(narrow, "narrow"))


def _made(signal: Any, policy: tuple[PolicyValue, ...] = ()) -> LearningPoint:
    from dataclasses import replace

    return replace(
        POINTS[0], id="made-up", signal=signal, policy=policy, cases=(), because={"wide": "", "narrow": ""},
        needs=(), tempo_by={}, owner_by={}, renewed_by=(),
    )  # fmt: skip
