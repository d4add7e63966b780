"""Who may ask, answer, chase, pass on and say what became of it; for whom a role answers tonight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

from sightline.access.doors import closure_in_force
from sightline.access.keys import agency_of, own_id
from sightline.access.models import Closure
from sightline.access.scope import may_open, not_closed_to, standing
from sightline.access.staff import held_on
from sightline.agencies.models import Agency, Assignment, Cover
from sightline.chronology.policy import RECORDS
from sightline.concerns.models import ReferredChild
from sightline.concerns.policy import FRONT_DOOR, may_decide
from sightline.core import clock
from sightline.core.actors import Actor, system
from sightline.core.decisions import Decision, allow, refuse
from sightline.people.models import Baby, Person
from sightline.people.queries import of_one_page
from sightline.sharing.models import Answer, InformationLink, InformationRequest
from sightline.sharing.said import SHARING_ANSWERS, Asking, Call, Said, Weighed

LEAD: Final = "safeguarding_lead"
LINK: Final = system("link")
"""Whoever holds a one-time link. It opens one request, and nothing besides."""
KEEPS_MAILBOXES: Final = frozenset({"front_door_manager", LEAD})
Address = Callable[[str], str]
"""From a link's token to the address under which it opens."""


def may_ask(
    actor: Actor, referred: ReferredChild, agencies: Sequence[Agency], asking: Asking, address: Address
) -> Decision:
    """The front door to which the child was referred, unless the referral was taken back."""
    if referred.state == "withdrawn":
        return refuse("This referral was taken back: nobody is asked about it.")
    return is_door(actor, referred)


def may_answer(actor: Actor, asked: InformationRequest, said: Said) -> Decision:
    """Whoever holds the safeguarding lead's role in the agency asked, or covers for the lead today."""
    return answers_for(actor, asked)


def may_enter(actor: Actor, asked: InformationRequest, said: Said, call: Call) -> Decision:
    """The front door that asked, in the agency's name."""
    return is_door(actor, asked.of)


def may_open_link(actor: Actor, link: InformationLink) -> Decision:
    """Whoever holds the link, while it lives."""
    return _holds(actor, link)


def may_answer_by_link(
    actor: Actor, link: InformationLink, said: Said, by_name: str, note_of_post: str
) -> Decision:
    """Whoever holds the link, while it lives."""
    return _holds(actor, link)


def may_chase(actor: Actor, asked: InformationRequest, words: str, address: Address) -> Decision:
    """The front door that asked."""
    return is_door(actor, asked.of)


def may_stop(actor: Actor, asked: InformationRequest, because: str) -> Decision:
    """The front door that asked."""
    return is_door(actor, asked.of)


def may_pass_on(actor: Actor, answer: Answer, weighed: Weighed) -> Decision:
    """The front door that asked, of what was told; what is sealed, only the agency that gave it passes on."""
    if answer.kind not in SHARING_ANSWERS:
        return refuse("Nothing was told that could be passed on.")
    if answer.sensitivity == "sealed":
        return refuse("This answer is sealed. Only the agency that gave it passes it on: ring them.")
    return is_door(actor, answer.of.of)


def may_say_parents_told(actor: Actor, referred: ReferredChild, told: str, because: str) -> Decision:
    """The front door to which the child was referred."""
    return is_door(actor, referred)


def may_decide_knowing(
    actor: Actor, referred: ReferredChild, decision: str, because: str, next_step: str
) -> Decision:
    """Whoever may decide on the referral."""
    return may_decide(actor, referred, decision, because, next_step)


def may_record_sharing(
    actor: Actor,
    child: Person,
    recipient: Agency,
    decision: str,
    what: str,
    purpose_kind: str,
    weighed: Weighed,
) -> Decision:
    """Whoever records on the baby's page, of what their own agency shared or refused to share."""
    if actor.role not in RECORDS or actor.agency_id is None:
        return refuse("Your role does not record on a baby's page.")
    return may_open(actor, standing(child))


def may_keep_mailbox(actor: Actor, agency: Agency, address: str) -> Decision:
    """A front-door manager for every agency of the partnership; a safeguarding lead for their own."""
    if actor.role == LEAD and actor.agency_id == agency.pk:
        return allow("The lead keeps the agency's own mailbox.")
    if actor.role == "front_door_manager" and agency.partnership.code == actor.partnership:
        return allow("The front door keeps the mailboxes of those whom it asks.")
    return refuse("A front-door manager keeps the mailboxes, and a safeguarding lead that of their agency.")


def is_door(actor: Actor, referred: ReferredChild) -> Decision:
    """Whether the actor is of the front door to which the child was referred, and may open its page."""
    if actor.role not in FRONT_DOOR or actor.agency_id != referred.referral.to_agency_id:
        return refuse("Only the front door to which the child was referred does this.")
    return may_open(actor, standing(referred.child))


def answers_for(actor: Actor, asked: InformationRequest) -> Decision:
    """Whether the actor answers for the agency asked, and the child's record is not closed to them."""
    if actor.agency_id != asked.agency_id or not speaks_for_agency(actor):
        return refuse("Only the safeguarding lead of the agency asked answers, or who covers for them.")
    rows = InformationRequest.unscoped.filter(not_closed_to(actor), pk=asked.pk)
    return allow("You answer for your agency.") if rows.exists() else refuse("There is no such request.")


def speaks_for_agency(actor: Actor, on: dt.date | None = None) -> bool:
    """Whether the actor holds the lead's role, for a day or for good, or covers a lead of their agency."""
    if actor.role == LEAD:
        return actor.agency_id is not None
    if actor.role not in RECORDS:
        return False
    today = on or clock.today()
    away = Cover.unscoped.filter(covering_id=own_id(actor), from_on__lte=today, to_on__gte=today)
    led = Assignment.unscoped.filter(held_on(today), role=LEAD, team__agency_id=agency_of(actor))
    return led.filter(professional_id__in=away.values("away_id")).exists()


def is_live(link: InformationLink) -> bool:
    """Whether the link still opens its request: not used, replaced or expired, not answered otherwise, and
    the child's record neither sealed nor closed to the agency since."""
    untouched = link.used_at is None and link.replaced_at is None
    in_time = untouched and clock.now() < link.expires_at
    return in_time and link.of.state == "asked" and not is_shut_to(link.of.agency, link.of.child)


def is_shut_to(agency: Agency, child: Person) -> bool:
    """Whether a child's record is sealed, or closed to the whole agency: whoever holds its mailbox."""
    people = of_one_page(child.pk)
    if Baby.unscoped.filter(pk__in=people, sealed=True).exists():
        return True
    whole = Closure.unscoped.filter(closure_in_force(), agency=agency, team__isnull=True)
    return whole.filter(child_id__in=people).exists()


def _holds(actor: Actor, link: InformationLink) -> Decision:
    if actor != LINK:
        return refuse("A link is answered by whoever holds it.")
    return allow("The link is good.") if is_live(link) else refuse("This link was used, or has expired.")
