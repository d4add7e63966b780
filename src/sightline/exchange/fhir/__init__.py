"""FHIR R4 in JSON and XML, single resources, lists, NDJSON and bundles: bytes to a batch of proposals.

Nothing here touches a database. What has no place yet, and what is of another FHIR version, is kept aside as
received and counted; a record that is not valid refuses its whole file.
"""

from __future__ import annotations

from sightline.chronology.proposals import Batch, RefusedFile
from sightline.exchange.fhir.document import Document
from sightline.exchange.fhir.json_text import read_json
from sightline.exchange.fhir.mapping import batch_of
from sightline.exchange.fhir.xml_text import read_xml

__all__ = ["looks_like_fhir", "read"]

_XML_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")


def read(data: bytes, *, name: str, agency_code: str) -> Batch:
    """Read one FHIR file. Raises RefusedFile, naming file, line where known, reason and what to do."""
    return batch_of(_document(data, name), agency_code)


def looks_like_fhir(data: bytes) -> bool:
    """Whether the bytes begin as XML or JSON does: what FHIR may be written in."""
    return _is_xml(data) or _is_json(data)


def _document(data: bytes, name: str) -> Document:
    if _is_xml(data):
        return read_xml(data, name)
    if _is_json(data):
        return read_json(data, name)
    raise RefusedFile(
        "The file is neither JSON nor XML, so it is not FHIR. Check that the right file was chosen.",
        file=name,
        line=1,
    )


def _is_xml(data: bytes) -> bool:
    return data.lstrip(b" \t\r\n").startswith(_XML_STARTS)


def _is_json(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")[:1] in (b"{", b"[")
