"""Patients and related people, as proposals of source people."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from sightline.chronology.proposals import AddressProposal, PersonKind, PersonProposal
from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import (
    codes,
    days,
    exact_day,
    extensions,
    first_day,
    last_day,
    parts,
    words,
)
from sightline.exchange.fhir.identifiers import identifiers_of
from sightline.exchange.fhir.labels import is_confidential
from sightline.exchange.fhir.received import Received

_NAME_ORDER: Final = ("usual", "official", "", "temp", "nickname", "anonymous", "maiden", "old")
_TELEPHONE_ORDER: Final = ("mobile", "home", "", "temp", "work")
_SEX_CODES: Final = {"M": "male", "F": "female", "male": "male", "female": "female"}
_LONGEST_NAME: Final = 300
_LONGEST_LINE: Final = 80
_LONGEST_POSTCODE: Final = 10
_MOST_AT_ONE_BIRTH: Final = 12
_BIRTH_TIME: Final = "/patient-birthTime"


def person_of(received: Received, key: str, kind: PersonKind) -> PersonProposal:
    """The person that a Patient or RelatedPerson describes.

    Where the labels make the person's place confidential, addresses are marked so and no telephone number
    is proposed: a landline tells the place. Both stand in the message as received.
    """
    body = received.body
    confidential = is_confidential(received.labels)
    given, family = name_of(body)
    born_from, born_to = born(body)
    return PersonProposal(
        key=key,
        kind=kind,
        given_name=given,
        family_name=family,
        sex=sex_of(body),
        born_from=born_from,
        born_to=born_to,
        died_on=exact_day(body.get("deceasedDateTime")),
        identifiers=identifiers_of(body),
        addresses=tuple(_address(one, confidential) for one in parts(body.get("address"))),
        telephone="" if confidential else _telephone(body),
        language=_language(body),
        interpreter=_interpreter(body),
        birth_order=birth_order(body),
        source_version=received.source_version,
        withdrawn=received.is_deleted,
    )


def merged(patient: PersonProposal, relative: PersonProposal) -> PersonProposal:
    """One person of two records that say they are one: the Patient's word first, gaps from the other."""
    told = {
        name: getattr(patient, name) or getattr(relative, name)
        for name in ("given_name", "family_name", "born_from", "born_to", "died_on", "telephone", "language")
    }
    return PersonProposal(
        **told,
        key=patient.key,
        kind=patient.kind,
        sex=relative.sex if patient.sex == "unknown" else patient.sex,
        identifiers=_each_once(patient, relative),
        addresses=patient.addresses + tuple(a for a in relative.addresses if a not in patient.addresses),
        birth_order=patient.birth_order or relative.birth_order,
        interpreter=relative.interpreter if patient.interpreter is None else patient.interpreter,
        source_version=patient.source_version,
        withdrawn=patient.withdrawn,
    )


def _each_once(first: PersonProposal, second: PersonProposal) -> tuple[Any, ...]:
    return tuple({(one.type, one.value): one for one in (*second.identifiers, *first.identifiers)}.values())


def born(body: Json) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day on which the person may have been born."""
    found = days(body.get("birthDate"))
    if found is None:
        extra = body.get("_birthDate")
        times = extensions(extra, _BIRTH_TIME) if isinstance(extra, dict) else iter(())
        found = next((days(time.get("valueDateTime")) for time in times), None)
    return found if found else (None, None)


def name_of(body: Json) -> tuple[str, str]:
    """Given names and family name of the name in use; a name that is only text counts as a family name."""
    names = sorted(parts(body.get("name")), key=_name_rank)
    if not names:
        return "", ""
    name = names[0]
    given = " ".join(str(part) for part in name.get("given") or () if part).strip()
    family = str(name.get("family") or "").strip()
    if not given and not family:
        family = str(name.get("text") or "").strip()
    return given[:_LONGEST_NAME], family[:_LONGEST_NAME]


def _name_rank(name: Json) -> tuple[int, bool]:
    return _rank(name, _NAME_ORDER), bool((name.get("period") or {}).get("end"))


def _rank(part: Json, order: tuple[str, ...]) -> int:
    use = str(part.get("use") or "")
    return order.index(use) if use in order else len(order)


def sex_of(body: Json) -> str:
    """Female, male or unknown: the gender given, else UK Core's birth sex."""
    found = _SEX_CODES.get(str(body.get("gender", "")))
    for extension in extensions(body, "Extension-UKCore-BirthSex"):
        for _, code in codes(extension.get("valueCodeableConcept")):
            found = found or _SEX_CODES.get(code)
    return found or "unknown"


def _address(address: Json, confidential: bool) -> AddressProposal:
    told = [*(address.get("line") or ()), address.get("city"), address.get("district")]
    lines = tuple(str(line).strip() for line in told if line) or (str(address.get("text") or ""),)
    period = address.get("period") or {}
    postcode = str(address.get("postalCode") or "").strip()
    if len(postcode) > _LONGEST_POSTCODE:
        lines, postcode = (*lines, postcode), ""
    return AddressProposal(
        lines=lines,
        postcode=postcode,
        valid_from=first_day(period.get("start")),
        valid_to=last_day(period.get("end")),
        confidential=confidential,
    )


def _telephone(body: Json) -> str:
    numbers = [one for one in parts(body.get("telecom")) if _is_telephone(one)]
    numbers.sort(key=lambda one: (bool((one.get("period") or {}).get("end")), _rank(one, _TELEPHONE_ORDER)))
    return str(numbers[0]["value"])[:_LONGEST_LINE] if numbers else ""


def _is_telephone(one: Json) -> bool:
    return one.get("system") in ("phone", "sms") and bool(one.get("value")) and one.get("use") != "old"


def _language(body: Json) -> str:
    spoken = parts(body.get("communication"))
    spoken.sort(key=lambda one: not one.get("preferred"))
    found = [words(one.get("language")) for one in spoken]
    for communication in extensions(body, "Extension-UKCore-NHSCommunication"):
        for part in extensions(communication, "language"):
            found.append(words(part.get("valueCodeableConcept")))
    return next((text[:_LONGEST_LINE] for text in found if text), "")


def _interpreter(body: Json) -> bool | None:
    told = [*extensions(body, "/patient-interpreterRequired")]
    for communication in extensions(body, "Extension-UKCore-NHSCommunication"):
        told += extensions(communication, "interpreterRequired")
    values = [one["valueBoolean"] for one in told if isinstance(one.get("valueBoolean"), bool)]
    return any(values) if values else None


def is_fetal(body: Json) -> bool:
    """Whether the record is marked as that of an unborn baby."""
    return any(
        one.get("valueBoolean") is True or one.get("valueCodeableConcept")
        for one in extensions(body, "/patient-fetalStatus")
    )


def is_animal(body: Json) -> bool:
    """Whether the Patient is an animal."""
    return any(True for _ in extensions(body, "/patient-animal"))


def is_multiple_birth(body: Json) -> bool | None:
    """Whether one of several: an order of 1 is also what a single baby is given, so it says nothing."""
    told = body.get("multipleBirthBoolean")
    if isinstance(told, bool):
        return told
    return True if (birth_order(body) or 0) > 1 else None


def birth_order(body: Json) -> int | None:
    """The place among the babies of one birth, from 1, where given and possible."""
    order = body.get("multipleBirthInteger")
    return order if isinstance(order, int) and 1 <= order <= _MOST_AT_ONE_BIRTH else None
