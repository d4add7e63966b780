"""Who may ask for a medical, answer it, examine, opine, tell, draw a sample and read one again."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sightline.access.scope import may_open, not_closed_to, standing
from sightline.access.staff import held_on
from sightline.agencies.models import Agency, Assignment
from sightline.agencies.roles import ROLES
from sightline.chronology.policy import RECORDS
from sightline.concerns.policy import FRONT_DOOR
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.medicals.models import Medical, Sampled
from sightline.medicals.rules import shipped
from sightline.medicals.written import (
    Accepting,
    Asking,
    CallingOff,
    Consenting,
    Examined,
    Following,
    Opined,
    Reviewed,
    Telling,
)

EXAMINER: Final = "examiner"
ASKING_ROLES: Final = frozenset({"practitioner", "team_manager", "safeguarding_lead", EXAMINER})
"""Roles that ask, in the sectors of `rules.yaml`; the front door and the duty team ask in any."""
COUNTS: Final = frozenset(ROLES) - {"administrator", "practitioner", "conference_chair"}
"""Roles that read the counts. They name no child."""
REFER: Final = (
    "Your role does not ask for a medical. Refer: children's social care asks for it, today if it must be."
)


def may_ask(actor: Actor) -> Decision:
    """Whether the actor's role asks for medicals at all: what a page asks before it shows a link."""
    is_asker = actor.role in ASKING_ROLES and actor.sector in shipped().asks
    if actor.agency_id is None or not (is_asker or actor.role in FRONT_DOOR):
        return refuse(REFER)
    return allow("Your role asks for medicals.")


def may_request(actor: Actor, asking: Asking) -> Decision:
    """Whoever asks for medicals, on a page that is open to them; of a referral, for its own child."""
    decision = may_ask(actor)
    if not decision:
        return decision
    referral = asking.referral
    if referral is not None and standing(referral.child) != standing(asking.child):
        return refuse("This referral is about another child.")
    return may_open(actor, standing(asking.child))


def may_withdraw_medical(actor: Actor, medical: Medical, because: str) -> Decision:
    """The agency that asked, before it is answered."""
    return is_asker(actor, medical)


def may_accept(actor: Actor, medical: Medical, said: Accepting) -> Decision:
    """An examiner of the agency asked."""
    return is_examiner(actor, medical)


def may_decline(actor: Actor, medical: Medical, because: str) -> Decision:
    """An examiner of the agency asked."""
    return is_examiner(actor, medical)


def may_call_off(actor: Actor, medical: Medical, said: CallingOff) -> Decision:
    """An examiner of the agency asked."""
    return is_examiner(actor, medical)


def may_record_consent(actor: Actor, medical: Medical, said: Consenting) -> Decision:
    """An examiner of the agency asked, or the agency that asked: whoever spoke with the family."""
    return is_examiner(actor, medical) or is_asker(actor, medical)


def may_examine(actor: Actor, medical: Medical, said: Examined) -> Decision:
    """An examiner of the agency asked."""
    return is_examiner(actor, medical)


def may_opine(actor: Actor, medical: Medical, said: Opined) -> Decision:
    """An examiner of the agency asked: a colleague writes it when the examiner is away."""
    return is_examiner(actor, medical)


def may_tell(actor: Actor, medical: Medical, said: Telling) -> Decision:
    """An examiner of the agency asked, or the agency that asked: whoever told them."""
    return is_examiner(actor, medical) or is_asker(actor, medical)


def may_follow_up(actor: Actor, medical: Medical, said: Following) -> Decision:
    """An examiner of the agency asked."""
    return is_examiner(actor, medical)


def may_draw(actor: Actor, agency: Agency, month: dt.date) -> Decision:
    """An examiner, or the safeguarding lead, of the agency whose medicals they are."""
    if actor.agency_id == agency.pk and actor.role in (EXAMINER, "safeguarding_lead"):
        return allow("It is your agency's own work.")
    return refuse("Only the examiners of an agency, or its safeguarding lead, draw its sample.")


def may_review(actor: Actor, sampled: Sampled, said: Reviewed) -> Decision:
    """A second examiner of the agency: never one who examined or gave an opinion."""
    return is_second(actor, sampled)


def may_count(actor: Actor) -> Decision:
    """Roles that read the counts of their partnership."""
    return (
        allow("The counts name no child.")
        if actor.role in COUNTS
        else refuse("Your role does not read these counts.")
    )


def is_examiner(actor: Actor, medical: Medical) -> Decision:
    """Whether the actor is an examiner of the agency asked, and the child's record is not closed to them."""
    if actor.role != EXAMINER or actor.agency_id != medical.to_agency_id:
        return refuse("Only an examiner of the agency that was asked does this.")
    found = Medical.unscoped.filter(not_closed_to(actor), pk=medical.pk)
    return allow("Your agency was asked.") if found.exists() else refuse("There is no such medical.")


def is_asker(actor: Actor, medical: Medical) -> Decision:
    """Whether the actor records for the agency that asked, and may open the child's page."""
    if actor.role not in RECORDS or actor.agency_id != medical.from_agency_id:
        return refuse("Only the agency that asked, or an examiner of the agency asked, does this.")
    return may_open(actor, standing(medical.child))


def is_second(actor: Actor, sampled: Sampled) -> Decision:
    """Whether the actor is a second paediatrician for this one."""
    medical = sampled.medical
    decision = is_examiner(actor, medical)
    if not decision:
        return decision
    wrote = {str(key) for key in medical.opinions.values_list("by_id", flat=True)}
    if str(actor.id) in wrote | {str(medical.examination.examiner_id)}:
        return refuse("Nobody reviews their own medical: another examiner does.")
    return allow("You are a second paediatrician for it.")


def has_examiners(agency: Agency) -> bool:
    """Whether somebody holds the role of examiner in the agency today."""
    held = Assignment.unscoped.filter(held_on(clock.today()), role=EXAMINER, team__agency=agency)
    return held.exists()
