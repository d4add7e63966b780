"""Bundles, versions and counting: every resource is mapped, cited or kept aside."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from fhir_samples import bundle, flag, only_entry, patient, reading, reading_all, weight

from sightline.chronology.proposals import RefusedFile
from sightline.core import clock


def test_a_bundle_counts_its_entries_and_not_itself() -> None:
    found = reading_all(patient(), weight(), {"resourceType": "Location", "id": "l"})
    assert (found.resources, len(found.people), len(found.entries), len(found.kept_aside)) == (3, 1, 2, 1)
    assert reading({"resourceType": "Bundle", "type": "searchset", "total": 0}).resources == 0
    inner = bundle(bundle(patient()), weight())
    assert reading(inner).resources == 2


def test_references_inside_a_transaction_are_followed() -> None:
    urn = "urn:uuid:5b0c7a52-6a1d-4b7e-9d55-0c5f3b1d0001"
    body = bundle(patient(), weight(subject={"reference": urn}), type_="transaction")
    body["entry"][0]["fullUrl"] = urn
    assert only_entry(reading(body), "measurement").about == "Patient/baby"


def test_references_by_whole_address_are_followed_within_their_server() -> None:
    base = "https://here.example/fhir"
    body = bundle(patient(), weight(subject={"reference": f"{base}/Patient/other"}))
    body["entry"][0]["fullUrl"] = f"{base}/Patient/baby"
    assert only_entry(reading(body), "measurement").about == "Patient/other"
    body["entry"][1]["resource"]["subject"]["reference"] = f"{base}/Patient/baby/_history/3"
    assert only_entry(reading(body), "measurement").about == "Patient/baby"


def test_what_is_kept_aside_is_kept_as_received() -> None:
    spelled = '{"resourceType":"Location",  "id":"l", "name":"Caf\\u00e9"}'
    text = f'{{"resourceType":"Bundle","type":"collection","entry":[{{"resource":{spelled}}}]}}'
    assert reading(text).kept_aside[0].body == spelled.encode()
    xml = "<Location xmlns='http://hl7.org/fhir'><id value='l'/></Location>"
    assert reading(f"<?xml version='1.0'?>{xml}").kept_aside[0].body == xml.encode()


def test_a_record_of_another_version_is_kept_aside_with_its_whole_bundle() -> None:
    profile = {"profile": ["https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-Patient-1"]}
    found = reading_all({"resourceType": "Organization", "id": "o"}, patient(meta=profile))
    assert (found.resources, len(found.kept_aside), found.people) == (2, 2, ())
    assert all("STU3" in one.reason for one in found.kept_aside)


def test_an_element_that_only_another_version_has_shows_the_version() -> None:
    stu3 = {"resourceType": "Patient", "id": "p", "animal": {"species": {"text": "dog"}}}
    assert "STU3" in reading(stu3).kept_aside[0].reason
    with pytest.raises(RefusedFile):
        reading(stu3 | {"colour": "brown"})


def test_a_resource_that_only_another_version_has_is_kept_aside() -> None:
    found = reading({"resourceType": "ReferralRequest", "id": "r"})
    assert "STU3" in found.kept_aside[0].reason
    assert (
        reading({"resourceType": "SubstancePolymer", "id": "s"})
        .kept_aside[0]
        .reason.endswith("no place yet.")
    )


def test_a_request_without_a_record_is_counted_and_kept_aside() -> None:
    body = {
        "resourceType": "Bundle",
        "type": "batch",
        "entry": [{"request": {"method": "GET", "url": "Patient/1"}}],
    }
    found = reading(body)
    assert (found.resources, found.kept_aside[0].what) == (1, "Bundle entry: GET Patient/1")


def test_a_record_sent_with_a_request_to_delete_it_is_withdrawn() -> None:
    body = bundle(patient(), flag("342191000000101"), type_="transaction")
    body["entry"][0]["request"] = {"method": "PUT", "url": "Patient/baby"}
    body["entry"][1]["request"] = {"method": "DELETE", "url": "Flag/f1"}
    found = reading(body)
    assert only_entry(found, "plan").withdrawn
    assert not found.people[0].withdrawn


def test_the_newer_of_two_versions_is_taken_and_the_older_kept_aside() -> None:
    old = weight(meta={"versionId": "9"}, effectiveDateTime="2026-04-01")
    new = weight(meta={"versionId": "10"}, effectiveDateTime="2026-04-02")
    for found in (reading_all(old, new), reading_all(new, old)):
        entry = only_entry(found, "measurement")
        assert (str(entry.happened_from), entry.source_version) == ("2026-04-02", "10")
        assert (found.resources, len(found.kept_aside)) == (2, 1)


def test_one_record_twice_is_one_and_two_stories_are_refused() -> None:
    assert len(reading_all(weight(), weight()).entries) == 1
    with pytest.raises(RefusedFile, match="stands twice"):
        reading_all(weight(), weight(effectiveDateTime="2026-04-02"))


def test_a_version_is_the_number_or_else_the_last_change() -> None:
    changed = {"lastUpdated": "2026-04-05T09:00:00Z"}
    assert only_entry(reading(weight(meta=changed)), "measurement").source_version == changed["lastUpdated"]
    assert only_entry(reading(weight()), "measurement").source_version == ""


def test_a_record_without_an_id_is_known_again() -> None:
    bare = weight()
    del bare["id"]
    first = only_entry(reading(bare), "measurement").source_id
    again = only_entry(
        reading(bare | {"meta": {"lastUpdated": "2026-04-05T09:00:00Z"}}), "measurement"
    ).source_id
    other = only_entry(reading(bare | {"effectiveDateTime": "2026-04-02"}), "measurement").source_id
    assert first == again != other
    numbered = bare | {"identifier": [{"system": "https://example.org/w", "value": "7"}]}
    assert only_entry(reading(numbered), "measurement").source_id == "Observation/https://example.org/w|7"


def test_the_same_bytes_give_the_same_batch() -> None:
    raw = json.dumps(bundle(patient(), weight()))
    with clock.at(dt.datetime(2026, 11, 1, tzinfo=dt.UTC)):
        assert reading(raw) == reading(raw)


def test_what_does_not_say_when_it_was_recorded_was_recorded_now() -> None:
    now = dt.datetime(2026, 11, 1, 8, tzinfo=dt.UTC)
    silent = weight()
    del silent["issued"]
    with clock.at(now):
        assert only_entry(reading(silent), "measurement").recorded_at == now
        changed = silent | {"meta": {"lastUpdated": "2026-04-05T09:00:00Z"}}
        assert only_entry(reading(changed), "measurement").recorded_at.day == 5


def test_an_author_whom_nothing_cites_is_kept_aside() -> None:
    nurse = {"resourceType": "Practitioner", "id": "n", "name": [{"family": "Reed"}]}
    assert [one.source_id for one in reading_all(weight(), nurse).kept_aside] == ["Practitioner/n"]


def test_an_error_of_the_senders_server_is_kept_aside() -> None:
    wrong = {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "value"}]}
    assert (reading(wrong).resources, len(reading(wrong).kept_aside)) == (1, 1)
