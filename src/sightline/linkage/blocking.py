"""Finding the pairs of source people worth comparing, through indexes and never by comparing all with all.

A pair comes up when both hold the same NHS number; the same family name and exact date of birth; or the same
names and births that are close or, on one side, not recorded. A name that more than `CROWDED` source people
share says nothing by itself, and brings up none.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from django.db.models import F

from sightline.linkage.known import is_separate
from sightline.people.identity import NOT_A_NAME, first_name_key
from sightline.people.models import Identifier, SourcePerson
from sightline.people.queries import in_parts

CROWDED: Final = 50
"""More source people than this who share something share nothing that tells."""

Blocks = dict[Hashable, set[uuid.UUID]]
"""Source people by what they share."""

CLOSE_DAYS: Final = 31

SAME_NUMBER: Final = "Same NHS number"
SAME_FAMILY_AND_BIRTH: Final = "Same family name and date of birth"
SAME_NAMES: Final = "Same names, and dates of birth that are close or not recorded"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two source people, the lower id on the left, and what brought them up first."""

    left: SourcePerson
    right: SourcePerson
    because: str


def pairs_of(touched: Iterable[SourcePerson]) -> list[Pair]:
    """Every pair worth comparing in which a touched source person takes part, in a certain order."""
    mine = {source.id: source for source in touched}
    blocks = (
        (SAME_NUMBER, _by_number(mine)),
        (SAME_FAMILY_AND_BIRTH, _by_family_and_birth(mine)),
        (SAME_NAMES, _by_names(mine)),
    )
    sources = _sources({key for _, some in blocks for block in some for key in block})
    found: dict[tuple[uuid.UUID, uuid.UUID], Pair] = {}
    for because, some in blocks:
        for pair in _pairs(some, mine, sources, because):
            found.setdefault((pair.left.id, pair.right.id), pair)
    return list(found.values())


def _sources(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, SourcePerson]:
    return {
        source.id: source for some in in_parts(ids) for source in SourcePerson.unscoped.filter(pk__in=some)
    }


def _pairs(
    blocks: Iterable[set[uuid.UUID]],
    mine: dict[uuid.UUID, SourcePerson],
    sources: dict[uuid.UUID, SourcePerson],
    because: str,
) -> Iterator[Pair]:
    for block in blocks:
        for left, right in combinations((sources[key] for key in sorted(block)), 2):
            if (left.id in mine or right.id in mine) and _worth_comparing(left, right, because):
                yield Pair(left, right, because)


def _worth_comparing(left: SourcePerson, right: SourcePerson, because: str) -> bool:
    """An agency's two records are two people, unless the number, or all names and the birth, agree."""
    if because == SAME_NUMBER:
        return True
    if because == SAME_NAMES and not _births_close(left, right):
        return False
    if not is_separate(left, right):
        return True
    same_names = left.given_key == right.given_key and left.given_key not in NOT_A_NAME
    return same_names and left.born_on is not None and left.born_on == right.born_on


def _births_close(left: SourcePerson, right: SourcePerson) -> bool:
    if left.born_on is None or right.born_on is None:
        return True
    if abs((left.born_on - right.born_on).days) <= CLOSE_DAYS:
        return True
    turned = (right.born_on.year, right.born_on.day, right.born_on.month)
    return (left.born_on.year, left.born_on.month, left.born_on.day) == turned


def _by_number(mine: dict[uuid.UUID, SourcePerson]) -> list[set[uuid.UUID]]:
    usable = Identifier.unscoped.filter(type="nhs_number").exclude(state="failed_check")
    values: set[str] = set()
    for some in in_parts(mine):
        values.update(usable.filter(source_person_id__in=some).values_list("value", flat=True))
    blocks: Blocks = defaultdict(set)
    for few in in_parts(values):
        for value, source in usable.filter(value__in=few).values_list("value", "source_person_id"):
            blocks[value].add(source)
    return _shared(blocks)


def _by_family_and_birth(mine: dict[uuid.UUID, SourcePerson]) -> list[set[uuid.UUID]]:
    known = [source for source in mine.values() if source.family_key and source.born_on]
    blocks: Blocks = defaultdict(set)
    for few in _few(known):
        families, births = {source.family_key for source in few}, {source.born_on for source in few}
        wanted = {(source.family_key, source.born_on) for source in few}
        held = SourcePerson.unscoped.filter(
            family_key__in=families, born_from__in=births, born_to=F("born_from")
        )
        for key, *shared in held.values_list("id", "family_key", "born_from"):
            if tuple(shared) in wanted:
                blocks[tuple(shared)].add(key)
    return _shared(blocks)


def _by_names(mine: dict[uuid.UUID, SourcePerson]) -> list[set[uuid.UUID]]:
    known = [source for source in mine.values() if source.family_key and first_name_key(source.given_name)]
    blocks: Blocks = defaultdict(set)
    for few in _few(known):
        families, givens = {source.family_key for source in few}, {source.given_key for source in few}
        wanted = {(source.family_key, source.given_key) for source in few}
        held = SourcePerson.unscoped.filter(family_key__in=families, given_key__in=givens)
        for key, *shared in held.values_list("id", "family_key", "given_key"):
            if tuple(shared) in wanted:
                blocks[tuple(shared)].add(key)
    return _shared(blocks)


def _few(known: list[SourcePerson], size: int = 200) -> Iterator[list[SourcePerson]]:
    """Those who share a family name together, a few names at a time: few enough for the index to serve."""
    ordered = sorted(known, key=lambda source: source.family_key)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def _shared(blocks: Blocks) -> list[set[uuid.UUID]]:
    return [block for block in blocks.values() if 1 < len(block) <= CROWDED]
