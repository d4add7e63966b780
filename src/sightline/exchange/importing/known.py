"""A file that came before, byte for byte, replaces nothing: not even what another file has said since.

Two files of one agency may tell of the same record without a version to order them. The later one replaces;
the earlier one, sent again, is not later for that. What is new to us all the same, because an earlier release
had no place for it, is still taken in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sightline.chronology.models import Entry, Message
from sightline.chronology.proposals import Batch
from sightline.chronology.storing import digests
from sightline.people.models import SourcePerson
from sightline.people.queries import in_parts


def without_known(batch: Batch) -> tuple[Batch, int]:
    """The batch without what is held, and how much that was; as it is, and 0, when the file is new."""
    if not _came_before(batch):
        return batch, 0
    people, entries = _people_held(batch), _entries_held(batch)
    left = replace(
        batch,
        people=tuple(one for one in batch.people if one.key not in people),
        entries=tuple(one for one in batch.entries if one.source_id not in entries),
    )
    return left, len({one.key for one in batch.people} & people) + len(batch.entries) - len(left.entries)


def _came_before(batch: Batch) -> bool:
    digest = digests.of_batch(batch)
    return Message.unscoped.filter(agency__code=batch.agency_code, digest=digest).exists()


def _people_held(batch: Batch) -> set[str]:
    mine = SourcePerson.unscoped.filter(
        agency__code=batch.agency_code, source_system=batch.source_system
    ).exclude(digest="")
    return {
        key
        for some in in_parts(_each(one.key for one in batch.people))
        for key in mine.filter(key__in=some).values_list("key", flat=True)
    }


def _entries_held(batch: Batch) -> set[str]:
    mine = Entry.unscoped.filter(agency__code=batch.agency_code, source_system=batch.source_system)
    return {
        source_id
        for some in in_parts(_each(one.source_id for one in batch.entries))
        for source_id in mine.filter(source_id__in=some).values_list("source_id", flat=True)
    }


def _each(keys: Iterable[str]) -> list[str]:
    return sorted(set(keys))
