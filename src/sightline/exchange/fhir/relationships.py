"""Related people and a Patient's contacts, as people and how they stand to the Patient."""

from __future__ import annotations

import hashlib
import json
from typing import Final

from sightline.chronology.kinds import Relationship
from sightline.chronology.proposals import EntryProposal, PersonProposal
from sightline.core import clock
from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import SNOMED, codes, full_name, last_day, parts, words
from sightline.exchange.fhir.entries import Mapped, entry, kept_aside, when
from sightline.exchange.fhir.people import person_of
from sightline.exchange.fhir.received import Received
from sightline.exchange.fhir.surroundings import Surroundings

_ROLES: Final = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
_TYPES: Final[dict[str, str]] = {
    "mother": "MTH NMTH GESTM ADOPTM BIOMTH",
    "father": "FTH NFTH NFTHF ADOPTF",
    "parent": "PRN NPRN ADOPTP",
    "grandparent": "GRPRN GRMTH GRFTH MGRPRN MGRMTH MGRFTH PGRPRN PGRMTH PGRFTH",
    "sibling": "SIB NSIB BRO NBRO SIS NSIS TWIN TWINBRO TWINSIS FTWIN FTWINBRO FTWINSIS ITWIN ITWINBRO "
    "ITWINSIS",
    "half_sibling": "HSIB HBRO HSIS",
    "partner": "SPS WIFE HUSB DOMPART SIGOTHR STPPRN STPMTH STPFTH",
    "ex_partner": "FMRSPS",
    "relative": "FAMMEMB EXT AUNT MAUNT PAUNT UNCLE MUNCLE PUNCLE COUSN MCOUSN PCOUSN GGRPRN GGRMTH GGRFTH "
    "STPSIB STPBRO STPSIS NIENEPH NIECE NEPHEW",
    "carer": "PRNFOST MTHFOST FTHFOST GUARD",
    "friend": "FRND NBOR",
    "lodger": "ROOM",
}
_BY_ROLE: Final = {(_ROLES, code): type_ for type_, told in _TYPES.items() for code in told.split()}
_BY_SNOMED: Final = {(SNOMED, "72705000"): "mother", (SNOMED, "66839005"): "father"}
_GUARDIAN: Final = "Guardian"
_ORDER: Final = tuple(_TYPES)
_FOR_LIFE: Final = frozenset(
    {"mother", "father", "parent", "grandparent", "sibling", "half_sibling", "relative"}
)


def map_related_person(received: Received, around: Surroundings) -> Mapped:
    """A person and the relationship; one whose relationship has no place is kept aside whole."""
    body = received.body
    key = around.keys[received.source_id]
    type_ = relationship_type(body.get("relationship"))
    to = around.person_key(body.get("patient"), received)
    if type_ is None or not to or to == key:
        return kept_aside("It does not say who the person is to the patient, or not in a way with a place.")
    detail = Relationship(type_, identity=_identity(body), ended=_ended(body, type_))
    told = entry(received, around, key, detail, when(body, "period"), people=(("to", to),), note=_note(body))
    return Mapped((told,), (person_of(received, key, "person"),))


def contacts_of(received: Received, around: Surroundings, key: str) -> Mapped:
    """The relatives that a Patient record names as contacts, each a person of the sender's own."""
    people: list[PersonProposal] = []
    entries: list[EntryProposal] = []
    for contact in parts(received.body.get("contact")):
        type_ = relationship_type(contact.get("relationship"))
        if type_ is not None and full_name(contact.get("name") or {}):
            part = f"#contact-{_digest(type_, contact)}"
            people.append(_contact_person(received, contact, key + part))
            detail = Relationship(type_)
            entries.append(
                entry(
                    received,
                    around,
                    key + part,
                    detail,
                    when(contact, "period"),
                    part=part,
                    people=(("to", key),),
                )
            )
    return Mapped(tuple(entries), tuple(people))


def relationship_type(concepts: object) -> str | None:
    """The closest tie that the codes plainly name."""
    told = codes(concepts)
    found = {tie for code in told if (tie := _BY_ROLE.get(code) or _BY_SNOMED.get(code))}
    if any(code == _GUARDIAN for _, code in told):
        found.add("carer")
    return next((type_ for type_ in _ORDER if type_ in found), None)


def _contact_person(received: Received, contact: Json, key: str) -> PersonProposal:
    name = {**contact, "name": parts(contact.get("name")), "address": parts(contact.get("address"))}
    return person_of(
        Received(received.document, name, labels=received.labels, method=received.method), key, "person"
    )


def _digest(type_: str, contact: Json) -> str:
    told = json.dumps([type_, full_name(contact.get("name") or {})])
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _identity(body: Json) -> str:
    if any(full_name(name) for name in parts(body.get("name"))):
        return "named"
    numbered = any(one.get("value") for one in parts(body.get("identifier")))
    return "named" if numbered else "unknown"


def _ended(body: Json, type_: str) -> bool | None:
    """Whether a tie that can end has ended. A mother stays a mother when her record is closed."""
    if type_ in _FOR_LIFE:
        return None
    end = last_day((body.get("period") or {}).get("end"))
    if body.get("active") is False or (end is not None and end < clock.today()):
        return True
    return None


def _note(body: Json) -> str:
    closed = "The sender no longer uses this record." if body.get("active") is False else ""
    spoken = [words(one) for one in parts(body.get("relationship"))]
    return "\n".join(text for text in (*dict.fromkeys(spoken), closed) if text)
