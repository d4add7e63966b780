"""Rows of values as entries: when it happened, whom it names, what it says."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sightline.chronology.kinds import KINDS
from sightline.chronology.proposals import EntryProposal
from sightline.core import clock
from sightline.core.codes import PRECISION_DAYS
from sightline.exchange.tabular.columns import Column
from sightline.exchange.tabular.faults import WrongCell
from sightline.exchange.tabular.tables import Table
from sightline.exchange.tabular.values import Values

NEVER_EMPTY = frozenset({"measurement", "mobility"})
"""Kinds that say nothing when every cell of their own is empty."""


def entry_of(table: Table, values: Values) -> EntryProposal:
    """The entry that a row tells. Raises WrongCell where its cells do not go together."""
    happened_from, happened_to = _happened(values)
    detail = _detail(table, values)
    return EntryProposal(
        about=values["person_id"],
        detail=detail,
        source_id=f"{table.name}:{values['record_id']}",
        happened_from=happened_from,
        happened_to=happened_to,
        recorded_at=values["recorded_at"],
        precision=values.get("precision", "exact"),
        people=_named(table, "part", values),
        sectors=_named(table, "sectors", values),
        author_name=values.get("author", ""),
        note=values.get("note", ""),
        sensitivity=values.get("sensitivity", "shared"),
        source_version=str(values.get("version", "")),
        withdrawn=values.get("withdrawn", False),
    )


def _happened(values: Values) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day on which it may have happened."""
    day, precision = values.get("happened_on"), values.get("precision", "exact")
    if precision == "order_only":
        if day is not None:
            raise WrongCell("With the precision order_only no day is known.", "Empty one of the two cells.")
        return None, None
    if day is None:
        raise WrongCell("The cell 'happened_on' is empty.", "Give the day, or the precision order_only.")
    if precision == "exact" and day > clock.day_of(values["recorded_at"]):
        raise WrongCell("It was recorded before it happened.", "Check 'happened_on' and 'recorded_at'.")
    return day - dt.timedelta(days=PRECISION_DAYS[precision] - 1), day


def _detail(table: Table, values: Values) -> Any:
    fields = {one.name: values[one.name] for one in _placed(table, "field") if one.name in values}
    if table.kind in NEVER_EMPTY and not fields:
        names = ", ".join(one.name for one in _placed(table, "field"))
        raise WrongCell("The row says nothing.", f"Fill at least one of {names}, or take the row out.")
    return KINDS[table.kind](**fields)


def _named(table: Table, place: str, values: Values) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, named) for one in _placed(table, place) for named in values.get(one.name, ()))


def _placed(table: Table, place: str) -> list[Column]:
    return [column for column in table.columns if column.place == place]
