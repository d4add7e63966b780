"""Reading what is kept beside the record, in words that can be compared."""

from __future__ import annotations

import datetime as dt
from contextlib import AbstractContextManager
from typing import Any

from sightline.access.models import OpenMatter
from sightline.core import clock
from sightline.people.models import Baby, NetworkMember
from sightline.projection.models import SIGNAL_MODELS
from sightline.projection.persons import HEADER
from sightline.signals.tables import OPEN

MONDAY = dt.date(2026, 11, 23)


def at_noon(days: int = 0) -> AbstractContextManager[None]:
    """The clock stands at noon, so many days after a Monday."""
    return clock.at(dt.datetime.combine(MONDAY + dt.timedelta(days=days), dt.time(12), dt.UTC))


def noon(days: int = 0) -> int:
    """That instant as a number."""
    day = dt.datetime.combine(MONDAY + dt.timedelta(days=days), dt.time(12), dt.UTC)
    return clock.instant_number(day)


def rows(table: str, **having: Any) -> list[dict[str, Any]]:
    """The table's rows, the earliest known first."""
    found = (
        SIGNAL_MODELS[table]
        .unscoped.filter(**having)
        .order_by("known_from", "entry_id" if table != "supply" else "kind")
    )
    return [{name: value for name, value in row.items() if name != "id"} for row in found.values()]


def still(table: str, **having: Any) -> list[dict[str, Any]]:
    """The rows that are still known."""
    return rows(table, known_until=OPEN, **having)


def everything() -> dict[str, list[str]]:
    """All that the projection keeps, in no particular order."""
    kept: dict[str, list[Any]] = {table: rows(table) for table in SIGNAL_MODELS}
    kept["network"] = list(NetworkMember.unscoped.values("child", "person", "through", "since", "until"))
    kept["matters"] = list(
        OpenMatter.unscoped.values("child", "level", "what", "entry_root", "since", "until")
    )
    kept["headers"] = list(Baby.unscoped.values("pk", *HEADER))
    return {name: sorted(repr(sorted(row.items())) for row in some) for name, some in kept.items()}
