"""Codes that FHIR R4 requires and its models do not check: one set an element.

Source: the required bindings of HL7 FHIR 4.0.1 (hl7.org/fhir/R4), for the elements that the mapping reads.
"""

from __future__ import annotations

from typing import Final

_GENDERS: Final = frozenset({"male", "female", "other", "unknown"})

REQUIRED_CODES: Final[dict[tuple[str, str], frozenset[str]]] = {
    ("Patient", "gender"): _GENDERS,
    ("RelatedPerson", "gender"): _GENDERS,
    ("Practitioner", "gender"): _GENDERS,
    ("PatientContact", "gender"): _GENDERS,
    ("Person", "gender"): _GENDERS,
    ("PatientLink", "type"): frozenset({"replaced-by", "replaces", "refer", "seealso"}),
    ("HumanName", "use"): frozenset({"usual", "official", "temp", "nickname", "anonymous", "old", "maiden"}),
    ("Identifier", "use"): frozenset({"usual", "official", "temp", "secondary", "old"}),
    ("Address", "use"): frozenset({"home", "work", "temp", "old", "billing"}),
    ("Address", "type"): frozenset({"postal", "physical", "both"}),
    ("ContactPoint", "use"): frozenset({"home", "work", "temp", "old", "mobile"}),
    ("ContactPoint", "system"): frozenset({"phone", "fax", "email", "pager", "url", "sms", "other"}),
    ("Quantity", "comparator"): frozenset({"<", "<=", ">=", ">"}),
    ("Observation", "status"): frozenset(
        {
            "registered",
            "preliminary",
            "final",
            "amended",
            "corrected",
            "cancelled",
            "entered-in-error",
            "unknown",
        }
    ),
    ("Encounter", "status"): frozenset(
        {
            "planned",
            "arrived",
            "triaged",
            "in-progress",
            "onleave",
            "finished",
            "cancelled",
            "entered-in-error",
            "unknown",
        }
    ),
    ("Appointment", "status"): frozenset(
        {
            "proposed",
            "pending",
            "booked",
            "arrived",
            "fulfilled",
            "cancelled",
            "noshow",
            "entered-in-error",
            "checked-in",
            "waitlist",
        }
    ),
    ("AppointmentParticipant", "status"): frozenset({"accepted", "declined", "tentative", "needs-action"}),
    ("AppointmentParticipant", "required"): frozenset({"required", "optional", "information-only"}),
    ("Flag", "status"): frozenset({"active", "inactive", "entered-in-error"}),
    ("EpisodeOfCare", "status"): frozenset(
        {"planned", "waitlist", "active", "onhold", "finished", "cancelled", "entered-in-error"}
    ),
    ("CarePlan", "status"): frozenset(
        {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"}
    ),
    ("CarePlan", "intent"): frozenset({"proposal", "plan", "order", "option"}),
    ("Immunization", "status"): frozenset({"completed", "entered-in-error", "not-done"}),
    ("Bundle", "type"): frozenset(
        {
            "document",
            "message",
            "transaction",
            "transaction-response",
            "batch",
            "batch-response",
            "history",
            "searchset",
            "collection",
        }
    ),
    ("BundleEntryRequest", "method"): frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"}),
    ("BundleEntrySearch", "mode"): frozenset({"match", "include", "outcome"}),
    ("OperationOutcomeIssue", "severity"): frozenset({"fatal", "error", "warning", "information"}),
    ("Narrative", "status"): frozenset({"generated", "extensions", "additional", "empty"}),
}
