"""Which agency sends which kind of entry, and since when.

A kind that nobody sends cannot be computed. It is sent from the first entry that came, or from when the
agency said that it will: a promise. What was once sent stays sent, also when an entry is taken back.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Max, Min

from sightline.agencies.models import Agency
from sightline.chronology.kinds import KINDS
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.core.unit import current
from sightline.projection.keeping import put
from sightline.projection.models import SIGNAL_MODELS, SupplyPromise
from sightline.projection.rows import Row, supply_row

Extent = tuple[dt.datetime, dt.date]
"""Since when it is sent, and the day of the latest."""


def promise(agency: Agency, kinds: Iterable[str]) -> None:
    """Keep that an agency will send these kinds from now on, within the unit of work under way.

    Raises ValueError for what is no kind of entry.
    """
    wanted = set(kinds)
    if unknown := sorted(wanted - KINDS.keys()):
        raise ValueError(f"There is no kind of entry called {', '.join(unknown)}.")
    for kind in sorted(wanted):
        SupplyPromise.unscoped.get_or_create(agency=agency, kind=kind)
    restate_supply([agency.pk])
    current().note(f"supply:{agency.code}")


def restate_supply(agency_ids: Iterable[uuid.UUID]) -> None:
    """Write anew what these agencies send."""
    agencies = Agency.unscoped.filter(pk__in=list(agency_ids)).select_related("partnership")
    for agency in agencies.order_by("pk"):
        _restate(agency)


def note_supply(entries: Iterable[Entry]) -> None:
    """Take these new entries into account: cheaper than restating, with the same result."""
    latest: dict[tuple[uuid.UUID, str], dt.datetime] = {}
    for entry in entries:
        key = (entry.agency_id, entry.kind)
        latest[key] = max(latest.get(key, entry.known_at), entry.known_at)
    agencies = Agency.unscoped.in_bulk({agency for agency, _ in latest})
    unknown = set()
    for (agency_id, kind), known_at in latest.items():
        day = clock.day_number(clock.day_of(known_at))
        held = SIGNAL_MODELS["supply"].unscoped.filter(agency=agencies[agency_id].code, kind=kind)
        if not held.filter(last_day__lte=day).update(last_day=day):
            unknown.add(agency_id)
    restate_supply(unknown)


def _restate(agency: Agency) -> None:
    SIGNAL_MODELS["supply"].unscoped.filter(agency=agency.code).delete()
    extents = _promised(agency)
    for kind, (since, last) in _sent(agency).items():
        held = extents.get(kind)
        extents[kind] = (min(since, held[0]), max(last, held[1])) if held else (since, last)
    put({"supply": [_row(agency, kind, extents[kind]) for kind in sorted(extents)]})


def _promised(agency: Agency) -> dict[str, Extent]:
    promised = SupplyPromise.unscoped.filter(agency=agency)
    return {one.kind: (one.since, clock.day_of(one.since)) for one in promised}


def _sent(agency: Agency) -> dict[str, Extent]:
    entries = Entry.unscoped.filter(agency=agency).order_by().values_list("kind")
    each = entries.annotate(since=Min("known_at"), last=Max("known_at"))
    return {kind: (since, clock.day_of(last)) for kind, since, last in each}


def _row(agency: Agency, kind: str, extent: Extent) -> Row:
    return supply_row(
        agency.partnership.code,
        kind,
        agency.sector,
        agency.code,
        known_from=clock.instant_number(extent[0]),
        last_day=clock.day_number(extent[1]),
    )
