"""Whatever the bytes, a batch or a refusal: never anything else."""

from __future__ import annotations

import copy
import json
from typing import Any

from fhir_samples import (
    adult,
    appointment,
    bundle,
    care_plan,
    encounter,
    flag,
    immunization,
    patient,
    related,
    weight,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sightline.chronology.proposals import Batch, RefusedFile
from sightline.exchange.fhir import read

WHOLE = bundle(
    patient(meta={"security": [{"code": "R"}], "lastUpdated": "2026-04-01T00:00:00Z"}),
    related(),
    adult(link=[{"other": {"reference": "RelatedPerson/mum"}, "type": "seealso"}]),
    weight(),
    appointment("noshow"),
    encounter(),
    immunization(),
    flag("375041000000100"),
    care_plan(),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ["0001", "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "Patient/x"]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)
FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def is_answered(data: bytes) -> bool:
    """Whether the reader answers with a batch or a refusal that says why."""
    try:
        return isinstance(read(data, name="fuzz", agency_code="OAK"), Batch)
    except RefusedFile as refused:
        return bool(refused.refusal.reason) and refused.refusal.file == "fuzz"


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path]
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        found += places(inner, (*path, step))
    return found


PLACES = [place for place in places(WHOLE) if place]


@FEW
@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data: bytes) -> None:
    assert is_answered(data)


@FEW
@given(st.binary(max_size=60), st.integers(0, 4000), st.integers(0, 60))
def test_a_damaged_file_is_answered(junk: bytes, place: int, cut: int) -> None:
    raw = json.dumps(WHOLE).encode()
    assert is_answered(raw[:place] + junk + raw[place + cut :])


@FEW
@given(st.binary(max_size=40), st.integers(0, 400), st.integers(0, 40))
def test_a_damaged_file_of_xml_is_answered(junk: bytes, place: int, cut: int) -> None:
    raw = (
        b'<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource>'
        b'<Patient><id value="a"/>'
        b'<gender value="male"/><birthDate value="2026-01-01"/></Patient></resource></entry></Bundle>'
    )
    assert is_answered(raw[:place] + junk + raw[place + cut :])


@FEW
@given(st.sampled_from(PLACES), VALUES)
def test_a_record_with_any_value_anywhere_is_answered(place: tuple[Any, ...], value: Any) -> None:
    body = copy.deepcopy(WHOLE)
    inner: Any = body
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    assert is_answered(json.dumps(body).encode("utf-8", "surrogatepass"))


@FEW
@given(st.dictionaries(st.text(max_size=8), VALUES, max_size=3), st.sampled_from(["STU3", "R5", "5.0"]))
def test_a_record_of_another_version_with_any_value_is_answered(more: dict[str, Any], version: str) -> None:
    meta = {"profile": [f"https://example.org/{version}/Patient"]}
    assert is_answered(
        json.dumps({"resourceType": "Patient", **more, "meta": meta}).encode("utf-8", "surrogatepass")
    )
