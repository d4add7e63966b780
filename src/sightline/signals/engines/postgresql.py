"""Signals on PostgreSQL: a psycopg connection.

Planning the statement costs far more than running it for one baby, so it is prepared once a connection and
run with its generic plan from the first time on; a persistent connection pays once. Compiling to machine code
(jit) would cost more than it saves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from weakref import WeakKeyDictionary

from sightline.signals.engines import ddl
from sightline.signals.parameters import COMMON, TYPES, Values, declared
from sightline.signals.placeholders import placeholder
from sightline.signals.statement import (
    Evidence,
    Statement,
    computed,
    first_statement,
    statement,
    with_grounds,
)
from sightline.signals.supply import not_computable as _not_computable
from sightline.signals.tables import BY_NAME

DIALECT: Final = "postgres"
A_FEW: Final = 6
"""Points that are quicker asked one by one than together with all that ever have grounds."""
# Only until the transaction ends: other queries of the connection keep their own ways.
_PLAN_ONCE: Final = (
    "SET LOCAL jit = off; SET LOCAL enable_memoize = off; SET LOCAL plan_cache_mode = force_generic_plan"
)
# The planner takes the shared tables for small; for everyone they are not, and nested loops last hours.
_FOR_EVERYONE: Final = "SET LOCAL jit = off; SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '128MB'"
_prepared_on: WeakKeyDictionary[Any, dict[str, str]] = WeakKeyDictionary()


def create(connection: Any) -> None:
    """Create the signal tables and their indexes."""
    for text in ddl.create_statements(DIALECT):
        connection.execute(text)


def insert(connection: Any, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add rows to a signal table."""
    with connection.cursor() as cursor:
        cursor.executemany(ddl.insert_statement(BY_NAME[table], "%s"), ddl.in_columns(BY_NAME[table], rows))


def evaluate_baby(
    connection: Any, child_id: str, values: Values, ids: tuple[str, ...] | None = None
) -> list[Evidence]:
    """Every point's evidence for one baby (or that of the points `ids`), prepared.

    Most babies take one statement: a second follows for those points that have any ground besides.
    """
    bound = values | {"child_id": child_id}
    if ids:
        return _ask(connection, [statement(DIALECT, "baby", ids)], bound)
    rows = _ask(connection, [first_statement(DIALECT)], bound)
    found = [row for row in rows if row.point]
    left = sorted({point for row in rows if not row.point for point in row.because.split()})
    return found + _ask(connection, _statements_of(left), bound) if left else found


def _statements_of(points: list[str]) -> list[Statement]:
    """A statement a point; where they are many, the one of all points that ever have grounds.

    Not one for just these: there would be as many as there are kinds of baby, each to be planned.
    """
    if len(points) <= A_FEW:
        return [statement(DIALECT, "baby", (point,)) for point in points]
    return [statement(DIALECT, "baby", with_grounds(DIALECT))]


def _ask(connection: Any, asked: list[Statement], values: Values) -> list[Evidence]:
    """The rows of all of these, in one message to the server."""
    with connection.cursor() as cursor:
        names = [_prepared(connection, cursor, each) for each in asked]
        calls = [
            f"EXECUTE {name} ({_literals(each.bind(values).values())})"
            for name, each in zip(names, asked, strict=True)
        ]
        cursor.execute("; ".join([_PLAN_ONCE, *calls]))
        return list(_rows(cursor))


def _rows(cursor: Any) -> Iterator[Evidence]:
    """The rows of every result that has any."""
    more = True
    while more:
        if cursor.description:
            yield from (Evidence(*row) for row in cursor.fetchall())
        more = cursor.nextset()


def evaluate_population(
    connection: Any, values: Values, ids: tuple[str, ...] | None = None
) -> list[Evidence]:
    """Every point's evidence for every followed baby of a partnership, in one statement."""
    asked = statement(DIALECT, "population", ids)
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(_FOR_EVERYONE)
        cursor.execute(asked.text, asked.bind(values))
        return [Evidence(*row) for row in cursor.fetchall()]


def not_computable(connection: Any, values: Values) -> list[str]:
    """The ids of the points that need a kind of entry which nobody supplies."""
    with connection.cursor() as cursor:
        return _not_computable(cursor, DIALECT, values)


def _prepared(connection: Any, cursor: Any, asked: Statement) -> str:
    """The name under which this connection has the statement prepared; prepares it the first time."""
    names = _prepared_on.setdefault(connection, {})
    if asked.text not in names:
        name = f"sightline_baby_{len(names) + 1}"
        cursor.execute(_prepare(name, asked))
        names[asked.text] = name
    return names[asked.text]


def _prepare(name: str, asked: Statement) -> bytes:
    text = asked.text
    for place, parameter in enumerate(asked.names, start=1):
        text = text.replace(placeholder(DIALECT, parameter), f"${place}")
    return f"PREPARE {name} ({', '.join(map(_type_of, asked.names))}) AS {text}".encode()


def _type_of(parameter: str) -> str:
    types = COMMON | {name: TYPES[value.unit] for name, value in declared(computed()).items()}
    return ddl.TYPES[DIALECT][types[parameter]]


def _literals(values: Iterable[Any]) -> str:
    return ", ".join(_literal(value) for value in values)


def _literal(value: Any) -> str:
    """A bound value, written out: EXECUTE takes no parameters from the driver."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    if not re.fullmatch(r"[\w .:-]*", text):
        raise ValueError(f"A parameter of a signal is a plain word or an id, not {text!r}.")
    return f"'{text}'"
