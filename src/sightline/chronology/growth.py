"""SDS and centiles of measurements, by UK-WHO corrected for gestation.

`Growth` is a projection of measurements and of what is known of the birth: unlike an entry it is rewritten
when a birth, an expected date or a sex becomes known later. Calculated by rcpchgrowth, never by our own
tables. A value that the reference does not cover stays empty. It is imported where it is called: it brings
scipy with it, and most commands measure nothing.
"""

from __future__ import annotations

import datetime as dt
import math
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sightline.chronology.ages import (
    DAYS_A_YEAR,
    TERM_DAYS,
    age_in_days,
    corrected_age_in_days,
    gestation_in_days,
)
from sightline.chronology.events import GrowthRestated
from sightline.chronology.kinds import Birth, Measurement, Pregnancy
from sightline.chronology.models import Entry, Growth, details_of
from sightline.core.events import publish
from sightline.core.unit import current
from sightline.linkage.events import ClaimMoved
from sightline.people.models import SourcePerson
from sightline.people.queries import in_parts

REFERENCE: Final = "uk-who"
METHODS: Final = {"weight": "weight", "length": "height", "head": "ofc"}
BULK: Final = 500
MOVED: Final = "persons whose growth a claim moved"


@dataclass(frozen=True, slots=True)
class BirthFacts:
    """What growth needs of a birth. Without a gestation the baby is taken as born at term."""

    born_on: dt.date
    sex: str
    gestation_days: int | None = None


def sds_of(method: str, value: float, age_days: int, sex: str) -> float | None:
    """The UK-WHO SDS of a value (kg or cm) at an age in days, corrected where it should be.

    `method` is `weight`, `length` or `head`. None where the reference has no data.
    """
    from rcpchgrowth import sds_for_measurement

    try:
        sds = sds_for_measurement(REFERENCE, age_days / DAYS_A_YEAR, METHODS[method], value, sex)
    except (LookupError, ValueError):
        return None
    return None if sds is None or not math.isfinite(sds) else float(sds)


def centile_of(sds: float) -> float:
    """The centile (0 to 100) of an SDS."""
    from rcpchgrowth import centile

    return float(centile(sds))


def growth_of(entry: Entry, said: Measurement, birth: BirthFacts) -> Growth | None:
    """The growth of one measurement; None when it has no exact day, or came before the birth."""
    if entry.happened_to is None or entry.happened_from != entry.happened_to:
        return None
    age = age_in_days(birth.born_on, entry.happened_to)
    if age < 0:
        return None
    corrected = corrected_age_in_days(birth.born_on, birth.gestation_days or TERM_DAYS, entry.happened_to)
    values = {"weight": said.weight_kg, "length": said.length_cm, "head": said.head_cm}
    growth = Growth(entry=entry, corrected_age_days=corrected, chronological_age_days=age)
    for method, value in values.items():
        _put(growth, method, value, corrected, birth.sex)
    return growth


def _put(growth: Growth, method: str, value: Decimal | None, age_days: int, sex: str) -> None:
    sds = None if value is None or value <= 0 else sds_of(method, float(value), age_days, sex)
    setattr(growth, f"{method}_sds", sds)
    setattr(growth, f"{method}_centile", None if sds is None else centile_of(sds))


def restate_growth(person_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Work the growth of these persons' measurements out afresh; the entries whose growth is now another."""
    restated: set[uuid.UUID] = set()
    for some in in_parts(set(person_ids), 500):
        restated |= _restate(some)
    return restated


def restate_moved(moved: ClaimMoved) -> None:
    """A claim moved: measurements and births of both persons may now be others. Restated once, for all."""
    work = current()
    work.gather(MOVED, (moved.from_person_id, moved.to_person_id))
    work.before_commit("growth", _restate_gathered)


def _restate_gathered() -> None:
    restated = restate_growth(current().take(MOVED))
    if restated:
        publish(GrowthRestated(tuple(sorted(restated))))


def _restate(person_ids: list[uuid.UUID]) -> set[uuid.UUID]:
    bearing = Entry.unscoped.filter(
        about__person_id__in=person_ids,
        kind__in=("measurement", "birth", "pregnancy"),
        replaced_by__isnull=True,
    )
    entries = list(bearing.filter(withdrawn=False).select_related("about").order_by("known_at", "id"))
    measured = [entry for entry in entries if entry.kind == "measurement"]
    if not measured:
        return set()
    said = details_of(entries)
    births = birth_facts(entries, said)
    return _replace(measured, {entry.pk: _growth(entry, said[entry.pk], births) for entry in measured})


def _growth(entry: Entry, said: object, births: dict[uuid.UUID, BirthFacts]) -> Growth | None:
    birth = births.get(entry.about.person_id)
    return growth_of(entry, said, birth) if birth is not None and isinstance(said, Measurement) else None


def _replace(measured: list[Entry], wanted: dict[uuid.UUID, Growth | None]) -> set[uuid.UUID]:
    held = {row.pk: row for some in in_parts(wanted) for row in Growth.unscoped.filter(pk__in=some)}
    other = {key for key in wanted if _values(wanted[key]) != _values(held.get(key))}
    for some in in_parts(other & held.keys()):
        Growth.unscoped.filter(pk__in=some).delete()
    fresh = [row for key in sorted(other) if (row := wanted[key]) is not None]
    Growth.unscoped.bulk_create(fresh, batch_size=BULK)
    return other


def _values(growth: Growth | None) -> tuple[object, ...] | None:
    if growth is None:
        return None
    return tuple(getattr(growth, field.attname) for field in Growth._meta.concrete_fields)


def birth_facts(entries: list[Entry], said: Mapping[uuid.UUID, object]) -> dict[uuid.UUID, BirthFacts]:
    """What is known of each person's birth, by person: from its birth entries, the latest known first.

    Where no birth entry says so: the day from the agencies' own records, the gestation from the last expected
    date. Nothing for a person whose day of birth or sex nobody knows.
    """
    by_person: dict[uuid.UUID, list[object]] = defaultdict(list)
    for entry in reversed(entries):
        by_person[entry.about.person_id].append(said[entry.pk])
    sources: dict[uuid.UUID, list[SourcePerson]] = defaultdict(list)
    for some in in_parts(by_person):
        for source in SourcePerson.unscoped.filter(person_id__in=some).order_by("-received_at", "key"):
            sources[source.person_id].append(source)
    found = {person: _facts(details, sources[person]) for person, details in by_person.items()}
    return {person: facts for person, facts in found.items() if facts is not None}


def _facts(details: list[object], sources: list[SourcePerson]) -> BirthFacts | None:
    births = [detail for detail in details if isinstance(detail, Birth)]
    days = [birth.born_on for birth in births] + [source.born_on for source in sources if source.born_on]
    sexes = [birth.sex for birth in births if birth.sex] + [source.sex for source in sources]
    sex = next((sex for sex in sexes if sex in ("female", "male")), None)
    if not days or sex is None:
        return None
    return BirthFacts(days[0], sex, _gestation(births, details, days[0]))


def _gestation(births: list[Birth], details: list[object], born_on: dt.date) -> int | None:
    told = [birth.gestation_days for birth in births if birth.gestation_days]
    due = [one.expected_on for one in details if isinstance(one, Pregnancy) and one.expected_on]
    counted = [gestation_in_days(day, born_on) for day in due]
    return next((days for days in (*told, *counted) if 22 * 7 <= days <= 44 * 7), None)
