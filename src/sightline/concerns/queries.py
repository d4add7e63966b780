"""The referrals that an actor may read: the front door's queue, and what one's own team sent."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sightline.access.keys import agency_of, own_id, team_of
from sightline.access.scope import about_babies_seen_by, babies_seen_by, standing, unfindable
from sightline.chronology.policy import RECORDS
from sightline.clocks.models import Clock
from sightline.concerns.models import ReferredChild
from sightline.concerns.policy import FRONT_DOOR
from sightline.concerns.referring import PROCESS
from sightline.core.actors import Actor
from sightline.people.models import Person

WAITING = ("received", "read")
LOADED = ("referral__from_agency", "referral__from_team", "referral__referrer", "child__joined_to")
SPARE: Final = 25
"""So many of the first may be closed to the actor before the queue is read a second time."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The first that wait at a front door, in the order of its queue, and whether more wait."""

    keys: list[uuid.UUID]
    is_more: bool


def seen_by(actor: Actor) -> QuerySet[ReferredChild]:
    """Referred children whose page the actor may open, where the actor's agency sent it or decides on it.

    A restricted one is its writer's, the front door's and the safeguarding leads' to read.
    """
    if actor.role not in RECORDS:
        return ReferredChild.unscoped.none()
    own = Q(referral__from_agency_id=agency_of(actor)) | Q(referral__to_agency_id=agency_of(actor))
    return ReferredChild.unscoped.filter(
        own, _not_kept_from(actor), about_babies_seen_by(actor)
    ).select_related(*LOADED)


def find_referred(actor: Actor, key: uuid.UUID | str) -> ReferredChild:
    """One referred child. Raises Unfindable, absent and not permitted alike."""
    found = seen_by(actor).filter(pk=key).first()
    if found is None:
        raise unfindable(actor, "referral.looked")
    return found


def carries(root_id: uuid.UUID) -> bool:
    """Whether a referral carries the entry."""
    return ReferredChild.unscoped.filter(entry_root_id=root_id).exists()


def queue(actor: Actor) -> QuerySet[ReferredChild]:
    """What waits at the actor's front door: urgent ones first, then those that have waited longest.

    The whole of it, to take out or to ask whether there is any; a page of it is `first_waiting`.
    """
    if actor.role not in FRONT_DOOR:
        return ReferredChild.unscoped.none()
    return _in_order(actor, seen_by(actor))


def first_waiting(actor: Actor, count: int) -> Waiting:
    """The first `count` of the actor's queue: the same rows in the same order, however long it is.

    The queue is walked by its index and the scope asked only about those walked past, so that what waits
    behind them costs nothing; this is why nobody counts the rest.
    """
    if actor.role not in FRONT_DOOR:
        return Waiting([], is_more=False)
    found = list(islice(_waiting(actor, count + 1 + SPARE), count + 1))
    return Waiting(found[:count], is_more=len(found) > count)


def with_counts(some: Iterable[uuid.UUID]) -> list[ReferredChild]:
    """These referred children, in their order, with `due_at`, and how many came before: `earlier`, `closed`.

    For a page of them, in two queries: counted for a whole queue of thousands it would take seconds. The
    caller has decided that they may be seen.
    """
    order = list(some)
    due = Clock.unscoped.filter(process=PROCESS, process_id=OuterRef("pk"), rule="referral_decision")
    loaded = ReferredChild.unscoped.filter(pk__in=order).annotate(due_at=Subquery(due.values("due_at")[:1]))
    found: dict[uuid.UUID, ReferredChild] = {one.pk: one for one in loaded.select_related(*LOADED)}
    listed = [found[key] for key in order if key in found]
    _count_before(listed)
    return listed


def sent_by_team(actor: Actor) -> QuerySet[ReferredChild]:
    """What the actor's team sent, the latest first: what became of each is there to read."""
    return seen_by(actor).filter(referral__from_team_id=team_of(actor)).order_by("-referral__sent_at", "-id")


def before(actor: Actor, referred: ReferredChild) -> list[ReferredChild]:
    """The earlier referrals of the same child in the partnership, the latest first.

    The front door that decides reads them all; anybody else those of their own agency.
    """
    sent = referred.referral
    earlier = ReferredChild.unscoped.filter(
        _about([standing(referred.child)]), referral__partnership_id=sent.partnership_id
    )
    if actor.role not in FRONT_DOOR or actor.agency_id != sent.to_agency_id:
        earlier = earlier.filter(_not_kept_from(actor), referral__from_agency_id=agency_of(actor))
    listed = earlier.filter(referral__sent_at__lt=sent.sent_at).exclude(pk=referred.pk)
    return list(listed.select_related("referral__from_agency").order_by("-referral__sent_at"))


def _not_kept_from(actor: Actor) -> Q:
    shared = Q(referral__is_restricted=False) | Q(referral__referrer_id=own_id(actor))
    at_door = Q(referral__to_agency_id=agency_of(actor))
    if actor.role == "safeguarding_lead":
        return Q()
    return shared | at_door if actor.role in FRONT_DOOR else shared


def _in_order(actor: Actor, rows: QuerySet[ReferredChild]) -> QuerySet[ReferredChild]:
    waiting = rows.filter(referral__to_agency_id=agency_of(actor), state__in=WAITING)
    return waiting.order_by("-referral__is_urgent", "referral__sent_at", "id")


def _waiting(actor: Actor, at_once: int) -> Iterator[uuid.UUID]:
    """The queue, read so many at a time; each time the scope is asked about these alone.

    A front door reads the restricted ones that were sent to it too: what remains to ask is the baby's page.
    """
    kept = _in_order(actor, ReferredChild.unscoped.filter(_not_kept_from(actor)))
    rows = kept.values_list("pk", "child_id", "child__joined_to")
    start = 0
    while some := list(rows[start : start + at_once]):
        stands = {key: joined or child for key, child, joined in some}
        is_open = set(babies_seen_by(actor, among=set(stands.values())).values_list("pk", flat=True))
        yield from (key for key, child in stands.items() if child in is_open)
        if len(some) < at_once:
            return
        start += at_once


def _about(children: Collection[uuid.UUID]) -> Q:
    """Of these children, or of one whose records were joined to theirs.

    The people are found first: an `OR` between the row's child and whom it was joined to has no index.
    """
    same = Person.unscoped.filter(Q(pk__in=children) | Q(joined_to__in=children))
    return Q(child_id__in=same.values("pk"))


def _count_before(listed: list[ReferredChild]) -> None:
    """Set on each how many came before it about the same child in its partnership, and how many closed."""
    said = defaultdict(list)
    rows = ReferredChild.unscoped.filter(_about({standing(one.child) for one in listed}))
    for each in rows.select_related("referral", "child").only(
        "decision", "referral__partnership_id", "referral__sent_at", "child__joined_to_id"
    ):
        said[standing(each.child), each.referral.partnership_id].append(each)
    for one in listed:
        same = said[standing(one.child), one.referral.partnership_id]
        earlier = [each for each in same if each.referral.sent_at < one.referral.sent_at]
        one.earlier = len(earlier)
        one.closed = sum(each.decision == "no_further_action" for each in earlier)
