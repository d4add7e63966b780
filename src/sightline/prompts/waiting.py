"""The open prompts as they stand, with their evidence: read in two statements, however many there are."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from sightline.access.doors import in_force
from sightline.access.models import Involvement, OpenMatter
from sightline.people.queries import in_parts
from sightline.prompts.finding import Key
from sightline.prompts.models import Evidence, Prompt

LOOKING_BACK = dt.timedelta(days=7)
"""How long after it began an involvement, or a matter, still makes an owner be looked for anew."""


class Piece(NamedTuple):
    """One kept piece of evidence: its row, and whether what it stood on is gone."""

    id: int
    gone: bool


@dataclass(slots=True)
class Waiting:
    """An open prompt: what may have to change in it."""

    id: uuid.UUID
    level: str
    tempo: str
    evidence: dict[tuple[uuid.UUID, str], Piece] = field(default_factory=dict)


def waiting_prompts(children: Iterable[uuid.UUID] | None) -> dict[Key, Waiting]:
    """The open prompts of these babies (of everyone, when None)."""
    found: dict[Key, Waiting] = {}
    by_id: dict[uuid.UUID, Waiting] = {}
    for some in _parts(children):
        prompts = Prompt.unscoped.filter(_of(some), state="open")
        rows = prompts.values_list("child_id", "point", "id", "level", "tempo")
        for child, point, prompt, level, tempo in rows:
            by_id[prompt] = found[child, point] = Waiting(prompt, level, tempo)
        if not by_id:
            continue
        pieces = Evidence.unscoped.filter(_of(some, "prompt__"), prompt__state="open")
        for prompt, entry, because, key, gone in pieces.values_list(
            "prompt_id", "entry_id", "because", "id", "gone_at"
        ):
            by_id[prompt].evidence[entry, because] = Piece(key, gone is not None)
    return found


def unsettled(children: Iterable[uuid.UUID] | None, day: dt.date) -> set[uuid.UUID]:
    """The open prompts whose owner may have changed: the team is involved no more, or others began lately."""
    since = day - LOOKING_BACK
    own = Involvement.unscoped.filter(
        in_force(), child_id=OuterRef("child_id"), team_id=OuterRef("owner_team_id")
    )
    begun = Involvement.unscoped.filter(child_id=OuterRef("child_id"), from_on__gte=since)
    matters = OpenMatter.unscoped.filter(
        Q(since__gte=since) | Q(until__gte=since), child_id=OuterRef("child_id")
    )
    left = Q(owner_team_id__isnull=False) & ~Q(Exists(own))
    return {
        key
        for some in _parts(children)
        for key in _open(some).filter(left | Exists(begun) | Exists(matters)).values_list("id", flat=True)
    }


def _open(children: list[uuid.UUID] | None) -> QuerySet[Prompt]:
    return Prompt.unscoped.filter(_of(children), state="open")


def _parts(children: Iterable[uuid.UUID] | None) -> Iterator[list[uuid.UUID] | None]:
    if children is None:
        yield None
    else:
        yield from in_parts(children)


def _of(children: list[uuid.UUID] | None, prefix: str = "") -> Q:
    return Q() if children is None else Q(**{f"{prefix}child_id__in": children})
