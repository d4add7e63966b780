"""Building blocks of signals, in Ibis: dates that are not exact, one event told by several, who was met.

**Safe bounds.** A rule about age, spacing or lateness must hold for the whole interval in which a fact can
have happened. `earliest` is null where only the order is known, so a rule that needs it does not hold;
`latest` is then the day on which the fact was recorded, for it is not later than that.
"""

from __future__ import annotations

from typing import Any

from sightline.signals.grammar import Expression, Parameters, Table, Tables


def earliest(rows: Table) -> Expression:
    """The first day on which each fact can have happened; null where only the order is known."""
    return rows.happened_from


def latest(rows: Table) -> Expression:
    """The last day on which each fact can have happened."""
    return rows.happened_to.fill_null(rows.recorded_day)


def within(rows: Table, p: Parameters, days: Any) -> Table:
    """The facts that certainly happened in the last `days` days, today included."""
    return rows.filter(earliest(rows) >= p.today - days, earliest(rows) <= p.today)


def once(t: Tables, name: str, rows: Table, *same: str) -> Table:
    """Each event once, however many agencies tell of it: that which Sightline knew first.

    Facts with equal columns `same` (and the same baby) whose days can overlap are one event, unless one
    agency recorded both, with different days. Facts of which only the order is known are kept. The step is
    called `name`.
    """
    told = t.step(f"{name}_told", rows)
    other = told.view()
    earlier = (other.known_from < told.known_from) | (
        (other.known_from == told.known_from) & (other.entry_id < told.entry_id)
    )
    overlap = (other.happened_from <= told.happened_to) & (other.happened_to >= told.happened_from)
    same_days = (other.happened_from == told.happened_from) & (other.happened_to == told.happened_to)
    equal = [told[column] == other[column] for column in ("child_id", *same)]
    again = (told.agency != other.agency) | same_days
    return t.step(name, without(told, other, *equal, overlap, earlier, again))


def having(rows: Table, other: Table, *conditions: Any) -> Table:
    """Those of `rows` for which `other` has a row. Conditions are column names or comparisons."""
    return rows.semi_join(other, list(conditions)).select(*rows.columns)


def without(rows: Table, other: Table, *conditions: Any) -> Table:
    """Those of `rows` for which `other` has no row. Conditions are column names or comparisons."""
    return rows.anti_join(other, list(conditions)).select(*rows.columns)


def counted(rows: Table, *by: str) -> Table:
    """How many rows there are for each `by`: those columns and `n`."""
    return rows.group_by(*by).aggregate(n=rows.count())


def met(t: Tables) -> Table:
    """Each meeting of a service with someone around the baby: child_id, person_id, met_day (the latest)."""
    rows = t.around.met
    return rows.select("child_id", "person_id", "entry_id", "how", met_day=latest(rows))


def on_plan(t: Tables, *types: str) -> Table:
    """The baby's own plans of these types, with `first_day` and `last_day` (null while open)."""
    rows = t.plan.filter(t.plan.type.isin(types))
    return rows.mutate(first_day=rows.start_day.fill_null(latest(rows)), last_day=rows.end_day)


def open_plan(t: Tables, p: Parameters, *types: str) -> Table:
    """The baby's plans of these types that are open today."""
    rows = on_plan(t, *types)
    return rows.filter(rows.first_day <= p.today, rows.last_day.isnull() | (rows.last_day >= p.today))
