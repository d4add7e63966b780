"""The front door asks several agencies at once, chases the silent ones, and takes a request back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sightline.agencies.models import Agency, professional_id
from sightline.clocks.running import Owner, start_clock, stop_clock
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.core.unit import current
from sightline.sharing.deciding import keep_decision
from sightline.sharing.models import AskedAdult, Chase, InformationRequest
from sightline.sharing.policy import LEAD, Address, may_ask, may_chase, may_stop
from sightline.sharing.reaching import end_links, send_link, tell_leads, way_to
from sightline.sharing.said import Asking, Weighed, missing_from
from sightline.sharing.steps import INFORMATION_REQUEST

PROCESS: Final = "information_request"
RULE: Final = "information_request"
URGENT_RULE: Final = "information_request_urgent"
WHAT_ASKING_TELLS: Final = (
    "That there is a referral; who the child is and which adults are meant; what is asked and why."
)
CHASED_LATELY: Final = dt.timedelta(minutes=10)
"""A chase within this time of the last is the same one, pressed twice."""


@action("information_request.sent", may=may_ask)
def ask_agencies(
    actor: Actor, referred: ReferredChild, agencies: Sequence[Agency], asking: Asking, address: Address
) -> list[InformationRequest]:
    """Ask each agency, each with its own clock; one that has not answered yet is not asked twice.

    `address` makes the address of a one-time link of its token. Raises SightlineError that names what is
    missing, or an agency that is not of the partnership.
    """
    _refuse_incomplete(referred, agencies, asking)
    ReferredChild.unscoped.select_for_update().get(pk=referred.pk)
    waiting = {one.agency_id: one for one in referred.information_requests.filter(state="asked")}
    return [waiting.get(one.pk) or _ask(actor, referred, one, asking, address) for one in agencies]


@action("information_request.chased", may=may_chase)
def chase(actor: Actor, asked: InformationRequest, words: str, address: Address) -> Chase:
    """Ask again for an answer that has not come: a notice to the role there, or a new link.

    Raises SightlineError when there is an answer.
    """
    held = InformationRequest.unscoped.select_for_update().get(pk=asked.pk)
    if held.state != "asked":
        INFORMATION_REQUEST.step(held.state, "stop")
    current().note(f"information_request:{held.pk}", str(held.child_id))
    lately = held.chases.filter(at__gt=clock.now() - CHASED_LATELY).order_by("-at").first()
    if lately is not None:
        return lately
    made = Chase.unscoped.create(of=held, by_id=professional_id(actor.id), words=words.strip())
    _reach_again(asked, address)
    return made


@action("information_request.stopped", may=may_stop)
def stop_request(actor: Actor, asked: InformationRequest, because: str) -> InformationRequest:
    """Take a request back: it is no longer needed, because. Raises SightlineError without a reason."""
    if not because.strip():
        raise SightlineError("Say why it is no longer asked.")
    advance(asked, "stop", INFORMATION_REQUEST, stopped_because=because.strip())
    stop_clock(PROCESS, asked.pk, because="The front door no longer asks.")
    end_links(asked.pk)
    current().note(f"information_request:{asked.pk}", str(asked.child_id))
    return asked


def _refuse_incomplete(referred: ReferredChild, agencies: Sequence[Agency], asking: Asking) -> None:
    gaps = list(missing_from(asking).values())
    if not agencies:
        gaps.append("Choose at least one agency.")
    if any(one.partnership_id != referred.referral.partnership_id for one in agencies):
        gaps.append("An agency of another partnership is asked by its own front door: ring them.")
    if gaps:
        raise SightlineError(" ".join(gaps))


def _ask(
    actor: Actor, referred: ReferredChild, agency: Agency, asking: Asking, address: Address
) -> InformationRequest:
    asked = InformationRequest.unscoped.create(
        of=referred,
        child=referred.child,
        agency=agency,
        asked_by_id=professional_id(actor.id),
        is_urgent=asking.is_urgent,
        what=asking.what.strip(),
        because=asking.because.strip(),
        reached_by=way_to(agency, referred),
    )
    _name_adults(asked, asking)
    _let_run(asked)
    _reach(asked, address)
    keep_decision(
        "ask",
        child=referred.child,
        holder=referred.referral.to_agency,
        recipient=agency,
        what=WHAT_ASKING_TELLS,
        weighed=Weighed(),
        actor=actor,
        request=asked,
    )
    current().note(f"information_request:{asked.pk}", str(referred.child_id))
    return asked


def _name_adults(asked: InformationRequest, asking: Asking) -> None:
    adults = [AskedAdult(of=asked, person=person) for person in asking.adults]
    AskedAdult.unscoped.bulk_create(
        adults + [AskedAdult(of=asked, words=words.strip()) for words in asking.others if words.strip()]
    )


def _let_run(asked: InformationRequest) -> None:
    """The clock is the agency's where somebody there reads it; else the front door's, who must ring."""
    door = asked.of.referral.to_agency
    owner = Owner(asked.agency, role=LEAD)
    if asked.reached_by != "sightline":
        owner = Owner(door, role="front_door_worker")
    start_clock(
        URGENT_RULE if asked.is_urgent else RULE,
        PROCESS,
        asked.pk,
        owner,
        partnership=asked.of.referral.partnership,
        child=asked.child,
        is_risk=asked.is_urgent,
    )


def _reach(asked: InformationRequest, address: Address) -> None:
    if asked.reached_by == "sightline":
        urgent = " Urgent." if asked.is_urgent else ""
        tell_leads(
            asked, f"The front door asks your agency for information.{urgent} It is under Asked of us."
        )
    elif asked.reached_by == "link":
        send_link(asked, address)


def _reach_again(asked: InformationRequest, address: Address) -> None:
    """By the way that there is now: a mailbox may have been kept, or a lead have come, since it was sent."""
    way = way_to(asked.agency, asked.of)
    if way == "sightline":
        tell_leads(asked, "The front door still waits for your agency’s answer. It is under Asked of us.")
    elif way == "link":
        send_link(asked, address)
