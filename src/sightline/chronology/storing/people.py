"""An agency's own records of people: new ones, newer versions, and stand-ins for those it has only named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sightline.agencies.models import Agency
from sightline.chronology.proposals import Batch, IdentifierProposal, PersonProposal
from sightline.chronology.storing import digests
from sightline.chronology.storing.lengths import refuse_what_is_too_long
from sightline.chronology.storing.tally import Tally
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.unit import current
from sightline.linkage.automatic import consider
from sightline.linkage.claims import claim_own
from sightline.linkage.restating import restate
from sightline.people.identity import name_key, number_held, number_state
from sightline.people.models import Address, Identifier, Person, SourcePerson
from sightline.people.queries import in_parts

BULK: Final = 500
_SUMMARY: Final = ("kind", "given_name", "family_name", "sex", "born_from", "born_to", "died_on")
_OWN: Final = (
    *_SUMMARY,
    "birth_order",
    "telephone",
    "language",
    "interpreter",
    "source_version",
    "withdrawn",
)
_WRITTEN: Final = (*_OWN, "given_key", "family_key", "digest", "received_at")

People = dict[str, SourcePerson]


@dataclass(frozen=True, slots=True)
class Stored:
    """The agency's source people: all that the batch names, those made, those brought up to date.

    `turned` are those of the latter who are now another kind: a stand-in that turns out to be a baby.
    """

    people: People
    made: list[SourcePerson]
    changed: list[SourcePerson]
    turned: list[SourcePerson]

    @property
    def touched(self) -> list[SourcePerson]:
        """Those made and those brought up to date."""
        return self.made + self.changed


def store_people(actor: Actor, agency: Agency, batch: Batch, tally: Tally) -> Stored:
    """Bring the agency's source people up to date and link them.

    A key that was never sent gets a stand-in, which the agency's record fills when it comes: files may come
    in any order.
    """
    latest = _latest(batch.people)
    named = _keys_named(batch)
    held = _held(agency, batch.source_system, {*latest, *named})
    new = [latest.get(key) or PersonProposal(key) for key in sorted({*latest, *named} - held.keys())]
    newer = [(held[key], latest[key]) for key in sorted(latest) if key in held]
    made = _make(actor, agency, batch.source_system, new, set(latest))
    kinds = {source.pk: source.kind for source, _ in newer}
    changed = [source for source, proposal in newer if _bring_up_to_date(source, proposal, tally)]
    _write(changed)
    touched = made + changed
    _store_numbers_and_stays(
        [(source, latest[source.key]) for source in touched if source.key in latest], tally
    )
    tally.accepted += sum(not latest[source.key].withdrawn for source in made if source.key in latest)
    tally.withdrawn += sum(latest[source.key].withdrawn for source in made if source.key in latest)
    restate(source.person_id for source in touched)
    _note(touched)
    consider(actor, touched)
    return Stored(
        people=held | {source.key: source for source in made},
        made=made,
        changed=changed,
        turned=[source for source in changed if source.kind != kinds[source.pk]],
    )


def _latest(proposals: Iterable[PersonProposal]) -> dict[str, PersonProposal]:
    """The last word on each key, in an order that the file's own order has no part in."""
    ordered = sorted(
        proposals, key=lambda one: (digests.version_order(one.source_version), digests.of_person(one))
    )
    return {proposal.key: proposal for proposal in ordered}


def _keys_named(batch: Batch) -> set[str]:
    parts = {key for entry in batch.entries for _, key in entry.people}
    return parts | {entry.about for entry in batch.entries}


def _held(agency: Agency, source_system: str, keys: Iterable[str]) -> People:
    mine = SourcePerson.unscoped.filter(agency=agency, source_system=source_system)
    return {source.key: source for some in in_parts(keys) for source in mine.filter(key__in=some)}


def _make(
    actor: Actor, agency: Agency, source_system: str, proposals: list[PersonProposal], sent: set[str]
) -> list[SourcePerson]:
    people = [Person(**_values(proposal, _SUMMARY), nhs_number=_number(proposal)) for proposal in proposals]
    sources = [
        SourcePerson(
            agency=agency,
            source_system=source_system,
            key=proposal.key,
            person=person,
            digest=digests.of_person(proposal) if proposal.key in sent else "",
            **_values(proposal, _OWN),
        )
        for proposal, person in zip(proposals, people, strict=True)
    ]
    refuse_what_is_too_long(sources)
    Person.unscoped.bulk_create(people, batch_size=BULK)
    SourcePerson.unscoped.bulk_create(sources, batch_size=BULK)
    claim_own(sources, actor.id)
    return sources


def _values(proposal: PersonProposal, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(proposal, name) for name in names}


def _number(proposal: PersonProposal) -> str:
    """The NHS number of the summary: a verified one first, as `linkage.restating` has it."""
    states = sorted(
        (_state(one) != "verified", number_held(one.type, one.value)) for one in _usable(proposal)
    )
    return states[0][1] if states else ""


def _usable(proposal: PersonProposal) -> list[IdentifierProposal]:
    return [one for one in proposal.identifiers if one.type == "nhs_number" and _state(one) != "failed_check"]


def _state(one: IdentifierProposal) -> str:
    return number_state(one.type, one.value, sender_verified=one.verified)


def _bring_up_to_date(source: SourcePerson, proposal: PersonProposal, tally: Tally) -> bool:
    """Put the proposal's values on the row; whether anything was new. Counts what it was."""
    digest = digests.of_person(proposal)
    same = (source.digest, source.source_version) == (digest, proposal.source_version)
    if same or digests.is_older(proposal.source_version, source.source_version):
        tally.unchanged += 1
        return False
    if proposal.withdrawn and not source.withdrawn:
        tally.withdrawn += 1
    elif source.digest:
        tally.changed += 1
    else:
        tally.accepted += 1
    _put(source, proposal, digest)
    return True


def _put(source: SourcePerson, proposal: PersonProposal, digest: str) -> None:
    for name, value in _values(proposal, _OWN).items():
        setattr(source, name, value)
    source.digest, source.received_at = digest, clock.now()
    source.given_key, source.family_key = name_key(source.given_name), name_key(source.family_name)


def _write(changed: list[SourcePerson]) -> None:
    refuse_what_is_too_long(changed)
    # An upsert of rows that all exist: many times quicker than bulk_update.
    SourcePerson.unscoped.bulk_create(
        changed, update_conflicts=True, unique_fields=["id"], update_fields=_WRITTEN, batch_size=BULK
    )


def _store_numbers_and_stays(pairs: list[tuple[SourcePerson, PersonProposal]], tally: Tally) -> None:
    """Replace the numbers and addresses of these source people by those sent now."""
    for some in in_parts([source.id for source, _ in pairs]):
        Identifier.unscoped.filter(source_person_id__in=some).delete()
        Address.unscoped.filter(source_person_id__in=some).delete()
    numbers = [number for source, proposal in pairs for number in _identifiers(source, proposal)]
    stays = [stay for source, proposal in pairs for stay in _addresses(source, proposal)]
    refuse_what_is_too_long(numbers)
    refuse_what_is_too_long(stays)
    Identifier.unscoped.bulk_create(numbers, batch_size=BULK)
    Address.unscoped.bulk_create(stays, batch_size=BULK)
    tally.quarantined += sum(number.state == "failed_check" for number in numbers)


def _identifiers(source: SourcePerson, proposal: PersonProposal) -> Iterable[Identifier]:
    once: dict[tuple[str, str], IdentifierProposal] = {}
    for one in sorted(proposal.identifiers, key=lambda one: (one.verified, repr(one))):
        once[one.type, number_held(one.type, one.value)] = one
    for (number_type, value), one in once.items():
        yield Identifier(
            source_person=source,
            type=number_type,
            value=value,
            system=one.system,
            sender_verified=one.verified,
            state=_state(one),
            valid_from=one.valid_from,
            valid_to=one.valid_to,
        )


def _addresses(source: SourcePerson, proposal: PersonProposal) -> Iterable[Address]:
    for one in proposal.addresses:
        yield Address(
            source_person=source,
            lines="\n".join(one.lines),
            postcode=one.postcode,
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            confidential=one.confidential,
        )


def _note(touched: list[SourcePerson]) -> None:
    babies: dict[bool, list[SourcePerson]] = defaultdict(list)
    for source in touched:
        babies[source.kind == "baby"].append(source)
    for is_baby, sources in babies.items():
        for source in sources:
            current().note(f"source_person:{source.id}", *([str(source.person_id)] if is_baby else []))
