"""Weights, lengths and heads: what becomes a measurement, in which unit, and what does not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from fhir_samples import (
    CONFIDENTIALITY,
    LOINC,
    SNOMED,
    adult,
    concept,
    only_entry,
    patient,
    reading,
    reading_all,
    weight,
)

from sightline.chronology.kinds import Measurement


def quantity(value: Any, unit: str) -> dict[str, Any]:
    return {"value": value, "unit": unit, "code": unit, "system": "http://unitsofmeasure.org"}


@pytest.mark.parametrize(
    ("code", "system", "unit", "value", "expected"),
    [
        ("29463-7", LOINC, "kg", 4.2, Measurement(weight_kg=Decimal("4.200"))),
        ("27113001", SNOMED, "g", 4200, Measurement(weight_kg=Decimal("4.200"))),
        ("29463-7", LOINC, "[lb_av]", 10, Measurement(weight_kg=Decimal("4.536"))),
        ("8302-2", LOINC, "cm", 54.07342627717944, Measurement(length_cm=Decimal("54.073"))),
        ("50373000", SNOMED, "m", 0.54, Measurement(length_cm=Decimal("54.000"))),
        ("9843-4", LOINC, "mm", 371, Measurement(head_cm=Decimal("37.100"))),
        ("363812007", SNOMED, "cm", 37.1, Measurement(head_cm=Decimal("37.100"))),
    ],
)
def test_a_quantity_becomes_a_measurement_in_our_units(
    code: str, system: str, unit: str, value: float, expected: Measurement
) -> None:
    found = reading(weight(code=concept(code, system), valueQuantity=quantity(value, unit)))
    assert only_entry(found, "measurement").detail == expected


def test_a_measurement_says_when_by_whom_and_about_whom() -> None:
    nurse = {"resourceType": "Practitioner", "id": "n", "name": [{"family": "Reed", "given": ["Jo"]}]}
    found = reading_all(patient(), weight(performer=[{"reference": "Practitioner/n"}]), nurse)
    told = only_entry(found, "measurement")
    assert (told.about, told.source_id, told.author_name) == ("Patient/baby", "Observation/w1", "Jo Reed")
    assert (told.happened_from, told.happened_to) == (dt.date(2026, 4, 1), dt.date(2026, 4, 1))
    assert told.happened_at == dt.datetime(2026, 4, 1, 9, tzinfo=dt.UTC)
    assert told.recorded_at == dt.datetime(2026, 4, 1, 11, tzinfo=dt.UTC)
    assert found.kept_aside == ()


def test_a_time_near_midnight_falls_on_the_london_day() -> None:
    late = only_entry(reading(weight(effectiveDateTime="2026-06-30T23:30:00Z")), "measurement")
    assert late.happened_from == dt.date(2026, 7, 1)
    plain = only_entry(reading(weight(effectiveDateTime="2026-06-30")), "measurement")
    assert (plain.happened_from, plain.happened_at) == (dt.date(2026, 6, 30), None)


@pytest.mark.parametrize(
    ("told", "precision"), [("2026-06", "month"), ("2026", "year"), ("2026-06-30", "exact")]
)
def test_an_imprecise_day_is_a_span(told: str, precision: str) -> None:
    entry = only_entry(reading(weight(effectiveDateTime=told)), "measurement")
    assert entry.precision == precision
    assert str(entry.happened_to).startswith(told)


def test_a_measurement_without_a_day_keeps_only_its_order() -> None:
    body = weight()
    del body["effectiveDateTime"]
    entry = only_entry(reading(body), "measurement")
    assert (entry.happened_from, entry.happened_to, entry.precision) == (None, None, "order_only")


def test_a_birth_weight_was_measured_on_the_day_of_birth() -> None:
    birth_weight = weight(code=concept("8339-4", LOINC), effectiveDateTime="2026-03-09")
    assert only_entry(reading_all(patient(), birth_weight), "measurement").happened_from == dt.date(
        2026, 3, 1
    )
    assert only_entry(reading(birth_weight), "measurement").happened_from == dt.date(2026, 3, 9)
    assert only_entry(reading_all(patient(), weight()), "measurement").happened_from == dt.date(2026, 4, 1)


def test_several_quantities_in_components_are_one_measurement() -> None:
    body = weight(
        code={"text": "Six week check"},
        component=[
            {"code": concept("29463-7", LOINC), "valueQuantity": quantity(4.2, "kg")},
            {"code": concept("9843-4", LOINC), "valueQuantity": quantity(37, "cm")},
        ],
    )
    del body["valueQuantity"]
    told = only_entry(reading(body), "measurement").detail
    assert told == Measurement(weight_kg=Decimal("4.200"), head_cm=Decimal("37.000"))


@pytest.mark.parametrize(
    "change",
    [
        {"valueQuantity": quantity(4.2, "stone")},
        {"valueQuantity": quantity(0, "kg")},
        {"valueQuantity": quantity(-1, "kg")},
        {"valueQuantity": quantity(4200, "kg")},
        {"valueQuantity": quantity(4.2, "kg") | {"comparator": "<"}},
        {"code": concept("29463-7", SNOMED)},
        {"code": {"text": "Body weight"}},
        {"code": concept("8480-6", LOINC)},
        {"subject": {"display": "a baby"}},
        {"subject": {"reference": "Group/all"}},
        {"subject": {"reference": "urn:uuid:0b0f4f3c-0000-4000-8000-000000000000"}},
        {"status": "registered"},
    ],
)
def test_what_is_not_plainly_a_measurement_of_somebody_is_kept_aside(change: dict[str, Any]) -> None:
    found = reading(weight(**change))
    assert (found.entries, len(found.kept_aside), found.resources) == ((), 1, 1)


def test_the_largest_weight_is_taken_and_anything_above_is_not() -> None:
    assert reading(weight(valueQuantity=quantity(700, "kg"))).entries
    assert not reading(weight(valueQuantity=quantity(700.001, "kg"))).entries


def test_an_adults_weight_is_kept_aside() -> None:
    found = reading_all(adult(), weight(subject={"reference": "Patient/adult"}))
    assert [one.what for one in found.kept_aside] == ["Observation: Body weight"]


@pytest.mark.parametrize("status", ["entered-in-error", "cancelled"])
def test_a_measurement_taken_back_is_withdrawn_even_without_its_value(status: str) -> None:
    body = weight(status=status)
    del body["valueQuantity"]
    entry = only_entry(reading(body), "measurement")
    assert (entry.withdrawn, entry.detail) == (True, Measurement())
    assert not only_entry(reading(weight(status="amended")), "measurement").withdrawn


@pytest.mark.parametrize(("code", "care"), [("R", "restricted"), ("V", "restricted"), ("N", "shared")])
def test_a_label_of_confidentiality_restricts_the_entry(code: str, care: str) -> None:
    labels = {"security": [{"system": CONFIDENTIALITY, "code": code}]}
    assert only_entry(reading(weight(meta=labels)), "measurement").sensitivity == care


def test_a_label_on_the_bundle_lies_on_all_in_it() -> None:
    body = {
        "resourceType": "Bundle",
        "type": "collection",
        "meta": {"security": [{"system": CONFIDENTIALITY, "code": "V"}]},
        "entry": [{"resource": weight()}],
    }
    assert only_entry(reading(body), "measurement").sensitivity == "restricted"
