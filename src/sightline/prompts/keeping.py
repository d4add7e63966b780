"""Keeping the prompts in step with what the signals return: only the differences are written.

A prompt's identity is its child, its point and the entries that must be new. One whose rows vanish is
resolved by the record; one whose link was undone is withdrawn; an answered one comes back only with an entry
that the answer had not seen. Nothing is deleted.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.prompts.evidence import LEVEL_NAME, evidence_of, renewing_codes
from sightline.prompts.finding import Found, Key
from sightline.prompts.models import Evidence, Prompt
from sightline.prompts.raising import raise_prompts


@dataclass(frozen=True, slots=True)
class Kept:
    """How many prompts were raised and how many resolved."""

    raised: int
    resolved: int


def keep(
    found: Mapping[Key, Found],
    *,
    children: Iterable[uuid.UUID] | None,
    day: dt.date,
    undone: bool = False,
    resolving: bool = True,
) -> Kept:
    """Bring the prompts of `children` (of everyone, when None) to what was `found` on `day`.

    `undone` says that a link was made void in this transaction: what vanishes is withdrawn, not resolved.
    A past day that is caught up only raises (`resolving` false): what vanished is for today to say.
    """
    waiting = _open_prompts(children)
    roots = _roots(found, waiting)
    for key in waiting.keys() & found.keys():
        _sync(waiting[key], found[key], roots)
    gone = [waiting[key] for key in waiting.keys() - found.keys()] if resolving else []
    _end(gone, undone)
    fresh = _not_answered({key: found[key] for key in found.keys() - waiting.keys()}, roots)
    raise_prompts(fresh, roots, day)
    return Kept(len(fresh), len(gone))


def _open_prompts(children: Iterable[uuid.UUID] | None) -> dict[Key, Prompt]:
    prompts = Prompt.unscoped.filter(state="open").prefetch_related("evidence")
    if children is not None:
        prompts = prompts.filter(child_id__in=list(children))
    return {(prompt.child_id, prompt.point): prompt for prompt in prompts}


def _roots(found: Mapping[Key, Found], waiting: Mapping[Key, Prompt]) -> dict[uuid.UUID, Entry]:
    """The entries that are new as evidence, by id; those already kept need no reading."""
    kept = {
        (key, item.entry_id, item.because)
        for key, prompt in waiting.items()
        for item in prompt.evidence.all()
    }
    wanted = {
        row.entry_id
        for key, one in found.items()
        for row in one.rows
        if (key, row.entry_id, row.because) not in kept
    }
    return _entries(wanted)


def _entries(ids: set[uuid.UUID]) -> dict[uuid.UUID, Entry]:
    listed, batch = list(ids), 500
    fields = ("id", "root_id", "agency_id", "team_id", "author_id", "known_at", "sensitivity")
    return {
        entry.id: entry
        for start in range(0, len(listed), batch)
        for entry in Entry.unscoped.filter(id__in=listed[start : start + batch]).only(*fields)
    }


def _sync(prompt: Prompt, one: Found, entries: Mapping[uuid.UUID, Entry]) -> None:
    """Add the evidence that is new, and mark what is gone, with its time."""
    kept = {(item.entry_id, item.because): item for item in prompt.evidence.all()}
    now_there = {(row.entry_id, row.because) for row in one.rows}
    Evidence.unscoped.bulk_create(evidence_of(prompt, one, entries, leaving_out=kept.keys()))
    for key, item in kept.items():
        if (item.gone_at is None) != (key in now_there):
            item.gone_at = None if key in now_there else clock.now()
            item.save(update_fields=["gone_at"])
    level = LEVEL_NAME[one.level]
    if prompt.level != level:
        prompt.level = level
        prompt.save(update_fields=["level"])


def _end(prompts: Iterable[Prompt], undone: bool) -> None:
    state = "withdrawn" if undone else "resolved"
    because = (
        "A link between records was undone." if undone else "What the question stood on is there no more."
    )
    for prompt in prompts:
        prompt.state, prompt.ended_at, prompt.ended_because = state, clock.now(), because
    Prompt.unscoped.bulk_update(prompts, ["state", "ended_at", "ended_because"], batch_size=500)


def _not_answered(fresh: Mapping[Key, Found], entries: Mapping[uuid.UUID, Entry]) -> dict[Key, Found]:
    """Those with an entry among the renewing ones that no answer has seen."""
    seen = _answered_roots({child for child, _ in fresh})
    kept: dict[Key, Found] = {}
    for key, one in fresh.items():
        renewing = renewing_codes(key[1])
        roots = {
            entries[row.entry_id].root_id or row.entry_id
            for row in one.rows
            if not renewing or row.because in renewing
        }
        if key not in seen or roots - seen[key]:
            kept[key] = one
    return kept


def _answered_roots(children: Iterable[uuid.UUID]) -> dict[Key, set[uuid.UUID]]:
    seen: dict[Key, set[uuid.UUID]] = {}
    rows = Evidence.unscoped.filter(prompt__state="answered", renews=True)
    listed = list(children)
    rows = rows.filter(prompt__child_id__in=listed) if len(listed) <= 500 else rows
    for child, point, root in rows.values_list("prompt__child_id", "prompt__point", "root_id"):
        seen.setdefault((child, point), set()).add(root)
    return seen
