"""Finding people. None of this decides who may look: `access` does, before it asks here."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Q, QuerySet

from sightline.core.ids import bare_nhs_number, is_nhs_number
from sightline.people.identity import name_key
from sightline.people.models import Baby, NetworkMember, Person

Key = TypeVar("Key")


def standing_babies() -> QuerySet[Baby]:
    """Every followed baby that stands for itself: not one whose records were all claimed to be another's."""
    return Baby.unscoped.filter(person__joined_to__isnull=True)


def find_exact(
    *,
    nhs_number: str | None = None,
    given_name: str | None = None,
    family_name: str | None = None,
    born_on: dt.date | None = None,
) -> list[Person]:
    """Babies with exactly that NHS number, or exactly those names and that date of birth; else nobody.

    Case, accents and punctuation of names do not count; a part of a name, a wrong letter or a wrong day finds
    nobody. A number that fails its check finds nobody. Two babies can answer (twins without names).
    """
    if nhs_number:
        return _with_number(nhs_number)
    if given_name and family_name and born_on:
        return _with_names(name_key(given_name), name_key(family_name), born_on)
    return []


def _with_number(nhs_number: str) -> list[Person]:
    if not is_nhs_number(nhs_number):
        return []
    return _standing(Q(nhs_number=bare_nhs_number(nhs_number)))


def _with_names(given_key: str, family_key: str, born_on: dt.date) -> list[Person]:
    if not given_key or not family_key:
        return []
    named = Q(source_people__given_key=given_key, source_people__family_key=family_key)
    return _standing(named & (Q(baby__born_on=born_on) | Q(born_from=born_on, born_to=born_on)))


def _standing(condition: Q) -> list[Person]:
    found = Person.unscoped.filter(condition, kind="baby", baby__isnull=False, joined_to__isnull=True)
    return list(found.select_related("baby").order_by("id").distinct())


def network_of(child_id: uuid.UUID, on: dt.date | None = None) -> set[uuid.UUID]:
    """The baby and everybody in its care network, past members too; nobody who came into it after `on`.

    A child placed for adoption (sealed) is in nobody's network: it cannot be found through birth family.
    """
    places = NetworkMember.unscoped.filter(child_id=child_id).exclude(person__baby__sealed=True)
    if on is not None:
        places = places.filter(Q(since__isnull=True) | Q(since__lte=on))
    return {child_id, *places.values_list("person_id", flat=True)}


def children_of(person_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """The babies whom each person concerns: itself if a baby, and those in whose care network it is."""
    wanted = set(person_ids)
    children: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for some in in_parts(wanted):
        for baby in Baby.unscoped.filter(pk__in=some).values_list("pk", flat=True):
            children[baby].add(baby)
        for person, child in NetworkMember.unscoped.filter(person_id__in=some).values_list(
            "person_id", "child_id"
        ):
            children[person].add(child)
    return children


def of_one_page(person_id: uuid.UUID) -> list[uuid.UUID]:
    """The persons whose records stand on one page with this one's: what is closed on one is closed on all."""
    joined_to = Person.unscoped.filter(pk=person_id).values_list("joined_to", flat=True).first()
    page = joined_to or person_id
    return [page, *Person.unscoped.filter(joined_to=page).values_list("pk", flat=True)]


def in_parts(keys: Iterable[Key], size: int = 2000) -> list[list[Key]]:
    """The keys in lists short enough for one statement on every engine."""
    every = list(keys)
    return [every[start : start + size] for start in range(0, len(every), size)]
