"""Who may ask for a strategy discussion, answer, plan, hold and decide."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db.models import Exists, OuterRef, Q

from sightline.access.keys import agency_of, own_id
from sightline.access.scope import about_babies_seen_by, may_open, not_closed_to, standing
from sightline.agencies.models import Agency
from sightline.chronology.policy import RECORDS
from sightline.concerns.policy import FRONT_DOOR
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.people.models import Person
from sightline.strategy.minimum import minimum
from sightline.strategy.models import Attendee, Discussion, StrategyAction, StrategyRequest
from sightline.strategy.written import Agreed, Asking, Held, Invited, Planning

MANAGERS: Final = frozenset(
    {"team_manager", "front_door_manager", "safeguarding_lead", "emergency_duty_worker"}
)
"""Who decides on section 47 for children's social care; at night the emergency duty team."""
ANSWERS: Final = FRONT_DOOR | MANAGERS


def answers_requests(actor: Actor) -> bool:
    """Whether the actor's role answers requests at all: what a page asks before it shows a link."""
    return actor.role in ANSWERS and actor.sector == "social_care"


def may_ask(actor: Actor) -> Decision:
    """Whether the actor's role asks at all: every role that records about a child, in every agency."""
    if actor.role in RECORDS and actor.agency_id is not None:
        return allow("Any agency may ask for a strategy discussion.")
    return refuse("Your role works with no child.")


def may_request(actor: Actor, asking: Asking) -> Decision:
    """Whoever records on the child's page, for any open or closed case; of a referral, for its own child."""
    referral = asking.referral
    if referral is not None and standing(referral.child) != standing(asking.child):
        return refuse("This referral is about another child.")
    return may_ask(actor) and may_open(actor, standing(asking.child))


def may_withdraw_request(actor: Actor, request: StrategyRequest, because: str) -> Decision:
    """The team that asked, before it is answered."""
    own_team = request.from_team_id in (None, actor.team_id)
    if actor.role not in RECORDS or actor.agency_id != request.from_agency_id or not own_team:
        return refuse("Only the team that asked takes it back.")
    return may_open(actor, standing(request.child))


def may_agree(actor: Actor, request: StrategyRequest, planning: Planning) -> Decision:
    """Children's social care, to whom it was sent."""
    return answers_for(actor, request.to_agency, request)


def may_refuse(actor: Actor, request: StrategyRequest, because: str, instead: str) -> Decision:
    """Children's social care, to whom it was sent."""
    return answers_for(actor, request.to_agency, request)


def may_plan(actor: Actor, child: Person, agency: Agency, why: str, planning: Planning) -> Decision:
    """Children's social care by itself, for a child whose page is open to it."""
    return answers_for(actor, agency) and may_open(actor, standing(child))


def may_invite(actor: Actor, discussion: Discussion, invited: Invited) -> Decision:
    """Children's social care, which holds it."""
    return holds(actor, discussion)


def may_call_off(actor: Actor, discussion: Discussion, because: str, instead: str) -> Decision:
    """Children's social care, which holds it."""
    return holds(actor, discussion)


def may_hold(actor: Actor, discussion: Discussion, held: Held) -> Decision:
    """Children's social care, which holds it."""
    return holds(actor, discussion)


def may_write_shared(actor: Actor, discussion: Discussion, by_agency: str, words: str) -> Decision:
    """Children's social care, which writes it down for everybody."""
    return holds(actor, discussion)


def may_add_action(actor: Actor, discussion: Discussion, agreed: Agreed) -> Decision:
    """Children's social care, which writes it down for everybody."""
    return holds(actor, discussion)


def may_close_action(actor: Actor, action: StrategyAction, state: str, outcome: str) -> Decision:
    """Whoever of the agency that took it on reads the discussion, or children's social care."""
    decision = holds(actor, action.discussion)
    if decision or actor.agency_id != action.agency_id or actor.role not in RECORDS:
        return decision
    is_read = Discussion.unscoped.filter(reads_discussion(actor), pk=action.discussion_id).exists()
    return allow("Your agency took it on.") if is_read else refuse("There is no such discussion.")


def may_decide_enquiry(actor: Actor, discussion: Discussion, decision: str, because: str) -> Decision:
    """A manager of children's social care, which holds it."""
    if actor.role not in MANAGERS:
        return refuse("A manager of children's social care decides on a section 47 enquiry.")
    return holds(actor, discussion)


def holds(actor: Actor, discussion: Discussion) -> Decision:
    """Whether the actor answers in the agency that holds the discussion."""
    return answers_for(actor, discussion.held_by, discussion)


def answers_for(actor: Actor, agency: Agency, about: StrategyRequest | Discussion | None = None) -> Decision:
    """Whether the actor answers for children's social care, and the child's record is not closed to them."""
    if not answers_requests(actor) or actor.agency_id != agency.pk:
        return refuse("Children's social care answers, plans and holds strategy discussions.")
    if about is None or type(about).unscoped.filter(not_closed_to(actor), pk=about.pk).exists():
        return allow("It was sent to your agency.")
    return refuse("There is no such record.")


def reads_discussion(actor: Actor) -> Q:
    """The discussions that the actor may read: their agency holds it, or they were asked to it."""
    if actor.role not in RECORDS:
        return Q(pk__in=[])
    own = Q(held_by_id=agency_of(actor))
    held = own & (not_closed_to(actor) if actor.role in ANSWERS else about_babies_seen_by(actor))
    return held | _was_asked(actor)


def _was_asked(actor: Actor) -> Q:
    """By name, for the agency for which they act now: who works elsewhere since was not asked there.

    Who did not come learns nothing of what was said without them; their agency's lead answers for it.
    """
    asked = Q(professional_id=own_id(actor), agency_id=agency_of(actor)) & ~Q(attendance="did_not_come")
    if actor.role == "safeguarding_lead":
        asked |= Q(agency_id=agency_of(actor))
    attends = Attendee.unscoped.filter(asked, discussion_id=OuterRef("pk"))
    since = clock.now() - dt.timedelta(days=minimum().readable_days)
    readable = ~Q(state="called_off") & (Q(held_at__isnull=True) | Q(held_at__gte=since))
    return Q(Exists(attends)) & readable & not_closed_to(actor)
