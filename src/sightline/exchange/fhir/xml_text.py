"""FHIR's XML through defusedxml alone: no document type, no entities, nothing fetched.

The elements become the same data that FHIR's JSON spells, so that one mapping serves both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from sightline.chronology.proposals import RefusedFile
from sightline.exchange.fhir.document import CORRECT_AND_RESEND, MOST_LEVELS, Document, Json
from sightline.exchange.fhir.shapes import UNKNOWN, Element, shape_of

FHIR: Final = "http://hl7.org/fhir"
XHTML: Final = "http://www.w3.org/1999/xhtml"
_WHOLE: Final = re.compile(r"-?(0|[1-9][0-9]{0,18})")


@dataclass(slots=True)
class _Node:
    """One XML element and where it stands."""

    space: str
    name: str
    attributes: dict[str, str]
    start: int
    end: int = 0
    text: str = ""
    children: list[_Node] = field(default_factory=list)


class _TooDeep(ValueError):
    """Nested beyond reason."""


class _Builder:
    """What the parser tells, kept as nodes with their places."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.open: list[_Node] = []
        self.root: _Node | None = None
        self.place: Any = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= MOST_LEVELS:
            raise _TooDeep(f"Records nest more than {MOST_LEVELS} levels deep.")
        space, _, name = tag.rpartition("}")
        node = _Node(space[1:], name, dict(attributes), self.place.CurrentByteIndex)
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def end(self, tag: str) -> None:
        node = self.open.pop()
        node.end = self.raw.find(b">", self.place.CurrentByteIndex) + 1

    def data(self, text: str) -> None:
        if self.open:
            self.open[-1].text += text

    def close(self) -> _Node | None:
        return self.root


def read_xml(raw: bytes, name: str) -> Document:
    """The file's resource. Raises RefusedFile with the line of what is wrong."""
    root = _parsed(raw, name)
    if root is None or root.space != FHIR:
        found = root.name[:80] if root else ""
        raise RefusedFile(
            f"The XML is not FHIR: its first element is <{found}> and not in FHIR's namespace. "
            "If it is a return of another kind, import it with that kind's reader.",
            file=name,
            line=1,
        )
    spans: dict[int, tuple[int, int]] = {}
    return Document(name, raw, [_Spelling(raw, spans).resource(root)], spans)


def _parsed(raw: bytes, name: str) -> _Node | None:
    builder = _Builder(raw)
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.place = parser.parser
    try:
        parser.feed(raw)
        parser.close()
    except ParseError as error:
        line = error.position[0] if getattr(error, "position", None) else None
        reason = f"This is not well-formed XML. {CORRECT_AND_RESEND}"
        raise RefusedFile(reason, file=name, line=line) from None
    except DefusedXmlException:
        reason = f"The XML declares a document type or entities, which are never read. {CORRECT_AND_RESEND}"
        raise RefusedFile(reason, file=name, line=_line(builder)) from None
    except (ValueError, LookupError) as error:
        what = str(error) if isinstance(error, _TooDeep) else "The XML is in an encoding that is not known."
        raise RefusedFile(f"{what} {CORRECT_AND_RESEND}", file=name, line=_line(builder)) from None
    return builder.root


def _line(builder: _Builder) -> int:
    return int(builder.place.CurrentLineNumber)


class _Spelling:
    """Turns nodes into the data that FHIR's JSON would spell."""

    def __init__(self, raw: bytes, spans: dict[int, tuple[int, int]]) -> None:
        self.raw = raw
        self.spans = spans

    def resource(self, node: _Node) -> Json:
        """A resource, which in XML is named by its element."""
        data: Json = {"resourceType": node.name}
        self._fill(data, node, node.name)
        return data

    def _fill(self, data: Json, node: _Node, type_name: str) -> None:
        self.spans[id(data)] = (node.start, node.end)
        shape = shape_of(type_name)
        for attribute, value in node.attributes.items():
            if "}" not in attribute:
                data[attribute] = value
        if node.text.strip():
            data["#text"] = node.text.strip()
        for name, group in _grouped(node.children):
            self._member(data, name, group, shape.get(name, UNKNOWN))

    def _member(self, data: Json, name: str, group: list[_Node], element: Element) -> None:
        many = element.many or len(group) > 1
        if self._is_primitive(element, group):
            self._primitives(data, name, group, element, many)
            return
        values = [self._complex(node, element) for node in group]
        data[name] = values if many else values[0]

    @staticmethod
    def _is_primitive(element: Element, group: list[_Node]) -> bool:
        if element.kind == "unknown":
            return all("value" in node.attributes for node in group)
        return element.kind not in ("complex", "resource")

    def _complex(self, node: _Node, element: Element) -> Any:
        if element.kind == "resource" and len(node.children) == 1:
            return self.resource(node.children[0])
        data: Json = {}
        self._fill(data, node, element.type)
        return data

    def _primitives(self, data: Json, name: str, group: list[_Node], element: Element, many: bool) -> None:
        values = [self._primitive(node, element) for node in group]
        extras = [self._extras(node) for node in group]
        if any(value is not None for value in values) or not any(extras):
            data[name] = values if many else values[0]
        if any(extras):
            data[f"_{name}"] = extras if many else extras[0]

    def _primitive(self, node: _Node, element: Element) -> Any:
        if node.space == XHTML:
            return self.raw[node.start : node.end].decode("utf-8", "replace") or None
        value = node.attributes.get("value")
        if value is None and not node.children:
            return node.text.strip()  # fails validation, as it must
        return value if value is None else _plain(value, element.kind)

    def _extras(self, node: _Node) -> Json | None:
        if node.space == XHTML or not (node.children or "id" in node.attributes):
            return None
        extras: Json = {}
        self._fill(extras, node, "Element")
        extras.pop("value", None)
        return extras


def _grouped(nodes: list[_Node]) -> Iterator[tuple[str, list[_Node]]]:
    groups: dict[str, list[_Node]] = {}
    for node in nodes:
        groups.setdefault(node.name, []).append(node)
    yield from groups.items()


def _plain(value: str, kind: str) -> Any:
    """The value as JSON would spell it; left as text where it is not what the element holds."""
    if kind == "boolean":
        return {"true": True, "false": False}.get(value, value)
    if kind == "integer":
        return int(value) if _WHOLE.fullmatch(value) else value
    if kind == "decimal":
        return _decimal(value)
    return value


def _decimal(value: str) -> Any:
    try:
        number = Decimal(value) if len(value) <= 60 else None
    except InvalidOperation:
        return value
    if number is None or not number.is_finite() or abs(number.adjusted()) > 60:
        return value
    return number
