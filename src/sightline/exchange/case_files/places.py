"""A YAML document as places: each value with the line on which it stands, so that a refusal can name it.

The document is composed, never constructed: no tag makes an object. It is bounded in size, depth and number
of values, and anchors are refused, so that a small file cannot become a large one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, NoReturn

import yaml

from sightline.chronology.proposals import RefusedFile

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick one, where PyYAML was built with it."""
MOST_BYTES: Final = 1024 * 1024
MOST_DEPTH: Final = 12
MOST_VALUES: Final = 200_000
MOST_TEXT: Final = 10_000
_LARGEST: Final = 10**6
_TAG: Final = "tag:yaml.org,2002:"
_FLAGS: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Place:
    """One value of the document. `words` names it in a refusal: the key under which it stands."""

    node: yaml.Node
    words: str = "the file"

    @property
    def line(self) -> int:
        """The line on which it begins; the first line is 1."""
        return int(self.node.start_mark.line) + 1

    def refuse(self, reason: str) -> NoReturn:
        """Refuse the file for what stands here."""
        raise RefusedFile(reason, line=self.line)

    @property
    def is_missing(self) -> bool:
        """Whether the value is left empty, which says no more than leaving the key out."""
        return isinstance(self.node, yaml.ScalarNode) and self.node.tag == f"{_TAG}null"

    @property
    def is_list(self) -> bool:
        """Whether several values stand here."""
        return isinstance(self.node, yaml.SequenceNode)

    def mapping(self, allowed: Iterable[str], required: Iterable[str] = ()) -> Mapping[str, Place]:
        """The values by key. Refused: an unknown key, a key given twice, a required one left out."""
        if not isinstance(self.node, yaml.MappingNode):
            self.refuse(f"Here {self.words} must be given as keys with values.")
        known, found = set(allowed), dict[str, Place]()
        for key_node, value in self.node.value:
            key = Place(key_node, "a key").text()
            if key not in known:
                names = ", ".join(sorted(known))
                Place(key_node).refuse(f"'{key}' is no key of {self.words}. Known: {names}.")
            if key in found:
                Place(key_node).refuse(f"'{key}' is given twice in {self.words}. Keep one.")
            found[key] = Place(value, f"'{key}'")
        kept = {key: place for key, place in found.items() if not place.is_missing}
        for key in required:
            if key not in kept:
                self.refuse(f"{self.words[:1].upper()}{self.words[1:]} has no '{key}'.")
        return kept

    def items(self, words: str) -> list[Place]:
        """The values of a list, each called `words`."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.refuse(f"{self.words} must be a list.")
        return [Place(node, words) for node in self.node.value]

    def one_or_more(self) -> list[Place]:
        """The values of a list; a single value is a list of one."""
        return self.items(f"an item of {self.words}") if self.is_list else [self]

    def text(self) -> str:
        """Text as written. A number, a date or a yes is text where text is asked for."""
        return self._scalar().strip()

    def whole(self, least: int = -_LARGEST, most: int = _LARGEST) -> int:
        """A whole number between two, ends included."""
        text = self._scalar()
        digits = text.removeprefix("-").removeprefix("+")
        if self.node.tag != f"{_TAG}int" or not (digits.isascii() and digits.isdigit()):
            self.refuse(f"{self.words} must be a whole number: '{text[:40]}' is not.")
        if len(digits) > 9 or not least <= int(text) <= most:
            self.refuse(f"{self.words} must be between {least} and {most}.")
        return int(text)

    def number(self, least: str, most: str) -> Decimal:
        """A number between two, ends included."""
        text = self._scalar()
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal("NaN")
        if self.node.tag not in (f"{_TAG}int", f"{_TAG}float") or not value.is_finite():
            self.refuse(f"{self.words} must be a number: '{text[:40]}' is not.")
        if not Decimal(least) <= value <= Decimal(most):
            self.refuse(f"{self.words} must be between {least} and {most}.")
        return value

    def flag(self) -> bool:
        """True or false."""
        text = self._scalar()
        if self.node.tag != f"{_TAG}bool" or text.lower() not in _FLAGS:
            self.refuse(f"{self.words} must be true or false: '{text[:40]}' is neither.")
        return _FLAGS[text.lower()]

    def day(self) -> dt.date:
        """A calendar date, written YYYY-MM-DD."""
        text = self._scalar()
        try:
            return dt.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
        except ValueError:
            self.refuse(f"{self.words} must be a date like 2025-09-01: '{text[:40]}' is not.")

    def code(self, codes: Iterable[str]) -> str:
        """One of the codes. Words that YAML takes for yes and no are read as written."""
        text = self.text()
        if text not in (known := list(codes)):
            self.refuse(f"'{text[:60]}' is no code of {self.words}. Known: {', '.join(known)}.")
        return text

    def _scalar(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode):
            self.refuse(f"{self.words} must be a single value.")
        value = str(self.node.value)
        if len(value) > MOST_TEXT or "\x00" in value:
            self.refuse(f"{self.words} has more than {MOST_TEXT} characters, or characters that no text has.")
        return value


def compose(data: bytes | str) -> Place:
    """The document's root. Raises RefusedFile for what is not one bounded, plain YAML document."""
    if len(data) > MOST_BYTES:
        raise RefusedFile("A case file has at most 1 MiB. Split it: one baby a file.")
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        _bound(text)
        node = yaml.compose(text, Loader=LOADER)
    except UnicodeDecodeError as error:
        raise RefusedFile("The file is not UTF-8 text. Save it as UTF-8.") from error
    except yaml.YAMLError as error:
        raise _refused(error) from error
    if node is None:
        raise RefusedFile("The file is empty. Check that it was written in full.", line=1)
    return Place(node)


def _bound(text: str) -> None:
    """Walk the events, which take no more room than the text, before anything is composed."""
    depth = values = documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = 1 if event.start_mark is None else event.start_mark.line + 1
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        values += isinstance(event, yaml.ScalarEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise RefusedFile("Anchors and aliases (& and *) are not read. Write the value out.", line=line)
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            raise RefusedFile("Tags (!) are not read here. Write the plain value.", line=line)
        if depth > MOST_DEPTH or values > MOST_VALUES or documents > 1:
            reason = "One case file is one document, with values no more than 12 deep and at most 200,000."
            raise RefusedFile(reason, line=line)


def _refused(error: yaml.YAMLError) -> RefusedFile:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
    line = None if mark is None else mark.line + 1
    return RefusedFile(f"This is not YAML: {problem}. Check the line and the one before it.", line=line)
