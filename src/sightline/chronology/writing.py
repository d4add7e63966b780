"""Writing entries: the one way in, for what is received and for what is recorded on a page.

Entries, what they say and whom they name are inserted together and never touched again: the database itself
refuses to change or delete them. Growth is worked out, the rooms above are told once, and all is traced.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sightline.chronology.events import EntriesRecorded, GrowthRestated
from sightline.chronology.growth import restate_growth
from sightline.chronology.kinds import PERSON_PARTS, SECTOR_PARTS, Detail
from sightline.chronology.models import DETAILS, Entry, EntryPerson, EntrySector
from sightline.chronology.models.details import row_of
from sightline.chronology.proposals import RefusedFile
from sightline.chronology.storing.lengths import refuse_what_is_too_long
from sightline.core import events
from sightline.core.unit import current
from sightline.people.models import SourcePerson
from sightline.people.queries import children_of

BULK: Final = 500
BEARS_ON_GROWTH: Final = frozenset({"measurement", "birth", "pregnancy"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry not yet stored, what it says, and whom and which sectors it names in which part."""

    entry: Entry
    detail: Detail
    people: tuple[tuple[str, SourcePerson], ...] = ()
    sectors: tuple[tuple[str, str], ...] = ()


def write_entries(drafts: list[Draft], others_touched: Iterable[uuid.UUID] = ()) -> tuple[uuid.UUID, ...]:
    """Store the drafts in their order and tell everybody; their ids.

    `others_touched` are persons whose birth may be known better by now than when they were last measured.
    Raises RefusedFile for a part that the kind does not have, or a text too long for its column.
    """
    for draft in drafts:
        _check_parts(draft)
    _insert(drafts)
    ids = tuple(draft.entry.id for draft in drafts)
    grown = restate_growth({*_bearing_on_growth(drafts), *others_touched})
    if ids:
        events.publish(EntriesRecorded(ids))
    if earlier := tuple(sorted(grown - set(ids))):
        events.publish(GrowthRestated(earlier))
    _note(drafts)
    return ids


def _check_parts(draft: Draft) -> None:
    kind = draft.entry.kind
    for part in {part for part, _ in draft.people} - set(PERSON_PARTS.get(kind, ())):
        raise RefusedFile(f"An entry of the kind '{kind}' names nobody as '{part}'.")
    for part in {part for part, _ in draft.sectors} - set(SECTOR_PARTS.get(kind, ())):
        raise RefusedFile(f"An entry of the kind '{kind}' names no service as '{part}'.")


def _insert(drafts: list[Draft]) -> None:
    entries = [draft.entry for draft in drafts]
    refuse_what_is_too_long(entries)
    Entry.unscoped.bulk_create(entries, batch_size=BULK)
    EntryPerson.unscoped.bulk_create(
        (
            EntryPerson(entry=draft.entry, part=part, source_person=source)
            for draft in drafts
            for part, source in dict.fromkeys(draft.people)
        ),
        batch_size=BULK,
    )
    EntrySector.unscoped.bulk_create(
        (
            EntrySector(entry=draft.entry, part=part, sector=sector)
            for draft in drafts
            for part, sector in dict.fromkeys(draft.sectors)
        ),
        batch_size=BULK,
    )
    _insert_details(drafts)


def _insert_details(drafts: list[Draft]) -> None:
    rows: dict[str, list[Any]] = defaultdict(list)
    for draft in drafts:
        rows[draft.entry.kind].append(row_of(draft.entry, draft.detail))
    for kind, details in rows.items():
        refuse_what_is_too_long(details)
        DETAILS[kind].unscoped.bulk_create(details, batch_size=BULK)


def _bearing_on_growth(drafts: list[Draft]) -> set[uuid.UUID]:
    return {draft.entry.about.person_id for draft in drafts if draft.entry.kind in BEARS_ON_GROWTH}


def _note(drafts: list[Draft]) -> None:
    named = {draft.entry.id: {draft.entry.about.person_id, *_persons(draft)} for draft in drafts}
    children = children_of({person for persons in named.values() for person in persons})
    for entry, persons in named.items():
        concerned = {str(child) for person in persons for child in children[person]}
        current().note(f"entry:{entry}", *concerned)


def _persons(draft: Draft) -> set[uuid.UUID]:
    return {source.person_id for _, source in draft.people}
