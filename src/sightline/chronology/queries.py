"""A baby's joined chronology, as one actor may see it, now or as of any date."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Q, QuerySet

from sightline.access.openness import openness_of
from sightline.access.scope import babies_seen_by, find_open, unfindable
from sightline.access.table import View
from sightline.chronology.lines import By, Line, Reader, lines_of, with_replacement
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.linkage.claims import person_at, spans_around
from sightline.people.queries import children_of, network_of

__all__ = ["EVERYTHING", "Filters", "Line", "chronology_of", "chronology_on", "entry_seen_by"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader wants to see of a chronology; an empty collection wants everything."""

    agency_codes: Collection[str] = field(default_factory=frozenset)
    kinds: Collection[str] = field(default_factory=frozenset)
    person_ids: Collection[uuid.UUID] = field(default_factory=frozenset)
    since: dt.date | None = None
    until: dt.date | None = None

    def wants(self, line: Line) -> bool:
        """Whether the line is wanted. What is elsewhere has no agency or kind to be found by."""
        return (
            (not self.agency_codes or (line.agency is not None and line.agency.code in self.agency_codes))
            and (not self.kinds or line.entry.kind in self.kinds)
            and (not self.person_ids or bool({line.about.id, *_named(line)} & set(self.person_ids)))
            and (self.since is None or line.day >= self.since)
            and (self.until is None or line.day <= self.until)
        )


EVERYTHING: Final = Filters()


def chronology_of(
    actor: Actor,
    child_id: uuid.UUID,
    *,
    as_of: dt.datetime | None = None,
    by: By = "known",
    filters: Filters = EVERYTHING,
) -> list[Line]:
    """The entries about a baby and those around it, the earliest first, as far as the actor may know.

    `as_of` an instant: `by="known"` gives what Sightline knew then; `by="recorded"` what the agencies had
    written down by then, as if it had been joined. Links that were undone take no part. A fixed number of
    queries, however many entries. Raises Unfindable when the actor may not open the page, or there is none.
    """
    baby = find_open(actor, child_id)
    lines = chronology_on(Reader(actor, baby.pk, openness_of(baby.pk)), as_of=as_of, by=by)
    return [line for line in lines if filters.wants(line)]


def chronology_on(reader: Reader, *, as_of: dt.datetime | None = None, by: By = "known") -> list[Line]:
    """The same for a reader who has the page open (`access.scope.find_open`): that is not asked again."""
    sources = _sources_of(reader.child_id, as_of, by)
    entries = _told(as_of, by).filter(about_id__in=sources)
    return lines_of(reader, list(entries), as_of, by)


def entry_seen_by(actor: Actor, entry_id: uuid.UUID) -> Line:
    """One entry as the actor may see it on some page open to them, with its versions.

    Raises Unfindable when there is none, or none that the actor may know of: the two look the same.
    """
    entry = Entry.unscoped.select_related("about").filter(pk=entry_id).first()
    if entry is None:
        raise unfindable()
    person_id = entry.about.person_id
    children = babies_seen_by(actor, among=children_of([person_id])[person_id])
    for child_id in children.order_by("pk").values_list("pk", flat=True):
        line = _on_page(Reader(actor, child_id, openness_of(child_id)), entry)
        if line is not None:
            return line
    raise unfindable()


def _on_page(reader: Reader, entry: Entry) -> Line | None:
    root = entry.root_id or entry.id
    family = Q(pk=root) | Q(root_id=root) | Q(ref_id=root) | Q(ref__root_id=root)
    entries = list(_told(None, "known").filter(family))
    lines = lines_of(reader, entries, None, "known")
    every = [one for line in lines for one in (line, *line.versions)]
    found = next((line for line in every if line.entry.id == entry.id), None)
    return None if found is None or found.view is View.NOTHING else found


def _told(as_of: dt.datetime | None, by: By) -> QuerySet[Entry]:
    told = Entry.unscoped.select_related("agency", "about__person", "growth")
    if as_of is not None:
        told = told.filter(**{f"{by}_at__lte": as_of})
    return told.annotate(**with_replacement()).order_by("known_at", "id")


def _sources_of(child_id: uuid.UUID, as_of: dt.datetime | None, by: By) -> list[uuid.UUID]:
    """The source people who were the baby, or in its care network, by the claims that stand.

    Asked by what was recorded, all claims count: had the record been joined.
    """
    persons = network_of(child_id, None if as_of is None else clock.day_of(as_of))
    instant = as_of if by == "known" else None
    held = spans_around(persons).items()
    return [source for source, spans in held if person_at(spans, instant) in persons]


def _named(line: Line) -> set[uuid.UUID]:
    return {person.id for persons in line.people.values() for person in persons}
