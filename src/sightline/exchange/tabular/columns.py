"""Columns: their names, what they mean, what they may hold; those of a kind come from its dataclass."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from sightline.chronology.kinds import KINDS, PERSON_PARTS, SECTOR_PARTS
from sightline.core.codes import PRECISIONS, SECTORS, SENSITIVITIES, Codes
from sightline.exchange.tabular import cells
from sightline.exchange.tabular.meanings import MEANING_OF_PART, meaning_of

Place = Literal["common", "field", "part", "sectors"]
LONGEST_KEY: Final = 200
AHEAD: Final = frozenset({"end_on", "start_on", "chase_by", "expected_on"})
"""Days that may lie ahead of today."""
NEEDED_PARTS: Final = frozenset({("statement", "by"), ("household", "of"), ("relationship", "to")})
"""People without whom an entry of the kind says nothing."""
AMOUNTS: Final = {
    "weight_kg": ("0.1", "80"),
    "length_cm": ("10", "160"),
    "head_cm": ("10", "80"),
    "weight_centile": ("0", "100"),
    "head_centile": ("0", "100"),
}
WHOLES: Final = {"nights_a_week": (0, 7), "stage": (1, 5)}
NOT_SENT: Final = frozenset({("referral", "source_key")})
"""What an entry holds and no table sends: it belongs to returns that are made elsewhere."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `needed`: no cell of it may be empty. `in_every_header`: it may not be left out.

    `place` says where its value goes: a common column of every entry, a field of the kind, people in a part,
    services in a part.
    """

    name: str
    meaning: str
    form: str
    reads: cells.Reads
    needed: bool = False
    in_every_header: bool = True
    codes: Codes | None = None
    place: Place = "common"


RECORD_ID: Final = Column(
    "record_id",
    "Your own number of this record. The same number again is the same record: a changed row replaces it.",
    f"text, at most {LONGEST_KEY} characters, no semicolon",
    cells.key(LONGEST_KEY),
    needed=True,
)
PERSON_ID: Final = Column(
    "person_id",
    "Your own number of the person whom it concerns, the same in every table; see the people table.",
    f"text, at most {LONGEST_KEY} characters, no semicolon",
    cells.key(LONGEST_KEY),
    needed=True,
)
RECORDED_AT: Final = Column(
    "recorded_at",
    "When it was written down in your system.",
    "YYYY-MM-DD or YYYY-MM-DD HH:MM",
    cells.moment,
    needed=True,
)
VERSION: Final = Column(
    "version",
    "Where your system counts versions: its number. A lower number than the one held changes nothing.",
    "whole number",
    cells.whole(0, 999_999_999),
    in_every_header=False,
)
WITHDRAWN: Final = Column(
    "withdrawn",
    "'yes' takes back what was sent under this number before; it stays in the history.",
    "yes or no",
    cells.yes_or_no,
    in_every_header=False,
)
COMMON: Final = (
    RECORD_ID,
    PERSON_ID,
    Column(
        "happened_on",
        "The day on which it happened; for a week, month or year the last day of it. Empty only with the "
        "precision order_only.",
        "YYYY-MM-DD",
        cells.past_day,
    ),
    Column(
        "precision",
        "How exactly the day is known. Empty: on this very day.",
        "code",
        cells.code_of(PRECISIONS),
        in_every_header=False,
        codes=PRECISIONS,
    ),
    RECORDED_AT,
    Column(
        "author",
        "Who recorded it: name and profession.",
        "text",
        cells.text_up_to(200),
        in_every_header=False,
    ),
)
COMMON_LAST: Final = (
    Column("note", "What was written, in words.", "text", cells.text_up_to(100_000), in_every_header=False),
    Column(
        "sensitivity",
        "Who may read it; raised on arrival where the matter is always restricted. Empty: shared.",
        "code",
        cells.code_of(SENSITIVITIES),
        in_every_header=False,
        codes=SENSITIVITIES,
    ),
    VERSION,
    WITHDRAWN,
)


def columns_of(kind: str) -> tuple[Column, ...]:
    """Every column of the table of a kind, in the order of the template."""
    return (*COMMON, *_own(kind), *COMMON_LAST)


def _own(kind: str) -> Iterator[Column]:
    hints = typing.get_type_hints(KINDS[kind], include_extras=True)
    for field in dataclasses.fields(KINDS[kind]):
        if (kind, field.name) not in NOT_SENT:
            yield _field(kind, field, hints[field.name])
    for part in PERSON_PARTS.get(kind, ()):
        yield _part(kind, part)
    for part in SECTOR_PARTS.get(kind, ()):
        yield Column(
            part,
            MEANING_OF_PART[kind, part],
            "codes, semicolons between",
            cells.several(cells.code_of(SECTORS)),
            codes=SECTORS,
            place="sectors",
        )


def _part(kind: str, part: str) -> Column:
    return Column(
        part,
        MEANING_OF_PART[kind, part],
        "person_id, semicolons between",
        cells.several(cells.key(LONGEST_KEY)),
        needed=(kind, part) in NEEDED_PARTS,
        place="part",
    )


def _field(kind: str, field: dataclasses.Field[Any], annotation: Any) -> Column:
    plain, codes = _unwrapped(annotation)
    form, reads = ("code", cells.code_of(codes)) if codes else _plain(field.name, plain)
    return Column(
        field.name,
        _with_default(meaning_of(kind, field.name), field),
        form,
        reads,
        needed=field.default is dataclasses.MISSING,
        codes=codes,
        place="field",
    )


def _with_default(meaning: str, field: dataclasses.Field[Any]) -> str:
    return f"{meaning} Empty: {field.default}." if isinstance(field.default, str | int) else meaning


def _unwrapped(annotation: Any) -> tuple[type[Any], Codes | None]:
    """The plain type of a field, and its code set."""
    codes: Codes | None = None
    if typing.get_origin(annotation) is typing.Annotated:
        annotation, codes = typing.get_args(annotation)
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        annotation = next(part for part in typing.get_args(annotation) if part is not type(None))
    return annotation, codes


def _plain(name: str, plain: type[Any]) -> tuple[str, cells.Reads]:
    if plain is bool:
        return "yes or no", cells.yes_or_no
    if plain is dt.date:
        return "YYYY-MM-DD", cells.any_day if name in AHEAD else cells.past_day
    if plain is Decimal:
        least, most = AMOUNTS[name]
        return f"number, {least} to {most}", cells.amount(least, most)
    if plain is int:
        fewest, highest = WHOLES[name]
        return f"whole number, {fewest} to {highest}", cells.whole(fewest, highest)
    return "text", cells.text_up_to(2_000)
