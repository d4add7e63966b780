"""Where a referral's clocks lead, and what a referral tells the night."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Final

from django.urls import reverse
from django.utils.text import Truncator

from sightline.access.keys import own_id
from sightline.chronology.policy import RECORDS
from sightline.clocks.models import Clock
from sightline.concerns import drafting, referring
from sightline.concerns.models import ReferredChild
from sightline.concerns.queries import seen_by
from sightline.core.actors import Actor
from sightline.web.pages.places import Worry, leads_to

OF_THE_WHOLE: Final = "referral_completion"
"""The one rule whose clock is of the referral and not of one child in it."""
AS_LONG_AS: Final = 220
_BEFORE_MORNING: Final = {
    "no": "Not safe, as the referrer saw it: decide tonight.",
    "not_known": "Nobody has said that the child is safe: find out.",
}
_DRAFTED: Final = Worry(
    "A risk is ticked in a referral that is begun and not sent. Only its writer reads it: ring the writer.",
    before_morning="Ring the writer, else their team: is it safe to wait until it is sent?",
)


def _referral(actor: Actor, one: Clock) -> str | None:
    if actor.role not in RECORDS:
        return None
    return reverse("referral_sent" if one.rule == OF_THE_WHOLE else "referral", args=[one.process_id])


def _draft(actor: Actor, one: Clock) -> str | None:
    """Only its writer reads a draft."""
    is_writer = one.owner_professional_id == own_id(actor)
    return reverse("refer_check", args=[one.process_id]) if is_writer else None


def _told(actor: Actor, clocks: Sequence[Clock]) -> dict[uuid.UUID, Worry]:
    readable = {one.pk: one for one in seen_by(actor).filter(pk__in=[each.process_id for each in clocks])}
    return {each.pk: _worry(readable[each.process_id]) for each in clocks if each.process_id in readable}


def _worry(referred: ReferredChild) -> Worry:
    sent = referred.referral
    decided = f"Decided: {referred.get_decision_display().lower()}. " if referred.decision else ""
    line = Truncator(sent.worry).chars(AS_LONG_AS, truncate=" …")
    before = referred.next_step if referred.decision else _BEFORE_MORNING.get(sent.safe_now, "")
    referrer = sent.referrer.name if sent.referrer else sent.from_agency.name
    return Worry(f"{decided}{line}", sent.where_now, before, ((f"{referrer}, who referred", sent.call_back),))


def _drafted(actor: Actor, clocks: Sequence[Clock]) -> dict[uuid.UUID, Worry]:
    return {one.pk: _DRAFTED for one in clocks}


leads_to(referring.PROCESS, _referral, tells=_told)
leads_to(drafting.PROCESS, _draft, tells=_drafted)
