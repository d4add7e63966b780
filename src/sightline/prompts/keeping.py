"""Keeping the prompts in step with what the signals return: only the differences are written.

A prompt's identity is its child, its point and the entries that must be new. One whose rows vanish is
resolved by the record; one whose link was undone is withdrawn; an answered one comes back only with an entry
that the answer had not seen. Nothing is deleted.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sightline.core import clock
from sightline.people.queries import in_parts
from sightline.prompts.answered import not_answered
from sightline.prompts.evidence import LEVEL_NAME, entries_of, evidence_of
from sightline.prompts.finding import Found, Key
from sightline.prompts.models import Evidence, Prompt
from sightline.prompts.placing_again import place_again
from sightline.prompts.raising import raise_prompts
from sightline.prompts.waiting import Waiting, unsettled, waiting_prompts

UNDONE = "A link between records was undone."
VANISHED = "What the question stood on is there no more."


@dataclass(frozen=True, slots=True)
class Kept:
    """How many prompts were raised and how many ended."""

    raised: int
    resolved: int


@dataclass(slots=True)
class _Changes:
    """What has to be written about prompts that wait already."""

    added: list[Evidence] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    levels: dict[str, list[uuid.UUID]] = field(default_factory=dict)


def keep(
    found: Mapping[Key, Found],
    *,
    children: Iterable[uuid.UUID] | None,
    day: dt.date,
    undone: Collection[uuid.UUID] = (),
    resolving: bool = True,
) -> Kept:
    """Bring the prompts of `children` (of everyone, when None) to what was `found` on `day`.

    `undone` are babies around whom a link was made void: what vanishes of them is withdrawn, not resolved.
    A past day that is caught up only raises (`resolving` false): what vanished is for today to say.
    """
    waiting = waiting_prompts(children)
    there = {key: found[key] for key in waiting.keys() & found.keys()}
    gone = waiting.keys() - found.keys() if resolving else set()
    _end([waiting[key].id for key in gone if key[0] in undone], "withdrawn", UNDONE)
    _end([waiting[key].id for key in gone if key[0] not in undone], "resolved", VANISHED)
    if resolving and there:
        renewed = _bring_up_to_date(there, waiting)
        again = renewed | unsettled(children, day)
        ids = {key: waiting[key].id for key in there if waiting[key].id in again}
        place_again({key: there[key] for key in ids}, ids, day)
    fresh = not_answered({key: found[key] for key in found.keys() - waiting.keys()})
    raise_prompts(fresh, day)
    return Kept(len(fresh), len(gone))


def _bring_up_to_date(there: Mapping[Key, Found], waiting: Mapping[Key, Waiting]) -> set[uuid.UUID]:
    """Add the evidence that is new, mark what is gone or back; the prompts that have new evidence."""
    changes = _Changes()
    renewed = {key: one for key, one in there.items() if _rows(one) - waiting[key].evidence.keys()}
    entries = entries_of(renewed.values())
    for key, one in there.items():
        _compare(key, one, waiting[key], changes)
    for key, one in renewed.items():
        kept = waiting[key]
        changes.added += evidence_of(kept.id, key[1], one, entries, leaving_out=kept.evidence.keys())
    _write(changes)
    return {waiting[key].id for key in renewed}


def _rows(one: Found) -> set[tuple[uuid.UUID, str]]:
    return {(row.entry_id, row.because) for row in one.rows}


def _compare(key: Key, one: Found, kept: Waiting, changes: _Changes) -> None:
    rows, level = _rows(one), LEVEL_NAME[one.level]
    for row, piece in kept.evidence.items():
        if piece.gone and row in rows:
            changes.back.append(piece.id)
        elif not piece.gone and row not in rows:
            changes.gone.append(piece.id)
    if kept.level != level:
        changes.levels.setdefault(level, []).append(kept.id)


def _write(changes: _Changes) -> None:
    Evidence.unscoped.bulk_create(changes.added, batch_size=1000)
    for some in in_parts(changes.gone):
        Evidence.unscoped.filter(id__in=some).update(gone_at=clock.now())
    for some in in_parts(changes.back):
        Evidence.unscoped.filter(id__in=some).update(gone_at=None)
    for level, ids in changes.levels.items():
        for part in in_parts(ids):
            Prompt.unscoped.filter(id__in=part).update(level=level)


def _end(ids: list[uuid.UUID], state: str, because: str) -> None:
    for some in in_parts(ids):
        Prompt.unscoped.filter(id__in=some).update(ended_at=clock.now(), state=state, ended_because=because)
