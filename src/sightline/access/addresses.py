"""Addresses, and the confidential ones that appear nowhere but to the readers whom the policy table names.

One agency's flag covers what another holds: an address is confidential when it is marked, when it is the same
place as one that is marked, when the same person has one that is marked, or when somebody in a baby's care
network has one and the address is the baby's. To everybody else it is as if none were recorded.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from django.db.models import QuerySet

from sightline.access.openness import Openness, openness_of_each
from sightline.access.policy import policy
from sightline.access.scope import babies_seen_by
from sightline.core.actors import Actor
from sightline.people.models import Address, NetworkMember, SourcePerson
from sightline.people.queries import children_of

Opened = Mapping[uuid.UUID, Openness]
"""Babies whose page the actor has open, with what is open on each: of these nothing is asked again."""
NOTHING_OPEN: Final[Opened] = MappingProxyType({})


@dataclass(slots=True)
class _Kept:
    """What is confidential among the people asked about."""

    people: set[uuid.UUID] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def covers(self, address: Address) -> bool:
        return (
            address.confidential
            or address.source_person.person_id in self.people
            or address.place in self.places
        )


def address_words(actor: Actor, address: Address) -> str | None:
    """The address in words, or None when the actor may not read it."""
    return address_words_of(actor, [address])[address.pk]


def address_words_of(
    actor: Actor, addresses: Iterable[Address], opened: Opened = NOTHING_OPEN
) -> dict[uuid.UUID, str | None]:
    """The words of each address, or None, in a fixed number of queries. Load `source_person` with them."""
    asked = list(addresses)
    kept = _kept({one.source_person.person_id for one in asked}, {one.place for one in asked})
    hidden = [address.source_person for address in asked if kept.covers(address)]
    read = _readable(actor, hidden, opened)
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


def _kept(people: set[uuid.UUID], places: Iterable[str] = ()) -> _Kept:
    """Which of these people have a confidential address, and which of these places is one."""
    marked = list(_marked(people, set(places)))
    around = _around(people) if marked else {}
    kept = _Kept()
    for person, place in marked:
        kept.places.add(place)
        kept.people |= around.get(person, set())
    return kept


def _marked(people: set[uuid.UUID], places: set[str]) -> QuerySet[Address, tuple[uuid.UUID, str]]:
    """The person and place of each confidential address of these people or those around them, or at a place.

    Lists joined, not an OR across a join: that would read every address there is.
    """
    marked = Address.unscoped.filter(confidential=True).order_by()
    told = marked.values_list("source_person__person_id", "place")
    around = NetworkMember.unscoped.filter(child_id__in=people).values("person_id")
    own = told.filter(source_person__person_id__in=people)
    theirs = told.filter(source_person__person_id__in=around)
    return told.filter(place__in=places).union(own, theirs)


def _around(people: set[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """Whose addresses follow from each person's: their own, and those of the babies around whom they are."""
    around = {person: {person} for person in people}
    members = NetworkMember.unscoped.filter(child_id__in=people).values_list("person_id", "child_id")
    for member, child in members:
        around.setdefault(member, set()).add(child)
    return around


def _readable(actor: Actor, holders: list[SourcePerson], known: Opened = NOTHING_OPEN) -> set[uuid.UUID]:
    """The source people whose confidential addresses the policy table lets the actor read."""
    told = ((one, known.get(one.person_id)) for one in holders)
    read = {one.pk for one, openness in told if openness and _may_read(actor, one, openness)}
    left = [one for one in holders if one.pk not in read]
    return read | _readable_elsewhere(actor, left) if left else read


def _readable_elsewhere(actor: Actor, holders: list[SourcePerson]) -> set[uuid.UUID]:
    """The same where it must be asked on which babies' pages they stand, and what is open there."""
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
