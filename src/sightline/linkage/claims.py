"""Writing claims, and reading who a source person was at an instant.

Every source person has exactly one claim in force: the latest that is not void. `SourcePerson.person` mirrors
it. Claims are only added or made void, so that undoing one is exact.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from sightline.core import clock, events
from sightline.core.actors import Actor
from sightline.core.unit import current
from sightline.linkage.events import ClaimMoved
from sightline.linkage.models import Claim
from sightline.linkage.restating import restate
from sightline.people.models import SourcePerson
from sightline.people.queries import children_of, in_parts

BULK = 500


@dataclass(frozen=True, slots=True)
class Move:
    """That a source person is to be another person from now on."""

    source_person: SourcePerson
    to_id: uuid.UUID
    basis: str
    because: str


@dataclass(frozen=True, slots=True)
class Span:
    """That a source person is a person, from one instant until another (None: still)."""

    person_id: uuid.UUID
    since: dt.datetime
    until: dt.datetime | None


def claim_own(
    source_people: Iterable[SourcePerson], made_by: str, basis: str = "own_record", because: str = ""
) -> None:
    """Store the first claim of new source people: each is the person that stands on it."""
    Claim.unscoped.bulk_create(
        (
            Claim(
                source_person=source,
                person_id=source.person_id,
                basis=basis,
                because=because,
                made_by=made_by,
            )
            for source in source_people
        ),
        batch_size=BULK,
    )


def make_moves(actor: Actor, moves: list[Move]) -> list[Claim]:
    """Store a claim for each move, restate the persons touched and tell the rooms above. In order."""
    made = Claim.unscoped.bulk_create(
        [
            Claim(
                source_person=move.source_person,
                person_id=move.to_id,
                basis=move.basis,
                because=move.because,
                made_by=actor.id,
            )
            for move in moves
        ],
        batch_size=BULK,
    )
    _put([(move.source_person, move.to_id) for move in moves])
    return made


def void(actor: Actor, claim: Claim, because: str) -> None:
    """Make a claim void: the source person is, for the time of the claim, who the one before it says.

    That is told also where a later claim is in force, for what was known in between is read otherwise now.
    """
    source = SourcePerson.unscoped.get(pk=claim.source_person_id)
    claim.voided_at, claim.voided_by, claim.void_because = clock.now(), actor.id, because
    claim.save(update_fields=["voided_at", "voided_by", "void_because"])
    _mirror([(source, in_force(source).person_id)])
    _tell([(source, claim.person_id, _before(claim).person_id)], undone=True)


def _before(claim: Claim) -> Claim:
    """The claim that stands for the time of one that is void."""
    standing = Claim.unscoped.filter(source_person=claim.source_person_id, voided_at__isnull=True)
    earlier = Q(made_at__lt=claim.made_at) | Q(made_at=claim.made_at, id__lt=claim.pk)
    return standing.filter(earlier).order_by("-made_at", "-id")[0]


def in_force(source_person: SourcePerson) -> Claim:
    """The latest claim that is not void: every source person has one."""
    standing = Claim.unscoped.filter(source_person=source_person, voided_at__isnull=True)
    return standing.order_by("-made_at", "-id")[0]


def spans_of(source_person_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Span]]:
    """Who each source person is, from when until when, void claims left out; the earliest first."""
    standing = Claim.unscoped.filter(voided_at__isnull=True)
    parts = (standing.filter(source_person_id__in=some) for some in in_parts(set(source_person_ids)))
    return _by_source(claim for some in parts for claim in _told(some))


def spans_around(person_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Span]]:
    """The same for every source person who is, or once was, one of these persons; in one query."""
    standing = Claim.unscoped.filter(voided_at__isnull=True)
    ever = standing.filter(person_id__in=set(person_ids)).values("source_person_id")
    return _by_source(_told(standing.filter(source_person_id__in=ever)))


def person_at(spans: list[Span], instant: dt.datetime | None) -> uuid.UUID:
    """Who it was at an instant (None: now). Before the first claim it is whom the first claim says."""
    if instant is None:
        return spans[-1].person_id
    begun = [span for span in spans if span.since <= instant]
    return (begun or spans[:1])[-1].person_id


def _told(standing: QuerySet[Claim]) -> Iterable[tuple[uuid.UUID, uuid.UUID, dt.datetime]]:
    """The source person, the person and since when, of each claim, the earliest first."""
    return standing.order_by("made_at", "id").values_list("source_person_id", "person_id", "made_at")


def _by_source(claims: Iterable[tuple[uuid.UUID, uuid.UUID, dt.datetime]]) -> dict[uuid.UUID, list[Span]]:
    standing: dict[uuid.UUID, list[tuple[uuid.UUID, dt.datetime]]] = defaultdict(list)
    for source, person, made_at in claims:
        standing[source].append((person, made_at))
    return {source: _spans(held) for source, held in standing.items()}


def _spans(claims: list[tuple[uuid.UUID, dt.datetime]]) -> list[Span]:
    ends: list[dt.datetime | None] = [made_at for _, made_at in claims[1:]]
    return [
        Span(person, made_at, until)
        for (person, made_at), until in zip(claims, [*ends, None], strict=True)
        if made_at != until
    ]


def _put(places: list[tuple[SourcePerson, uuid.UUID]]) -> None:
    _tell(_mirror(places))


def _mirror(places: list[tuple[SourcePerson, uuid.UUID]]) -> list[tuple[SourcePerson, uuid.UUID, uuid.UUID]]:
    """Write who each source person is now, and restate the persons touched; who moved, whence and whither."""
    moved = [(source, source.person_id, to) for source, to in places if source.person_id != to]
    for source, _, to in moved:
        source.person_id = to
    # An upsert of rows that all exist: many times quicker than bulk_update.
    SourcePerson.unscoped.bulk_create(
        {source.id: source for source, _, _ in moved}.values(),
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["person"],
        batch_size=BULK,
    )
    restate({person for _, before, after in moved for person in (before, after)})
    return moved


def _tell(moved: list[tuple[SourcePerson, uuid.UUID, uuid.UUID]], *, undone: bool = False) -> None:
    concerned = children_of({person for _, before, after in moved for person in (before, after)})
    for source, before, after in moved:
        children = {str(child) for child in concerned[before] | concerned[after]}
        current().note(f"source_person:{source.id}", *children)
        events.publish(ClaimMoved(source.id, before, after, undone))
