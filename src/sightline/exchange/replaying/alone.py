"""What one agency alone would have asked: the same signals over its own facts and those shared with it.

The difference is what joining the record up adds.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import uuid
from collections.abc import Mapping
from typing import Any, Final

from sightline.core import clock
from sightline.projection.models import SIGNAL_MODELS
from sightline.signals.engines import sqlite
from sightline.signals.parameters import parameters
from sightline.signals.statement import computed

Rows = dict[str, list[dict[str, Any]]]
EVERYONES: Final = frozenset({"child"})
"""Tables that no agency is without: whoever records about a baby knows that there is one."""


class Alone:
    """Each agency's own view of a story that has been replayed."""

    def __init__(self, partnership: str) -> None:
        self.partnership = partnership
        self.rows = _all_rows()
        self.sectors = sorted(
            {row["sector"] for rows in self.rows.values() for row in rows if row.get("sector")}
        )
        self._views: dict[str, sqlite3.Connection] = {}

    def would_ask(self, point: str, child_id: uuid.UUID, day: dt.date) -> bool:
        """Whether any single agency's own record would have asked this on this day."""
        return any(self._asks(sector, point, str(child_id), day) for sector in self.sectors)

    def _asks(self, sector: str, point: str, child_id: str, day: dt.date) -> bool:
        values = parameters(
            today=day, as_of=clock.end_of(day), level=2, partnership=self.partnership, points=computed()
        )
        view = self._view(sector, clock.instant_number(clock.end_of(day)))
        try:
            return bool(sqlite.evaluate_baby(view, child_id, values, (point,)))
        finally:
            view.close()

    def _view(self, sector: str, as_of: int) -> sqlite3.Connection:
        """A database in memory with what this agency knew."""
        view = sqlite3.connect(":memory:")
        sqlite.create(view)
        shared = self._shared_with(sector, as_of)
        for table, rows in self.rows.items():
            own = [
                _as_told_to(row, table, sector) for row in rows if _is_known_to(row, table, sector, shared)
            ]
            sqlite.insert(view, table, own)
        return view

    def _shared_with(self, sector: str, as_of: int) -> frozenset[str]:
        rows = self.rows["shared"]
        return frozenset(
            row["of_entry_id"] for row in rows if row["with_sector"] == sector and row["known_from"] <= as_of
        )


def _is_known_to(row: Mapping[str, Any], table: str, sector: str, shared: frozenset[str]) -> bool:
    return table in EVERYONES or row["sector"] == sector or row.get("root_id") in shared


def _as_told_to(row: dict[str, Any], table: str, sector: str) -> dict[str, Any]:
    """Everybody knows that there is a baby; how early, how heavy and whether a twin, who recorded it."""
    if table != "child" or row["sector"] == sector:
        return row
    return row | {"gestation_days": None, "multiple_birth": None, "birth_weight_g": None}


def _all_rows() -> Rows:
    return {name: list(model.unscoped.values()) for name, model in SIGNAL_MODELS.items()}
