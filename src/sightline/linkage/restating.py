"""A person's summary, worked out afresh from its source people.

What a person row says of itself is the same however its source people came together: it depends on them
alone, so that linking and unlinking again leaves no trace in it.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from sightline.agencies.models import Agency
from sightline.linkage.models import Claim
from sightline.people.models import Baby, Identifier, Person, SourcePerson
from sightline.people.queries import in_parts


class Number(NamedTuple):
    """An NHS number that passes its check; a verified one comes first."""

    unverified: bool
    value: str


SUMMARY: Final = ("kind", "given_name", "family_name", "sex", "born_from", "born_to", "died_on", "nhs_number")
BULK: Final = 500


def restate(person_ids: Iterable[uuid.UUID]) -> None:
    """Write the summary of each person from its source people, and whom it is joined to if it has none left.

    Each field comes from the source person that holds a verified NHS number, else the most recently received,
    that says anything on it. A person whom any agency records as a baby is one.
    """
    for some in in_parts(set(person_ids)):
        _restate(list(Person.unscoped.filter(pk__in=some)))


def _restate(persons: list[Person]) -> None:
    sources = _sources_of(persons)
    numbers = _numbers_of([source for held in sources.values() for source in held])
    joined = _joined_to([person for person in persons if not sources[person.id]])
    summaries = {person.id: _summary(sources[person.id], numbers) for person in persons}
    other = [person for person in persons if _put(person, summaries[person.id], joined.get(person.id))]
    # An upsert of rows that all exist: many times quicker than bulk_update.
    Person.unscoped.bulk_create(
        other,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[*SUMMARY, "joined_to"],
        batch_size=BULK,
    )
    _follow([(person, sources[person.id]) for person in persons if person.kind == "baby"])


def _put(person: Person, summary: dict[str, Any], joined_to: uuid.UUID | None) -> bool:
    """Put what is known on the row; whether any of it is new."""
    known = {**summary, "joined_to_id": joined_to}
    new = {name: value for name, value in known.items() if getattr(person, name) != value}
    for name, value in new.items():
        setattr(person, name, value)
    return bool(new)


def _sources_of(persons: list[Person]) -> dict[uuid.UUID, list[SourcePerson]]:
    held: dict[uuid.UUID, list[SourcePerson]] = defaultdict(list)
    found = list(SourcePerson.unscoped.filter(person__in=persons))
    agencies = Agency.unscoped.in_bulk({source.agency_id for source in found})
    for source in found:
        source.agency = agencies[source.agency_id]
        held[source.person_id].append(source)
    return held


def _numbers_of(sources: list[SourcePerson]) -> dict[uuid.UUID, list[Number]]:
    numbers: dict[uuid.UUID, list[Number]] = defaultdict(list)
    passing = Identifier.unscoped.filter(type="nhs_number", state__in=("verified", "unverified"))
    for some in in_parts([source.id for source in sources]):
        held = passing.filter(source_person_id__in=some).order_by("-state", "value")
        for source, state, value in held.values_list("source_person_id", "state", "value"):
            numbers[source].append(Number(state != "verified", value))
    return numbers


def _summary(sources: list[SourcePerson], numbers: dict[uuid.UUID, list[Number]]) -> dict[str, Any]:
    """What the sources say together; nothing for a person who has none, whose row stays as it was."""
    if not sources:
        return {}
    ranked = sorted(sources, key=lambda source: _rank(source, numbers[source.id]))
    born = next((source for source in ranked if source.born_from or source.born_to), ranked[0])
    held = sorted(
        (number for source in ranked for number in numbers[source.id]), key=lambda one: one.unverified
    )
    return {
        "kind": "baby" if any(source.kind == "baby" for source in ranked) else "person",
        "given_name": next((source.given_name for source in ranked if source.given_name), ""),
        "family_name": next((source.family_name for source in ranked if source.family_name), ""),
        "sex": next((source.sex for source in ranked if source.sex != "unknown"), "unknown"),
        "born_from": born.born_from,
        "born_to": born.born_to,
        "died_on": next((source.died_on for source in ranked if source.died_on), None),
        "nhs_number": held[0].value if held else "",
    }


def _rank(source: SourcePerson, numbers: list[Number]) -> tuple[bool, bool, float, str, str]:
    """Standing before withdrawn, verified before not, recent before old; the rest makes the order certain."""
    verified = any(not number.unverified for number in numbers)
    return (source.withdrawn, not verified, -source.received_at.timestamp(), source.agency.code, source.key)


def _joined_to(emptied: list[Person]) -> dict[uuid.UUID, uuid.UUID]:
    """Whom all that was once each of these persons now is, where that is one person."""
    now: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    once = Claim.unscoped.filter(person__in=emptied, voided_at__isnull=True)
    for person, other in once.values_list("person_id", "source_person__person_id"):
        now[person].add(other)
    return {person: others.pop() for person, others in now.items() if len(others) == 1}


def _follow(babies: list[tuple[Person, list[SourcePerson]]]) -> None:
    """Give each baby its page, if it has none: from now on it is followed."""
    known = set(Baby.unscoped.filter(pk__in=[person.id for person, _ in babies]).values_list("pk", flat=True))
    new = [(person, sources) for person, sources in babies if person.id not in known and sources]
    Baby.unscoped.bulk_create(
        (
            Baby(
                person=person,
                partnership_id=_first_baby(sources).agency.partnership_id,
                born_on=person.born_from if person.born_from == person.born_to else None,
            )
            for person, sources in new
        ),
        batch_size=BULK,
    )


def _first_baby(sources: list[SourcePerson]) -> SourcePerson:
    return min((source for source in sources if source.kind == "baby"), key=lambda source: source.id)
