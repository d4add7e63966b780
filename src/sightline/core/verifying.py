"""Verifying the audit ledger against its blocks: what was changed, removed, put in or cut off.

What it cannot see: an entry removed before it was sealed (within a minute), and a whole chain worked out anew
by somebody who also rewrote every kept head (`core.heads`).
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db.models import Exists, OuterRef

from sightline.core import heads
from sightline.core.hashing import ENTRY_COLUMNS, FIRST, block_hash, content_hash
from sightline.core.heads import Head
from sightline.core.models import LedgerBlock, LedgerChild, LedgerEntry, LedgerMember

GRACE: Final = dt.timedelta(hours=1)
"""How long the transaction that wrote an entry may take to commit before it looks put in afterwards."""
BATCH: Final = 50
NAMED: Final = 20

WORDS: Final[dict[str, str]] = {
    "changed": "was changed after it was sealed",
    "deleted": "was removed after it was sealed",
    "put_in": "was put in afterwards: it says that it was written before the block before it was sealed",
    "dated": "says that it happened at another time than that at which it was written",
    "members": "does not match its hash: its time or its members were changed, added, removed or swapped",
    "chain": "does not follow from the block before it",
    "missing": "is missing from the chain",
    "cut": "was sealed and kept as a head, and is not in the chain any more: the chain was cut short",
    "forked": "is not the block whose head was kept: the chain was made anew",
}
"""Every finding, in words that follow the name of what was found."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: its code in `WORDS`, and the entry or block that shows it."""

    what: str
    of: str

    def __str__(self) -> str:
        return f"{self.of} {WORDS[self.what]}."


@dataclass(frozen=True, slots=True)
class Findings:
    """What verifying found, how much it read, and which entries no block holds yet."""

    found: tuple[Finding, ...]
    unsealed: tuple[uuid.UUID, ...]
    blocks: int
    entries: int
    heads: int

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong. Entries that wait for sealing are not wrong; they are not proven yet."""
        return not self.found

    def lines(self) -> list[str]:
        """All of it in words, a line each."""
        read = (
            f"Read {self.entries} sealed entries in {self.blocks} blocks; compared {self.heads} kept heads."
        )
        return [read, *map(str, self.found), *self._waiting(), self._verdict()]

    def _waiting(self) -> list[str]:
        if not self.unsealed:
            return ["Every entry is sealed."]
        named = ", ".join(str(entry) for entry in self.unsealed[:NAMED])
        more = f" and {len(self.unsealed) - NAMED} more" if len(self.unsealed) > NAMED else ""
        return [
            f"Not sealed yet, so nothing is proven of them: {len(self.unsealed)} entries ({named}{more})."
        ]

    def _verdict(self) -> str:
        if self.whole:
            return "No change to the ledger was found."
        return f"The ledger was changed ({len(self.found)} signs). Keep this output, and tell the data owner."


@dataclass(slots=True)
class _Read:
    """How far verifying has come."""

    previous: LedgerBlock | None = None
    blocks: int = 0
    entries: int = 0


def verify() -> Findings:
    """Read the whole ledger and say what does not agree with what was sealed. Changes nothing."""
    read = _Read()
    found = [finding for batch in _batches() for finding in _check_batch(batch, read)]
    kept = heads.kept()
    found += _check_heads(kept)
    waiting = _waiting()
    found += [finding for row in waiting for finding in _check_dates(row, read.previous)]
    return Findings(tuple(found), tuple(row[0] for row in waiting), read.blocks, read.entries, len(kept))


def _batches() -> Iterator[list[LedgerBlock]]:
    last = 0
    while batch := list(LedgerBlock.ledger.filter(number__gt=last).order_by("number")[:BATCH]):
        yield batch
        last = batch[-1].number


def _check_batch(batch: list[LedgerBlock], read: _Read) -> Iterator[Finding]:
    held = LedgerMember.ledger.filter(block__in=[block.number for block in batch])
    members: dict[int, list[LedgerMember]] = {}
    for member in held.order_by("block_id", "place"):
        members.setdefault(member.block_id, []).append(member)
    rows = {row[0]: row for row in _rows(held)}
    hashes = _hashes(rows, held)
    for block in batch:
        mine = members.get(block.number, [])
        yield from _check_block(block, mine, read.previous)
        for member in mine:
            yield from _check_member(member, rows, hashes, read.previous)
        read.previous, read.blocks, read.entries = block, read.blocks + 1, read.entries + len(mine)


def _rows(held: Any) -> Any:
    return LedgerEntry.ledger.filter(pk__in=held.values("entry_id")).values_list(*ENTRY_COLUMNS)


def _hashes(rows: dict[uuid.UUID, Any], held: Any) -> dict[uuid.UUID, str]:
    children: dict[uuid.UUID, list[uuid.UUID]] = {}
    concerned = LedgerChild.ledger.filter(entry_id__in=held.values("entry_id"))
    for entry_id, child_id in concerned.values_list("entry_id", "child_id"):
        children.setdefault(entry_id, []).append(child_id)
    return {entry_id: content_hash(row, children.get(entry_id, ())) for entry_id, row in rows.items()}


def _check_block(
    block: LedgerBlock, members: list[LedgerMember], previous: LedgerBlock | None
) -> Iterator[Finding]:
    after = previous.number if previous else 0
    for number in range(after + 1, block.number):
        yield Finding("missing", f"Block {number}")
    if block.previous_hash != (previous.hash if previous else FIRST):
        yield Finding("chain", f"Block {block.number}")
    content = ((member.entry_id, member.content_hash) for member in members)
    if block.hash != block_hash(block.number, block.previous_hash, block.sealed_at, content):
        yield Finding("members", f"Block {block.number}")


def _check_member(
    member: LedgerMember,
    rows: dict[uuid.UUID, Any],
    hashes: dict[uuid.UUID, str],
    previous: LedgerBlock | None,
) -> Iterator[Finding]:
    name = f"Entry {member.entry_id} (block {member.block_id})"
    row = rows.get(member.entry_id)
    if row is None:
        yield Finding("deleted", name)
        return
    if hashes[member.entry_id] != member.content_hash:
        yield Finding("changed", name)
    yield from _check_dates(row, previous)


def _check_dates(row: Any, previous: LedgerBlock | None) -> Iterator[Finding]:
    entry_id, at, written_at = row[:3]
    if previous is not None and written_at < previous.sealed_at - GRACE:
        yield Finding("put_in", f"Entry {entry_id}")
    if abs(at - written_at) > GRACE and not getattr(settings, "DEMO", False):
        yield Finding("dated", f"Entry {entry_id}")


def _check_heads(kept: list[Head]) -> Iterator[Finding]:
    hashes = dict(LedgerBlock.ledger.values_list("number", "hash")) if kept else {}
    for head in kept:
        if head.number not in hashes:
            yield Finding("cut", f"Block {head.number}")
        elif hashes[head.number] != head.hash:
            yield Finding("forked", f"Block {head.number}")


def _waiting() -> list[Any]:
    is_member = Exists(LedgerMember.ledger.filter(entry_id=OuterRef("pk")))
    return list(LedgerEntry.ledger.filter(~is_member).order_by("id").values_list(*ENTRY_COLUMNS[:3]))
