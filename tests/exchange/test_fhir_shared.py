"""Real files that nobody here wrote, when they are at hand: all are answered, all counted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sightline.chronology.proposals import Batch, RefusedFile
from sightline.exchange.reading import files_of, read_file

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SIGHTLINE_SHARED", ROOT.parent / "shared")) / "data"
INVALID = {
    "GPReg-QuestionnaireResponse-Extracted-Example.json",  # a prefix that is not a list
    "Extension-UKCore-ConditionEpisode-Example.xml",  # an extension with two values
}


def folder(name: str) -> Path:
    found = DATA / name
    if not found.is_dir():
        pytest.skip(f"{found} is not here: set SIGHTLINE_SHARED to the shared folder to run this")
    return found


def batches(name: str) -> dict[str, Batch]:
    found = {}
    for path in files_of([folder(name)]):
        try:
            found[path.name] = read_file(path, "OAK")
        except RefusedFile as refused:
            if path.name not in INVALID:
                pytest.fail(f"{refused.refusal}")
    return found


@pytest.mark.parametrize(
    ("name", "files", "resources"),
    [
        ("fhir-hl7-r4-examples", 185, 270),
        ("fhir-nhs-england", 47, 55),
        ("fhir-ukcore", 139, 151),
        ("synthea-infants", 5, 778),
        ("pds-sandbox", 38, 51),
        ("nhs-child-health-events", 11, 106),
    ],
)
def test_every_file_is_answered_and_every_resource_counted(name: str, files: int, resources: int) -> None:
    found = batches(name)
    assert (len(found), sum(batch.resources for batch in found.values())) == (files, resources)
    for batch in found.values():
        told = {entry.source_id.split("#")[0] for entry in batch.entries}
        assert len(batch.kept_aside) <= batch.resources
        assert not told & {aside.source_id for aside in batch.kept_aside}


def test_a_childs_first_years_are_measured_and_immunised() -> None:
    for batch in batches("synthea-infants").values():
        kinds = {entry.kind for entry in batch.entries}
        assert {"birth", "contact", "measurement"} <= kinds
        assert [person.kind for person in batch.people] == ["baby"]
        assert all(entry.author_name for entry in batch.entries if entry.kind == "contact")


def test_events_of_the_older_version_are_kept_aside_whole() -> None:
    for batch in batches("nhs-child-health-events").values():
        assert batch.entries == ()
        assert len(batch.kept_aside) == batch.resources > 0
        assert all(aside.body.strip().startswith(b"<") for aside in batch.kept_aside)


def test_a_verified_number_that_fails_its_check_is_kept_and_counted() -> None:
    baby = batches("fhir-ukcore")["UKCore-Patient-BabyPatient-Example.xml"]
    assert baby.quarantined_identifiers == 1
    assert [(one.value, one.verified) for one in baby.people[0].identifiers] == [("9912003890", True)]


def test_a_flag_of_female_genital_mutilation_is_never_named() -> None:
    for name, batch in batches("fhir-nhs-england").items():
        for aside in batch.kept_aside:
            if "FGM" in name:
                assert "FGM" not in aside.what
                assert "genital" not in aside.what.lower()


def test_a_child_protection_plan_becomes_a_plan() -> None:
    found = batches("fhir-nhs-england")["CPIS-CPP-Bundle-Example.xml"]
    assert [(entry.kind, entry.detail.type) for entry in found.entries] == [("plan", "child_protection")]


def test_the_restricted_person_of_the_sandbox_has_no_open_address() -> None:
    found = batches("pds-sandbox")["Sensitive_PatientSearch.json"]
    assert all(address.confidential for person in found.people for address in person.addresses)
    assert all(person.telephone == "" for person in found.people)
