"""Linking on arrival: by a verified NHS number with an agreeing exact date of birth, and by nothing else.

Every other pair that plausibly is one person waits as a candidate for a person to decide. A pair that was
decided not to be the same is never looked at again.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from django.db.models import F

from sightline.core import clock
from sightline.core.actors import Actor
from sightline.linkage.blocking import SAME_NUMBER, Pair, pairs_of
from sightline.linkage.claims import BULK, Move, make_moves
from sightline.linkage.doubts import doubts
from sightline.linkage.known import Known, known_of
from sightline.linkage.models import Candidate
from sightline.linkage.parting import part_twins
from sightline.people.models import SourcePerson
from sightline.people.queries import in_parts

PairKey = tuple[uuid.UUID, uuid.UUID]


def consider(actor: Actor, touched: Iterable[SourcePerson]) -> None:
    """Link these source people where that may be done automatically; keep candidates of the rest."""
    sources = list(touched)
    part_twins(actor, sources)
    pairs = pairs_of(sources)
    if not pairs:
        return
    desk = _Desk(pairs)
    waiting = [pair for pair in pairs if not desk.settles(pair)]
    moved = make_moves(actor, desk.moves) if desk.moves else []
    _settle(actor, {claim.source_person_id for claim in moved})
    _keep([pair for pair in waiting if not desk.is_one(pair)], desk.decided)


def states_of(source_people: Iterable[uuid.UUID]) -> dict[PairKey, str]:
    """What was decided of pairs, or waits, by the ids of their sides: codes of CANDIDATE_STATES."""
    states: dict[PairKey, str] = {}
    for some in in_parts(source_people):
        for kept in Candidate.unscoped.filter(left_id__in=some):
            states[kept.left_id, kept.right_id] = kept.state
    return states


class _Desk:
    """The pairs under consideration, with who is together with whom as links are made one after another."""

    def __init__(self, pairs: list[Pair]) -> None:
        self.moves: list[Move] = []
        likely = [
            source for pair in pairs if pair.because == SAME_NUMBER for source in (pair.left, pair.right)
        ]
        self.together = self._groups({source.person_id for source in likely})
        everyone = {source.id: source for pair in pairs for source in (pair.left, pair.right)}
        everyone |= {key: source for group in self.together.values() for key, source in group.items()}
        self.known = known_of(everyone.values())
        self.decided = states_of(everyone)
        self.now = {key: person for person, group in self.together.items() for key in group}

    def settles(self, pair: Pair) -> bool:
        """Link the pair if that may be done automatically; whether nothing is left for a person to decide."""
        if self.is_one(pair) or self.decided.get((pair.left.id, pair.right.id)) == "not_same":
            return True
        if pair.because != SAME_NUMBER or not self._may_join(pair):
            return _is_told_apart(pair, self.known)
        return self._join(pair)

    def is_one(self, pair: Pair) -> bool:
        """Whether the two are the same person by now."""
        return self._person(pair.left) == self._person(pair.right)

    def _person(self, source: SourcePerson) -> uuid.UUID:
        return self.now.get(source.id, source.person_id)

    def _may_join(self, pair: Pair) -> bool:
        left, right = self.known[pair.left.id], self.known[pair.right.id]
        births_agree = pair.left.born_on is not None and pair.left.born_on == pair.right.born_on
        if not left.verified & right.verified or not births_agree:
            return False
        both = product(self.together[self._person(pair.left)], self.together[self._person(pair.right)])
        return not any(self._is_barred(one, other) for one, other in both)

    def _is_barred(self, one: uuid.UUID, other: uuid.UUID) -> bool:
        key = (one, other) if one < other else (other, one)
        return self.decided.get(key) == "not_same" or bool(doubts(self.known[one], self.known[other]))

    def _join(self, pair: Pair) -> bool:
        """Move the one that stands alone to the other's person; two groups are for a person to decide."""
        for moving, staying in sorted(((pair.left, pair.right), (pair.right, pair.left)), key=_newer_first):
            before, after = self._person(moving), self._person(staying)
            loses_page = moving.kind == "baby" and all(
                s.kind != "baby" for s in self.together[after].values()
            )
            if len(self.together[before]) == 1 and not loses_page:
                self._move(moving, before, after)
                return True
        return False

    def _move(self, moving: SourcePerson, before: uuid.UUID, after: uuid.UUID) -> None:
        because = "The same verified NHS number and date of birth."
        self.moves.append(Move(self.known[moving.id].source, after, "nhs_number_and_birth", because))
        self.together[after][moving.id] = self.together[before].pop(moving.id)
        self.now[moving.id] = after

    @staticmethod
    def _groups(person_ids: set[uuid.UUID]) -> dict[uuid.UUID, dict[uuid.UUID, SourcePerson]]:
        groups: dict[uuid.UUID, dict[uuid.UUID, SourcePerson]] = defaultdict(dict)
        for some in in_parts(person_ids):
            for source in SourcePerson.unscoped.filter(person_id__in=some):
                groups[source.person_id][source.id] = source
        return groups


def _newer_first(order: tuple[SourcePerson, SourcePerson]) -> tuple[bool, int]:
    """A record that is no baby's moves to a baby's; else the one that came later moves."""
    moving, _ = order
    return (moving.kind == "baby", -moving.id.int)


def _is_told_apart(pair: Pair, known: dict[uuid.UUID, Known]) -> bool:
    """Whether the numbers already say that these are two people who only share a name or a birthday."""
    left, right = known[pair.left.id], known[pair.right.id]
    return pair.because != SAME_NUMBER and bool(
        left.verified and right.verified and not left.verified & right.verified
    )


def _settle(actor: Actor, moved: set[uuid.UUID]) -> None:
    """Close the candidates that the links just made have answered."""
    for some in in_parts(moved):
        for side in ("left_id__in", "right_id__in"):
            answered = Candidate.unscoped.filter(**{side: some}, state="open")
            answered.filter(left__person=F("right__person")).update(
                state="same",
                decided_at=clock.now(),
                decided_by=actor.id,
                because="Linked by a verified NHS number.",
            )


def _keep(pairs: list[Pair], decided: dict[PairKey, str]) -> None:
    Candidate.unscoped.bulk_create(
        (
            Candidate(left=pair.left, right=pair.right, found_because=pair.because)
            for pair in pairs
            if (pair.left.id, pair.right.id) not in decided
        ),
        batch_size=BULK,
    )
