"""Appointments, encounters and immunisations: who was brought, who was met, and what cannot be said."""

from __future__ import annotations

from typing import Any

import pytest
from fhir_samples import (
    adult,
    appointment,
    concept,
    encounter,
    immunization,
    only_entry,
    patient,
    reading,
    reading_all,
    related,
)

from sightline.chronology.kinds import Appointment, Contact, Seen

CANCELLED = "http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason"
REASONS = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
ACTS = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
OF_ADULT = {"participant": [{"actor": {"reference": "Patient/adult"}, "status": "accepted"}]}


def outcome(*resources: dict[str, Any]) -> str | None:
    found = [one.detail.outcome for one in reading_all(*resources).entries if one.kind == "appointment"]
    return found[0] if found else None


@pytest.mark.parametrize("status", ["fulfilled", "arrived", "checked-in"])
def test_an_appointment_that_was_kept_is_attended(status: str) -> None:
    assert outcome(patient(), appointment(status)) == "attended"


def test_a_child_who_did_not_come_was_not_brought() -> None:
    assert outcome(patient(), appointment("noshow")) == "not_brought"


@pytest.mark.parametrize(("born", "expected"), [("2010-05-06", "not_brought"), ("2010-05-05", None)])
def test_not_brought_is_said_of_those_under_sixteen_on_the_day(born: str, expected: str | None) -> None:
    assert outcome(patient(birthDate=born), appointment("noshow")) == expected


def test_an_adult_who_did_not_come_is_kept_aside() -> None:
    found = reading_all(adult(), appointment("noshow", **OF_ADULT))
    assert (found.entries, len(found.kept_aside)) == ((), 1)


def test_nobody_is_called_not_brought_whose_age_is_not_known() -> None:
    assert outcome(appointment("noshow")) is None
    assert outcome(patient(birthDate="2010"), appointment("noshow")) is None


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("pat", "cancelled_by_family"),
        ("pat-lt", "cancelled_by_family"),
        ("pat-dec", "cancelled_by_service"),
        ("prov", "cancelled_by_service"),
        ("other", "cancelled_by_service"),
        ("patience", "cancelled_by_service"),
        (None, "cancelled_by_service"),
    ],
)
def test_a_cancellation_counts_against_the_family_only_where_it_says_so(
    reason: str | None, expected: str
) -> None:
    told = {} if reason is None else {"cancelationReason": concept(reason, CANCELLED)}
    assert outcome(patient(), appointment("cancelled", **told)) == expected


@pytest.mark.parametrize("status", ["booked", "proposed", "pending", "waitlist"])
def test_an_appointment_to_come_has_no_outcome(status: str) -> None:
    found = reading_all(patient(), appointment(status))
    assert outcome(patient(), appointment(status)) is None
    assert len(found.kept_aside) == 1


def test_an_appointment_entered_in_error_is_withdrawn() -> None:
    found = reading_all(patient(), appointment("entered-in-error"))
    assert only_entry(found, "appointment").withdrawn


def test_an_appointment_of_two_patients_is_nobodys() -> None:
    both = [{"actor": {"reference": f"Patient/{one}"}, "status": "accepted"} for one in ("baby", "twin")]
    found = reading_all(patient(), patient(id="twin"), appointment("noshow", participant=both))
    assert [one.kind for one in found.entries] == ["birth", "birth"]


def test_a_parent_who_takes_part_does_not_make_it_theirs() -> None:
    both = [
        {"actor": {"reference": one}, "status": "accepted"} for one in ("Patient/baby", "RelatedPerson/mum")
    ]
    found = reading_all(patient(), related(), appointment("noshow", participant=both))
    assert only_entry(found, "appointment").about == "Patient/baby"


@pytest.mark.parametrize(
    ("told", "sector"),
    [
        ({"specialty": [concept("394814009")]}, "gp"),
        ({"serviceType": [{"text": "Health visiting: six week review"}]}, "health_visiting"),
        ({"serviceType": [{"text": "Something else"}]}, "other"),
        ({}, "other"),
    ],
)
def test_the_service_is_read_from_its_codes_or_words(told: dict[str, Any], sector: str) -> None:
    found = reading_all(patient(), appointment("fulfilled", **told))
    assert only_entry(found, "appointment").detail == Appointment(sector, "attended")


def test_a_home_visit_to_a_child_is_a_contact_where_the_child_was_seen() -> None:
    found = only_entry(reading_all(patient(), encounter()), "contact")
    assert (found.detail, str(found.happened_from)) == (Contact(child_seen=True), "2026-05-05")


def test_a_video_call_does_not_say_that_the_child_was_seen() -> None:
    found = reading_all(patient(), encounter(**{"class": {"system": ACTS, "code": "VR"}}))
    assert only_entry(found, "contact").detail == Contact(child_seen=None)


def test_a_visit_to_somebody_not_known_to_be_a_child_does_not_say_a_child_was_seen() -> None:
    assert only_entry(reading(encounter()), "contact").detail == Contact(child_seen=None)


@pytest.mark.parametrize(("code", "how"), [("AMB", "met"), ("VR", "spoke")])
def test_an_adult_met_by_a_service_is_seen(code: str, how: str) -> None:
    visit = encounter(subject={"reference": "Patient/adult"}, **{"class": {"system": ACTS, "code": code}})
    assert only_entry(reading_all(adult(), visit), "seen").detail == Seen(how)


@pytest.mark.parametrize("status", ["planned", "cancelled", "unknown"])
def test_an_encounter_that_did_not_take_place_is_kept_aside(status: str) -> None:
    assert reading(encounter(status=status)).entries == ()


def test_an_encounter_with_nobody_is_kept_aside() -> None:
    body = encounter()
    del body["subject"]
    assert (reading(body).entries, len(reading(body).kept_aside)) == ((), 1)


def test_an_encounter_entered_in_error_is_withdrawn_and_saw_nobody() -> None:
    found = only_entry(reading_all(patient(), encounter(status="entered-in-error")), "contact")
    assert (found.withdrawn, found.detail) == (True, Contact())


def test_a_child_immunised_was_brought() -> None:
    found = only_entry(reading_all(patient(), immunization()), "appointment")
    assert (found.detail.outcome, found.note) == ("attended", "Immunisation: 6-in-1")


@pytest.mark.parametrize(
    ("code", "expected"), [("PATOBJ", "declined"), ("OSTOCK", "cancelled_by_service"), ("MEDPREC", None)]
)
def test_an_immunisation_not_given_says_only_what_its_reason_says(code: str, expected: str | None) -> None:
    body = immunization(status="not-done", statusReason=concept(code, REASONS))
    assert outcome(patient(), body) == expected
    assert outcome(patient(), immunization(status="not-done")) is None


def test_an_immunisation_from_elsewhere_or_of_an_adult_is_kept_aside() -> None:
    assert outcome(patient(), immunization(primarySource=False)) is None
    assert outcome(adult(), immunization(patient={"reference": "Patient/adult"})) is None
