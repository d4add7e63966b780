"""The audit ledger: reads, searches, changes, refusals and exports, one entry a request or file.

An entry is inserted in the transaction that it describes, before the answer leaves. If it cannot be written,
nothing is read and nothing is changed. `core.sealing` chains what was committed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import DatabaseError, transaction

from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Untraceable
from sightline.core.models import LedgerChild, LedgerEntry
from sightline.core.unit import under_way_or_none


def changed(
    actor: Actor,
    event: str,
    records: Iterable[str],
    children: Iterable[str],
    *,
    at: dt.datetime | None = None,
) -> LedgerEntry:
    """Trace an action that was carried out. Raises Untraceable: then the action must not stand."""
    return _write(actor, event, "allowed", "", records, children, at)


def looked(
    actor: Actor, event: str, records: Iterable[str], children: Iterable[str], because: str = ""
) -> LedgerEntry:
    """Trace a read, search or export, and why where a reason was asked for. Call it once a request.

    `records` are `kind:id`, `children` the ids of the babies seen. Call it when all is gathered and nothing
    has been sent. Raises Untraceable: then nothing may be shown.
    """
    return _write(actor, event, "allowed", because, records, children)


def refused(actor: Actor, event: str, because: str, children: Iterable[str] = ()) -> None:
    """Trace a refusal. It stays in the ledger even when the unit of work under way rolls back."""
    at, whom = clock.now(), list(children)
    work = under_way_or_none()
    if work is None:
        _write(actor, event, "refused", because, (), whom, at)
    else:
        work.hold_refusal(lambda: _write(actor, event, "refused", because, (), whom, at))


def _write(
    actor: Actor,
    event: str,
    outcome: str,
    because: str,
    records: Iterable[str],
    children: Iterable[str],
    at: dt.datetime | None = None,
) -> LedgerEntry:
    entry = LedgerEntry(
        at=at or clock.now(),
        actor_id=actor.id,
        actor_name=_storable(actor.name),
        role=actor.role,
        agency_code=actor.agency_code,
        event=event,
        outcome=outcome,
        because=_storable(because),
        records=sorted(set(records)),
    )
    try:
        _insert(entry, sorted(set(map(str, children))))
    except DatabaseError as fault:
        raise Untraceable(
            "Nothing was shown or saved, because the audit ledger could not be written.",
            next_step="Try again in a minute; if it stays so, tell whoever runs Sightline.",
        ) from fault
    return entry


def _insert(entry: LedgerEntry, children: list[str]) -> None:
    with transaction.atomic():
        entry.save(force_insert=True)
        LedgerChild.ledger.bulk_create(LedgerChild(entry=entry, child_id=child) for child in children)


def _storable(text: str) -> str:
    """The text without the null character, which PostgreSQL cannot store."""
    return text.replace("\x00", "")
