"""Small FHIR resources, all invented here, for the tests of the reader."""

from __future__ import annotations

import json
from typing import Any

from sightline.chronology.proposals import Batch, EntryProposal, PersonProposal
from sightline.exchange.fhir import read

Json = dict[str, Any]
NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"
SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
ROLES = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
GOOD_NUMBER = "9990000018"
BAD_NUMBER = "9990000019"


def concept(code: str, system: str = SNOMED, display: str = "") -> Json:
    coding = {"system": system, "code": code}
    return {"coding": [coding | ({"display": display} if display else {})]}


def patient(**more: Any) -> Json:
    plain = {"resourceType": "Patient", "id": "baby", "birthDate": "2026-03-01", "gender": "female"}
    return plain | more


def adult(**more: Any) -> Json:
    return patient(id="adult", birthDate="1990-05-06") | more


def related(code: str = "MTH", **more: Any) -> Json:
    plain = {
        "resourceType": "RelatedPerson",
        "id": "mum",
        "patient": {"reference": "Patient/baby"},
        "relationship": [concept(code, ROLES)],
        "name": [{"family": "Fern", "given": ["Ada"]}],
    }
    return plain | more


def weight(**more: Any) -> Json:
    plain = {
        "resourceType": "Observation",
        "id": "w1",
        "status": "final",
        "code": concept("29463-7", LOINC, "Body weight"),
        "subject": {"reference": "Patient/baby"},
        "effectiveDateTime": "2026-04-01T10:00:00+01:00",
        "issued": "2026-04-01T11:00:00Z",
        "valueQuantity": {"value": 4.2, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"},
    }
    return plain | more


def appointment(status: str, **more: Any) -> Json:
    plain = {
        "resourceType": "Appointment",
        "id": "a1",
        "status": status,
        "start": "2026-05-05T09:30:00Z",
        "end": "2026-05-05T10:00:00Z",
        "participant": [{"actor": {"reference": "Patient/baby"}, "status": "accepted"}],
    }
    return plain | more


def encounter(**more: Any) -> Json:
    plain = {
        "resourceType": "Encounter",
        "id": "e1",
        "status": "finished",
        "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "HH"},
        "subject": {"reference": "Patient/baby"},
        "period": {"start": "2026-05-05T09:30:00Z", "end": "2026-05-05T10:00:00Z"},
    }
    return plain | more


def immunization(**more: Any) -> Json:
    plain = {
        "resourceType": "Immunization",
        "id": "i1",
        "status": "completed",
        "vaccineCode": {"text": "6-in-1"},
        "patient": {"reference": "Patient/baby"},
        "occurrenceDateTime": "2026-05-05",
    }
    return plain | more


def flag(snomed: str, **more: Any) -> Json:
    plain = {
        "resourceType": "Flag",
        "id": "f1",
        "status": "active",
        "code": concept(snomed),
        "subject": {"reference": "Patient/baby"},
        "period": {"start": "2026-06-01"},
    }
    return plain | more


def care_plan(code: str = "342191000000101", **more: Any) -> Json:
    plain = {
        "resourceType": "CarePlan",
        "id": "p1",
        "status": "active",
        "intent": "plan",
        "category": [concept(code)],
        "subject": {"reference": "Patient/baby"},
        "period": {"start": "2026-06-01"},
    }
    return plain | more


def bundle(*resources: Json, type_: str = "collection") -> Json:
    return {"resourceType": "Bundle", "type": type_, "entry": [{"resource": one} for one in resources]}


def nhs_number(value: str, verified: str = "01") -> Json:
    status = {
        "url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus",
        "valueCodeableConcept": concept(verified, "https://fhir.hl7.org.uk/CodeSystem/status"),
    }
    return {"extension": [status], "system": NHS_NUMBER, "value": value}


def reading(data: Json | list[Json] | str | bytes) -> Batch:
    """The batch of a resource, a text or bytes."""
    if isinstance(data, dict | list):
        data = json.dumps(data, indent=1)
    raw = data.encode() if isinstance(data, str) else data
    return read(raw, name="sample.json", agency_code="OAK")


def reading_all(*resources: Json) -> Batch:
    return reading(bundle(*resources))


def only_entry(batch: Batch, kind: str) -> EntryProposal:
    (entry,) = [one for one in batch.entries if one.kind == kind]
    return entry


def person(batch: Batch, key: str) -> PersonProposal:
    (found,) = [one for one in batch.people if one.key == key]
    return found
