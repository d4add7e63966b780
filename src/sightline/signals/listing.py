"""What SQLite is told in another way: whether there is a row, by looking up a list that is made once.

SQLite works a correlated EXISTS out anew for each row, and reads the whole inner table each time where it
guesses that to be short: quadratic over a county. The same asked as `(a, b) IN (SELECT …)` makes an ordered
list once. The two mean the same for columns that are never null, which ids are.
"""

from __future__ import annotations

from typing import Any

from sqlglot import exp

Pair = tuple[Any, Any]
"""The outer id and the inner id of an equality."""


def listed(tree: Any) -> Any:
    """The tree with every EXISTS that only compares ids told as a list."""
    for exists in list(tree.find_all(exp.Exists)):
        told = _as_list(exists)
        if told is not None:
            exists.replace(told)
    return tree


def _as_list(exists: Any) -> Any:
    """The same as a list; None where it compares anything but ids with what stands outside."""
    inner = exists.this
    where = inner.args.get("where")
    if where is None or inner.args.get("joins") or inner.args.get("group"):
        return None
    alias = inner.find(exp.From).this.alias_or_name
    keys: list[Pair] = []
    rest: list[Any] = []
    for condition in where.this.flatten() if isinstance(where.this, exp.And) else [where.this]:
        pair = _ids(condition, alias)
        if pair:
            keys.append(pair)
        elif {column.table for column in condition.find_all(exp.Column)} <= {alias}:
            rest.append(condition)
        else:
            return None
    return _told(inner, keys, rest) if keys else None


def _ids(condition: Any, alias: str) -> Pair | None:
    if not isinstance(condition, exp.EQ):
        return None
    sides: list[Any] = [condition.left, condition.right]
    if not all(isinstance(side, exp.Column) and side.name.endswith("_id") for side in sides):
        return None
    inner = [side for side in sides if side.table == alias]
    outer = [side for side in sides if side.table != alias]
    return (outer[0], inner[0]) if len(inner) == 1 else None


def _told(inner: Any, keys: list[Pair], rest: list[Any]) -> Any:
    query = inner.copy()
    query.set("expressions", [mine.copy() for _, mine in keys])
    query.set("where", exp.Where(this=exp.and_(*(one.copy() for one in rest))) if rest else None)
    theirs = [other.copy() for other, _ in keys]
    asked = theirs[0] if len(theirs) == 1 else exp.Tuple(expressions=theirs)
    return exp.In(this=asked, query=exp.Subquery(this=query))
