"""Putting rows into the signal tables and taking them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final

from sightline.people.queries import in_parts
from sightline.projection.models import SIGNAL_MODELS
from sightline.projection.rows import TABLES_OF, Row
from sightline.signals.tables import OPEN

BULK: Final = 500

Rows = dict[str, list[Row]]


def put(rows: Rows) -> None:
    """Insert the rows of each table."""
    for table, some in rows.items():
        model = SIGNAL_MODELS[table]
        model.unscoped.bulk_create((model(**row) for row in some), batch_size=BULK)


def take_out(kinds: Collection[str], entry_ids: Iterable[str]) -> None:
    """Delete what these entries, of these kinds, wrote; the merged rows of `child` aside."""
    ids = list(entry_ids)
    tables = dict.fromkeys(table for kind in kinds for table in TABLES_OF[kind] if table != "child")
    for table in tables:
        for some in in_parts(ids):
            SIGNAL_MODELS[table].unscoped.filter(entry_id__in=some).delete()


def take_out_about(table: str, about_ids: Iterable[str]) -> None:
    """Delete the table's rows about these people."""
    for some in in_parts(about_ids):
        SIGNAL_MODELS[table].unscoped.filter(about_id__in=some).delete()


def in_force(table: str, column: str, ids: Iterable[str]) -> list[Row]:
    """The rows that are still known whose `column` is among the ids, in a certain order."""
    model = SIGNAL_MODELS[table]
    found: list[Row] = []
    for some in in_parts(ids):
        found += model.unscoped.filter(**{f"{column}__in": some}, known_until=OPEN).values()
    return sorted(found, key=lambda row: (row["known_from"], row["entry_id"], row["id"]))


def by(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    """The rows grouped by a column."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return grouped
