"""The lists that may be taken out: each is a room's own list, as its reader sees it on the page."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from django.db.models import QuerySet

from sightline.agencies.roles import SEES_NO_CHILD
from sightline.chronology.policy import RECORDS
from sightline.clocks.holding import held_by
from sightline.clocks.models import Clock
from sightline.clocks.queries import due_for, named_to
from sightline.clocks.rules import rules
from sightline.concerns.models import ReferredChild
from sightline.concerns.policy import FRONT_DOOR
from sightline.concerns.queries import queue, sent_by_team
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.exchange.exporting.cells import Cell
from sightline.people.models import Person


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list, and what the ledger says of it."""

    cells: tuple[Cell, ...]
    record: str
    child_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its code, title and headings, whose it is, its rows for an actor, and how rows are told."""

    code: str
    title: str
    headings: tuple[str, ...]
    roles: frozenset[str]
    rows: Callable[[Actor], QuerySet[Any]]
    tell: Callable[[Actor, Sequence[Any]], list[Line]]

    def is_for(self, actor: Actor) -> bool:
        """Whether the list is one of the actor's role."""
        return actor.role in self.roles

    def lines(self, actor: Actor, at_once: int) -> Iterator[Line]:
        """Every row that the actor may see, read `at_once` at a time."""
        rows = self.rows(actor).iterator(chunk_size=at_once)
        while some := list(islice(rows, at_once)):
            yield from self.tell(actor, some)


def _named(child: Person | None) -> tuple[Cell, ...]:
    return (child.name, child.nhs_number) if child else ("", "")


def _referrals(actor: Actor, some: Sequence[ReferredChild]) -> list[Line]:
    return [_referral(one) for one in some]


def _referral(one: ReferredChild) -> Line:
    sent = one.referral
    cells = (
        sent.reference,
        *_named(one.child),
        sent.sent_at,
        sent.from_agency.name,
        "yes" if sent.is_urgent else "no",
        one.get_state_display(),
        one.get_decision_display() if one.decision else "",
        one.decided_at,
    )
    return Line(cells, f"referral:{sent.pk}", one.child_id)


def _due(actor: Actor, some: Sequence[Clock]) -> list[Line]:
    """A child is named where its page is open to the actor, as on the page."""
    named = named_to(actor, some)
    return [_due_one(one, named.get(one.pk)) for one in some]


def _due_one(one: Clock, child: Person | None) -> Line:
    is_late = one.state == "running" and one.due_at < clock.now()
    cells = (
        rules()[one.rule].title,
        *_named(child),
        one.started_at,
        one.due_at,
        "yes" if is_late else "no",
        held_by(one),
        one.late_because,
    )
    return Line(cells, f"clock:{one.pk}", child.pk if child else None)


def _clocks(actor: Actor) -> QuerySet[Clock]:
    held = due_for(actor, "agency")
    return held.select_related("child__joined_to", "owner_agency", "owner_team", "owner_professional")


REFERRAL: Final = (
    "Referral", "Child", "NHS number", "Sent", "From", "Urgent", "State", "Decision", "Decided",
)  # fmt: skip
LISTS: Final[dict[str, Listing]] = {
    listing.code: listing
    for listing in (
        Listing("referrals-waiting", "What waits at the front door", REFERRAL, FRONT_DOOR, queue, _referrals),
        Listing("referrals-sent", "Referrals of my team", REFERRAL, RECORDS, sent_by_team, _referrals),
        Listing(
            "due",
            "What is due in my agency",
            ("What", "Child", "NHS number", "Since", "Due", "Late", "With", "Why late"),
            RECORDS - SEES_NO_CHILD,
            _clocks,
            _due,
        ),
    )
}
"""By code. A list shows what its page shows, to the same reader, and no more."""
