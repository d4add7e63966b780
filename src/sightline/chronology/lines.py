"""Lines of a chronology: an entry as one reader sees it, with all that is read beside it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from django.db.models import F

from sightline.access.table import View, view_of
from sightline.agencies.models import Agency
from sightline.chronology.kinds import SECTOR_PARTS, Detail
from sightline.chronology.models import Entry, EntryPerson, EntrySector, Growth, details_of
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Baby, Person
from sightline.people.queries import in_parts

By = Literal["known", "recorded"]
Parts = Mapping[str, tuple[Person, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as a reader sees it.

    Of an entry that is elsewhere nothing remains but that there is one: no detail, people, agency, author,
    kind or note; `entry` is then a blank that carries its id and its place in time. `versions` are those that
    it replaced, the latest first; `beside` are the disagreements with it.
    """

    entry: Entry
    view: View
    about: Person
    about_is_child: bool
    detail: Detail | None = None
    agency: Agency | None = None
    people: Parts = field(default_factory=dict)
    sectors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    growth: Growth | None = None
    versions: tuple[Line, ...] = ()
    beside: tuple[Line, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether the reader may read what it says."""
        return self.view is View.SHOWN

    @property
    def day(self) -> dt.date:
        """Where it stands in time: the last day on which it can have happened, else that of recording."""
        return self.entry.happened_to or clock.day_of(self.entry.recorded_at)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads which baby's page, and what is open on it."""

    actor: Actor
    child_id: uuid.UUID
    openness: str

    def view(self, entry: Entry) -> View:
        """What this reader sees of an entry."""
        return view_of(
            self.actor,
            self.openness,
            holder_sector=entry.agency.sector,
            about="baby" if entry.about.person_id == self.child_id else "adult",
            kind=entry.kind,
            sensitivity=entry.sensitivity,
            own_agency=entry.agency_id == self.actor.agency_id,
        )


def lines_of(reader: Reader, entries: list[Entry], as_of: dt.datetime | None, by: By) -> list[Line]:
    """The current version of each entry that the reader may know of, in order of time.

    Each entry must carry `replaced_known` and `replaced_recorded` (see `with_replacement`).
    """
    views = {entry.id: reader.view(entry) for entry in entries}
    shown = [entry for entry in entries if views[entry.id] is View.SHOWN]
    people = _people_of(shown)
    shown = [entry for entry in shown if not _names_a_sealed_child(people[entry.id], reader.child_id)]
    said, sectors = details_of(shown), _sectors_of(shown)
    lines = {
        entry.id: _shown(reader, entry, said[entry.id], people[entry.id], sectors[entry.id])
        for entry in shown
    }
    lines |= {entry.id: _elsewhere(reader, entry) for entry in entries if views[entry.id] is View.ELSEWHERE}
    older = {entry.id for entry in entries if _is_replaced(entry, as_of, by)}
    current = [line for key, line in lines.items() if key not in older]
    return sorted(_with_surroundings(current, lines), key=_place)


def with_replacement() -> dict[str, F]:
    """Annotations that say when an entry's replacement, if any, became known and was recorded."""
    return {
        "replaced_known": F("replaced_by__known_at"),
        "replaced_recorded": F("replaced_by__recorded_at"),
    }


def _is_replaced(entry: Entry, as_of: dt.datetime | None, by: By) -> bool:
    when: dt.datetime | None = getattr(entry, f"replaced_{by}")
    return when is not None and (as_of is None or when <= as_of)


def _shown(
    reader: Reader, entry: Entry, said: Detail, people: Parts, sectors: Mapping[str, tuple[str, ...]]
) -> Line:
    return Line(
        entry=entry,
        view=View.SHOWN,
        about=entry.about.person,
        about_is_child=entry.about.person_id == reader.child_id,
        detail=said,
        agency=entry.agency,
        people=people,
        sectors=sectors,
        growth=getattr(entry, "growth", None),
    )


def _elsewhere(reader: Reader, entry: Entry) -> Line:
    blank = Entry(
        id=entry.id,
        happened_from=entry.happened_from,
        happened_to=entry.happened_to,
        precision=entry.precision,
        recorded_at=entry.recorded_at,
        known_at=entry.known_at,
        sensitivity=entry.sensitivity,
    )
    is_child = entry.about.person_id == reader.child_id
    return Line(entry=blank, view=View.ELSEWHERE, about=entry.about.person, about_is_child=is_child)


def _with_surroundings(current: list[Line], lines: dict[uuid.UUID, Line]) -> Iterable[Line]:
    """Each current line with its older versions, and the disagreements beside any version of it."""
    beside: dict[uuid.UUID, list[Line]] = defaultdict(list)
    for line in current:
        if line.entry.ref_id and line.entry.kind == "disagreement" and not line.entry.withdrawn:
            beside[line.entry.ref_id].append(line)
    for line in current:
        versions = tuple(_versions(line, lines)) if line.is_shown else ()
        told = [one for version in (line, *versions) for one in beside[version.entry.id]]
        yield replace(line, versions=versions, beside=tuple(sorted(told, key=_place)))


def _versions(line: Line, lines: dict[uuid.UUID, Line]) -> Iterable[Line]:
    before = lines.get(line.entry.replaces_id) if line.entry.replaces_id else None
    while before is not None and before.is_shown:
        yield before
        before = lines.get(before.entry.replaces_id) if before.entry.replaces_id else None


def _place(line: Line) -> tuple[dt.date, dt.datetime, uuid.UUID]:
    return (line.day, line.entry.known_at, line.entry.id)


def _people_of(entries: list[Entry]) -> dict[uuid.UUID, Parts]:
    people: dict[uuid.UUID, dict[str, dict[uuid.UUID, Person]]] = defaultdict(lambda: defaultdict(dict))
    for some in in_parts(entry.id for entry in entries):
        named = EntryPerson.unscoped.filter(entry_id__in=some).select_related("source_person__person__baby")
        for row in named.order_by("id"):
            person = row.source_person.person
            people[row.entry_id][row.part][person.id] = person
    return {
        entry.id: {part: tuple(persons.values()) for part, persons in people[entry.id].items()}
        for entry in entries
    }


def _names_a_sealed_child(people: Parts, child_id: uuid.UUID) -> bool:
    """Whether it would lead from birth family to a child placed for adoption."""
    named = (person for persons in people.values() for person in persons if person.id != child_id)
    return any(person.kind == "baby" and _is_sealed(person) for person in named)


def _is_sealed(person: Person) -> bool:
    baby: Baby | None = getattr(person, "baby", None)
    return baby is not None and baby.sealed


def _sectors_of(entries: list[Entry]) -> dict[uuid.UUID, dict[str, tuple[str, ...]]]:
    sectors: dict[uuid.UUID, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for some in in_parts(entry.id for entry in entries if entry.kind in SECTOR_PARTS):
        rows = EntrySector.unscoped.filter(entry_id__in=some).order_by("id")
        for entry, part, sector in rows.values_list("entry_id", "part", "sector"):
            sectors[entry][part] = (*sectors[entry].get(part, ()), sector)
    return {entry.id: sectors[entry.id] for entry in entries}
