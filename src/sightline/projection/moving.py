"""Claims that moved: taken up together, once a transaction, before anything is evaluated.

An import may link thousands of source people; each move tells of itself, and all are taken up at once: when
entries come, for they are read through the claims, or else before the transaction commits.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from sightline.chronology.models import Entry
from sightline.core.unit import current
from sightline.linkage.events import ClaimMoved
from sightline.people.models import NetworkMember, SourcePerson
from sightline.people.queries import in_parts
from sightline.projection.naming import sources_of


@dataclass(slots=True)
class Moves:
    """The moves of one unit of work that are not taken up yet. `trail` tells the units apart."""

    trail: Any
    waiting: list[ClaimMoved] = field(default_factory=list)


_moves: ContextVar[Moves | None] = ContextVar("moves", default=None)


def remember_move(event: ClaimMoved) -> None:
    """Let the move wait, in the unit of work under way."""
    _mine().waiting.append(event)


def waiting_moves() -> list[ClaimMoved]:
    """The moves that wait; afterwards none does."""
    waiting, _mine().waiting = _mine().waiting, []
    return waiting


def children_around(persons: set[uuid.UUID]) -> set[uuid.UUID]:
    """The babies in whose care network these persons were when it was last written."""
    found: set[uuid.UUID] = set()
    for some in in_parts(persons):
        places = NetworkMember.unscoped.filter(person_id__in=some)
        found.update(places.values_list("child_id", flat=True))
    return found


def _mine() -> Moves:
    held, unit = _moves.get(), current()
    if held is None or held.trail is not unit.trail:
        held = Moves(unit.trail)
        _moves.set(held)
    return held


def entries_moved(sources: set[uuid.UUID], persons: set[uuid.UUID]) -> set[uuid.UUID]:
    """The entries that name a moved source person, or pass on one that does.

    Where a person may have become a baby, or ceased to be one, its relationships too: they are read towards
    the baby.
    """
    moved = {key for some in in_parts(sources) for key in _keys(_names(some) | Q(ref__about_id__in=some))}
    if not any(SourcePerson.unscoped.filter(pk__in=some, kind="baby").exists() for some in in_parts(sources)):
        return moved
    everyone = in_parts(sources_of(persons))
    return moved | {key for some in everyone for key in _keys(Q(kind="relationship", about_id__in=some))}


def _names(sources: list[uuid.UUID]) -> Q:
    return Q(about_id__in=sources) | Q(people__source_person_id__in=sources)


def _keys(condition: Q) -> Iterable[uuid.UUID]:
    return Entry.unscoped.filter(condition).values_list("pk", flat=True).distinct()
