"""Which pieces of work on an agenda an actor may open: asked of each room's own scope, once a process."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.db.models import Q, QuerySet

from sightline.access.scope import not_closed_to
from sightline.challenge.queries import seen_by as challenges_seen_by
from sightline.clocks.queries import seen_by as clocks_seen_by
from sightline.concerns.queries import seen_by as referrals_seen_by
from sightline.core.actors import Actor
from sightline.marks.queries import among as marks_among
from sightline.medicals.queries import seen_by as medicals_seen_by
from sightline.meetings.models import Item
from sightline.sharing.queries import seen_by as information_seen_by
from sightline.strategy.queries import discussions_seen_by, requests_seen_by

Ids = set[uuid.UUID]
Sight = Callable[[Actor, Ids], Ids]
"""Which of these the actor may open."""


def _referrals(actor: Actor, ids: Ids) -> Ids:
    """A clock of a referral is of one child, or of the whole: both are opened by any child that is."""
    rows = referrals_seen_by(actor).filter(Q(pk__in=ids) | Q(referral_id__in=ids))
    return {key for pair in rows.values_list("pk", "referral_id") for key in pair}


def _by(seen_by: Callable[[Actor], QuerySet[Any]]) -> Sight:
    """A room's own scope, by the ids of its processes."""
    return lambda actor, ids: set(seen_by(actor).filter(pk__in=ids).values_list("pk", flat=True))


def _marks(actor: Actor, ids: Ids) -> Ids:
    """A restricted mark is not opened by the baby's page alone."""
    return {one.pk for one in marks_among(actor, ids)}


SIGHTS: Final[Mapping[str, Sight]] = {
    "referral": _referrals,
    "challenge": _by(challenges_seen_by),
    "information_request": _by(information_seen_by),
    "strategy_request": _by(requests_seen_by),
    "strategy_discussion": _by(discussions_seen_by),
    "medical": _by(medicals_seen_by),
    "mark": _marks,
}
"""By process. Any other is opened by its clocks, which show a child's only with the child's page."""


def opened(actor: Actor, items: Iterable[Item]) -> Ids:
    """The ids of the items that the actor may open; one query a process."""
    by_process: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_process[item.process].append(item)
    return {item.pk for process, listed in by_process.items() for item in _of_process(actor, process, listed)}


def not_shut(actor: Actor, items: Iterable[Item]) -> Ids:
    """The ids of the items that are about no child, or about one whose record is not closed to the actor."""
    rows = Item.unscoped.filter(Q(child__isnull=True) | not_closed_to(actor))
    return set(rows.filter(pk__in=[item.pk for item in items]).values_list("pk", flat=True))


def opens(actor: Actor, item: Item) -> bool:
    """Whether the actor may open the item."""
    return item.pk in opened(actor, [item])


def _of_process(actor: Actor, process: str, listed: list[Item]) -> list[Item]:
    ids = {item.process_id for item in listed}
    sight = SIGHTS.get(process)
    seen = sight(actor, ids) if sight else _by_clock(actor, process, ids)
    return [item for item in listed if item.process_id in seen]


def _by_clock(actor: Actor, process: str, ids: Ids) -> Ids:
    found = clocks_seen_by(actor).filter(process=process, process_id__in=ids)
    return set(found.values_list("process_id", flat=True))
