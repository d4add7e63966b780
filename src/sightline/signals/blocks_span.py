"""Building blocks about several things within a span of time, of several kinds, from several services."""

from __future__ import annotations

from typing import Final

from sightline.signals.blocks import having
from sightline.signals.grammar import Expression, Parameters, Table, Tables

EVENT: Final = (
    "child_id",
    "entry_id",
    "agency",
    "happened_from",
    "happened_to",
    "recorded_day",
    "known_from",
    "service",
    "kind",
)
"""The columns of an event: what happened, of which kind, with which service."""


def event(rows: Table, service: Expression, kind: Expression | str) -> Table:
    """`rows` as events."""
    import ibis

    named = ibis.literal(kind) if isinstance(kind, str) else kind
    return rows.mutate(service=service, kind=named).select(*EVENT)


def close_together(t: Tables, p: Parameters, events: Table, days: Expression) -> Table:
    """Each event with those that certainly lie in the `days` up to it: child_id, last_id and the other's.

    Only while the newest of them happened or became known within the last `days`.
    """
    last = t.step("events", events)
    other = last.view()
    near = last.join(
        other,
        [
            last.child_id == other.child_id,
            other.happened_from >= last.happened_to - days,
            other.happened_to <= last.happened_to,
        ],
    )
    near = near.select(
        child_id=last.child_id,
        last_id=last.entry_id,
        entry_id=other.entry_id,
        service=other.service,
        kind=other.kind,
        recorded_day=other.recorded_day,
    )
    return t.step("near", near.filter(near.recorded_day <= p.today))


def enough(p: Parameters, near: Table, days: Expression) -> Table:
    """How many events, kinds and services lie together: child_id, last_id, n, kinds, services."""
    count = near.group_by("child_id", "last_id").aggregate(
        n=near.entry_id.nunique(),
        kinds=near.kind.nunique(),
        services=near.service.nunique(),
        newest=near.recorded_day.max(),
    )
    return count.filter(count.newest >= p.today - days)


def those_of(near: Table, found: Table) -> Table:
    """The events of the spans in `found`, each once."""
    return having(near, found, "child_id", "last_id").select("child_id", "entry_id", "kind").distinct()
