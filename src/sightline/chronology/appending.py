"""The triggers that keep entries as they were written, on SQLite and PostgreSQL.

They refuse an update or a delete (and, on PostgreSQL, a truncate) of messages, records kept aside, entries,
what these say and whom they name. Growth is no entry and may be rewritten. Whoever owns the tables can take
the triggers away; the application's own role need not own them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

REWRITTEN: Final = frozenset({"chronology_growth"})
REFUSAL: Final = "The chronology is append-only: correct or withdraw instead."
_FUNCTION: Final = (
    "CREATE OR REPLACE FUNCTION chronology_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
)
_LAY: Final = {
    "sqlite": (
        'CREATE TRIGGER IF NOT EXISTS "{table}_no_{word}" BEFORE {verb} ON "{table}" '
        "BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    ),
    "postgresql": (
        'CREATE OR REPLACE TRIGGER "{table}_no_{word}" BEFORE {verb} ON "{table}" '
        "FOR EACH STATEMENT EXECUTE FUNCTION chronology_is_append_only()"
    ),
}
_LIFT: Final = {
    "sqlite": 'DROP TRIGGER IF EXISTS "{table}_no_{word}"',
    "postgresql": 'DROP TRIGGER IF EXISTS "{table}_no_{word}" ON "{table}"',
}


def tables() -> list[str]:
    """Every table of the chronology that is append-only: all but the projections."""
    names = {model._meta.db_table for model in apps.get_app_config("chronology").get_models()}
    return sorted(names - REWRITTEN)


def lay(connection: BaseDatabaseWrapper, names: Iterable[str]) -> None:
    """Lay the triggers on these tables. Again does nothing more."""
    if connection.vendor == "postgresql":
        _run(connection, [_FUNCTION])
    _run(connection, _each(connection, _LAY[connection.vendor], names))


def lift(connection: BaseDatabaseWrapper, names: Iterable[str]) -> None:
    """Take the triggers away: for undoing the migration, and for tests that empty their own database."""
    _run(connection, _each(connection, _LIFT[connection.vendor], names))


def _each(connection: BaseDatabaseWrapper, form: str, names: Iterable[str]) -> list[str]:
    verbs = ("UPDATE", "DELETE", "TRUNCATE") if connection.vendor == "postgresql" else ("UPDATE", "DELETE")
    return [
        form.format(table=table, verb=verb, word=verb.lower(), refusal=REFUSAL)
        for table in names
        for verb in verbs
    ]


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
