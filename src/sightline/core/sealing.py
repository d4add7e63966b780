"""Sealing the audit ledger: committed entries are chained in hash-linked blocks, off the request.

Entries are taken by what is not a member of a block yet, never by a watermark of ids: two writers may commit
in another order than that in which their ids were made. `core.verifying` finds what was changed since.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Final

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from sightline.core import clock, heads
from sightline.core.hashing import ENTRY_COLUMNS, FIRST, block_hash, content_hash
from sightline.core.heads import Head
from sightline.core.models import LedgerBlock, LedgerChild, LedgerEntry, LedgerMember
from sightline.core.verifying import Findings, verify

__all__ = ["Findings", "seal", "verify"]

LARGEST_BLOCK: Final = 2000
LOOK_BACK: Final = dt.timedelta(days=2)
"""Entries written longer than this before the last block are not looked for: no transaction takes so long."""
_LOCK: Final = 7_401_993


def seal() -> int:
    """Chain every committed entry that is not sealed yet. Gives the number of entries that it sealed."""
    sealed = 0
    while members := _seal_block():
        sealed += members
    return sealed


def _seal_block() -> int:
    with transaction.atomic():
        _wait_for_other_sealers()
        last = LedgerBlock.ledger.order_by("-number").first()
        entries = list(unsealed(last)[:LARGEST_BLOCK].values_list(*ENTRY_COLUMNS))
        if not entries:
            return 0
        children = children_of(entry[0] for entry in entries)
        members = [(entry[0], content_hash(entry, children.get(entry[0], ()))) for entry in entries]
        head = _add_block(last, members)
    heads.keep(head)
    return len(members)


def unsealed(last: LedgerBlock | None) -> QuerySet[LedgerEntry]:
    """The entries that are in no block, the oldest id first."""
    is_member = Exists(LedgerMember.ledger.filter(entry_id=OuterRef("pk")))
    entries = LedgerEntry.ledger.filter(~is_member).order_by("id")
    return entries.filter(written_at__gte=last.sealed_at - LOOK_BACK) if last else entries


def children_of(entry_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[uuid.UUID]]:
    """The children that each entry concerns, in one query; entries without any are left out."""
    found: dict[uuid.UUID, list[uuid.UUID]] = {}
    rows = LedgerChild.ledger.filter(entry_id__in=list(entry_ids)).values_list("entry_id", "child_id")
    for entry_id, child_id in rows:
        found.setdefault(entry_id, []).append(child_id)
    return found


def _add_block(last: LedgerBlock | None, members: list[tuple[uuid.UUID, str]]) -> Head:
    number, previous = (last.number + 1, last.hash) if last else (1, FIRST)
    sealed_at = clock.wall()
    block = LedgerBlock.ledger.create(
        number=number,
        previous_hash=previous,
        sealed_at=sealed_at,
        hash=block_hash(number, previous, sealed_at, members),
    )
    LedgerMember.ledger.bulk_create(
        LedgerMember(entry_id=entry_id, block=block, place=place, content_hash=hash_)
        for place, (entry_id, hash_) in enumerate(members)
    )
    return Head(block.number, block.hash)


def _wait_for_other_sealers() -> None:
    """SQLite's write transactions (IMMEDIATE) wait for each other already; PostgreSQL takes a lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
