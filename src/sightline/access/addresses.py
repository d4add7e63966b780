"""Addresses, and the confidential ones that appear nowhere but to the readers whom the policy table names.

One agency's flag covers what another holds: an address is confidential when it is marked, when it is the same
place as one that is marked, when the same person has one that is marked, or when somebody in a baby's care
network has one and the address is the baby's. To everybody else it is as if none were recorded.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from sightline.access.openness import Openness, openness_of_each
from sightline.access.policy import policy
from sightline.access.scope import babies_seen_by
from sightline.core.actors import Actor
from sightline.people.models import Address, NetworkMember, SourcePerson
from sightline.people.queries import children_of

Place = tuple[str, str]


@dataclass(slots=True)
class _Kept:
    """What is confidential among the people asked about."""

    people: set[uuid.UUID] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)

    def covers(self, address: Address) -> bool:
        return (
            address.confidential
            or address.source_person.person_id in self.people
            or _place(address.lines, address.postcode) in self.places
        )


def address_words(actor: Actor, address: Address) -> str | None:
    """The address in words, or None when the actor may not read it."""
    return address_words_of(actor, [address])[address.pk]


def address_words_of(actor: Actor, addresses: Iterable[Address]) -> dict[uuid.UUID, str | None]:
    """The words of each address, or None, in a fixed number of queries. Load `source_person` with them."""
    asked = list(addresses)
    kept = _kept({address.source_person.person_id for address in asked})
    hidden = [address.source_person for address in asked if kept.covers(address)]
    read = _readable(actor, hidden)
    return {
        address.pk: _words(address) if not kept.covers(address) or address.source_person.pk in read else None
        for address in asked
    }


def telephone_words(actor: Actor, source_person: SourcePerson) -> str | None:
    """The telephone number, or None: a number tells a place, so a confidential address keeps it as well."""
    if not source_person.telephone:
        return None
    is_kept = source_person.person_id in _kept({source_person.person_id}).people
    if is_kept and source_person.pk not in _readable(actor, [source_person]):
        return None
    return source_person.telephone


def _words(address: Address) -> str:
    return ", ".join(part.strip() for part in (*address.lines.splitlines(), address.postcode) if part.strip())


def _place(lines: str, postcode: str) -> Place:
    plain = "".join(letter for letter in lines.casefold() if letter.isalnum())
    return plain, "".join(postcode.casefold().split())


def _kept(people: set[uuid.UUID]) -> _Kept:
    """Which of these people have a confidential address, and every place that is one."""
    around = _around(people)
    kept = _Kept()
    marked = Address.unscoped.filter(confidential=True).values_list(
        "source_person__person_id", "lines", "postcode"
    )
    for person, lines, postcode in marked:
        kept.places.add(_place(lines, postcode))
        kept.people |= around.get(person, set())
    return kept


def _around(people: set[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """Whose addresses follow from each person's: their own, and those of the babies around whom they are."""
    around = {person: {person} for person in people}
    members = NetworkMember.unscoped.filter(child_id__in=people).values_list("person_id", "child_id")
    for member, child in members:
        around.setdefault(member, set()).add(child)
    return around


def _readable(actor: Actor, holders: list[SourcePerson]) -> set[uuid.UUID]:
    """The source people whose confidential addresses the policy table lets the actor read."""
    if not holders:
        return set()
    children = children_of({holder.person_id for holder in holders})
    concerned = {child for found in children.values() for child in found}
    opened = set(babies_seen_by(actor, among=concerned).values_list("pk", flat=True))
    openness = openness_of_each(opened)
    return {
        holder.pk
        for holder in holders
        if any(_may_read(actor, holder, openness[child]) for child in children[holder.person_id] & opened)
    }


def _may_read(actor: Actor, holder: SourcePerson, openness: Openness) -> bool:
    return any(
        row.covers(actor)
        and openness in row.only
        and (not row.own_agency or holder.agency_id == actor.agency_id)
        for row in policy().confidential_address
    )
