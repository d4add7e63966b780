"""Patients: the person, the birth of a baby, and the relatives that the record names."""

from __future__ import annotations

from typing import Final

from sightline.chronology.kinds import Birth
from sightline.chronology.proposals import EntryProposal, PersonKind
from sightline.core import clock
from sightline.exchange.fhir.elements import last_day
from sightline.exchange.fhir.entries import Mapped, When, entry, kept_aside
from sightline.exchange.fhir.labels import is_restricted
from sightline.exchange.fhir.people import (
    born,
    is_animal,
    is_fetal,
    is_multiple_birth,
    person_of,
    sex_of,
)
from sightline.exchange.fhir.received import Received
from sightline.exchange.fhir.relationships import contacts_of
from sightline.exchange.fhir.surroundings import Surroundings, years_old

_BABY_UNDER: Final = 2
_ADULT_FROM: Final = 18


def map_patient(received: Received, around: Surroundings) -> Mapped:
    """The person; for a baby also the birth."""
    if is_animal(received.body):
        return kept_aside("The patient is an animal.")
    key = around.keys[received.source_id]
    kind = _kind(received, around, key)
    relatives = contacts_of(received, around, key)
    births = _birth(received, around, key) if kind == "baby" else ()
    return Mapped((*births, *relatives.entries), (person_of(received, key, kind), *relatives.people))


def _kind(received: Received, around: Surroundings, key: str) -> PersonKind:
    """A baby was under two on the first day that the file tells of; where it tells of none, today.

    So an old record of a child's first year is a baby's, whenever it is imported, and an adult's GP record
    that begins with her own birth is not.
    """
    born_from, born_to = born(received.body)
    if born_from is None or born_to is None:
        return "baby" if is_fetal(received.body) else "person"
    alive_until = last_day(received.body.get("deceasedDateTime")) or clock.today()
    if years_old(born_from, alive_until) >= _ADULT_FROM:
        return "person"
    first = min(around.dated.get(key) or [clock.today()])
    return "baby" if years_old(born_to, max(first, born_to)) < _BABY_UNDER else "person"


def _birth(received: Received, around: Surroundings, key: str) -> tuple[EntryProposal, ...]:
    """That the baby was born, where the day is known."""
    first, last = born(received.body)
    if first is None or first != last:
        return ()
    sex = sex_of(received.body)
    detail = Birth(
        born_on=first,
        sex=None if sex == "unknown" else sex,
        multiple_birth=is_multiple_birth(received.body),
    )
    # A label R on a Patient hides where the person is, not that they were born.
    told = tuple(label for label in received.labels if label[1] != "R")
    care = "restricted" if is_restricted(told) else "shared"
    return (entry(received, around, key, detail, When((first, first)), part="#birth", sensitivity=care),)
