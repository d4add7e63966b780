"""JSON and XML as they come: what is refused, where, and what both spell alike."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fhir_samples import appointment, bundle, patient, reading, weight

from sightline.chronology.proposals import RefusedFile


def refusal(data: Any) -> Any:
    with pytest.raises(RefusedFile) as caught:
        reading(data)
    assert caught.value.refusal.file == "sample.json"
    return caught.value.refusal


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"resourceType": "Patient", "id": "a", "id": "b"}', "given twice"),
        ('{"resourceType": "Patient", "x": NaN}', "NaN"),
        ('{"resourceType": "Patient", "x": -Infinity}', "infinite"),
        ('{"resourceType": "Patient", "id": "\\ud800"}', "lone surrogate"),
        ('{"resourceType": "Patient", "id": "\\u0000"}', "NUL"),
        ('\ufeff{"resourceType": "Patient"}', "byte order mark"),
        ('{"resourceType": "Patient", "x": 1e999999999}', "too large"),
        ('{"resourceType": "Patient"', "ends in the middle"),
        ('{"resourceType": "Patient"} {"resourceType": "Patient"}', "after the end"),
        ('{"resourceType": "Patient",}', "bracket"),
        ('{"resourceType" "Patient"}', "comma, colon"),
        ('["a" "b"]', "missing"),
        ("[1,,2]", "comma"),
        ('{"a": 01}', "not JSON"),
        ("[}", "bracket"),
        ("{'a': 1}", "not JSON"),
        ('{"id": 1.}', "not JSON"),
        ("[" * 100_000, "levels deep"),
        ('{"a":' * 100_000, "levels deep"),
        ("<!DOCTYPE Patient><Patient xmlns='http://hl7.org/fhir'/>", "document type"),
        (
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><Patient xmlns='http://hl7.org/fhir'/>",
            "document",
        ),
        ("<Patient xmlns='http://hl7.org/fhir'><id value='a'></Patient>", "well-formed"),
        ("<Patient/>", "not FHIR"),
        ("<a xmlns='http://hl7.org/fhir'>" * 5_000, "levels deep"),
        ('{"hello": "world"}', "not FHIR"),
        ("[1]", "not FHIR"),
        ('{"resourceType": "Banana"}', "not a resource of any FHIR version"),
        ('{"resourceType": "HumanName"}', "not a resource of any FHIR version"),
        ('{"resourceType": 5}', "not FHIR"),
        ("name,dob\nAda,2026-01-01\n", "neither JSON nor XML"),
        ("", "neither JSON nor XML"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(text: str, words: str) -> None:
    assert words in refusal(text).reason


def test_text_that_is_not_utf_8_is_refused() -> None:
    assert "UTF-8" in refusal(b'{"resourceType": "Patient", "id": "\xff"}').reason


def test_a_refusal_names_the_line_and_what_to_do() -> None:
    wrong = refusal(json.dumps(bundle(patient(), patient(id="b", gender="banana")), indent=1))
    lines = json.dumps(bundle(patient(), patient(id="b", gender="banana")), indent=1).splitlines()
    assert wrong.line is not None
    assert "banana" in lines[wrong.line - 1]
    assert "female, male, other, unknown" in wrong.reason
    assert "send the file again" in wrong.reason


def test_a_refusal_of_xml_names_the_line() -> None:
    xml = "<Patient xmlns='http://hl7.org/fhir'>\n <id value='a'/>\n <gender value='banana'/>\n</Patient>"
    assert refusal(xml).line == 3


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (patient(birthDate="2023-02-29"), "birthDate"),
        (patient(birthDate=0), "birthDate"),
        (patient(birthDate=""), "birthDate"),
        (patient(birthDate=None), "null"),
        (patient(active="yes"), "active"),
        (patient(multipleBirthInteger="2"), "multipleBirthInteger"),
        (patient(name={"family": "Fern"}), "name"),
        (patient(name=[]), "empty list"),
        (patient(name=[{}]), "empty"),
        (patient(name=[None]), "name.0"),
        (patient(id="a b"), "id"),
        (patient(id="x" * 65), "64"),
        (patient(colour="blue"), "not an element"),
        (patient(deceasedBoolean=True, deceasedDateTime="2026"), "Patient"),
        (patient(contained=[{"resourceType": "Banana"}]), "resourceType"),
        (patient(telecom=[{"system": "pigeon"}]), "pigeon"),
        (weight(status="done"), "done"),
        ({name: value for name, value in weight().items() if name != "status"}, "missing"),
        ({name: value for name, value in weight().items() if name != "code"}, "missing"),
        (weight(valueQuantity={"value": "4.2"}), "valueQuantity.value"),
        (weight(valueQuantity={"value": True}), "valueQuantity.value"),
        (appointment("late"), "late"),
    ],
)
def test_a_record_that_fails_validation_refuses_its_file(body: dict[str, Any], words: str) -> None:
    assert words in refusal(bundle(patient(id="other"), body)).reason


def test_a_modifier_that_is_not_known_is_refused_and_not_ignored() -> None:
    modifier = [{"url": "https://example.org/not", "valueBoolean": True}]
    assert "may change what the record means" in refusal(weight(modifierExtension=modifier)).reason


def test_json_and_xml_of_one_record_say_the_same() -> None:
    xml = """<Observation xmlns="http://hl7.org/fhir"><id value="w1"/><status value="final"/>
    <code><coding><system value="http://loinc.org"/><code value="29463-7"/><display value="Body weight"/>
    </coding></code><subject><reference value="Patient/baby"/></subject>
    <effectiveDateTime value="2026-04-01T10:00:00+01:00"/><issued value="2026-04-01T11:00:00Z"/>
    <valueQuantity><value value="4.2"/><unit value="kg"/><system value="http://unitsofmeasure.org"/>
    <code value="kg"/></valueQuantity></Observation>"""
    assert reading(xml).entries == reading(weight()).entries
    assert len(reading(xml).entries) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_xml_may_say_its_encoding(encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8", "utf-16": "utf-16", "latin-1": "iso-8859-1"}[encoding]
    xml = f"<?xml version='1.0' encoding='{declared}'?><Patient xmlns='http://hl7.org/fhir'>"
    xml += "<id value='a'/><name><family value='Béné'/></name></Patient>"
    assert reading(xml.encode(encoding)).people[0].family_name == "Béné"


def test_a_birth_day_without_a_value_keeps_its_extension_in_both_spellings() -> None:
    url = "http://hl7.org/fhir/StructureDefinition/patient-birthTime"
    xml = (
        "<Patient xmlns='http://hl7.org/fhir'><id value='baby'/><birthDate>"
        f"<extension url='{url}'><valueDateTime value='2026-03-01T05:00:00Z'/></extension>"
        "</birthDate></Patient>"
    )
    spelled = {
        "resourceType": "Patient",
        "id": "baby",
        "_birthDate": {"extension": [{"url": url, "valueDateTime": "2026-03-01T05:00:00Z"}]},
    }
    assert reading(xml).people == reading(spelled).people
    assert str(reading(xml).people[0].born_from) == "2026-03-01"


def test_a_list_of_records_and_one_a_line_are_read() -> None:
    lines = json.dumps(patient()) + "\n" + json.dumps(patient(id="twin")) + "\n"
    assert [one.key for one in reading(lines).people] == ["Patient/baby", "Patient/twin"]
    assert [one.key for one in reading([patient(), patient(id="twin")]).people] == [
        "Patient/baby",
        "Patient/twin",
    ]
