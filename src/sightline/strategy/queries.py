"""The requests and discussions that an actor may read."""

from __future__ import annotations

import uuid

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sightline.access.keys import NOBODY, agency_of, team_of
from sightline.access.scope import about_babies_seen_by, as_id, not_closed_to, unfindable
from sightline.chronology.policy import RECORDS
from sightline.clocks.models import GOING, Clock
from sightline.core.actors import Actor
from sightline.strategy.models import Discussion, StrategyAction, StrategyRequest
from sightline.strategy.policy import answers_requests, reads_discussion
from sightline.strategy.requesting import PROCESS

LOADED = (
    "partnership",
    "from_agency",
    "from_team",
    "asked_by",
    "to_agency",
    "child__joined_to",
    "decided_by",
)


def requests_seen_by(actor: Actor) -> QuerySet[StrategyRequest]:
    """What the actor's agency asked for, and what it was asked as children's social care."""
    return StrategyRequest.unscoped.filter(_asked_by(actor) | _asked_of(actor)).select_related(*LOADED)


def find_request(actor: Actor, key: uuid.UUID | str) -> StrategyRequest:
    """One request. Raises Unfindable, absent and not permitted alike."""
    found = requests_seen_by(actor).filter(pk=as_id(key) or NOBODY).first()
    if found is None:
        raise unfindable(actor, "strategy_request.looked")
    return found


def asked_by_team(actor: Actor) -> QuerySet[StrategyRequest]:
    """What the actor's team asked for, the latest first."""
    return requests_seen_by(actor).filter(from_team_id=team_of(actor)).order_by("-asked_at", "-id")


def waiting(actor: Actor) -> QuerySet[StrategyRequest]:
    """What waits for an answer of the actor's agency, the soonest due first, with `due_at`."""
    due = Clock.unscoped.filter(process=PROCESS, process_id=OuterRef("pk"), state__in=GOING)
    mine = requests_seen_by(actor).filter(to_agency_id=agency_of(actor), state="asked")
    return mine.annotate(due_at=Subquery(due.values("due_at")[:1])).order_by("due_at", "id")


def discussions_seen_by(actor: Actor) -> QuerySet[Discussion]:
    """What the actor's agency holds, and what they, or as its lead their agency, were asked to.

    Whoever was asked reads it while it is open and for some months after (`minimum.yaml`), without the
    child's page; nothing that is closed to them.
    """
    return Discussion.unscoped.filter(reads_discussion(actor)).select_related(
        "partnership", "held_by", "request__from_agency", "child__joined_to", "planned_by", "enquiry_by"
    )


def find_discussion(actor: Actor, key: uuid.UUID | str) -> Discussion:
    """One discussion. Raises Unfindable, absent and not permitted alike."""
    found = discussions_seen_by(actor).filter(pk=as_id(key) or NOBODY).first()
    if found is None:
        raise unfindable(actor, "strategy_discussion.looked")
    return found


def planned(actor: Actor) -> QuerySet[Discussion]:
    """What is still to be held, the soonest first."""
    return discussions_seen_by(actor).filter(state="planned").order_by("planned_for", "id")


def held(actor: Actor) -> QuerySet[Discussion]:
    """What was held or called off, the latest first."""
    return discussions_seen_by(actor).exclude(state="planned").order_by("-planned_for", "-id")


def actions_of_agency(actor: Actor) -> QuerySet[StrategyAction]:
    """What the actor's agency took on and has not done, the soonest due first."""
    mine = StrategyAction.unscoped.filter(agency_id=agency_of(actor), state="open")
    seen = discussions_seen_by(actor).values("pk")
    return (
        mine.filter(discussion_id__in=seen).select_related("discussion__child", "agency").order_by("due_on")
    )


def find_action(actor: Actor, key: uuid.UUID | str) -> StrategyAction:
    """One action of a discussion that the actor may read. Raises Unfindable."""
    seen = discussions_seen_by(actor).values("pk")
    actions = StrategyAction.unscoped.filter(pk=as_id(key) or NOBODY, discussion_id__in=seen)
    found = actions.select_related("discussion__held_by", "discussion__child", "agency").first()
    if found is None:
        raise unfindable(actor, "strategy_discussion.looked")
    return found


def carries(root_id: uuid.UUID) -> bool:
    """Whether a request or a discussion carries the entry."""
    return (
        StrategyRequest.unscoped.filter(entry_root_id=root_id).exists()
        or Discussion.unscoped.filter(entry_root_id=root_id).exists()
    )


def _asked_by(actor: Actor) -> Q:
    if actor.role not in RECORDS:
        return Q(pk__in=[])
    return Q(from_agency_id=agency_of(actor)) & about_babies_seen_by(actor)


def _asked_of(actor: Actor) -> Q:
    if not answers_requests(actor):
        return Q(pk__in=[])
    return Q(to_agency_id=agency_of(actor)) & not_closed_to(actor)
