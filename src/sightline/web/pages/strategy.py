"""Strategy discussions: asking for one, what one's team asked for, what waits; and that anybody may ask."""

from __future__ import annotations

import uuid
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.scope import as_id, standing
from sightline.agencies.models import Agency
from sightline.chronology.policy import own_agency
from sightline.clocks.rules import Rule, rule_on
from sightline.concerns.models import ReferredChild
from sightline.concerns.queries import find_referred
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.strategy import queries
from sightline.strategy.answering import plan
from sightline.strategy.policy import answers_for, answers_requests, may_ask
from sightline.strategy.requesting import request_discussion
from sightline.strategy.written import Asking
from sightline.web.forms.strategy import Ask, PlanOne
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show, show_looked
from sightline.web.pages import strategy_acts
from sightline.web.pages.baby.reading import read_baby
from sightline.web.words import count

PAGE: Final = 25


@require_GET
@signed_in
def strategy(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits for an answer, what is planned and was held, what my team asked for, what we took on."""
    answers = answers_requests(actor)
    waiting = Paginator(queries.waiting(actor), PAGE).get_page(request.GET.get("page")) if answers else None
    asked = Paginator(queries.asked_by_team(actor), PAGE).get_page(request.GET.get("asked"))
    planned = list(queries.planned(actor)[:PAGE])
    held = Paginator(queries.held(actor), PAGE).get_page(request.GET.get("held"))
    actions = list(queries.actions_of_agency(actor)[:PAGE])
    shown = [*(waiting or ()), *asked, *planned, *held, *(one.discussion for one in actions)]
    context = {
        "waiting": waiting, "asked": asked, "planned": planned, "held": held, "actions": actions,
        "now": clock.now(), "today": clock.today(), "answers": answers, "asks": bool(may_ask(actor)),
    }  # fmt: skip
    return show_looked(
        request,
        actor,
        "strategy/list.html",
        context,
        event="strategy_requests.looked",
        children={standing(one.child) for one in shown},
        records=[f"{type(one).__name__.lower()}:{one.pk}" for one in shown],
    )


@require_http_methods(["GET", "POST"])
@signed_in
def ask(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """Ask for a discussion, from the baby's page or from a referral (`?referral=`)."""
    reading = read_baby(actor, child_id)
    decision = may_ask(actor)
    if not decision:
        raise Refused("You cannot ask for a strategy discussion.", why=decision.because)
    form = Ask(typed(request))
    if request.method == "POST" and form.is_valid():
        asking = Asking(reading.baby.person, referral=_referral(request, actor), **form.cleaned_data)
        try:
            return redirect("strategy_request", request_discussion(actor, asking).pk)
        except SightlineError as error:
            form.add_error(None, str(error))
    reply = rule_on(reading.baby.partnership.code, "strategy_request_reply", clock.today())
    context = {
        "baby": reading.baby,
        "form": form,
        "reply": _within(reply),
        "kept": request.method == "GET" and form.is_bound,
    }
    return show_looked(
        request, actor, "strategy/ask.html", context, event="baby.looked", children=[reading.child_id]
    )


def _within(reply: Rule) -> str:
    """The limit in words: `one working day`."""
    return count(reply.limit, reply.calendar.replace("_", " ").removesuffix("s"))


def _referral(request: HttpRequest, actor: Actor) -> ReferredChild | None:
    key = request.GET.get("referral", "")
    return find_referred(actor, as_id(key) or uuid.UUID(int=0)) if key else None


@require_http_methods(["GET", "POST"])
@signed_in
def plan_one(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """Social care plans a discussion that nobody asked for."""
    reading = read_baby(actor, child_id)
    agency = Agency.unscoped.get(pk=own_agency(actor))
    decision = answers_for(actor, agency)
    if not decision:
        raise Refused("You cannot plan a strategy discussion.", why=decision.because)
    form = PlanOne(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = plan(actor, reading.baby.person, agency, form.cleaned_data["why"], form.said())
            return redirect("strategy_discussion", made.pk)
        except SightlineError as error:
            form.add_error(None, str(error))
    context = {"baby": reading.baby, "form": form, "kept": request.method == "GET" and form.is_bound}
    return show_looked(
        request, actor, "strategy/plan.html", context, event="baby.looked", children=[reading.child_id]
    )


@require_GET
@signed_in
def you_may_ask(request: HttpRequest, actor: Actor) -> HttpResponse:
    """That any agency may ask for a strategy discussion: for every wall and every colleague."""
    reply = rule_on(actor.partnership, "strategy_request_reply", clock.today())
    context = {"reply": _within(reply), "asks": bool(may_ask(actor))}
    return show(request, "strategy/you_may_ask.html", context)


PATHS: Final[list[URLPattern]] = [
    path("strategy/", strategy, name="strategy"),
    path("strategy/you-may-ask/", you_may_ask, name="strategy_you_may_ask"),
    path("babies/<uuid:child_id>/strategy/", ask, name="strategy_ask"),
    path("babies/<uuid:child_id>/strategy/plan/", plan_one, name="strategy_plan"),
    *strategy_acts.PATHS,
]
