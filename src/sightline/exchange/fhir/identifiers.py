"""Identifiers, as proposals: NHS numbers with the sender's word on them, local numbers, others."""

from __future__ import annotations

import hashlib
from typing import Any, Final, Literal

from sightline.chronology.proposals import IdentifierProposal
from sightline.core.ids import bare_nhs_number, is_nhs_number
from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import codes, exact_day, parts

NHS_NUMBER: Final = "https://fhir.nhs.uk/Id/nhs-number"
LINK: Final = "urn:sightline:fhir-link:"
"""Before a link's type: the identifier then holds the other record's key at the same sender."""

_VERIFIED: Final = "01"
_VERIFICATION: Final = "NHSNumberVerificationStatus"
_LONGEST_VALUE: Final = 80
_LONGEST_SYSTEM: Final = 200
_RECORD_NUMBERS: Final = frozenset({"MR", "PI", "U"})

IdentifierType = Literal["nhs_number", "upn", "local", "other"]


def identifiers_of(person: Json) -> tuple[IdentifierProposal, ...]:
    """The numbers of a Patient or RelatedPerson, each once, and its links to other records."""
    found = [_identifier(one) for one in parts(person.get("identifier")) if one.get("value")]
    found += [_link(one) for one in parts(person.get("link")) if _other(one)]
    return tuple({(one.type, one.value): one for one in found}.values())


def named_by(identifier: Any) -> str:
    """The NHS number in a reference by identifier, bare; empty when it is no NHS number."""
    one = identifier if isinstance(identifier, dict) else {}
    return bare_nhs_number(str(one.get("value", ""))) if one.get("system") == NHS_NUMBER else ""


def quarantined(identifiers: tuple[IdentifierProposal, ...]) -> int:
    """How many of them are NHS numbers that fail the check: kept, and never used to link."""
    return sum(one.type == "nhs_number" and not is_nhs_number(one.value) for one in identifiers)


def _identifier(one: Json) -> IdentifierProposal:
    system, value = str(one.get("system", "")), str(one["value"])
    type_ = _type(system, one)
    period = one.get("period") or {}
    return IdentifierProposal(
        type=type_,
        value=_fitting(bare_nhs_number(value) if type_ == "nhs_number" else value, _LONGEST_VALUE),
        system=_fitting(system, _LONGEST_SYSTEM),
        verified=type_ == "nhs_number" and _is_verified(one),
        valid_from=exact_day(period.get("start")),
        valid_to=exact_day(period.get("end")),
    )


def _type(system: str, one: Json) -> IdentifierType:
    if system == NHS_NUMBER:
        return "nhs_number"
    if "upn" in system.lower().replace("-", "/").split("/") or "unique-pupil-number" in system.lower():
        return "upn"
    return "local" if any(code in _RECORD_NUMBERS for _, code in codes(one.get("type"))) else "other"


def _is_verified(one: Json) -> bool:
    return any(
        code == _VERIFIED
        for extension in parts(one.get("extension"))
        if _VERIFICATION in str(extension.get("url", ""))
        for _, code in codes(extension.get("valueCodeableConcept"))
    )


def _link(link: Json) -> IdentifierProposal:
    return IdentifierProposal(
        type="other",
        value=_fitting(_other(link), _LONGEST_VALUE),
        system=f"{LINK}{link.get('type', '')}",
    )


def _other(link: Json) -> str:
    return str((link.get("other") or {}).get("reference", ""))


def _fitting(text: str, longest: int) -> str:
    """A text as it is, or a digest of one too long to be kept in full: equal texts stay equal."""
    return text if len(text) <= longest else f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
