"""The referrals that an actor may read: the front door's queue, and what one's own team sent."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from sightline.access.keys import agency_of, own_id, team_of
from sightline.access.scope import about_babies_seen_by, standing, unfindable
from sightline.chronology.policy import RECORDS
from sightline.clocks.models import Clock
from sightline.concerns.models import ReferredChild
from sightline.concerns.policy import FRONT_DOOR
from sightline.concerns.referring import PROCESS
from sightline.core.actors import Actor

WAITING = ("received", "read")
LOADED = ("referral__from_agency", "referral__from_team", "referral__referrer", "child__joined_to")


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
    """What waits at the actor's front door: urgent ones first, then those that have waited longest."""
    if actor.role not in FRONT_DOOR:
        return ReferredChild.unscoped.none()
    waiting = seen_by(actor).filter(referral__to_agency_id=agency_of(actor), state__in=WAITING)
    return waiting.order_by("-referral__is_urgent", "referral__sent_at", "id")


def with_counts(some: Iterable[ReferredChild]) -> list[ReferredChild]:
    """These referrals, in their order, with `due_at`, and how many came before: `earlier`, and `closed`.

    For a page of them, in one query: counted for a whole queue of thousands it would take seconds.
    """
    order = [one.pk for one in some]
    due = Clock.unscoped.filter(process=PROCESS, process_id=OuterRef("pk"), rule="referral_decision")
    counted = ReferredChild.unscoped.filter(pk__in=order).annotate(
        due_at=Subquery(due.values("due_at")[:1]),
        earlier=_count(Q()),
        closed=_count(Q(decision="no_further_action")),
    )
    found = {one.pk: one for one in counted.select_related(*LOADED)}
    return [found[key] for key in order if key in found]


def sent_by_team(actor: Actor) -> QuerySet[ReferredChild]:
    """What the actor's team sent, the latest first: what became of each is there to read."""
    return seen_by(actor).filter(referral__from_team_id=team_of(actor)).order_by("-referral__sent_at", "-id")


def before(actor: Actor, referred: ReferredChild) -> list[ReferredChild]:
    """The earlier referrals of the same child in the partnership, the latest first.

    The front door that decides reads them all; anybody else those of their own agency.
    """
    sent = referred.referral
    earlier = ReferredChild.unscoped.filter(
        _same(Value(standing(referred.child))), referral__partnership_id=sent.partnership_id
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


def _same(child: Any) -> Q:
    """Of this child, or of one whose records were joined to it."""
    return Q(child_id=child) | Q(child__joined_to=child)


def _count(which: Q) -> Coalesce:
    """How many referrals came before, in the partnership: in one query for a whole list."""
    earlier = ReferredChild.unscoped.filter(
        which,
        _same(Coalesce(OuterRef("child__joined_to"), OuterRef("child_id"))),
        referral__partnership_id=OuterRef("referral__partnership_id"),
        referral__sent_at__lt=OuterRef("referral__sent_at"),
    )
    counted = earlier.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)
