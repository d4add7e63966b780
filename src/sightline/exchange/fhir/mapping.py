"""A file's resources as one batch: each mapped, or kept aside and counted. None is dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sightline.chronology.proposals import Batch, EntryProposal, KeptAside, PersonProposal
from sightline.exchange.fhir.appointments import map_appointment
from sightline.exchange.fhir.document import CORRECT_AND_RESEND, Document
from sightline.exchange.fhir.elements import codes, parts, words
from sightline.exchange.fhir.encounters import map_encounter
from sightline.exchange.fhir.entries import Mapped, kept_aside
from sightline.exchange.fhir.identifiers import quarantined
from sightline.exchange.fhir.immunizations import map_immunization
from sightline.exchange.fhir.labels import is_restricted, is_restricted_fact
from sightline.exchange.fhir.measurements import map_observation
from sightline.exchange.fhir.patients import map_patient
from sightline.exchange.fhir.people import merged
from sightline.exchange.fhir.plans import map_care_plan, map_episode, map_flag
from sightline.exchange.fhir.received import Received, unfold
from sightline.exchange.fhir.relationships import map_related_person
from sightline.exchange.fhir.surroundings import Surroundings, survey

SOURCE_SYSTEM: Final = "fhir"

MAPPINGS: Final[dict[str, Callable[[Received, Surroundings], Mapped]]] = {
    "Patient": map_patient,
    "RelatedPerson": map_related_person,
    "Observation": map_observation,
    "Encounter": map_encounter,
    "Appointment": map_appointment,
    "Flag": map_flag,
    "CarePlan": map_care_plan,
    "EpisodeOfCare": map_episode,
    "Immunization": map_immunization,
}
CITED: Final = ("Practitioner", "PractitionerRole", "Organization")
"""Resources that are read where another cites them as its author."""

_RESTRICTED_WHAT: Final = "restricted record"
_LONGEST_WHAT: Final = 200


def batch_of(document: Document, agency_code: str) -> Batch:
    """Everything that a FHIR file says. Raises RefusedFile when a resource in it is not valid."""
    every = list(unfold(document))
    current, older = _newest(document, [one for one in every if not one.version and not one.request])
    around = survey(current)
    mapped = {id(one): _map(one, around) for one in current if one.type not in CITED}
    asides = [_other_version(one) for one in every if one.version]
    asides += [_request(one) for one in every if one.request and not one.version]
    asides += [_aside(one, "An older version of a record whose newer one is in the file.") for one in older]
    for one in current:
        outcome = mapped.get(id(one)) or _cited(one, around)
        if outcome.aside:
            asides.append(_aside(one, outcome.aside))
    outcomes = list(mapped.values())
    people = _people(outcomes, around)
    return Batch(
        agency_code=agency_code,
        source_system=SOURCE_SYSTEM,
        people=people,
        entries=_entries(outcomes),
        kept_aside=tuple(asides),
        resources=len(every),
        quarantined_identifiers=sum(quarantined(person.identifiers) for person in people),
        name=document.name,
        body=document.raw,
    )


def _map(received: Received, around: Surroundings) -> Mapped:
    mapping = MAPPINGS.get(received.type)
    if mapping is None:
        return kept_aside(f"{received.type} has no place yet.")
    _refuse_what_changes_the_meaning(received)
    if is_restricted_fact(codes(received.body.get("code"), received.body.get("category"))):
        return kept_aside("No kind of entry holds this yet; it is of a kind that is always restricted.")
    return mapping(received, around)


def _refuse_what_changes_the_meaning(received: Received) -> None:
    """A modifier extension or implicit rules may turn what a resource says into its opposite."""
    for name in ("modifierExtension", "implicitRules"):
        if received.body.get(name):
            received.document.refuse(
                f"{received.source_id} has {name}, which may change what the record means and is not known "
                f"here. Ask the sender for the record without it, and send the file again.",
                received.body,
                (name,),
            )


def _cited(received: Received, around: Surroundings) -> Mapped:
    if received.source_id in around.cited:
        return Mapped()
    return kept_aside(f"No entry of the file names this {received.type} as its author.")


def _newest(document: Document, every: list[Received]) -> tuple[list[Received], list[Received]]:
    """The newest version of each record, and the older ones. The same version twice must say the same."""
    newest: dict[str, Received] = {}
    older: list[Received] = []
    for one in every:
        held = newest.get(one.source_id)
        if held is None:
            newest[one.source_id] = one
            continue
        if _age(one) == _age(held) and one.body != held.body:
            document.refuse(
                f"{one.source_id} stands twice in the file, saying different things, and neither is marked "
                f"as the newer version. {CORRECT_AND_RESEND}",
                one.body,
            )
        keep, drop = (one, held) if _age(one) > _age(held) else (held, one)
        newest[one.source_id] = keep
        older.append(drop)
    return list(newest.values()), older


def _age(received: Received) -> tuple[int, str]:
    meta = received.body.get("meta") or {}
    version = str(meta.get("versionId") or "")
    return int(version) if version.isdecimal() else -1, str(meta.get("lastUpdated") or version)


def _people(outcomes: list[Mapped], around: Surroundings) -> tuple[PersonProposal, ...]:
    found: dict[str, PersonProposal] = {}
    for person in (one for outcome in outcomes for one in outcome.people):
        held = found.get(person.key)
        found[person.key] = person if held is None else _joined(held, person)
    for key, person in around.named_only.items():
        found.setdefault(key, person)
    return tuple(found.values())


def _joined(first: PersonProposal, second: PersonProposal) -> PersonProposal:
    """A Patient's record goes before the RelatedPerson's that says it is the same person."""
    patient_is_second = second.kind == "baby" or (second.born_from and not first.born_from)
    return merged(second, first) if patient_is_second else merged(first, second)


def _entries(outcomes: list[Mapped]) -> tuple[EntryProposal, ...]:
    found = {one.source_id: one for outcome in outcomes for one in outcome.entries}
    return tuple(found.values())


def _other_version(received: Received) -> KeptAside:
    return _aside(received, f"The record is of FHIR {received.version}; FHIR R4 is read.")


def _request(received: Received) -> KeptAside:
    return KeptAside(
        source_id=f"{received.document.name[-200:]}#{received.request}"[:300],
        what=f"Bundle entry: {received.request}"[:_LONGEST_WHAT],
        reason="The entry asks for something and carries no record. A withdrawal is sent as a record that "
        "is entered in error.",
        body=received.raw,
    )


def _aside(received: Received, reason: str) -> KeptAside:
    return KeptAside(source_id=received.source_id, what=_what(received), reason=reason, body=received.raw)


def _what(received: Received) -> str:
    """What the record is, in a few words: nothing that tells a restricted fact."""
    concepts = [*parts(received.body.get("code")), *parts(received.body.get("category"))]
    if is_restricted(received.labels) or is_restricted_fact(codes(concepts)):
        return f"{received.type}: {_RESTRICTED_WHAT}"
    spoken = words(concepts)
    return (f"{received.type}: {spoken}" if spoken else received.type)[:_LONGEST_WHAT]
