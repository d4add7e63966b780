"""Reading entries as the projection needs them: plain, with people resolved to persons over time."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from sightline.agencies.models import Agency
from sightline.chronology.kinds import Detail
from sightline.chronology.models import Entry, EntryPerson, EntrySector, Growth, details_of
from sightline.chronology.recorded import Growing, Recorded
from sightline.core import clock
from sightline.core.codes import SENSITIVITY_LEVEL
from sightline.linkage.claims import Span, person_at, spans_of
from sightline.people.models import Person
from sightline.people.queries import in_parts

OPEN: Final = 2**62
"""The `known_until` of what is still known, as in `signals.tables`."""


def recorded_of(entries: Iterable[Entry]) -> list[Recorded]:
    """Each entry as `Recorded`, in order: one for each span in which all it names were the same persons.

    An entry that was replaced ends when its replacement became known; one that was withdrawn says nothing
    from then on. A void claim takes no part. The queries are the same in number for one entry or a thousand.
    """
    listed = list(entries)
    said = _Around.of(listed)
    return [recorded for entry in listed if not entry.withdrawn for recorded in _spans_of_one(entry, said)]


@dataclass(slots=True)
class _Around:
    """All that is needed beside the entries, read at once."""

    details: dict[uuid.UUID, Detail]
    growths: dict[uuid.UUID, Growing]
    people: dict[uuid.UUID, list[tuple[str, uuid.UUID]]]
    sectors: dict[uuid.UUID, list[tuple[str, str]]]
    agencies: dict[uuid.UUID, Agency]
    replaced_at: dict[uuid.UUID, dt.datetime]
    refs: dict[uuid.UUID, Entry]
    spans: dict[uuid.UUID, list[Span]]
    babies: set[uuid.UUID] = field(default_factory=set)

    @classmethod
    def of(cls, entries: list[Entry]) -> _Around:
        people = _people_of(entries)
        refs = _refs_of(entries)
        sources = {entry.about_id for entry in (*entries, *refs.values())}
        sources |= {source for parts in people.values() for _, source in parts}
        spans = spans_of(sources)
        return cls(
            details=details_of(entries),
            growths=_growths_of(entries),
            people=people,
            sectors=_sectors_of(entries),
            agencies=Agency.unscoped.in_bulk({entry.agency_id for entry in entries}),
            replaced_at=_replaced_at(entries),
            refs=refs,
            spans=spans,
            babies=_babies_among({span.person_id for some in spans.values() for span in some}),
        )


def _spans_of_one(entry: Entry, around: _Around) -> Iterator[Recorded]:
    """The entry over the time in which it was known, parted where a claim put somebody on another person."""
    until = around.replaced_at.get(entry.id)
    named = _named(entry, around)
    turns = {span.since for source in named for span in around.spans[source]}
    inside = sorted(turn for turn in turns if turn > entry.known_at and (until is None or turn < until))
    bounds: list[dt.datetime | None] = [entry.known_at, *inside, until]
    begun: Recorded | None = None
    for since, end in pairwise(bounds):
        assert since is not None
        begun, done = _next(begun, _recorded(entry, around, since, end))
        if done is not None:
            yield done
    if begun is not None and begun.known_from < begun.known_until:
        yield begun


def _next(begun: Recorded | None, following: Recorded) -> tuple[Recorded, Recorded | None]:
    """Join two spans that say the same; else begin the next, and give the finished one."""
    if begun is None or begun.known_from == begun.known_until:
        return following, None
    joined = _with(begun, begun.known_from, following.known_until)
    if joined == _with(following, begun.known_from, following.known_until):
        return joined, None
    return following, begun


def _with(recorded: Recorded, known_from: int, known_until: int) -> Recorded:
    return replace(recorded, known_from=known_from, known_until=known_until)


def _named(entry: Entry, around: _Around) -> set[uuid.UUID]:
    named = {entry.about_id, *(source for _, source in around.people.get(entry.id, ()))}
    return named | {around.refs[entry.ref_id].about_id} if entry.ref_id else named


def _recorded(entry: Entry, around: _Around, since: dt.datetime, until: dt.datetime | None) -> Recorded:
    about = person_at(around.spans[entry.about_id], since)
    agency = around.agencies[entry.agency_id]
    ref = around.refs[entry.ref_id] if entry.ref_id else None
    return Recorded(
        entry_id=str(entry.id),
        root_id=str(entry.root_id or entry.id),
        kind=entry.kind,
        agency=agency.code,
        sector=agency.sector,
        about_id=str(about),
        detail=around.details[entry.id],
        happened_from=_day(entry.happened_from),
        happened_to=_day(entry.happened_to),
        recorded_day=clock.day_number(clock.day_of(entry.recorded_at)),
        known_from=clock.instant_number(since),
        known_until=OPEN if until is None else clock.instant_number(until),
        sensitivity=SENSITIVITY_LEVEL[entry.sensitivity],
        people=_by_part(entry, around, since),
        sectors=_grouped(around.sectors.get(entry.id, ())),
        ref_id=str(ref.root_id or ref.id) if ref else "",
        ref_about_id=str(person_at(around.spans[ref.about_id], since)) if ref else "",
        about_is_baby=about in around.babies,
        growing=around.growths.get(entry.id),
    )


def _by_part(entry: Entry, around: _Around, since: dt.datetime) -> dict[str, tuple[str, ...]]:
    named = around.people.get(entry.id, ())
    return _grouped((part, str(person_at(around.spans[source], since))) for part, source in named)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, dict[str, None]] = defaultdict(dict)
    for part, value in pairs:
        grouped[part][value] = None
    return {part: tuple(sorted(values)) for part, values in sorted(grouped.items())}


def _day(day: dt.date | None) -> int | None:
    return None if day is None else clock.day_number(day)


def _people_of(entries: list[Entry]) -> dict[uuid.UUID, list[tuple[str, uuid.UUID]]]:
    people: dict[uuid.UUID, list[tuple[str, uuid.UUID]]] = defaultdict(list)
    for some in in_parts(entry.id for entry in entries):
        rows = EntryPerson.unscoped.filter(entry_id__in=some).values_list(
            "entry_id", "part", "source_person_id"
        )
        for entry, part, source in rows:
            people[entry].append((part, source))
    return people


def _sectors_of(entries: list[Entry]) -> dict[uuid.UUID, list[tuple[str, str]]]:
    sectors: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    for some in in_parts(entry.id for entry in entries):
        for entry, part, sector in EntrySector.unscoped.filter(entry_id__in=some).values_list(
            "entry_id", "part", "sector"
        ):
            sectors[entry].append((part, sector))
    return sectors


def _growths_of(entries: list[Entry]) -> dict[uuid.UUID, Growing]:
    names = tuple(Growing.__dataclass_fields__)
    measured = [entry.id for entry in entries if entry.kind == "measurement"]
    return {
        row.pk: Growing(**{name: getattr(row, name) for name in names})
        for some in in_parts(measured)
        for row in Growth.unscoped.filter(pk__in=some)
    }


def _replaced_at(entries: list[Entry]) -> dict[uuid.UUID, dt.datetime]:
    replaced: dict[uuid.UUID, dt.datetime] = {}
    for some in in_parts(entry.id for entry in entries):
        by = Entry.unscoped.filter(replaces_id__in=some)
        for old, known_at in by.values_list("replaces_id", "known_at"):
            if old is not None:
                replaced[old] = known_at
    return replaced


def _refs_of(entries: list[Entry]) -> dict[uuid.UUID, Entry]:
    wanted = {entry.ref_id for entry in entries if entry.ref_id}
    return {row.id: row for some in in_parts(wanted) for row in Entry.unscoped.filter(pk__in=some)}


def _babies_among(person_ids: set[uuid.UUID]) -> set[uuid.UUID]:
    found: set[uuid.UUID] = set()
    for some in in_parts(person_ids):
        found.update(Person.unscoped.filter(pk__in=some, kind="baby").values_list("id", flat=True))
    return found
