"""The triggers that make the ledger's tables append-only, on SQLite and PostgreSQL.

They stop the application, and anybody with its rights, by mistake or on purpose. Whoever owns the tables can
take them away: that is why entries are sealed as well.
"""

from __future__ import annotations

from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES: Final = ("core_ledgerentry", "core_ledgerchild", "core_ledgerblock", "core_ledgermember")
_REFUSAL: Final = "The audit ledger is append-only."

_SQLITE_LAY: Final = (
    "CREATE TRIGGER {table}_no_{word} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
)
_POSTGRESQL_FUNCTION: Final = (
    "CREATE OR REPLACE FUNCTION core_ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$"
)
_POSTGRESQL_LAY: Final = (
    "CREATE TRIGGER {table}_no_{word} BEFORE {verb} ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION core_ledger_is_append_only()"
)


def lay(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers on every table of the ledger."""
    statements = [_POSTGRESQL_FUNCTION.format(refusal=_REFUSAL)] if _is_postgresql(connection) else []
    form = _POSTGRESQL_LAY if _is_postgresql(connection) else _SQLITE_LAY
    for table, verb in _each(connection):
        statements.append(form.format(table=table, verb=verb, word=verb.lower(), refusal=_REFUSAL))
    _run(connection, statements)


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for undoing the migration, and for tests that empty their own database."""
    on = " ON {table}" if _is_postgresql(connection) else ""
    form = "DROP TRIGGER IF EXISTS {table}_no_{word}" + on
    _run(connection, [form.format(table=table, word=verb.lower()) for table, verb in _each(connection)])


def _each(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    verbs = ("UPDATE", "DELETE", "TRUNCATE") if _is_postgresql(connection) else ("UPDATE", "DELETE")
    return [(table, verb) for table in TABLES for verb in verbs]


def _is_postgresql(connection: BaseDatabaseWrapper) -> bool:
    return connection.vendor == "postgresql"


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
