"""What a meeting looks at: overdue clocks, open challenges, and work in which nothing has moved."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Max, Q, QuerySet

from sightline.challenge.models import Challenge
from sightline.challenge.steps import OPEN
from sightline.clocks.models import GOING, Clock
from sightline.clocks.rules import rules
from sightline.core import clock
from sightline.meetings.figures import figures_on
from sightline.people.models import Baby

Key = tuple[str, uuid.UUID]
CHALLENGE: Final = "challenge"
DRAFT: Final = "referral_draft"
"""A draft is nobody's but its writer's: it is on no agenda."""


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of work, why it is looked at, whose it is and since when; `what` names nobody."""

    kind: str
    process: str
    process_id: uuid.UUID
    child_id: uuid.UUID | None
    agency_id: uuid.UUID
    what: str
    since: dt.datetime

    @property
    def key(self) -> Key:
        """Which piece of work."""
        return self.process, self.process_id


def found_in(partnership: str) -> list[Found]:
    """Everything to look at now in the partnership, each piece of work once: overdue first, then challenged.

    Sealed children's work is on no agenda.
    """
    found: dict[Key, Found] = {}
    for one in (*_overdue(partnership), *_challenged(partnership), *_stuck(partnership)):
        found.setdefault(one.key, one)
    return list(found.values())


def _overdue(partnership: str) -> Iterator[Found]:
    late = _clocks(partnership).filter(state="running", due_at__lt=clock.now())
    for one in late.exclude(process=CHALLENGE).order_by("due_at", "id"):
        yield _of_clock("overdue", one, one.due_at)


def _challenged(partnership: str) -> Iterator[Found]:
    rows = Challenge.unscoped.filter(_not_sealed(), partnership__code=partnership, state__in=OPEN)
    for one in rows.order_by("raised_at", "id"):
        what = f"At stage {one.stage}"
        yield Found("challenge", CHALLENGE, one.pk, one.child_id, one.with_agency_id, what, one.raised_at)


def _stuck(partnership: str) -> Iterator[Found]:
    """Work that goes on by its clocks, and in which no clock began or ended for the partnership's time."""
    term = figures_on(partnership).stuck_after
    last = clock.end_of(clock.working_days_ago(clock.today(), term))
    clocks = _clocks(partnership).exclude(process=CHALLENGE)
    moved = (
        clocks.order_by()
        .values("process", "process_id")
        .annotate(
            going=Count("pk", filter=Q(state__in=GOING)), began=Max("started_at"), ended=Max("ended_at")
        )
        .filter(Q(ended__isnull=True) | Q(ended__lte=last), going__gt=0, began__lte=last)
    )
    since = {
        (row["process"], row["process_id"]): max(filter(None, (row["began"], row["ended"]))) for row in moved
    }
    going = clocks.filter(state__in=GOING, process_id__in=[key for _, key in since])
    for one in going.order_by("due_at", "id"):
        if (one.process, one.process_id) in since:
            yield _of_clock("stuck", one, since[one.process, one.process_id])


def _of_clock(kind: str, one: Clock, since: dt.datetime) -> Found:
    title = rules()[one.rule].title
    return Found(kind, one.process, one.process_id, one.child_id, one.owner_agency_id, title, since)


def _clocks(partnership: str) -> QuerySet[Clock]:
    return Clock.unscoped.filter(_not_sealed(), partnership__code=partnership).exclude(process=DRAFT)


def _not_sealed() -> Q:
    sealed = Baby.unscoped.filter(sealed=True).values("pk")
    joined = Baby.unscoped.filter(sealed=True, person__joined_to__isnull=False).values("person__joined_to")
    shut = Q(child_id__in=sealed) | Q(child__joined_to__in=sealed) | Q(child_id__in=joined)
    return Q(child__isnull=True) | ~shut
