"""Keeping the signal tables and their companions in step, in the transaction that changes the record.

What is told of an entry depends on the entry, its replacement and the claims alone, so a row is never
patched: the rows of whatever may say something else now are taken out and told again. `rebuilding` tells
everything again in the same words.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sightline.chronology.events import EntriesRecorded, GrowthRestated, PeopleReceived
from sightline.chronology.models import Entry
from sightline.chronology.reading import recorded_of
from sightline.chronology.recorded import Recorded
from sightline.core import clock
from sightline.core.events import DayPassed
from sightline.core.unit import current
from sightline.linkage.events import ClaimMoved
from sightline.people.models import Baby
from sightline.people.queries import in_parts
from sightline.projection import matters
from sightline.projection.keeping import Rows, put, take_out
from sightline.projection.moving import children_around, entries_moved, remember_move, waiting_moves
from sightline.projection.network import children_concerned, restate_network
from sightline.projection.persons import TELL_OF_BIRTH, restate_persons
from sightline.projection.rows import rows_of
from sightline.projection.supplies import note_supply


@dataclass(slots=True)
class Concerned:
    """Whom a change concerns besides the entries; `births` and `emptied` as `restate_persons` has them."""

    persons: set[uuid.UUID] = field(default_factory=set)
    births: set[uuid.UUID] = field(default_factory=set)
    emptied: set[uuid.UUID] = field(default_factory=set)
    networks: set[uuid.UUID] = field(default_factory=set)
    matters: set[uuid.UUID] = field(default_factory=set)


def entries_recorded(event: EntriesRecorded) -> None:
    """Tell the new entries, and anew those that they replace or take back."""
    _wait_for_moves()
    told = take_up_moves()
    new = entries_of(set(event.entry_ids) - told.keys())
    earlier = entries_of({entry.replaces_id for entry in new if entry.replaces_id} - told.keys())
    take_out({entry.kind for entry in earlier}, (str(entry.pk) for entry in earlier))
    tell([*earlier, *new], Concerned())
    note_supply([*new, *(told[key] for key in event.entry_ids if key in told)])


def people_received(event: PeopleReceived) -> None:
    """Tell these persons anew, and the entries that name whoever is now of another kind."""
    persons = set(event.person_ids)
    turned = entries_of(entries_moved(set(event.turned), persons)) if event.turned else []
    tell_again(turned, Concerned(persons=set(persons), births=set(persons), networks=set(persons)))


def growth_restated(event: GrowthRestated) -> None:
    """Tell these measurements anew, with their growth."""
    measured = entries_of(event.entry_ids)
    take_out({"measurement"}, (str(entry.pk) for entry in measured))
    put(rows_of_entries(measured))


def claim_moved(event: ClaimMoved) -> None:
    """Remember the move, to be taken up once, before anything is evaluated."""
    _wait_for_moves()
    remember_move(event)


def day_passed(event: DayPassed) -> None:
    """Tell the last day of the babies whose pages closed today."""
    closed = Baby.unscoped.filter(closed_on=clock.from_day_number(event.day))
    keys = set(closed.values_list("pk", flat=True))
    restate_persons(keys, births=keys)


def take_up_moves() -> dict[uuid.UUID, Entry]:
    """Tell everything anew that the claims which moved in this transaction may have changed.

    The entries that were told, new ones among them: a claim may move as they arrive.
    """
    moves = waiting_moves()
    if not moves:
        return {}
    persons = {person for move in moves for person in (move.from_person_id, move.to_person_id)}
    children = children_around(persons)
    moved = entries_of(entries_moved({move.source_person_id for move in moves}, persons))
    entries = _with_those_before(moved)
    tell_again(entries, _moved(persons, children))
    return {entry.pk: entry for entry in entries}


def _with_those_before(entries: list[Entry]) -> list[Entry]:
    """These entries and those that they replace: one that came with the move ends the one before it."""
    before = {entry.replaces_id for entry in entries if entry.replaces_id}
    return [*entries_of(before - {entry.pk for entry in entries}), *entries]


def _wait_for_moves() -> None:
    """Take up what waits before the commit: asked for first, so that whatever evaluates comes after it."""
    current().before_commit("projection", _take_up_the_rest)


def _moved(persons: set[uuid.UUID], children: set[uuid.UUID]) -> Concerned:
    every = {name: set(persons) for name in ("persons", "births", "emptied", "matters")}
    return Concerned(networks=persons | children, **every)


def _take_up_the_rest() -> None:
    take_up_moves()


def tell_again(entries: list[Entry], concerned: Concerned) -> None:
    """Take out what these entries told, and tell it as it stands now."""
    take_out({entry.kind for entry in entries}, (str(entry.pk) for entry in entries))
    tell(entries, concerned)


def tell(entries: list[Entry], concerned: Concerned) -> None:
    """Write the rows of these entries, and bring in step whatever they concern."""
    recorded = recorded_of(entries)
    rows = _rows_of(recorded)
    put(rows)
    _widen(concerned, recorded, rows)
    restate_persons(concerned.persons, births=concerned.births, emptied=concerned.emptied)
    restate_network(concerned.networks)
    matters.restate_matters(concerned.matters)


def entries_of(ids: Iterable[uuid.UUID]) -> list[Entry]:
    """The entries with these ids, in the order in which they became known."""
    found = [entry for some in in_parts(ids) for entry in Entry.unscoped.filter(pk__in=some)]
    return sorted(found, key=lambda entry: (entry.known_at, entry.pk))


def rows_of_entries(entries: list[Entry]) -> Rows:
    """What the entries tell, by table, but for the merged rows of `child`."""
    return _rows_of(recorded_of(entries))


def _rows_of(recorded: Iterable[Recorded]) -> Rows:
    """What the entries tell, by table; `child` is merged from all that is told of a baby."""
    rows: Rows = defaultdict(list)
    for one in recorded:
        for table, row in rows_of(one):
            if table != "child":
                rows[table].append(row)
    return rows


def _widen(concerned: Concerned, recorded: list[Recorded], rows: Rows) -> None:
    for one in recorded:
        named = (person for part in one.people.values() for person in part)
        concerned.persons.update(map(uuid.UUID, (one.about_id, *named)))
        if one.kind in TELL_OF_BIRTH:
            concerned.births.add(uuid.UUID(one.about_id))
    concerned.networks |= children_concerned(rows)
    about = (row["about_id"] for table in matters.TABLES for row in rows.get(table, ()))
    concerned.matters.update(map(uuid.UUID, about))
