"""The triggers that keep a challenge from being deleted, and a view from being changed, on both databases.

They stop the application and anybody with its rights; whoever owns the tables can take them away, and the
ledger would tell of what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

NEVER_DELETED: Final = (
    "challenge_challenge",
    "challenge_stagereached",
    "challenge_sideview",
    "challenge_safetyaction",
    "challenge_resolution",
    "challenge_thanks",
    "challenge_statementread",
)
NEVER_CHANGED: Final = ("challenge_sideview", "challenge_stagereached", "challenge_thanks")
REFUSAL: Final = "What was said in a challenge is neither deleted nor changed."
_FUNCTION: Final = (
    "CREATE OR REPLACE FUNCTION challenge_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
)
_LAY: Final = {
    "sqlite": (
        'CREATE TRIGGER IF NOT EXISTS "{table}_no_{word}" BEFORE {verb} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    ),
    "postgresql": (
        'CREATE OR REPLACE TRIGGER "{table}_no_{word}" BEFORE {verb} ON "{table}" '
        "FOR EACH STATEMENT EXECUTE FUNCTION challenge_is_kept()"
    ),
}
_LIFT: Final = {
    "sqlite": 'DROP TRIGGER IF EXISTS "{table}_no_{word}"',
    "postgresql": 'DROP TRIGGER IF EXISTS "{table}_no_{word}" ON "{table}"',
}


def lay(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers. Again does nothing more."""
    first = [_FUNCTION] if connection.vendor == "postgresql" else []
    _run(connection, [*first, *_each(connection, _LAY)])


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for undoing the migration."""
    _run(connection, _each(connection, _LIFT))


def _each(connection: BaseDatabaseWrapper, form: dict[str, str]) -> Iterator[str]:
    deleting = ("DELETE", "TRUNCATE") if connection.vendor == "postgresql" else ("DELETE",)
    kept = [(table, verb) for table in NEVER_DELETED for verb in deleting]
    kept += [(table, "UPDATE") for table in NEVER_CHANGED]
    for table, verb in kept:
        yield form[connection.vendor].format(table=table, verb=verb, word=verb.lower())


def _run(connection: BaseDatabaseWrapper, statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
