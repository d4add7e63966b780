"""Referrals: what my team sent and what became of it, the front door's queue, and deciding for one child."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sightline.clocks.queries import of_process
from sightline.concerns.codes import ADULT_ANSWERS
from sightline.concerns.deciding import rate_part, read_referral
from sightline.concerns.drafting import drafts_of
from sightline.concerns.left_drafts import left_drafts
from sightline.concerns.models import Referral, ReferredAdult, ReferredChild
from sightline.concerns.policy import FRONT_DOOR, is_senders, may_rate, may_read
from sightline.concerns.queries import (
    before,
    find_referred,
    first_waiting,
    seen_by,
    sent_by_team,
    with_counts,
)
from sightline.concerns.ratings import lines_on
from sightline.concerns.referring import LATER, PROCESS, complete_referral, withdraw_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.sharing.concluding import decide_knowing
from sightline.sharing.models import StandingKept
from sightline.sharing.policy import is_door
from sightline.sharing.queries import answers_told_to
from sightline.sharing.standing import Standing, standing_of
from sightline.web.forms.fields import Passage
from sightline.web.forms.form import Form
from sightline.web.forms.referring import Completing, Rate, not_known_in
from sightline.web.forms.sharing_decisions import DecidingKnowing
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked

PAGE: Final = 25
LISTED: Final = 500
"""So many of a front door's queue are listed: whoever waits behind them is in the list to take out."""


class TakingBack(Form):
    """Why a referral is taken back."""

    not_done = "It is not taken back"

    because = Passage("Why do you take it back?", missing="Say why you take it back", rows=2)


@require_GET
@signed_in
def referrals(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The front door sees what waits there; everybody else what their team sent, and their own drafts."""
    is_door = actor.role in FRONT_DOOR
    waiting = first_waiting(actor, LISTED)
    listed = Paginator[Any](waiting.keys if is_door else sent_by_team(actor), PAGE).get_page(
        request.GET.get("page")
    )
    if is_door:
        listed.object_list = with_counts(listed.object_list)
    drafts = [] if is_door else list(drafts_of(actor).select_related("child"))
    left = left_drafts(actor)
    context = {
        "listed": listed,
        "is_door": is_door,
        "is_more": waiting.is_more,
        "drafts": drafts,
        "left": left,
        "now": clock.now(),
    }
    children = {one.child_id for one in listed} | {draft.child_id for draft in drafts}
    children |= {one.draft.child_id for one in left if one.child_name}
    return show_looked(
        request,
        actor,
        "pages/referrals.html",
        context,
        event="referrals.looked",
        children=children,
        records=[f"referral:{one.referral_id}" for one in listed],
    )


@require_GET
@signed_in
def sent(request: HttpRequest, actor: Actor, referral_id: uuid.UUID) -> HttpResponse:
    """That it was sent: its number, and what happens next."""
    children = list(seen_by(actor).filter(referral_id=referral_id))
    if not children:
        raise Unfindable("There is no such referral.")
    context = {
        "referral": children[0].referral,
        "children": children,
        "due": of_process(PROCESS, children[0].pk),
    }
    return show_looked(
        request,
        actor,
        "pages/referral_sent.html",
        context,
        event="referral.looked",
        children=[one.child_id for one in children],
        records=[f"referral:{referral_id}"],
    )


@require_http_methods(["GET", "POST"])
@signed_in
def referral(request: HttpRequest, actor: Actor, referred_id: uuid.UUID) -> HttpResponse:
    """One child of a referral: what was written, what came before, its clocks, and the decision."""
    referred = find_referred(actor, referred_id)
    form = _deciding(request, actor, referred)
    if request.method == "POST" and form.is_valid() and _decided(actor, referred, form):
        return redirect("referral", referred.pk)
    return _page(request, actor, referred, deciding=form)


def _deciding(request: HttpRequest, actor: Actor, referred: ReferredChild) -> DecidingKnowing:
    """The form, beside what came before and who has not answered."""
    known = _standing(actor, referred)
    silent = tuple(one.request.agency.name for one in known.silent) if known else ()
    return DecidingKnowing(typed(request), earlier=len(before(actor, referred)), silent=silent)


def _standing(actor: Actor, referred: ReferredChild) -> Standing | None:
    """Where the questions stand, for the front door that asks them; to nobody else who was asked."""
    return standing_of(referred) if is_door(actor, referred) else None


def _decided(actor: Actor, referred: ReferredChild, form: DecidingKnowing) -> bool:
    said = form.cleaned_data
    try:
        decide_knowing(actor, referred, said["decision"], said["because"], said["next_step"])
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _page(
    request: HttpRequest,
    actor: Actor,
    referred: ReferredChild,
    *,
    deciding: DecidingKnowing | None = None,
    rating: Rate | None = None,
    taking_back: TakingBack | None = None,
) -> HttpResponse:
    """The page; with the form that was not right, as it was typed."""
    earlier = before(actor, referred)
    known = _standing(actor, referred)
    answers = [
        (one.person.name if one.person else one.words, ADULT_ANSWERS[one.answer]) for one in _adults(referred)
    ]
    context = {
        "one": referred,
        "referral": referred.referral,
        "adults": answers,
        "not_known": list(referred.referral.not_known.order_by("id")),
        "earlier": earlier,
        "due": of_process(PROCESS, referred.pk),
        "ratings": lines_on(referred.referral),
        "decides": bool(may_read(actor, referred)) and referred.state in ("received", "read"),
        "rates": bool(may_rate(actor, referred.referral, "", "", "")),
        "takes_back": referred.state == "received" and bool(is_senders(actor, referred.referral)),
        "completes": referred.referral.completed_at is None and bool(is_senders(actor, referred.referral)),
        "standing": known,
        "kept": StandingKept.unscoped.filter(of=referred).first() if known else None,
        "told_answers": list(answers_told_to(actor, referred)),
        "form": deciding or _deciding(request, actor, referred),
        "rate": rating or Rate(),
        "taking_back": taking_back or TakingBack(),
    }
    return show_looked(
        request,
        actor,
        "pages/referral.html",
        context,
        event="referral.looked",
        children=[referred.child_id],
        records=[f"referral:{referred.referral_id}"],
    )


def _adults(referred: ReferredChild) -> list[ReferredAdult]:
    return list(referred.adults.select_related("person").order_by("id"))


@require_POST
@signed_in
def read(request: HttpRequest, actor: Actor, referred_id: uuid.UUID) -> HttpResponse:
    """Say that it is being considered."""
    referred = find_referred(actor, referred_id)
    read_referral(actor, referred)
    return redirect("referral", referred.pk)


@require_POST
@signed_in
def rate(request: HttpRequest, actor: Actor, referred_id: uuid.UUID) -> HttpResponse:
    """One line back to the writer."""
    referred = find_referred(actor, referred_id)
    form = Rate(request.POST)
    if not form.is_valid():
        return _page(request, actor, referred, rating=form)
    rate_part(actor, referred.referral, **form.cleaned_data)
    return redirect("referral", referred.pk)


@require_POST
@signed_in
def take_back(request: HttpRequest, actor: Actor, referred_id: uuid.UUID) -> HttpResponse:
    """Take it back before it was read."""
    referred = find_referred(actor, referred_id)
    form = TakingBack(request.POST)
    if not form.is_valid():
        return _page(request, actor, referred, taking_back=form)
    withdraw_referral(actor, referred, form.cleaned_data["because"])
    return redirect("referral", referred.pk)


@require_http_methods(["GET", "POST"])
@signed_in
def complete(request: HttpRequest, actor: Actor, referred_id: uuid.UUID) -> HttpResponse:
    """What a short referral left out, by the team that sent it."""
    referred = find_referred(actor, referred_id)
    decision = is_senders(actor, referred.referral)
    if not decision:
        raise Refused("You cannot complete this referral.", why=decision.because)
    said = typed(request)
    form = Completing(said)
    if request.method == "POST" and form.is_valid() and _completed(actor, referred.referral, form):
        return redirect("referral", referred.pk)
    context = {"one": referred, "form": form, "kept": request.method == "GET" and said is not None}
    return show_looked(
        request,
        actor,
        "pages/referral_complete.html",
        context,
        event="referral.looked",
        children=[referred.child_id],
        records=[f"referral:{referred.referral_id}"],
    )


def _completed(actor: Actor, referral: Referral, form: Completing) -> bool:
    said = form.cleaned_data
    written = Written(
        children=tuple(WrittenChild(one.child) for one in referral.children.select_related("child")),
        worry=referral.worry,
        safe_now=referral.safe_now,
        where_now=referral.where_now,
        call_back=referral.call_back,
        not_known=not_known_in(said),
        **{name: said[name] for name in LATER},
    )
    try:
        complete_referral(actor, referral, written)
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True
