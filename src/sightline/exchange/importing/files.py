"""Bringing one file in: read, then stored in one transaction, whole or not at all.

Nothing that goes wrong with one file touches another: it is refused by name with its reason.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sightline.chronology.actions import Receipt, receive
from sightline.chronology.proposals import Refusal, RefusedFile
from sightline.core.actors import IMPORT, Actor
from sightline.core.errors import SightlineError
from sightline.core.unit import unit
from sightline.exchange import reading
from sightline.exchange.importing.batches import Sent, read_batches
from sightline.exchange.importing.destinations import Destination
from sightline.exchange.importing.known import without_known
from sightline.exchange.importing.results import Counts, FileResult
from sightline.exchange.tabular import RefusedTable

MOST_WORDS: Final = 300
WhenRead = Callable[[int], None]
"""Told how many records a file holds, once it is read and found whole."""


class _OnlyTried(Exception):
    """Leaves the transaction of a dry run, so that nothing of it stays."""


def bring_in_path(path: str | Path, destination: Destination, *, dry_run: bool = False) -> FileResult:
    """Bring a file in, or with `dry_run` find out what it would change. Never raises for what is in it."""
    return _whole_or_refused(
        str(path), lambda: _bring_in(reading.bytes_of(path), str(path), destination, dry_run)
    )


def bring_in_bytes(
    data: bytes,
    name: str,
    destination: Destination,
    *,
    dry_run: bool = False,
    when_read: WhenRead = lambda records: None,
) -> FileResult:
    """As `bring_in_path`, of an uploaded file's bytes. Calls `when_read` before anything is stored."""
    return _whole_or_refused(name, lambda: _bring_in(data, name, destination, dry_run, when_read))


def _bring_in(
    data: bytes,
    name: str,
    destination: Destination,
    dry_run: bool,
    when_read: WhenRead = lambda records: None,
) -> FileResult:
    sent = read_batches(data, name, destination)
    when_read(sum(one.batch.resources for one in sent))
    made = destination.made = []
    counts = Counts(files=1)
    try:
        with unit():
            for one in sent:
                _store(IMPORT, one, destination, counts)
            if dry_run:
                raise _OnlyTried
    except _OnlyTried:
        pass
    return FileResult(name, counts, created=tuple(made))


def _store(actor: Actor, sent: Sent, destination: Destination, counts: Counts) -> None:
    destination.ensure(actor, sent.batch.agency_code, sent.sector)
    batch, known = without_known(sent.batch)
    counts.unchanged += known
    _count(counts, sent, receive(actor, batch))


def _count(counts: Counts, sent: Sent, receipt: Receipt) -> None:
    counts.resources += sent.batch.resources
    counts.quarantined_identifiers += sent.batch.quarantined_identifiers
    counts.accepted += receipt.accepted
    counts.changed += receipt.changed
    counts.unchanged += receipt.unchanged
    counts.withdrawn += receipt.withdrawn
    counts.kept_aside += receipt.kept_aside


def _whole_or_refused(name: str, bring: Callable[[], FileResult]) -> FileResult:
    try:
        return bring()
    except RefusedFile as refused:
        told = refused.refusal
        faults = tuple(map(str, refused.faults)) if isinstance(refused, RefusedTable) else ()
        return _refused(Refusal(told.file or name, told.line, told.reason), faults)
    except SightlineError as error:
        return _refused(Refusal(name, None, f"{error} Nothing of the file was stored."))
    except Exception as error:
        return _refused(Refusal(name, None, _unexpected(error)), trace=traceback.format_exc())


def _refused(refusal: Refusal, faults: tuple[str, ...] = (), trace: str = "") -> FileResult:
    return FileResult(refusal.file, Counts(files=1, refused=1), refusal, faults, trace=trace)


def _unexpected(error: Exception) -> str:
    """The first line of the error only: what a database adds below it may quote the record itself."""
    words = str(error).splitlines() or [""]
    return (
        f"could not be stored: {type(error).__name__}: {words[0][:MOST_WORDS]}. Nothing of the file was "
        "stored and the other files are not touched. Try again; if it stays so, tell whoever runs Sightline."
    )
