"""Keeping `person`, `child` and the header of each baby's page in step."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from typing import Final

from sightline.chronology.models import Entry
from sightline.chronology.reading import recorded_of
from sightline.core import clock
from sightline.people.models import Baby, SourcePerson
from sightline.people.queries import in_parts
from sightline.projection.children import versions_of
from sightline.projection.keeping import BULK, by, put, take_out_about
from sightline.projection.naming import Namings, sources_of
from sightline.projection.rows import Row, empty, person_row, rows_of
from sightline.signals.tables import OPEN

TELL_OF_BIRTH: Final = ("pregnancy", "birth")
HEADER: Final = ("due_on", "born_on", "gestation_days", "birth_weight_g", "multiple_birth")


def restate_persons(
    person_ids: Iterable[uuid.UUID],
    *,
    births: Collection[uuid.UUID] = (),
    emptied: Collection[uuid.UUID] = (),
) -> None:
    """Write anew what the signal tables know of these persons themselves, babies and others.

    `births` are those among them whose pregnancy or birth may be told otherwise than before; `emptied` those
    whose header must not keep what nobody tells any longer.
    """
    for some in in_parts(set(person_ids)):
        babies = {baby.pk: baby for baby in Baby.unscoped.filter(pk__in=some).select_related("partnership")}
        namings = list(Namings(some).rows())
        take_out_about("person", map(str, some))
        put({"person": _person_rows(namings, set(some) - babies.keys())})
        stale = _stale(babies.keys(), births)
        told = by(_told(stale), "about_id")
        _put_children([babies[key] for key in stale], told, namings)
        _state_headers([babies[key] for key in stale if str(key) in told or key in emptied], told)


def _stale(babies: Collection[uuid.UUID], births: Collection[uuid.UUID]) -> list[uuid.UUID]:
    """The babies whose rows of `child` may have changed: all but those whose birth is told as it was.

    Only an entry that still stands, of a record that is the baby now, surely tells. One that was taken back
    or replaced may leave it to be told from the agencies' records, which any entry that names it changes.
    """
    telling = SourcePerson.unscoped.filter(
        person_id__in=list(babies),
        entries__kind__in=TELL_OF_BIRTH,
        entries__withdrawn=False,
        entries__replaced_by__isnull=True,
    )
    standing = set(telling.values_list("person_id", flat=True))
    return sorted(key for key in babies if key in births or key not in standing)


def _person_rows(namings: list[tuple[SourcePerson, Row]], wanted: Iterable[uuid.UUID]) -> list[Row]:
    ids = set(map(str, wanted))
    return [
        person_row(row, sex=source.sex, born_from=source.born_from, born_to=source.born_to)
        for source, row in namings
        if row["about_id"] in ids
    ]


def _put_children(
    babies: list[Baby], told: dict[str, list[Row]], namings: list[tuple[SourcePerson, Row]]
) -> None:
    take_out_about("child", [str(baby.pk) for baby in babies])
    named = by((row for _, row in namings), "about_id")
    held = _births_held(namings)
    rows: list[Row] = []
    for baby in babies:
        key = str(baby.pk)
        of_baby = told.get(key) or _from_records(key, held, named.get(key, []))
        last_day = None if baby.closed_on is None else clock.day_number(baby.closed_on) - 1
        rows += versions_of(of_baby, baby.partnership.code, last_day)
    put({"child": rows})


def _told(person_ids: Iterable[uuid.UUID]) -> list[Row]:
    """What each entry tells of the pregnancies and births of these persons."""
    wanted = set(person_ids)
    entries: list[Entry] = []
    for some in in_parts(sources_of(wanted)):
        entries += Entry.unscoped.filter(about_id__in=some, kind__in=TELL_OF_BIRTH)
    rows = (row for recorded in recorded_of(entries) for _, row in rows_of(recorded))
    ids = set(map(str, wanted))
    return [row for row in rows if row["about_id"] in ids]


def _births_held(namings: list[tuple[SourcePerson, Row]]) -> dict[str, SourcePerson]:
    """The agency's record that holds a baby's exact day of birth, by person."""
    sources = {source.person_id for source, _ in namings}
    held: dict[str, SourcePerson] = {}
    for some in in_parts(sources):
        for source in SourcePerson.unscoped.filter(person_id__in=some, kind="baby").order_by("id"):
            if source.born_on is not None and not source.withdrawn:
                held.setdefault(str(source.person_id), source)
    return held


def _from_records(key: str, held: dict[str, SourcePerson], named: list[Row]) -> list[Row]:
    """A baby of whom no entry tells a birth is as an agency holds it, from the first entry that names it."""
    source = held.get(key)
    if source is None or source.born_on is None or not named:
        return []
    first = min(named, key=lambda row: (row["known_from"], row["entry_id"]))
    until = max(row["known_until"] for row in named)
    own = {"born_day": clock.day_number(source.born_on), "sex": source.sex, "known_until": until}
    return [empty("child") | first | own]


def _state_headers(babies: list[Baby], told: dict[str, list[Row]]) -> None:
    """Write the header of each baby's page from what is known now of the pregnancy and the birth."""
    stated = [baby for baby in babies if _state(baby, told.get(str(baby.pk), []))]
    # An upsert of rows that all exist: many times quicker than bulk_update.
    Baby.unscoped.bulk_create(
        stated, update_conflicts=True, unique_fields=["person"], update_fields=HEADER, batch_size=BULK
    )


def _state(baby: Baby, told: list[Row]) -> bool:
    """Put on the header what is known now; whether that is anything new."""
    now = next((row for row in versions_of(told, "") if row["known_until"] == OPEN), None) or empty("child")
    before = [getattr(baby, name) for name in HEADER]
    baby.due_on, baby.born_on = _date(now["due_day"]), _date(now["born_day"])
    baby.gestation_days, baby.birth_weight_g = now["gestation_days"], now["birth_weight_g"]
    baby.multiple_birth = now["multiple_birth"]
    return before != [getattr(baby, name) for name in HEADER]


def _date(number: int | None) -> dt.date | None:
    return None if number is None else clock.from_day_number(number)
