"""The audit ledger: reads, searches, changes, refusals and exports, one entry a request or file.

An entry is inserted in the transaction that it describes. If it cannot be written, nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from sightline.core.actors import Actor
from sightline.core.models import LedgerChild, LedgerEntry


def changed(actor: Actor, event: str, records: Iterable[str], children: Iterable[str]) -> LedgerEntry:
    """Trace an action that was carried out."""
    return _write(actor, event, "allowed", "", records, children)


def looked(
    actor: Actor, event: str, records: Iterable[str], children: Iterable[str], because: str = ""
) -> LedgerEntry:
    """Trace a read, search or export, and why where a reason was asked for."""
    return _write(actor, event, "allowed", because, records, children)


def refused(actor: Actor, event: str, because: str, children: Iterable[str] = ()) -> LedgerEntry:
    """Trace a refusal."""
    return _write(actor, event, "refused", because, (), children)


def _write(
    actor: Actor, event: str, outcome: str, because: str, records: Iterable[str], children: Iterable[str]
) -> LedgerEntry:
    with transaction.atomic():
        entry = LedgerEntry.ledger.create(
            actor_id=actor.id,
            actor_name=actor.name,
            role=actor.role,
            agency_code=actor.agency_code,
            event=event,
            outcome=outcome,
            because=because,
            records=sorted(set(records)),
        )
        LedgerChild.ledger.bulk_create(
            LedgerChild(entry=entry, child_id=child) for child in sorted(set(children))
        )
    return entry
