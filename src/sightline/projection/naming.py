"""From when until when each agency's record of somebody was borne out by an entry that names them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sightline.agencies.models import Agency
from sightline.chronology.models import Entry, EntryPerson
from sightline.core import clock
from sightline.core.codes import SENSITIVITY_LEVEL
from sightline.linkage.claims import Span, spans_of
from sightline.linkage.models import Claim
from sightline.people.models import SourcePerson
from sightline.people.queries import in_parts
from sightline.projection.rows import Row
from sightline.signals.tables import OPEN

_ENTRY = ("id", "root_id", "known_at", "recorded_at", "sensitivity", "agency_id", "replaced_by__known_at")


@dataclass(frozen=True, slots=True)
class Naming:
    """The entry that first names a source person, and until when any entry names it (None: still)."""

    entry: dict[str, Any]
    until: dt.datetime | None


def sources_of(person_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, SourcePerson]:
    """Every source person that is one of these persons, or was by a claim that is not void."""
    ids = {
        source
        for some in in_parts(person_ids)
        for source in Claim.unscoped.filter(person_id__in=some, voided_at__isnull=True).values_list(
            "source_person_id", flat=True
        )
    }
    return {
        source.id: source for some in in_parts(ids) for source in SourcePerson.unscoped.filter(pk__in=some)
    }


def namings_of(source_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Naming]:
    """The naming of each source person that any entry names; entries taken back name nobody.

    The least sensitive entry goes first, so that what is shared is not hidden behind what is sealed.
    """
    named: dict[uuid.UUID, list[dict[str, Any]]] = defaultdict(list)
    for source, entry in _entries_naming(list(source_ids)):
        named[source].append(entry)
    return {source: _naming(entries) for source, entries in named.items()}


def _entries_naming(source_ids: list[uuid.UUID]) -> Iterator[tuple[uuid.UUID, dict[str, Any]]]:
    for some in in_parts(source_ids):
        about = Entry.unscoped.filter(about_id__in=some, withdrawn=False)
        for entry in about.values("about_id", *_ENTRY):
            yield entry["about_id"], entry
        parts = EntryPerson.unscoped.filter(source_person_id__in=some, entry__withdrawn=False)
        for part in parts.values("source_person_id", *(f"entry__{name}" for name in _ENTRY)):
            yield part["source_person_id"], {name: part[f"entry__{name}"] for name in _ENTRY}


def _naming(entries: list[dict[str, Any]]) -> Naming:
    first = min(entries, key=_least_sensitive_first)
    ends = [entry["replaced_by__known_at"] for entry in entries]
    return Naming(first, None if None in ends else max(ends))


def _least_sensitive_first(entry: dict[str, Any]) -> tuple[int, dt.datetime, uuid.UUID]:
    return (SENSITIVITY_LEVEL[entry["sensitivity"]], entry["known_at"], entry["id"])


class Namings:
    """The namings of some persons' source people, ready to be written as rows."""

    def __init__(self, person_ids: Iterable[uuid.UUID]) -> None:
        self.sources = sources_of(person_ids)
        self.namings = namings_of(self.sources)
        self.spans = spans_of(self.sources)
        agencies = {source.agency_id for source in self.sources.values()}
        self.agencies = Agency.unscoped.in_bulk(agencies)

    def rows(self) -> Iterator[tuple[SourcePerson, Row]]:
        """The common columns of each naming, for each person that the source person was claimed to be."""
        for source in sorted(self.sources.values(), key=lambda source: source.id):
            if source.id in self.namings:
                for span in self.spans[source.id]:
                    if row := self._row(source, span, first=span is self.spans[source.id][0]):
                        yield source, row

    def _row(self, source: SourcePerson, span: Span, first: bool) -> Row | None:
        naming = self.namings[source.id]
        agency = self.agencies[source.agency_id]
        entry = naming.entry
        since = entry["known_at"] if first else max(entry["known_at"], span.since)
        ends = [end for end in (naming.until, span.until) if end is not None]
        if ends and min(ends) <= since:
            return None
        return {
            "about_id": str(span.person_id),
            "agency": agency.code,
            "sector": agency.sector,
            "recorded_day": clock.day_number(clock.day_of(entry["recorded_at"])),
            "known_from": clock.instant_number(since),
            "known_until": clock.instant_number(min(ends)) if ends else OPEN,
            "sensitivity": SENSITIVITY_LEVEL[entry["sensitivity"]],
            "entry_id": str(entry["id"]),
            "root_id": str(entry["root_id"] or entry["id"]),
        }
