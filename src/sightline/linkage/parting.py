"""Parting twins who turn out to be together.

A link may have been right by what was known. When a later record shows that one person holds two babies who
were born together, the link that brought them together is made void at once: twins never fuse.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from django.db.models import Count

from sightline.core import clock
from sightline.core.actors import Actor
from sightline.linkage.claims import in_force, void
from sightline.linkage.doubts import are_twins
from sightline.linkage.known import known_of
from sightline.linkage.models import Candidate, Claim
from sightline.people.models import SourcePerson
from sightline.people.queries import in_parts

BECAUSE = "They turned out to be two babies who were born together."


def part_twins(actor: Actor, touched: Iterable[SourcePerson]) -> None:
    """Void the claims that hold twins together on the persons of these source people; remember the pairs."""
    for group in _groups({source.person_id for source in touched}):
        known = known_of(group)
        for one, other in combinations(sorted(group, key=lambda source: source.id), 2):
            if are_twins(known[one.id], known[other.id]):
                _part(actor, one, other)


def _groups(person_ids: set[uuid.UUID]) -> list[list[SourcePerson]]:
    """The babies' records of each person that has several."""
    groups: dict[uuid.UUID, list[SourcePerson]] = defaultdict(list)
    babies = SourcePerson.unscoped.filter(kind="baby")
    for some in in_parts(person_ids):
        several = babies.filter(person_id__in=some).values("person_id").annotate(held=Count("id"))
        crowded = [row["person_id"] for row in several.filter(held__gt=1)]
        for source in babies.filter(person_id__in=crowded):
            groups[source.person_id].append(source)
    return list(groups.values())


def _part(actor: Actor, one: SourcePerson, other: SourcePerson) -> None:
    claims = [in_force(one), in_force(other)]
    if claims[0].person_id != claims[1].person_id:
        return
    last = max((claim for claim in claims if _is_link(claim)), key=lambda claim: (claim.made_at, claim.id))
    void(actor, last, BECAUSE)
    decision = {"state": "not_same", "decided_at": clock.now(), "decided_by": actor.id, "because": BECAUSE}
    Candidate.unscoped.update_or_create(left=one, right=other, defaults=decision)


def _is_link(claim: Claim) -> bool:
    """Whether another claim stands before it: two first claims are never on one person by themselves."""
    before = Claim.unscoped.filter(source_person_id=claim.source_person_id, voided_at__isnull=True)
    return before.exclude(pk=claim.pk).exists()
