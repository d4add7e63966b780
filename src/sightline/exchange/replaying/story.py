"""One story, replayed into an empty database: nothing later than the day is ever in it.

No rule, threshold or path exists for replays alone: batches are received, people are linked and babies are
evaluated by the same actions as in use.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from sightline.agencies.actions import ensure_agency
from sightline.agencies.models import Partnership
from sightline.chronology.actions import receive
from sightline.core import clock
from sightline.core.actors import REPLAY
from sightline.core.unit import unit
from sightline.exchange.case_files import Arrival, CaseFile
from sightline.linkage.actions import link
from sightline.people.models import SourcePerson
from sightline.projection.supplies import promise
from sightline.prompts.evaluating import evaluate_babies
from sightline.prompts.models import Evidence, Prompt

PARTNERSHIP = "replay"


@dataclass(slots=True)
class Raised:
    """A point that was asked: the first day of life on which it was, and the entries it stood on then."""

    point: str
    first_day: int
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Replayed:
    """What came of a story: the points that were raised, in order, and the baby's person."""

    child_id: uuid.UUID
    raised: list[Raised] = field(default_factory=list)


def replay(case: CaseFile) -> Replayed | None:
    """Replay a whole story. None when no agency ever recorded anything."""
    partnership = Partnership.unscoped.create(code=PARTNERSHIP, name="Replay")
    days = {day: list(batches) for day, batches in groupby(case.batches(), key=lambda batch: batch.day)}
    if not days:
        return None
    _supply(case, partnership, min(days))
    replayed: Replayed | None = None
    for day in _days(min(days), case.date_of(case.until)):
        with clock.at(clock.end_of(day)):
            known = days.get(day, [])
            if known:
                _bring_in(case, known)
                replayed = replayed or _baby()
            if replayed is not None:
                _end_day(case, replayed, day, is_quiet=not known)
    return replayed


def _supply(case: CaseFile, partnership: Partnership, first: dt.date) -> None:
    """A kind is supplied when the file holds a fact of it from any agency, from the first day read."""
    with clock.at(clock.start_of(first)), unit():
        for sector, sent in groupby(sorted(case.supplied(), key=lambda one: one[1]), key=lambda one: one[1]):
            agency, _ = ensure_agency(REPLAY, sector, sector, partnership)
            promise(agency, sorted(kind for kind, _ in sent))


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=number) for number in range((last - first).days + 1))


def _bring_in(case: CaseFile, known: list[Arrival]) -> None:
    """What became known on one day, each agency's by itself, in one transaction."""
    with unit():
        for arrival in known:
            receive(REPLAY, arrival.batch)
        _link_same(case)


def _baby() -> Replayed | None:
    """The story's baby, once any agency has a record of it."""
    first = SourcePerson.unscoped.filter(kind="baby").order_by("received_at", "id").first()
    return Replayed(first.person_id) if first else None


def _end_day(case: CaseFile, replayed: Replayed, day: dt.date, *, is_quiet: bool) -> None:
    """The evaluation at the end of a day. On a quiet one only what it raises can be new."""
    with unit():
        kept = evaluate_babies([replayed.child_id], clock.today())
    if kept.raised or not is_quiet:
        _note_new(case, replayed, day)


def _link_same(case: CaseFile) -> None:
    """Decide that the agencies' records of one person of the story are the same person."""
    known = {(one.agency.code, one.key): one for one in SourcePerson.unscoped.select_related("agency")}
    for same in case.same_people():
        present = sorted(
            (known[key] for key in same if key in known), key=lambda one: (one.received_at, one.id)
        )
        for other in present[1:]:
            if other.person_id != present[0].person_id:
                link(REPLAY, other, present[0].person, "The story says that they are the same person.")


def _note_new(case: CaseFile, replayed: Replayed, day: dt.date) -> None:
    """Remember the points that are asked for the first time at the end of this day."""
    seen = {raised.point for raised in replayed.raised}
    for prompt in Prompt.unscoped.filter(child_id=replayed.child_id, state="open").order_by("point"):
        if prompt.point not in seen:
            evidence = list(prompt.evidence.filter(gone_at__isnull=True).select_related("entry__agency"))
            replayed.raised.append(Raised(prompt.point, (day - case.born).days, evidence))
