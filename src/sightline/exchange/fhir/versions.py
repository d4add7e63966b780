"""Which version of FHIR a resource is of: only R4 is mapped, the others are kept aside."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from fhir.resources import get_fhir_model_class as r5_model
from fhir.resources.STU3 import get_fhir_model_class as stu3_model

from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.shapes import model_of, shape_of

_DECLARED: Final = re.compile(r"/(DSTU2|STU3|1\.0|3\.0|5\.0|R5)/")
_NAMES: Final = {"1.0": "DSTU2", "3.0": "STU3", "5.0": "R5"}
_FAULTS: Final = (ValueError, LookupError, TypeError, ArithmeticError, RecursionError, ImportError)
ONLY_R4: Final = frozenset(
    {
        "EffectEvidenceSynthesis",
        "MedicinalProduct",
        "MedicinalProductAuthorization",
        "MedicinalProductContraindication",
        "MedicinalProductIndication",
        "MedicinalProductIngredient",
        "MedicinalProductInteraction",
        "MedicinalProductManufactured",
        "MedicinalProductPackaged",
        "MedicinalProductPharmaceutical",
        "MedicinalProductUndesirableEffect",
        "RiskEvidenceSynthesis",
        "SubstanceNucleicAcid",
        "SubstancePolymer",
        "SubstanceProtein",
        "SubstanceReferenceInformation",
        "SubstanceSourceMaterial",
        "SubstanceSpecification",
    }
)
"""Resources of R4 that R4B, whose models validate, no longer has."""


def declared_version(body: Json) -> str:
    """The other version that a resource's profiles name, or an empty text for R4."""
    meta = body.get("meta")
    profiles = meta.get("profile") if isinstance(meta, dict) else None
    for profile in profiles if isinstance(profiles, list) else [profiles]:
        found = _DECLARED.search(profile) if isinstance(profile, str) else None
        if found:
            return _NAMES.get(found[1], found[1])
    return ""


def version_of_type(type_name: str) -> str:
    """`R4`, the other version that alone has such a resource, or an empty text where none has."""
    if type_name in ONLY_R4 or _is_resource(type_name):
        return "R4"
    return next((name for name, _ in _others(type_name)), "")


def fitting_version(body: Json) -> str:
    """The other version that takes the whole of a resource using elements that R4 does not have.

    A resource wrong in R4 and without such an element is simply wrong: empty text.
    """
    type_name = str(body["resourceType"])
    known = shape_of(type_name)
    if all(name.lstrip("_") in known or name == "resourceType" for name in body):
        return ""
    return next((name for name, model in _others(type_name) if _takes(model, body)), "")


def _is_resource(type_name: str) -> bool:
    shape = shape_of(type_name)
    return "implicitRules" in shape and model_of(type_name) is not None


def _takes(model: Any, body: Json) -> bool:
    try:
        model.model_validate(body)
    except _FAULTS:
        return False
    return True


@cache
def _others(type_name: str) -> tuple[tuple[str, Any], ...]:
    found: list[tuple[str, Any]] = []
    for name, model_named in (("STU3", stu3_model), ("R5", r5_model)):
        try:
            model = model_named(type_name)
        except (*_FAULTS, AttributeError):
            continue
        if "implicitRules" in getattr(model, "model_fields", {}):
            found.append((name, model))
    return tuple(found)
