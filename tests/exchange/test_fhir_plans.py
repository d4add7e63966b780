"""Plans and flags: whose plan it is, whether it is in force, and what must stay restricted."""

from __future__ import annotations

import datetime as dt

import pytest
from fhir_samples import adult, care_plan, concept, flag, only_entry, patient, person, reading, reading_all

from sightline.chronology.kinds import Plan, Relationship

START = dt.date(2026, 6, 1)
FAMILY = "375041000000100"
UNBORN = "818901000000100"


@pytest.mark.parametrize(
    ("code", "type_"),
    [
        ("342191000000101", "child_protection"),
        ("1064311000000109", "child_protection"),
        ("764841000000100", "looked_after"),
    ],
)
def test_a_flag_that_a_child_is_on_a_plan_is_a_plan(code: str, type_: str) -> None:
    entry = only_entry(reading_all(patient(), flag(code)), "plan")
    assert (entry.about, entry.detail) == ("Patient/baby", Plan(type_, start_on=START))


def test_a_family_members_plan_is_never_the_childs() -> None:
    found = reading_all(patient(), flag(FAMILY))
    plan, tie = only_entry(found, "plan"), only_entry(found, "relationship")
    assert plan.about == tie.about == "Flag/f1#family-member"
    assert tie.people == (("to", "Patient/baby"),)
    assert (tie.detail.type, tie.detail.identity) == ("relative", "described")
    assert person(found, "Flag/f1#family-member").kind == "person"


def test_an_unborn_babys_plan_is_the_babys_and_not_the_mothers() -> None:
    found = reading_all(adult(), flag(UNBORN, subject={"reference": "Patient/adult"}))
    plan, tie = only_entry(found, "plan"), only_entry(found, "relationship")
    assert plan.about == "Flag/f1#unborn"
    assert (tie.about, tie.people, tie.detail) == (
        "Patient/adult",
        (("to", "Flag/f1#unborn"),),
        Relationship("mother"),
    )
    assert person(found, "Flag/f1#unborn").kind == "baby"


def test_a_childs_plan_on_an_adults_record_is_kept_aside() -> None:
    found = reading_all(adult(), flag("342191000000101", subject={"reference": "Patient/adult"}))
    assert (found.entries, len(found.kept_aside)) == ((), 1)


def test_a_plan_that_is_over_has_an_end() -> None:
    ended = flag("342191000000101", status="inactive", period={"start": "2026-06-01", "end": "2026-09-01"})
    assert only_entry(reading(ended), "plan").detail.end_on == dt.date(2026, 9, 1)
    changed = flag("342191000000101", status="inactive", meta={"lastUpdated": "2026-10-02T09:00:00Z"})
    assert only_entry(reading(changed), "plan").detail.end_on == dt.date(2026, 10, 2)


def test_a_plan_that_is_over_nobody_knows_when_is_kept_aside() -> None:
    found = reading(flag("342191000000101", status="inactive"))
    assert (found.entries, len(found.kept_aside)) == ((), 1)


def test_a_flag_entered_in_error_withdraws_the_plan() -> None:
    assert only_entry(reading(flag("342191000000101", status="entered-in-error")), "plan").withdrawn
    assert not only_entry(reading(flag("342191000000101")), "plan").withdrawn


def test_the_same_digits_in_another_system_are_no_plan() -> None:
    other = flag("x", code=concept("342191000000101", "https://example.org/codes"))
    assert reading(other).entries == ()


@pytest.mark.parametrize(
    ("change", "mapped"),
    [
        ({}, True),
        ({"status": "on-hold"}, True),
        ({"status": "draft"}, False),
        ({"intent": "proposal"}, False),
        ({"category": [concept("53950000")]}, False),
        ({"subject": {"display": "somebody"}}, False),
    ],
)
def test_only_a_plan_in_force_for_a_child_is_a_plan(change: dict[str, object], mapped: bool) -> None:
    assert bool(reading(care_plan(**change)).entries) == mapped


def test_an_episode_of_care_may_be_a_plan() -> None:
    episode = {
        "resourceType": "EpisodeOfCare",
        "id": "x",
        "status": "active",
        "patient": {"reference": "Patient/baby"},
        "type": [concept("764841000000100")],
    }
    assert only_entry(reading(episode), "plan").detail == Plan("looked_after")
    assert reading(episode | {"type": [concept("1078501000000104")]}).entries == ()


@pytest.mark.parametrize("code", ["902961000000107", "713201008"])
def test_a_flag_of_a_restricted_kind_tells_nothing_in_the_list_of_what_is_kept_aside(code: str) -> None:
    (kept,) = reading(flag(code, code=concept(code, display="Family history of FGM"))).kept_aside
    assert "FGM" not in kept.what + kept.reason
    assert b"Family history of FGM" in kept.body


def test_a_safeguarding_flag_is_kept_aside_by_name() -> None:
    category = [concept("SG", "https://fhir.nhs.uk/CodeSystem/flag-categories-bars")]
    system = "https://fhir.nhs.uk/CodeSystem/safeguarding-codes-bars"
    (kept,) = reading(flag("U", category=category, code=concept("U", system, "Concern"))).kept_aside
    assert kept.what == "Flag: Concern"
    assert "safeguarding concern" in kept.reason


def test_being_homeless_is_an_observation() -> None:
    found = only_entry(reading(flag("32911000")), "observation")
    assert (found.detail.code, found.detail.past) == ("debt_or_housing", None)
    assert only_entry(reading(flag("32911000", status="inactive")), "observation").detail.past is True
