"""Who recorded a resource, by name."""

from __future__ import annotations

from typing import Final

from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import full_name, parts
from sightline.exchange.fhir.received import Received
from sightline.exchange.fhir.surroundings import Surroundings

_LONGEST: Final = 200


def author_of(received: Received, around: Surroundings) -> str:
    """Who recorded it, as named: a practitioner before an organisation; empty where nobody is named."""
    ranked: dict[int, list[str]] = {0: [], 1: []}
    for reference in _authors(received.body):
        found = around.resolve(reference, received)
        rank = _rank(found.type if found else _type_of(reference))
        spoken = _name_of_author(found.body) if found else ""
        if rank is not None:
            ranked[rank].append(spoken or str(reference.get("display") or ""))
    return next((name[:_LONGEST] for name in ranked[0] + ranked[1] if name), "")


def _rank(type_: str) -> int | None:
    if "Practitioner" in type_:
        return 0
    return 1 if "Organization" in type_ else None


def _authors(body: Json) -> list[Json]:
    told = [body.get("author"), body.get("serviceProvider"), body.get("managingOrganization")]
    for part in (*parts(body.get("performer")), *parts(body.get("participant"))):
        told += [part.get("individual"), part.get("actor"), part]
    return [one for group in told for one in parts(group) if _points(one)]


def _points(part: Json) -> bool:
    return "reference" in part or ("display" in part and "type" in part)


def _type_of(reference: Json) -> str:
    return str(reference.get("type") or reference.get("reference") or "")


def _name_of_author(body: Json) -> str:
    name = body.get("name")
    if isinstance(name, str):
        return name
    return next((spoken for one in parts(name) if (spoken := full_name(one))), "")
