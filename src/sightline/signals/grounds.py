"""What must be there of a baby before a point can ask: found in its compiled SQL, and written as SQL.

Starting a plan costs by its size, and most babies have no row at all of what most points read. So one baby
is first asked what any baby may be asked, and which other points have any ground; only those are asked then.
It errs on one side only: a point with grounds may have nothing to ask, one without never has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import indent
from typing import Any, Final

import sqlglot
from sqlglot import exp

ORDINARY: Final = frozenset(
    {
        "baby",
        "child",
        "network",
        "supply",
        "contact",
        "measurement",
        "mobility",
        "touchpoint",
        "met",
        "around_met",
        "around_contact",
    }
)
"""What any baby has rows of. That there are some tells nothing."""
ORDINARY_UNFILTERED: Final = frozenset({"appointment", "offer", "relationship"})
"""The same, unless rows of some sort are asked for: an appointment that was not kept."""


@dataclass(frozen=True, slots=True)
class Ground:
    """That a table has a row of a sort: all of `filters` hold of it."""

    table: str
    filters: frozenset[str] = frozenset()

    @property
    def is_ordinary(self) -> bool:
        """Whether any baby has it."""
        return self.table in ORDINARY or (self.table in ORDINARY_UNFILTERED and not self.filters)

    def sql(self) -> str:
        """The condition, over all rows of the table."""
        return f"BOOL_OR({' AND '.join(sorted(self.filters)) or 'TRUE'})"


Grounds = frozenset[Ground]
"""Grounds of which one must be there."""
NONE_NEEDED: Final[Grounds] = frozenset()
"""Of no use: the point may ask whatever is there."""
Named = Mapping[str, Grounds]


def grounds_of(text: str, dialect: str) -> Grounds:
    """Of which rows one must be there before compiled SQL returns any; empty where nothing need be."""
    return _of_query(sqlglot.parse_one(text, dialect=dialect), {}, dialect)


def _of_query(query: Any, named: Named, dialect: str) -> Grounds:
    if isinstance(query, exp.Subquery):
        return _of_query(query.this, named, dialect)
    inner = dict(named)
    for step in query.ctes:
        inner[step.alias] = _of_query(step.this, inner, dialect)
    if isinstance(query, exp.Union):
        return _any([_of_query(side, inner, dialect) for side in (query.left, query.right)])
    return _of_select(query, inner, dialect) if isinstance(query, exp.Select) else NONE_NEEDED


def _of_select(select: Any, named: Named, dialect: str) -> Grounds:
    """The narrowest ground among those that must all be there."""
    if select.args.get("from_") is None or _is_one_row_always(select):
        return NONE_NEEDED
    sources, conditions = _joined(select)
    found = [_of_source(source, conditions, named, dialect) for source in sources]
    found += [_of_query(asked, named, dialect) for asked in map(_must_return, conditions) if asked]
    return _narrowest(found)


def _is_one_row_always(select: Any) -> bool:
    """Whether it counts or adds up over everything: no row at all gives a row too."""
    counted = (found for one in select.selects for found in one.find_all(exp.AggFunc))
    return not select.args.get("group") and any(not each.find_ancestor(exp.Window) for each in counted)


def _joined(select: Any) -> tuple[list[Any], list[Any]]:
    """What must give a row, and what must hold of it."""
    sources, conditions = [select.args["from_"].this], _conditions(select.args.get("where"))
    for join in select.args.get("joins") or ():
        if join.side in ("RIGHT", "FULL"):
            return [], []
        if not join.side and join.kind in ("", "INNER", "CROSS"):
            sources.append(join.this)
            conditions += _all_of(join.args["on"]) if join.args.get("on") else []
    return sources, conditions


def _conditions(where: Any) -> list[Any]:
    return _all_of(where.this) if where else []


def _all_of(condition: Any) -> list[Any]:
    if isinstance(condition, exp.Paren):
        return _all_of(condition.this)
    if isinstance(condition, exp.And):
        return _all_of(condition.left) + _all_of(condition.right)
    return [condition]


def _must_return(condition: Any) -> Any:
    """The query that must return a row for the condition to hold; None where there is none."""
    if isinstance(condition, exp.Exists):
        return condition.this
    return condition.args.get("query") if isinstance(condition, exp.In) else None


def _of_source(source: Any, conditions: list[Any], named: Named, dialect: str) -> Grounds:
    if not isinstance(source, exp.Table):
        return _of_query(source, named, dialect) if isinstance(source, exp.Subquery) else NONE_NEEDED
    if source.name in named:
        return named[source.name]
    sorts = (_sort(each, source.alias_or_name, dialect) for each in conditions)
    return frozenset({Ground(source.name, frozenset(filter(None, sorts)))})


def _sort(condition: Any, alias: str, dialect: str) -> str:
    """The condition without the table's name, where it compares one column with words; empty otherwise."""
    column = condition.this
    words = condition.expressions if isinstance(condition, exp.In) else [condition.args.get("expression")]
    is_told = isinstance(condition, exp.In | exp.EQ) and isinstance(column, exp.Column) and words
    if not is_told or column.table != alias:
        return ""
    if not all(isinstance(word, exp.Literal) and word.is_string for word in words):
        return ""
    told = condition.copy()
    told.this.set("table", None)
    return str(told.sql(dialect=dialect))


def _any(found: list[Grounds]) -> Grounds:
    """One of any of these: where one side needs nothing, nothing need be."""
    return NONE_NEEDED if not all(found) else _without_narrower(frozenset().union(*found))


def _without_narrower(grounds: Grounds) -> Grounds:
    """A sort of a table's rows says nothing beside a wider one."""
    return frozenset(
        one
        for one in grounds
        if not any(
            other != one and other.table == one.table and other.filters <= one.filters for other in grounds
        )
    )


def _narrowest(found: list[Grounds]) -> Grounds:
    """Of several that must all be there, the one that the fewest babies have."""
    told = [grounds for grounds in found if grounds]
    return min(told, key=_width) if told else NONE_NEEDED


def _width(grounds: Grounds) -> tuple[bool, int, list[str]]:
    return (
        any(one.is_ordinary for one in grounds),
        len(grounds),
        sorted(f"{one.table} {one.sql()}" for one in grounds),
    )


def grounds_sql(texts: Mapping[str, str], dialect: str) -> str:
    """SQL for one baby: in `points` the ids, maybe twice, of those that have grounds which few babies have.

    Each table is read once, whatever the sorts of its rows: starting a plan costs by its parts.
    """
    found = {point: grounds_of(text, dialect) for point, text in texts.items()}
    told = [(one, point) for point, some in found.items() if _is_rare(some) for one in some]
    tables = sorted({one.table for one, _ in told})
    parts = [_points_of(table, [pair for pair in told if pair[0].table == table]) for table in tables]
    return f'SELECT\n  child_id,\n  {_side_by_side(parts)} AS points\nFROM "baby"\n'


def _is_rare(some: Grounds) -> bool:
    return bool(some) and not any(one.is_ordinary for one in some)


def _points_of(table: str, told: Iterable[tuple[Ground, str]]) -> str:
    """The points for which a table has a row of the sort that they need."""
    asked = [f"CASE WHEN {one.sql()} THEN '{point}' END" for one, point in sorted(told, key=_in_words)]
    return f'(SELECT {_side_by_side(asked)} FROM "{table}")'


def _in_words(pair: tuple[Ground, str]) -> tuple[str, str]:
    return pair[1], pair[0].sql()


def _side_by_side(parts: Iterable[str]) -> str:
    return f"CONCAT_WS(' ',\n{_listed(parts)}\n)"


def _listed(parts: Iterable[str]) -> str:
    return indent(",\n".join(parts), "  ")
