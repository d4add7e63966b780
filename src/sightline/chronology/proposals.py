"""What an agency sends, as plain data: `exchange` makes proposals from bytes, `receive` stores them.

No database here. Keys are the sending agency's own: a person's `key` and an entry's `source_id` mean
something only together with the agency and the source system.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from sightline.chronology.kinds import KIND_OF, Detail

PersonKind = Literal["baby", "person"]


@dataclass(frozen=True, slots=True)
class IdentifierProposal:
    """A number that an agency holds for a person. `verified` is the sender's word, kept, not believed."""

    type: Literal["nhs_number", "upn", "local", "other"]
    value: str
    system: str = ""
    verified: bool = False
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AddressProposal:
    """A stay at an address as the agency holds it. `confidential` keeps it from every page but a few."""

    lines: tuple[str, ...]
    postcode: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class PersonProposal:
    """One agency's own record of a person. Born between two days, ends included, where not exact."""

    key: str
    kind: PersonKind = "person"
    given_name: str = ""
    family_name: str = ""
    sex: str = "unknown"
    born_from: dt.date | None = None
    born_to: dt.date | None = None
    died_on: dt.date | None = None
    identifiers: tuple[IdentifierProposal, ...] = ()
    addresses: tuple[AddressProposal, ...] = ()
    telephone: str = ""
    language: str = ""
    interpreter: bool | None = None
    source_version: str = ""
    withdrawn: bool = False
    birth_order: int | None = None


@dataclass(frozen=True, slots=True)
class EntryProposal:
    """One entry as the agency recorded it.

    `about` and the second of each pair in `people` are person keys of the same batch, or known from an
    earlier one. A `source_id` seen before makes this entry replace the earlier one, when its content or
    version differs. `withdrawn` takes the earlier entry back and carries its detail for the history.
    `ref` is the `source_id` of another entry of the same agency (`shared`, `disagreement`).
    """

    about: str
    detail: Detail
    source_id: str
    happened_from: dt.date | None
    happened_to: dt.date | None
    recorded_at: dt.datetime
    precision: str = "exact"
    happened_at: dt.datetime | None = None
    people: tuple[tuple[str, str], ...] = ()
    sectors: tuple[tuple[str, str], ...] = ()
    author_name: str = ""
    note: str = ""
    sensitivity: str = "shared"
    source_version: str = ""
    withdrawn: bool = False
    ref: str = ""

    @property
    def kind(self) -> str:
        """The kind of entry that the detail makes this."""
        return KIND_OF[type(self.detail)]


@dataclass(frozen=True, slots=True)
class KeptAside:
    """A record without a place yet: kept as received and counted."""

    source_id: str
    what: str
    reason: str
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Batch:
    """All that one received file or message says. It is stored whole or not at all."""

    agency_code: str
    source_system: str
    people: tuple[PersonProposal, ...] = ()
    entries: tuple[EntryProposal, ...] = ()
    kept_aside: tuple[KeptAside, ...] = ()
    resources: int = 0
    quarantined_identifiers: int = 0
    name: str = ""
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was refused: where, what is wrong, what to do next."""

    file: str
    line: int | None
    reason: str


class RefusedFile(Exception):
    """A file that cannot be read, or fails validation. Nothing of it is stored."""

    def __init__(self, reason: str, *, file: str = "", line: int | None = None) -> None:
        super().__init__(reason)
        self.refusal = Refusal(file=file, line=line, reason=reason)
