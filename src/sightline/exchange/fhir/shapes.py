"""What each FHIR R4 type is made of, read from the models of `fhir.resources`."""

from __future__ import annotations

import datetime as dt
import types
import typing
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal

from fhir.resources.R4B import get_fhir_model_class
from fhir_core.types import FhirBase

Kind = Literal["boolean", "integer", "decimal", "text", "complex", "resource", "unknown"]


@dataclass(frozen=True, slots=True)
class Element:
    """What an element holds and whether it repeats. `type` names a complex element's own type."""

    kind: Kind
    many: bool = False
    type: str = ""


UNKNOWN: Final = Element("unknown")
_PLAIN: Final[dict[type, Kind]] = {
    bool: "boolean",
    int: "integer",
    Decimal: "decimal",
    float: "decimal",
    str: "text",
    bytes: "text",
    dt.date: "text",
    dt.datetime: "text",
    dt.time: "text",
}


def model_of(type_name: str) -> Any | None:
    """The model of a FHIR R4 type, or None where R4 has no such type."""
    try:
        return get_fhir_model_class(type_name)
    except (ValueError, KeyError, LookupError, ImportError, AttributeError):
        return None


@cache
def shape_of(type_name: str) -> dict[str, Element]:
    """The elements of a type by their name in JSON. Empty for a type that R4 does not have."""
    model = model_of(type_name) if type_name.isalnum() else None
    if model is None:
        return {}
    return {
        field.alias or name: _element(field.annotation)
        for name, field in model.model_fields.items()
        if not name.endswith("__ext")
    }


def _element(annotation: Any) -> Element:
    many, inner = _unwrapped(annotation)
    if inner in _PLAIN:
        return Element(_PLAIN[inner], many)
    if not (isinstance(inner, type) and issubclass(inner, FhirBase)):
        return Element("text", many)  # a web address, a UUID
    name = inner.__name__.removesuffix("Type")
    return Element("resource", many) if name == "Resource" else Element("complex", many, name)


def _unwrapped(annotation: Any) -> tuple[bool, Any]:
    many = False
    while (origin := typing.get_origin(annotation)) is not None:
        arguments = typing.get_args(annotation)
        if origin in (typing.Union, types.UnionType):
            arguments = tuple(part for part in arguments if part is not type(None))
        many = many or origin is list
        annotation = arguments[0]
    return many, annotation
