"""The front door asks agencies about a referred child, chases the silent, and takes a request back."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from sightline.agencies.models import Agency
from sightline.concerns.models import ReferredChild
from sightline.concerns.queries import find_referred
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.people.models import Person
from sightline.sharing.asking import ask_agencies, chase, stop_request
from sightline.sharing.concluding import say_parents_told
from sightline.sharing.policy import is_door
from sightline.sharing.queries import asked_by_rule, decisions_seen_by, find_request, may_be_asked
from sightline.sharing.routine import policy
from sightline.sharing.standing import standing_of
from sightline.web.forms.sharing import AskAgencies
from sightline.web.forms.sharing_decisions import Chasing, Stopping, TellingParents
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.sharing.answering import request_page

FEW: Final = 4


@require_http_methods(["GET", "POST"])
@signed_in
def ask(request: HttpRequest, actor: Actor, referred_id: uuid.UUID) -> HttpResponse:
    """Whom to ask, what, and why: those whom the policy asks as a rule are ticked."""
    referred = _at_the_door(actor, referred_id)
    offered = {one.code: one for one in may_be_asked(referred)}
    adults = _adults(referred)
    form = _form(request, referred, offered, adults)
    if (
        request.method == "POST"
        and form.is_valid()
        and _asked(request, actor, referred, form, offered, adults)
    ):
        return redirect("referral_sharing", referred.pk)
    context = {"one": referred, "form": form, "standing": standing_of(referred)}
    return _look(request, actor, "sharing/ask.html", context, referred)


@require_http_methods(["GET", "POST"])
@signed_in
def referral_sharing(request: HttpRequest, actor: Actor, referred_id: uuid.UUID) -> HttpResponse:
    """Who was asked and where it stands, every sharing about it, and what the parents were told."""
    referred = _at_the_door(actor, referred_id)
    form = TellingParents(typed(request))
    if request.method == "POST" and form.is_valid():
        say_parents_told(actor, referred, form.cleaned_data["told"], form.cleaned_data["because"])
        return redirect("referral_sharing", referred.pk)
    decided = decisions_seen_by(actor).filter(request__of=referred)
    context = {
        "one": referred,
        "standing": standing_of(referred),
        "decisions": Paginator(decided, 25).get_page(request.GET.get("page")),
        "told": referred.parents_told_of_sharing.select_related("by").order_by("-at").first(),
        "form": form,
    }
    return _look(request, actor, "sharing/referral_sharing.html", context, referred)


@require_POST
@signed_in
def chase_page(request: HttpRequest, actor: Actor, asked_id: uuid.UUID) -> HttpResponse:
    """Ask again for an answer that has not come."""
    asked = find_request(actor, asked_id)
    form = Chasing(request.POST)
    if not form.is_valid():
        return request_page(request, actor, asked, chasing=form)
    chase(actor, asked, form.cleaned_data["words"], address_of)
    return redirect("information_request", asked.pk)


@require_POST
@signed_in
def stop_page(request: HttpRequest, actor: Actor, asked_id: uuid.UUID) -> HttpResponse:
    """Take a request back."""
    asked = find_request(actor, asked_id)
    form = Stopping(request.POST)
    if not form.is_valid():
        return request_page(request, actor, asked, stopping=form)
    stop_request(actor, asked, form.cleaned_data["because"])
    return redirect("information_request", asked.pk)


def address_of(token: str) -> str:
    """The whole address under which a token's link opens, at the site's own address, as letters take it."""
    site: str = settings.SITE_ADDRESS
    return site.rstrip("/") + reverse("information_link", args=[token])


def _at_the_door(actor: Actor, referred_id: uuid.UUID) -> ReferredChild:
    referred = find_referred(actor, referred_id)
    decision = is_door(actor, referred)
    if not decision:
        raise Refused("You cannot ask about this referral.", why=decision.because)
    return referred


def _form(
    request: HttpRequest, referred: ReferredChild, offered: dict[str, Agency], adults: dict[str, Person]
) -> AskAgencies:
    by_rule = {one.code for one in asked_by_rule(referred)}
    listed = _listed(offered, by_rule)
    shipped = policy()
    started = {
        "agencies": sorted(by_rule),
        "adults": sorted(adults),
        "what": shipped.what,
        "because": shipped.because,
        "speed": "urgent" if referred.referral.is_urgent else "usual",
    }
    return AskAgencies(
        typed(request),
        initial=started,
        agencies={key: _called(offered[key]) for key in listed},
        others={key: one.name for key, one in offered.items() if key not in listed},
        adults={key: person.name for key, person in adults.items()},
    )


def _listed(offered: dict[str, Agency], by_rule: set[str]) -> list[str]:
    """Those asked as a rule, and the others of a sector that has few."""
    counts: dict[str, int] = {}
    for one in offered.values():
        counts[one.sector] = counts.get(one.sector, 0) + 1
    shown = [key for key, one in offered.items() if key in by_rule or counts[one.sector] <= FEW]
    order = list(policy().sources)
    return sorted(shown, key=lambda key: (order.index(offered[key].sector), offered[key].name))


def _called(agency: Agency) -> str:
    """The agency, and what it is asked as where its name does not say so."""
    title = policy().sources[agency.sector].title
    return agency.name if title.casefold() in agency.name.casefold() else f"{agency.name} ({title})"


def _adults(referred: ReferredChild) -> dict[str, Person]:
    """The adults whom the referrer confirmed or added, who are of the record."""
    named = referred.adults.filter(person__isnull=False, answer__in=("confirmed", "added"))
    return {str(one.person_id): one.person for one in named.select_related("person") if one.person}


def _asked(
    request: HttpRequest,
    actor: Actor,
    referred: ReferredChild,
    form: AskAgencies,
    offered: dict[str, Agency],
    adults: dict[str, Person],
) -> bool:
    chosen = form.chosen()
    agencies = [one for key, one in offered.items() if key in chosen]
    try:
        ask_agencies(actor, referred, agencies, form.asking(adults), address_of)
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _look(
    request: HttpRequest, actor: Actor, template: str, context: dict[str, Any], referred: ReferredChild
) -> HttpResponse:
    return show_looked(
        request,
        actor,
        template,
        context | {"referral": referred.referral},
        event="referral_sharing.looked",
        children=[referred.child_id],
        records=[f"referral:{referred.referral_id}"],
    )
