"""What a sealed ledger entry and a block say of themselves, as hashes that anybody can work out again.

SHA-256, in hexadecimal, over JSON in UTF-8 without spaces. Times are UTC with microseconds, ids are text with
dashes. An entry: its columns in the order of `ENTRY_COLUMNS`, then its children in the order of their ids.
A block: its number, the hash before it, when it was sealed, and each member's id and hash in their places.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, Final

FIRST: Final = "0" * 64
"""The hash before the first block."""

ENTRY_COLUMNS: Final = (
    "id",
    "at",
    "written_at",
    "actor_id",
    "actor_name",
    "role",
    "agency_code",
    "event",
    "outcome",
    "because",
    "records",
)


def content_hash(columns: Sequence[Any], children: Iterable[uuid.UUID]) -> str:
    """The hash of an entry, given its columns in the order of `ENTRY_COLUMNS`, and of whom it concerns."""
    return _digest([*map(_plain, columns), sorted(map(str, children))])


def block_hash(
    number: int, previous_hash: str, sealed_at: dt.datetime, members: Iterable[tuple[uuid.UUID, str]]
) -> str:
    """The hash of a block with these members, in their places."""
    held = [[str(entry), content] for entry, content in members]
    return _digest([number, previous_hash, _plain(sealed_at), held])


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return str(value) if isinstance(value, uuid.UUID) else value


def _digest(content: list[Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
