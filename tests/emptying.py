"""Lets a test's own database be emptied between tests, although tables in it are append-only.

Tests that commit (`transaction=True`, a live server) are followed by Django's flush. The triggers of
append-only tables refuse that, as they should. `allow()` takes them away for the flush and puts them back:
in the test database only, and for every append-only table, whichever room laid its triggers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.backends.base.operations import BaseDatabaseOperations

Statements = list[str]


def allow() -> None:
    """Make flushing lift the triggers for its own duration. Twice is once."""
    original: Callable[..., None] = BaseDatabaseOperations.execute_sql_flush
    if getattr(original, "lifts_triggers", False):
        return

    def flush(self: Any, sql_list: Any) -> None:
        before, after = _on_postgresql(self) if self.connection.vendor == "postgresql" else _on_sqlite(self)
        original(self, [*before, *sql_list, *after])

    flush.lifts_triggers = True
    BaseDatabaseOperations.execute_sql_flush = flush


def _on_sqlite(operations: Any) -> tuple[Statements, Statements]:
    with operations.connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
    return [f'DROP TRIGGER "{name}"' for name, _ in triggers], [sql for _, sql in triggers]


def _on_postgresql(operations: Any) -> tuple[Statements, Statements]:
    with operations.connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
        tables = [table for (table,) in cursor.fetchall()]
    lift = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables]
    return lift, [statement.replace("DISABLE", "ENABLE") for statement in lift]
