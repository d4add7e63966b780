"""JSON as FHIR allows it: stricter than most readers, and with the place of every part.

Refused: names given twice, NaN and infinities, lone surrogates, NUL, a byte order mark, numbers of absurd
size and records nested beyond reason. One loop and a stack, so depth costs no recursion.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any, Final

from sightline.chronology.proposals import RefusedFile
from sightline.exchange.fhir.document import CORRECT_AND_RESEND, MOST_LEVELS, Document

_TOKEN: Final = re.compile(
    rb"[ \t\n\r]*(?:"
    rb"(?P<mark>[{}\[\]:,])"
    rb'|(?P<text>"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*")'
    rb"|(?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z.+-]))"
    rb"|(?P<word>true|false|null)(?![0-9A-Za-z])"
    rb")"
)
_BLANK: Final = re.compile(rb"[ \t\n\r]*")
_WORDS: Final = {b"true": True, b"false": False, b"null": None}
_LONGEST_NUMBER: Final = 60
_LARGEST_EXPONENT: Final = 60
_TOO_LARGE: Final = "A number is too large or too long to be a fact about anybody."
_NOTHING: Final = object()


class _Fault(Exception):
    """What is wrong, and at which byte."""

    def __init__(self, what: str, place: int) -> None:
        super().__init__(what)
        self.place = place


def read_json(raw: bytes, name: str) -> Document:
    """The file's value: one resource, a list of them, or one on each line (NDJSON). Raises RefusedFile."""
    if raw.startswith(b"\xef\xbb\xbf"):
        raise RefusedFile(
            f"It begins with a byte order mark, which JSON does not allow. {CORRECT_AND_RESEND}",
            file=name,
            line=1,
        )
    reader = _Reader(raw)
    try:
        roots = reader.values()
    except _Fault as fault:
        line = raw.count(b"\n", 0, fault.place) + 1
        raise RefusedFile(f"{fault} {CORRECT_AND_RESEND}", file=name, line=line) from None
    return Document(name, raw, roots, reader.spans)


class _Reader:
    """One pass over the bytes."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.place = 0
        self.spans: dict[int, tuple[int, int]] = {}

    def values(self) -> list[Any]:
        """Every value of the file: one, or one a line."""
        found = [self._value()]
        while not self._at_end():
            if b"\n" not in self.raw[self._last_end : self.place]:
                raise _Fault("There is something after the end of the record.", self.place)
            found.append(self._value())
        return found

    def _at_end(self) -> bool:
        self._last_end = self.place
        blank = _BLANK.match(self.raw, self.place)
        self.place = blank.end() if blank else self.place
        return self.place >= len(self.raw)

    def _value(self) -> Any:
        open_parts: list[_Part] = []
        while True:
            kind, token, start = self._token()
            value: Any = _NOTHING
            if kind == "mark":
                value = self._mark(token, start, open_parts)
            elif open_parts and open_parts[-1].wants_name():
                open_parts[-1].name_it(self._name(kind, token, start), start)
            else:
                value = self._plain(kind, token, start)
            if value is _NOTHING:
                continue
            if not open_parts:
                return value
            open_parts[-1].take(value, start)

    def _token(self) -> tuple[str, bytes, int]:
        match = _TOKEN.match(self.raw, self.place)
        if match is None or match.lastgroup is None:
            blank = _BLANK.match(self.raw, self.place)
            raise _Fault(self._complaint(), blank.end() if blank else self.place)
        self.place = match.end()
        return match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)

    def _complaint(self) -> str:
        rest = self.raw[self.place : self.place + 40].lstrip()
        if not rest:
            return "The file ends in the middle of a record."
        if rest.startswith((b"NaN", b"Infinity", b"-Infinity")):
            return "A number is NaN or infinite, which JSON does not allow."
        return "This is not JSON."

    def _mark(self, token: bytes, start: int, open_parts: list[_Part]) -> Any:
        if token in b"{[":
            if len(open_parts) >= MOST_LEVELS:
                raise _Fault(f"Records nest more than {MOST_LEVELS} levels deep.", start)
            if open_parts:
                open_parts[-1].expects_value(start)
            open_parts.append(_Part(token == b"{", start))
            return _NOTHING
        if not open_parts:
            raise _Fault("This is not JSON.", start)
        if token in b":,":
            open_parts[-1].punctuate(token, start)
            return _NOTHING
        part = open_parts.pop()
        value = part.close(token, start)
        self.spans[id(value)] = (part.start, self.place)
        return value

    def _name(self, kind: str, token: bytes, start: int) -> str:
        if kind != "text":
            raise _Fault("A name is missing its quotation marks.", start)
        return _text(token, start)

    def _plain(self, kind: str, token: bytes, start: int) -> Any:
        if kind == "text":
            return _text(token, start)
        return _number(token, start) if kind == "number" else _WORDS[token]


class _Part:
    """An object or list that is still open."""

    __slots__ = ("fresh", "members", "named", "pending", "separated", "start")

    def __init__(self, named: bool, start: int) -> None:
        self.named = named
        self.start = start
        self.members: Any = {} if named else []
        self.pending: str | None = None
        self.separated = False
        self.fresh = True

    def wants_name(self) -> bool:
        return self.named and self.pending is None

    def name_it(self, name: str, place: int) -> None:
        if not (self.fresh or self.separated):
            raise _Fault("A comma is missing.", place)
        if name in self.members:
            raise _Fault(f"The name “{name[:80]}” is given twice in one place.", place)
        self.pending, self.separated = name, False

    def punctuate(self, token: bytes, place: int) -> None:
        wanted = b":" if self.named and self.pending is not None else b","
        if token != wanted or self.separated or (token == b"," and self.fresh):
            raise _Fault("A comma or colon stands in the wrong place.", place)
        self.separated = True

    def expects_value(self, place: int) -> None:
        if self.named:
            wrong = self.pending is None or not self.separated
        else:
            wrong = not (self.fresh or self.separated)
        if wrong:
            raise _Fault("A comma, colon or name is missing.", place)

    def take(self, value: Any, place: int) -> None:
        if isinstance(value, dict | list):
            pass  # checked when it was opened
        else:
            self.expects_value(place)
        if self.named:
            self.members[self.pending] = value
        else:
            self.members.append(value)
        self.pending, self.separated, self.fresh = None, False, False

    def close(self, token: bytes, place: int) -> Any:
        if (token == b"}") != self.named or self.separated or self.pending is not None:
            raise _Fault("A bracket closes too soon or does not match.", place)
        return self.members


def _text(token: bytes, place: int) -> str:
    try:
        value = json.loads(token) if b"\\" in token else token[1:-1].decode()
    except UnicodeDecodeError:
        raise _Fault("A text is not UTF-8.", place) from None
    text = str(value)
    if b"\\u" in token and any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in text):
        raise _Fault("A text holds half a character (a lone surrogate) or a NUL.", place)
    return text


def _number(token: bytes, place: int) -> int | Decimal:
    if len(token) > _LONGEST_NUMBER:
        raise _Fault(_TOO_LARGE, place)
    text = token.decode()
    if text.lstrip("-").isdecimal():
        return int(text)
    value = Decimal(text)
    if abs(value.adjusted()) > _LARGEST_EXPONENT:
        raise _Fault(_TOO_LARGE, place)
    return value
