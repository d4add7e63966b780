"""What speaks for and against two source people being one, field by field."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from sightline.core.codes import SEXES
from sightline.core.ids import spaced_nhs_number
from sightline.linkage.models import Candidate
from sightline.people.identity import name_key
from sightline.people.models import IDENTIFIER_STATES, Address, Identifier, SourcePerson

Agreement = Literal["agrees", "close", "differs", "not_recorded"]


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """One field as each side holds it, in words, and how the two compare."""

    label: str
    left: str
    right: str
    agreement: Agreement
    why: str = ""


Reading = Callable[[SourcePerson], str]


def evidence_of(candidate: Candidate) -> tuple[FieldEvidence, ...]:
    """The comparison of a candidate's two sides. A confidential address takes no part, and does not show."""
    left, right = candidate.left, candidate.right
    plain = tuple(_compare(label, left, right, read) for label, read in _FIELDS)
    return (_numbers(left, right), *plain[:2], _births(left, right), *plain[2:], _addresses(left, right))


def _compare(label: str, left: SourcePerson, right: SourcePerson, read: Reading) -> FieldEvidence:
    one, other = read(left), read(right)
    return FieldEvidence(label, one, other, _agreement(name_key(one), name_key(other)))


def _agreement(one: str, other: str) -> Agreement:
    if not one or not other:
        return "not_recorded"
    if one == other:
        return "agrees"
    return "close" if one.startswith(other) or other.startswith(one) else "differs"


_FIELDS: Final[tuple[tuple[str, Reading], ...]] = (
    ("Given name", lambda source: source.given_name),
    ("Family name", lambda source: source.family_name),
    ("Sex", lambda source: "" if source.sex == "unknown" else SEXES[source.sex]),
    ("Birth order", lambda source: "" if source.birth_order is None else str(source.birth_order)),
    ("Telephone", lambda source: source.telephone),
)


def _births(left: SourcePerson, right: SourcePerson) -> FieldEvidence:
    shown = _birth(left), _birth(right)
    if not all(shown):
        return FieldEvidence("Date of birth", *shown, "not_recorded")
    if shown[0] == shown[1]:
        return FieldEvidence("Date of birth", *shown, "agrees")
    if _overlap(left, right):
        return FieldEvidence("Date of birth", *shown, "close", "One falls within the other.")
    if left.born_on and right.born_on and sorted(_parts(left)) == sorted(_parts(right)):
        return FieldEvidence("Date of birth", *shown, "close", "Day and month are the other way round.")
    return FieldEvidence("Date of birth", *shown, "differs")


def _birth(source: SourcePerson) -> str:
    if source.born_on:
        return source.born_on.isoformat()
    bounds = [day.isoformat() for day in (source.born_from, source.born_to) if day]
    return " to ".join(bounds)


def _parts(source: SourcePerson) -> list[int]:
    day = source.born_on
    return [day.year, day.month, day.day] if day else []


def _overlap(left: SourcePerson, right: SourcePerson) -> bool:
    bounds = (left.born_from, left.born_to, right.born_from, right.born_to)
    if any(day is None for day in bounds):
        return False
    one_from, one_to, other_from, other_to = (day for day in bounds if day is not None)
    return one_from <= other_to and other_from <= one_to


def _numbers(left: SourcePerson, right: SourcePerson) -> FieldEvidence:
    held: dict[uuid.UUID, list[Identifier]] = defaultdict(list)
    for number in Identifier.unscoped.filter(type="nhs_number", source_person__in=(left, right)).order_by(
        "value"
    ):
        held[number.source_person_id].append(number)
    shown = _shown(held[left.id]), _shown(held[right.id])
    usable = [{n.value for n in held[source.id] if n.state != "failed_check"} for source in (left, right)]
    if not all(usable):
        return FieldEvidence("NHS number", *shown, "not_recorded")
    return FieldEvidence("NHS number", *shown, "agrees" if usable[0] & usable[1] else "differs")


def _shown(numbers: list[Identifier]) -> str:
    return "; ".join(f"{spaced_nhs_number(n.value)} ({IDENTIFIER_STATES[n.state]})" for n in numbers)


def _addresses(left: SourcePerson, right: SourcePerson) -> FieldEvidence:
    codes: dict[uuid.UUID, set[str]] = defaultdict(set)
    open_ones = Address.unscoped.filter(source_person__in=(left, right), confidential=False)
    for stay in open_ones.exclude(postcode=""):
        codes[stay.source_person_id].add(stay.postcode.upper())
    one, other = codes[left.id], codes[right.id]
    agreement: Agreement = "not_recorded" if not one or not other else "agrees" if one & other else "differs"
    return FieldEvidence("Postcode", ", ".join(sorted(one)), ", ".join(sorted(other)), agreement)
