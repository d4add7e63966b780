"""Patients and related people: who they are, and who is not the same."""

from __future__ import annotations

import datetime as dt

import pytest
from fhir_samples import (
    BAD_NUMBER,
    CONFIDENTIALITY,
    GOOD_NUMBER,
    adult,
    concept,
    nhs_number,
    only_entry,
    patient,
    person,
    reading,
    reading_all,
    related,
    weight,
)

from sightline.chronology.kinds import Birth, Relationship
from sightline.core import clock

TODAY = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)
RESTRICTED = {"security": [{"system": CONFIDENTIALITY, "code": "R"}]}


@pytest.fixture(autouse=True)
def _one_day() -> object:
    with clock.at(TODAY):
        yield


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2026-03-01", "2026-03-01", "2026-03-01"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_partial_day_of_birth_is_a_span_of_days(told: str, first: str, last: str) -> None:
    found = reading(patient(birthDate=told)).people[0]
    assert (str(found.born_from), str(found.born_to)) == (first, last)


def test_a_day_of_birth_that_is_not_there_is_not_known() -> None:
    bare = {"resourceType": "Patient", "id": "x"}
    assert (reading(bare).people[0].born_from, reading(bare).people[0].kind) == (None, "person")


@pytest.mark.parametrize(
    ("born", "kind"),
    [("2026-03-01", "baby"), ("2024-11-02", "baby"), ("2024-11-01", "person"), ("1990-01-01", "person")],
)
def test_a_baby_is_under_two_on_the_day_of_import(born: str, kind: str) -> None:
    assert reading(patient(birthDate=born)).people[0].kind == kind


def test_a_baby_of_the_past_is_one_who_was_under_two_when_the_file_tells_of_them() -> None:
    past = reading_all(patient(birthDate="2019-01-24"), weight(effectiveDateTime="2019-02-24"))
    assert person(past, "Patient/baby").kind == "baby"
    late = reading_all(patient(birthDate="2019-01-24"), weight(effectiveDateTime="2021-02-24"))
    assert person(late, "Patient/baby").kind == "person"


def test_an_adult_whose_record_begins_with_her_birth_is_no_baby() -> None:
    old = reading_all(patient(birthDate="1990-01-24"), weight(effectiveDateTime="1990-02-24"))
    assert person(old, "Patient/baby").kind == "person"


def test_a_baby_has_a_birth_and_an_adult_has_none() -> None:
    born = only_entry(reading(patient(multipleBirthInteger=2)), "birth")
    assert born.detail == Birth(dt.date(2026, 3, 1), sex="female", multiple_birth=True)
    assert born.source_id == "Patient/baby#birth"
    assert reading(adult()).entries == ()
    assert reading(patient(birthDate="2026-03")).entries == ()


def test_being_first_born_says_nothing_of_a_twin() -> None:
    first = reading(patient(multipleBirthInteger=1))
    assert only_entry(first, "birth").detail.multiple_birth is None
    assert first.people[0].birth_order == 1


def test_an_nhs_number_keeps_the_senders_word() -> None:
    (number,) = reading(patient(identifier=[nhs_number("999 000 0018")])).people[0].identifiers
    assert (number.type, number.value, number.verified) == ("nhs_number", GOOD_NUMBER, True)
    (number,) = reading(patient(identifier=[nhs_number(GOOD_NUMBER, "02")])).people[0].identifiers
    assert not number.verified


def test_a_number_that_fails_its_check_is_kept_and_counted() -> None:
    bad = reading(patient(identifier=[nhs_number(BAD_NUMBER)]))
    assert bad.people[0].identifiers[0].value == BAD_NUMBER
    assert bad.quarantined_identifiers == 1
    assert reading(patient(identifier=[nhs_number(GOOD_NUMBER)])).quarantined_identifiers == 0


def test_a_restricted_patient_keeps_the_name_and_hides_the_place() -> None:
    home = {
        "address": [{"line": ["1 Elm Row"], "city": "Oakham", "postalCode": "OA1 1AA", "use": "home"}],
        "telecom": [{"system": "phone", "value": "01234 567890"}],
        "name": [{"family": "Fern"}],
    }
    hidden = reading(patient(meta=RESTRICTED, **home)).people[0]
    assert [one.confidential for one in hidden.addresses] == [True]
    assert (hidden.telephone, hidden.family_name) == ("", "Fern")
    open_ = reading(patient(**home)).people[0]
    assert (open_.addresses[0].lines, open_.addresses[0].confidential) == (("1 Elm Row", "Oakham"), False)
    assert open_.telephone == "01234 567890"
    assert only_entry(reading(patient(meta=RESTRICTED)), "birth").sensitivity == "shared"


def test_the_name_in_use_is_taken_before_old_ones() -> None:
    names = [
        {"use": "old", "family": "Ash", "given": ["Ada"]},
        {"use": "usual", "family": "Birch", "given": ["Ada"], "period": {"end": "2020-01-01"}},
        {"use": "usual", "family": "Cedar", "given": ["Ada", "May"]},
    ]
    found = reading(adult(name=names)).people[0]
    assert (found.given_name, found.family_name) == ("Ada May", "Cedar")


def test_language_and_interpreter_are_read() -> None:
    url = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired"
    told = {
        "communication": [{"language": {"text": "Polish"}, "preferred": True}],
        "extension": [{"url": url, "valueBoolean": True}],
    }
    found = reading(adult(**told)).people[0]
    assert (found.language, found.interpreter) == ("Polish", True)
    assert reading(adult()).people[0].interpreter is None


def test_a_day_of_death_is_kept_when_it_is_exact() -> None:
    assert str(reading(adult(deceasedDateTime="2026-01-05")).people[0].died_on) == "2026-01-05"
    assert reading(adult(deceasedDateTime="2026-01")).people[0].died_on is None


def test_an_animal_is_kept_aside() -> None:
    species = {"url": "species", "valueCodeableConcept": concept("1")}
    animal = {
        "url": "http://hl7.org/fhir/StructureDefinition/patient-animal",
        "extension": [species],
    }
    found = reading(patient(extension=[animal]))
    assert (found.people, len(found.kept_aside)) == ((), 1)


def test_a_related_person_stands_in_a_relationship_to_the_patient() -> None:
    found = reading_all(patient(), related())
    told = only_entry(found, "relationship")
    assert (told.about, told.people) == ("RelatedPerson/mum", (("to", "Patient/baby"),))
    assert told.detail == Relationship("mother")


@pytest.mark.parametrize(
    ("code", "type_"),
    [("FTH", "father"), ("HBRO", "half_sibling"), ("GRMTH", "grandparent"), ("STPFTH", "partner")],
)
def test_roles_are_read_as_practitioners_say_them(code: str, type_: str) -> None:
    assert only_entry(reading(related(code)), "relationship").detail.type == type_


def test_the_closest_tie_is_told() -> None:
    both = [concept("Guardian", "https://fhir.hl7.org.uk/CodeSystem/role"), related()["relationship"][0]]
    assert only_entry(reading(related(relationship=both)), "relationship").detail.type == "mother"


def test_an_emergency_contact_is_no_relationship() -> None:
    found = reading(related(relationship=[concept("C", "http://terminology.hl7.org/CodeSystem/v2-0131")]))
    assert (found.people, found.entries, len(found.kept_aside)) == ((), (), 1)


def test_a_mother_whose_record_is_closed_stays_the_mother_and_a_partner_does_not() -> None:
    assert only_entry(reading(related(active=False)), "relationship").detail.ended is None
    assert only_entry(reading(related("SIGOTHR", active=False)), "relationship").detail.ended is True
    ending = related("SIGOTHR", period={"end": "2026-10-31"})
    assert only_entry(reading(ending), "relationship").detail.ended is True
    assert (
        only_entry(reading(ending | {"period": {"end": "2026-11-01"}}), "relationship").detail.ended is None
    )


def test_a_patient_who_links_to_a_related_person_is_one_person_with_them() -> None:
    link = [{"other": {"reference": "RelatedPerson/mum"}, "type": "seealso"}]
    found = reading_all(
        patient(), related(telecom=[{"system": "phone", "value": "07700 900001"}]), adult(link=link)
    )
    assert sorted(one.key for one in found.people) == ["Patient/adult", "Patient/baby"]
    assert only_entry(found, "relationship").about == "Patient/adult"
    mother = person(found, "Patient/adult")
    assert (str(mother.born_from), mother.family_name, mother.telephone) == (
        "1990-05-06",
        "Fern",
        "07700 900001",
    )


def test_a_shared_number_makes_one_person_and_a_shared_name_does_not() -> None:
    number = [{"system": "https://example.org/mrn", "value": "77"}]
    same = reading_all(patient(), related(identifier=number), adult(identifier=number))
    assert only_entry(same, "relationship").about == "Patient/adult"
    named = reading_all(patient(), related(), adult(name=related()["name"]))
    assert only_entry(named, "relationship").about == "RelatedPerson/mum"


def test_a_failing_number_never_makes_one_person() -> None:
    bad = [nhs_number(BAD_NUMBER)]
    found = reading_all(patient(), related(identifier=bad), adult(identifier=bad))
    assert only_entry(found, "relationship").about == "RelatedPerson/mum"


def test_the_babys_own_number_on_the_mothers_record_does_not_make_them_one() -> None:
    number = [nhs_number(GOOD_NUMBER)]
    found = reading_all(patient(identifier=number), related(identifier=number))
    assert only_entry(found, "relationship").about == "RelatedPerson/mum"


def test_twins_with_one_mother_are_two_babies() -> None:
    mother = [
        {
            "relationship": [concept("MTH", related()["relationship"][0]["coding"][0]["system"])],
            "name": {"family": "Fern", "given": ["Ada"]},
        }
    ]
    found = reading_all(patient(contact=mother), patient(id="twin", contact=mother))
    assert len([one for one in found.people if one.kind == "baby"]) == 2
    assert len([one for one in found.entries if one.kind == "relationship"]) == 2


def test_a_superseded_record_names_the_other() -> None:
    link = [{"other": {"reference": "Patient/new"}, "type": "replaced-by"}]
    (link_,) = reading(adult(link=link)).people[0].identifiers
    assert (link_.type, link_.value, link_.system) == (
        "other",
        "Patient/new",
        "urn:sightline:fhir-link:replaced-by",
    )


def test_a_patient_named_only_by_number_is_somebody_with_that_number() -> None:
    by_number = {"identifier": {"system": nhs_number("")["system"], "value": GOOD_NUMBER}}
    alone = reading(weight(subject=by_number))
    assert only_entry(alone, "measurement").about == f"nhs-number/{GOOD_NUMBER}"
    assert person(alone, f"nhs-number/{GOOD_NUMBER}").identifiers[0].value == GOOD_NUMBER
    together = reading_all(patient(identifier=[nhs_number(GOOD_NUMBER)]), weight(subject=by_number))
    assert only_entry(together, "measurement").about == "Patient/baby"


def test_patients_of_two_servers_with_one_id_are_two_people() -> None:
    far = {"reference": "https://far.example/fhir/Patient/baby"}
    assert only_entry(reading(weight(subject=far)), "measurement").about == far["reference"]
    assert only_entry(reading(weight()), "measurement").about == "Patient/baby"
