"""Observations of weight, length and head as measurements. Everything else is kept aside."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from sightline.chronology.kinds import Measurement
from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import LOINC, SNOMED, Code, codes, parts, words
from sightline.exchange.fhir.entries import Mapped, When, entry, kept_aside, notes_of, when
from sightline.exchange.fhir.received import Received
from sightline.exchange.fhir.surroundings import Surroundings

_FIELDS: Final[dict[Code, str]] = {
    (LOINC, "29463-7"): "weight_kg",
    (LOINC, "3141-9"): "weight_kg",
    (LOINC, "8339-4"): "weight_kg",
    (SNOMED, "27113001"): "weight_kg",
    (SNOMED, "364589006"): "weight_kg",
    (LOINC, "8302-2"): "length_cm",
    (LOINC, "8306-3"): "length_cm",
    (LOINC, "89269-5"): "length_cm",
    (SNOMED, "50373000"): "length_cm",
    (LOINC, "9843-4"): "head_cm",
    (LOINC, "8287-5"): "head_cm",
    (SNOMED, "363812007"): "head_cm",
}
"""Source: HL7 R4 vital signs, UK Core and NHS England's clinical observation examples; LOINC."""

AT_BIRTH: Final[frozenset[Code]] = frozenset({(LOINC, "8339-4"), (SNOMED, "364589006"), (LOINC, "89269-5")})
_UNITS: Final[dict[str, dict[str, Decimal]]] = {
    "weight_kg": {
        "kg": Decimal(1),
        "kilogram": Decimal(1),
        "kilograms": Decimal(1),
        "g": Decimal("0.001"),
        "gram": Decimal("0.001"),
        "grams": Decimal("0.001"),
        "[lb_av]": Decimal("0.45359237"),
        "[oz_av]": Decimal("0.028349523125"),
    },
    "length_cm": {
        "cm": Decimal(1),
        "centimeter": Decimal(1),
        "centimetre": Decimal(1),
        "centimeters": Decimal(1),
        "centimetres": Decimal(1),
        "mm": Decimal("0.1"),
        "m": Decimal(100),
        "[in_i]": Decimal("2.54"),
    },
}
_LARGEST: Final = {"weight_kg": Decimal(700), "length_cm": Decimal(300), "head_cm": Decimal(100)}
_THOUSANDTH: Final = Decimal("0.001")


def map_observation(received: Received, around: Surroundings) -> Mapped:
    """A measurement, of one quantity or of several in components."""
    body = received.body
    told = _measured(body)
    if not told and not _is_measurement(body):
        return kept_aside("No kind of entry holds this observation yet.")
    about = around.person_key(body.get("subject"), received)
    if not about:
        return kept_aside("The measurement names nobody whom it is about.")
    if body["status"] in ("entered-in-error", "cancelled"):
        return Mapped(
            (
                entry(
                    received, around, about, Measurement(), _happened(received, around, about), withdrawn=True
                ),
            )
        )
    if problem := _problem(body, told):
        return kept_aside(problem)
    happened = _happened(received, around, about)
    if around.is_child(about, happened.days[1] if happened.days else None) is False:
        return kept_aside("The measurement is of an adult.")
    detail = Measurement(**{name: value for name, value in told.items() if value is not None})
    return Mapped((entry(received, around, about, detail, happened, note=_note(body)),))


def _is_measurement(body: Json) -> bool:
    return any(code in _FIELDS for code in codes(body.get("code")))


def _measured(body: Json) -> dict[str, Decimal | None]:
    """The quantities of an observation and its components; None where one cannot be read."""
    found: dict[str, Decimal | None] = {}
    for part in (body, *parts(body.get("component"))):
        name = next((_FIELDS[code] for code in codes(part.get("code")) if code in _FIELDS), None)
        if name is not None and "valueQuantity" in part:
            found[name] = _amount(name, part["valueQuantity"])
    return found


def _problem(body: Json, told: dict[str, Decimal | None]) -> str:
    if body["status"] == "registered" or not told:
        return "The measurement has no value."
    unread = [name for name, value in told.items() if value is None]
    return f"The value or unit of {', '.join(unread)} cannot be read." if unread else ""


def _amount(name: str, quantity: Json) -> Decimal | None:
    value = quantity.get("value")
    if not isinstance(value, int | Decimal) or quantity.get("comparator"):
        return None
    units = _UNITS["weight_kg" if name == "weight_kg" else "length_cm"]
    told = [str(quantity.get("code") or ""), str(quantity.get("unit") or "").lower()]
    factor = next((units[unit] for unit in told if unit in units), None)
    if factor is None:
        return None
    amount = (Decimal(value) * factor).quantize(_THOUSANDTH)
    return amount if 0 < amount <= _LARGEST[name] else None


def _happened(received: Received, around: Surroundings, about: str) -> When:
    """When it was measured; what was measured at birth happened on the day of birth, where known."""
    span = around.births.get(about)
    if span is not None and any(code in AT_BIRTH for code in codes(received.body.get("code"))):
        return When(span)
    return when(received.body, "effectiveDateTime", "effectiveInstant", "effectivePeriod")


def _note(body: Json) -> str:
    provisional = "Preliminary." if body["status"] == "preliminary" else ""
    return notes_of(body, provisional, _place(body.get("method")))


def _place(method: Any) -> str:
    spoken = words(method)
    return f"Method: {spoken}" if spoken else ""
