"""What is known of a source person when it is compared: its numbers, and whether it has a twin."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import F

from sightline.people.models import Identifier, NetworkMember, SourcePerson
from sightline.people.queries import in_parts

PAGE_SYSTEM: Final = "sightline"
"""The source system of what was recorded on a page here: such a record stands for the page's own person."""


@dataclass(frozen=True, slots=True)
class Known:
    """A source person with what decides whether it may be joined to another."""

    source: SourcePerson
    verified: frozenset[str] = frozenset()
    """Its verified NHS numbers: the check digit is right and the sender says that the number was traced."""
    unverified: frozenset[str] = frozenset()
    has_twin: bool = False

    @property
    def numbers(self) -> frozenset[str]:
        """Every NHS number that passes its check."""
        return self.verified | self.unverified


def is_separate(left: SourcePerson, right: SourcePerson) -> bool:
    """Whether one agency itself keeps these as two records, under two keys of one system."""
    one_place = (left.agency_id, left.source_system) == (right.agency_id, right.source_system)
    return one_place and left.key != right.key and left.source_system != PAGE_SYSTEM


def known_of(sources: Iterable[SourcePerson]) -> dict[uuid.UUID, Known]:
    """Each source person with its numbers and whether a twin of it is known."""
    listed = {source.id: source for source in sources}
    numbers: dict[uuid.UUID, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for some in in_parts(listed):
        held = Identifier.unscoped.filter(type="nhs_number", source_person_id__in=some)
        for source, state, value in held.values_list("source_person_id", "state", "value"):
            numbers[source][state].add(value)
    twins = _with_twins(listed.values())
    return {
        key: Known(
            source,
            frozenset(numbers[key]["verified"]),
            frozenset(numbers[key]["unverified"]),
            key in twins,
        )
        for key, source in listed.items()
    }


def _with_twins(sources: Iterable[SourcePerson]) -> set[uuid.UUID]:
    """Those babies beside whom another was born: in the same agency's records, or of the same mother."""
    babies = [source for source in sources if source.kind == "baby" and source.born_on]
    return _twins_in_records(babies) | _twins_by_mother(babies)


def _twins_in_records(babies: list[SourcePerson]) -> set[uuid.UUID]:
    named = [baby for baby in babies if baby.family_key]
    found: set[uuid.UUID] = set()
    for some in in_parts({baby.family_key for baby in named}):
        births = {baby.born_on for baby in named if baby.family_key in some}
        others = SourcePerson.unscoped.filter(kind="baby", family_key__in=some, born_from__in=births)
        beside: dict[tuple[object, ...], list[SourcePerson]] = defaultdict(list)
        for other in others.filter(born_to=F("born_from")):
            beside[other.family_key, other.born_on].append(other)
        for baby in named:
            if any(is_separate(baby, other) for other in beside[baby.family_key, baby.born_on]):
                found.add(baby.id)
    return found


def _twins_by_mother(babies: list[SourcePerson]) -> set[uuid.UUID]:
    persons = {baby.person_id for baby in babies}
    mothers: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for some in in_parts(persons):
        of_these = NetworkMember.unscoped.filter(child_id__in=some, through="mother").values("person_id")
        places = NetworkMember.unscoped.filter(through="mother", person_id__in=of_these)
        for mother, child in places.values_list("person_id", "child_id"):
            mothers[mother].add(child)
    sisters = {child: every - {child} for every in mothers.values() for child in every if len(every) > 1}
    births = _births({child for every in sisters.values() for child in every})
    return {
        baby.id
        for baby in babies
        if any(baby.born_on in births[other] for other in sisters.get(baby.person_id, ()))
    }


def _births(persons: set[uuid.UUID]) -> dict[uuid.UUID, set[object]]:
    births: dict[uuid.UUID, set[object]] = defaultdict(set)
    for some in in_parts(persons):
        for source in SourcePerson.unscoped.filter(person_id__in=some, kind="baby"):
            births[source.person_id].add(source.born_on)
    return births
