"""Why two source people may be two people although a number or a date agrees. Twins are the case in point."""

from __future__ import annotations

from collections.abc import Iterable

from sightline.linkage.known import PAGE_SYSTEM, Known, is_separate
from sightline.people.identity import first_name_key
from sightline.people.models import SourcePerson


def doubts(left: Known, right: Known) -> list[str]:
    """Every reason to leave the decision to a person; empty when there is none."""
    return [reason for reason, doubtful in _doubts(left, right) if doubtful]


def are_twins(left: Known, right: Known) -> bool:
    """Whether the two are babies who were plainly born together: they are never one, whoever asks."""
    one, other = left.source, right.source
    if one.kind != "baby" or other.kind != "baby" or one.born_on is None or one.born_on != other.born_on:
        return False
    told_apart = _names_differ(one, other) or _differ(one.birth_order, other.birth_order)
    numbers_differ = bool(left.verified and right.verified and not left.verified & right.verified)
    return numbers_differ or (is_separate(one, other) and told_apart)


def _doubts(left: Known, right: Known) -> Iterable[tuple[str, bool]]:
    one, other = left.source, right.source
    yield "one agency keeps two records", _same_agency(one, other)
    yield "given names differ", _names_differ(one, other)
    yield "sex differs", _differ(*(None if one_.sex == "unknown" else one_.sex for one_ in (one, other)))
    yield "birth order differs", _differ(one.birth_order, other.birth_order)
    yield "one is withdrawn", one.withdrawn or other.withdrawn
    yield (
        "verified NHS numbers differ",
        bool(left.verified ^ right.verified and left.verified and right.verified),
    )
    unnamed = not (first_name_key(one.given_name) and first_name_key(other.given_name))
    yield "a twin is known and a given name is not", unnamed and (left.has_twin or right.has_twin)


def _same_agency(one: SourcePerson, other: SourcePerson) -> bool:
    return one.agency_id == other.agency_id and PAGE_SYSTEM not in (one.source_system, other.source_system)


def _names_differ(one: SourcePerson, other: SourcePerson) -> bool:
    return _differ(first_name_key(one.given_name) or None, first_name_key(other.given_name) or None)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other
