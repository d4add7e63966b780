"""One resource as received, and the unfolding of bundles into resources."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from sightline.exchange.fhir.document import CORRECT_AND_RESEND, Document, Json
from sightline.exchange.fhir.elements import Code, coding_of, parts
from sightline.exchange.fhir.shapes import shape_of
from sightline.exchange.fhir.validation import refuse_unless_valid
from sightline.exchange.fhir.versions import (
    ONLY_R4,
    declared_version,
    fitting_version,
    version_of_type,
)

_LONGEST_IDENTITY: Final = 150


@dataclass(frozen=True, slots=True)
class Received:
    """A resource, how its bundle gave it, and the labels that lie on it.

    `request` marks an entry that asks for something and carries no resource; `version` is empty for R4.
    """

    document: Document = field(repr=False)
    body: Json
    full_url: str = ""
    method: str = ""
    request: str = ""
    version: str = ""
    labels: tuple[Code, ...] = ()

    @property
    def type(self) -> str:
        """The resource's type."""
        return str(self.body.get("resourceType", ""))

    @property
    def source_id(self) -> str:
        """Stable at its sender: type and id, else type and identifier, else a digest of what it says."""
        identity = str(self.body.get("id") or _identifier_of(self.body) or _digest(self.body))
        if len(identity) > _LONGEST_IDENTITY:
            identity = hashlib.sha256(identity.encode()).hexdigest()
        return f"{self.type}/{identity}"

    @property
    def source_version(self) -> str:
        """The sender's number of this version, else when it was last changed."""
        meta = self.body.get("meta") or {}
        return str(meta.get("versionId") or meta.get("lastUpdated") or "")

    @property
    def is_deleted(self) -> bool:
        """Whether the sender asks for it to be deleted."""
        return self.method == "DELETE"

    @property
    def raw(self) -> bytes:
        """The resource as it stands in the file."""
        return self.document.slice_of(self.body) or _spelled(self.body).encode()


def unfold(document: Document) -> Iterator[Received]:
    """Every resource of a file; a bundle gives its entries and not itself. Raises RefusedFile."""
    for root in document.roots:
        yield from _unfold_one(document, root)


def _unfold_one(document: Document, root: Any) -> Iterator[Received]:
    if isinstance(root, list):
        for one in root:
            yield from _unfold_one(document, one)
    else:
        _refuse_unless_resource(document, root)
        version = _version(root)
        if root["resourceType"] == "Bundle":
            yield from _entries(document, root, version)
        else:
            yield _checked(Received(document, root, version=version, labels=_labels(root)))


def _entries(document: Document, bundle: Json, version: str) -> Iterator[Received]:
    entries = bundle.get("entry", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        document.refuse(f"Bundle.entry is not a list of entries. {CORRECT_AND_RESEND}", bundle, ("entry",))
    bodies = [entry["resource"] for entry in entries if "resource" in entry]
    for body in bodies:
        _refuse_unless_resource(document, body)
    version = version or next((found for body in bodies if (found := _version(body))), "")
    if not version:
        _refuse_bad_shell(document, bundle, entries)
    for entry in entries:
        yield from _entry(document, entry, version, _labels(bundle))


def _entry(document: Document, entry: Json, version: str, labels: tuple[Code, ...]) -> Iterator[Received]:
    body = entry.get("resource")
    request = entry.get("request") if isinstance(entry.get("request"), dict) else {}
    method = str((request or {}).get("method", ""))
    if body is None:
        yield Received(document, entry, request=_asked(entry, request), method=method, version=version)
    elif body["resourceType"] == "Bundle":
        yield from _entries(document, body, version)
    else:
        yield _checked(
            Received(
                document,
                body,
                full_url=str(entry.get("fullUrl", "")),
                method=method,
                version=version,
                labels=(*labels, *_labels(body)),
            )
        )


def _asked(entry: Json, request: Any) -> str:
    if isinstance(request, dict) and request:
        return f"{request.get('method', '')} {request.get('url', '')}".strip()
    return "response" if "response" in entry else "nothing"


def _checked(received: Received) -> Received:
    if not received.version and received.type not in ONLY_R4:
        refuse_unless_valid(received.document, received.body)
    return received


def _refuse_bad_shell(document: Document, bundle: Json, entries: list[Json]) -> None:
    """A bundle is validated without its resources, which are validated each for itself."""
    bare = [{name: value for name, value in entry.items() if name != "resource"} for entry in entries]
    shell = {name: value for name, value in bundle.items() if name != "entry"}
    if any(bare):
        shell["entry"] = [entry for entry in bare if entry]
    refuse_unless_valid(document, shell)


def _refuse_unless_resource(document: Document, body: Any) -> None:
    if not isinstance(body, dict) or not isinstance(body.get("resourceType"), str):
        document.refuse(
            "This is JSON or XML but not FHIR: a resource names its type in “resourceType”, and this does "
            "not. If it is a file of another kind, import it with that kind's reader.",
            body,
        )
    if not version_of_type(body["resourceType"]):
        document.refuse(
            f"“{body['resourceType'][:60]}” is not a resource of any FHIR version. {CORRECT_AND_RESEND}",
            body,
            ("resourceType",),
        )


def _version(body: Json) -> str:
    """The other version that a resource is of: declared, the only one to have it, or the one it fits."""
    declared = declared_version(body)
    if declared:
        return declared
    only = version_of_type(str(body["resourceType"]))
    if only != "R4":
        return only
    return "" if body["resourceType"] in ONLY_R4 else fitting_version(body)


def _labels(body: Json) -> tuple[Code, ...]:
    meta = body.get("meta")
    security = meta.get("security") if isinstance(meta, dict) else None
    return tuple(coding_of(label) for label in parts(security))


def _identifier_of(body: Json) -> str:
    if "identifier" not in shape_of(str(body["resourceType"])):
        return ""
    for one in parts(body.get("identifier")):
        if one.get("value"):
            return f"{one.get('system', '')}|{one['value']}"
    return ""


def _digest(body: Json) -> str:
    told = {name: value for name, value in body.items() if name not in ("meta", "text")}
    return hashlib.sha256(_spelled(told).encode()).hexdigest()[:32]


def _spelled(body: Json) -> str:
    return json.dumps(body, sort_keys=True, default=str, ensure_ascii=False)
