"""Whether a resource is FHIR R4: the strictness that the models lack, the models, the required codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from pydantic import ValidationError

from sightline.exchange.fhir.document import CORRECT_AND_RESEND, Document, Json
from sightline.exchange.fhir.required_codes import REQUIRED_CODES
from sightline.exchange.fhir.shapes import Element, model_of, shape_of

Path = tuple[str | int, ...]
Fault = tuple[Path, str]

_ID: Final = re.compile(r"[A-Za-z0-9\-.]{1,64}")
_MODEL_FAULTS: Final = (ValueError, LookupError, TypeError, ArithmeticError, RecursionError)
_WHAT: Final[dict[str, str]] = {
    "missing": "is required and missing",
    "model_field_validation.missing": "is required and missing",
    "extra_forbidden": "is not an element of FHIR R4 here",
}


def refuse_unless_valid(document: Document, body: Json) -> None:
    """Refuse the file when the resource is not valid FHIR R4, naming the place and what to do."""
    fault = first_fault(body)
    if fault is not None:
        path, what = fault
        place = ".".join([str(body["resourceType"]), *(str(step) for step in path)])
        document.refuse(f"{place} {what}. {CORRECT_AND_RESEND}", body, path)


def first_fault(body: Json) -> Fault | None:
    """The first thing wrong with a resource whose type R4 has, or None."""
    type_name = str(body["resourceType"])
    fault = next(_faults(body, type_name, ()), None)
    return fault if fault is not None else _model_fault(body, type_name)


def _faults(data: Json, type_name: str, path: Path) -> Iterator[Fault]:
    if not data:
        yield path, "is empty, which FHIR does not allow"
    for name, value in data.items():
        element = shape_of(type_name).get(name)
        if element is not None:
            yield from _element_faults(value, element, (*path, name))
            yield from _code_faults(value, type_name, name, (*path, name))
        elif value is None:
            yield (*path, name), "is null, which FHIR does not allow here"
    yield from _identity_faults(data, path)


def _identity_faults(data: Json, path: Path) -> Iterator[Fault]:
    if "resourceType" in data and isinstance(data.get("id"), str) and not _ID.fullmatch(data["id"]):
        yield (*path, "id"), "is not an id: up to 64 letters, digits, hyphens and full stops"


def _element_faults(value: Any, element: Element, path: Path) -> Iterator[Fault]:
    if not element.many:
        yield from _value_faults(value, element, path)
    elif not isinstance(value, list):
        yield path, "is one value where FHIR has a list"
    elif not value:
        yield path, "is an empty list, which FHIR does not allow"
    else:
        for place, one in enumerate(value):
            if one is not None or element.kind == "complex":
                yield from _value_faults(one, element, (*path, place))


def _value_faults(value: Any, element: Element, path: Path) -> Iterator[Fault]:
    if element.kind in ("complex", "resource"):
        yield from _part_faults(value, element, path)
    elif not _is_of(value, element.kind):
        yield path, f"is {_spoken(value)} where FHIR has a {element.kind}"
    elif value == "":
        yield path, "is an empty text, which FHIR does not allow"


def _part_faults(value: Any, element: Element, path: Path) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield path, f"is {_spoken(value)} where FHIR has a part with names"
    elif element.kind == "complex":
        yield from _faults(value, element.type, path)
    elif model_of(str(value.get("resourceType"))) is None:
        yield (*path, "resourceType"), "names a resource that FHIR R4 does not have"
    else:
        yield from _faults(value, str(value["resourceType"]), path)


def _is_of(value: Any, kind: str) -> bool:
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "decimal":
        return isinstance(value, int | Decimal) and not isinstance(value, bool)
    return isinstance(value, str)


def _spoken(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, dict | list):
        return "a part or list"
    return "a text" if isinstance(value, str) else f"“{str(value)[:40]}”"


def _code_faults(value: Any, type_name: str, name: str, path: Path) -> Iterator[Fault]:
    allowed = REQUIRED_CODES.get((type_name, name))
    if allowed is not None and value not in allowed:
        yield path, f"is “{str(value)[:40]}”; FHIR allows {', '.join(sorted(allowed))}"


def _model_fault(body: Json, type_name: str) -> Fault | None:
    model = model_of(type_name)
    if model is None:
        return (), "is not a resource of FHIR R4"
    try:
        model.model_validate(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        what = _WHAT.get(first["type"], f"is not valid FHIR R4 ({first['msg'][:200]})")
        return tuple(first["loc"]), what
    except _MODEL_FAULTS as error:
        return (), f"is not valid FHIR R4 ({str(error)[:200]})"
    return None
