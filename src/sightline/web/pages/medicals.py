"""Child protection medicals: those that one's agency asked for or was asked, and asking for one."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.scope import as_id, standing
from sightline.concerns.models import ReferredChild
from sightline.concerns.queries import find_referred
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.medicals.asking import PROCESS, request_medical
from sightline.medicals.policy import EXAMINER, may_ask
from sightline.medicals.queries import examining_agencies, of_child, over, waiting
from sightline.medicals.written import Asking
from sightline.people.models import Person
from sightline.web.forms.medicals import Ask
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages import medicals_one, medicals_quality
from sightline.web.pages.baby.around import around_of
from sightline.web.pages.baby.reading import Reading, read_baby
from sightline.web.pages.places import leads_to

PAGE: Final = 25


@require_GET
@signed_in
def medicals(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits, the soonest due first; and what is over."""
    listed = Paginator(waiting(actor), PAGE).get_page(request.GET.get("page"))
    ended = Paginator(over(actor), PAGE).get_page(request.GET.get("over"))
    shown = [*listed, *ended]
    context = {
        "listed": listed,
        "ended": ended,
        "now": clock.now(),
        "examines": actor.role == EXAMINER,
        "asks": bool(may_ask(actor)),
    }
    return show_looked(
        request,
        actor,
        "medicals/list.html",
        context,
        event="medicals.looked",
        children={standing(one.child) for one in shown},
        records=[f"medical:{one.pk}" for one in shown],
    )


@require_http_methods(["GET", "POST"])
@signed_in
def ask(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """Ask for a medical, from the baby's page or from a referral (`?referral=`)."""
    reading = read_baby(actor, child_id)
    decision = may_ask(actor)
    if not decision:
        raise Refused("You cannot ask for a medical.", why=decision.because)
    referral = _referral(request, actor)
    people = _adults(reading)
    form = _form(request, reading, referral, {key: one[0] for key, one in people.items()})
    if request.method == "POST" and form.is_valid():
        made = _asked(actor, reading, referral, form, {key: one[1] for key, one in people.items()})
        if made is not None:
            return redirect("medical", made)
    context = {
        "baby": reading.baby,
        "form": form,
        "referral": referral,
        "earlier": of_child(actor, reading.child_id),
        "nobody": not examining_agencies(reading.baby.partnership).exists(),
        "kept": request.method == "GET" and form.is_bound,
    }
    return show_looked(
        request, actor, "medicals/ask.html", context, event="baby.looked", children=[reading.child_id]
    )


def _referral(request: HttpRequest, actor: Actor) -> ReferredChild | None:
    """The referral from which it is asked. Raises Unfindable for one that the actor may not read."""
    key = request.GET.get("referral", "")
    return find_referred(actor, as_id(key) or uuid.UUID(int=0)) if key else None


def _adults(reading: Reading) -> dict[str, tuple[str, Person]]:
    return {
        one.id: (one.name, one.person)
        for one in around_of(reading)
        if one.type not in ("sibling", "half_sibling")
    }


def _form(
    request: HttpRequest, reading: Reading, referral: ReferredChild | None, adults: dict[str, str]
) -> Ask:
    agencies = {one.code: one.name for one in examining_agencies(reading.baby.partnership)}
    begun: dict[str, Any] = {"to_agency": next(iter(agencies))} if len(agencies) == 1 else {}
    if referral is not None:
        begun |= {"why": referral.referral.worry, "where_now": referral.referral.where_now}
    return Ask(typed(request), agencies=agencies, adults=adults, initial=begun)


def _asked(
    actor: Actor,
    reading: Reading,
    referral: ReferredChild | None,
    form: Ask,
    people: dict[str, Person],
) -> uuid.UUID | None:
    said = dict(form.cleaned_data)
    named = tuple(people[key] for key in said.pop("adults", ()))
    agency = examining_agencies(reading.baby.partnership).get(code=said.pop("to_agency"))
    asking = Asking(reading.baby.person, agency, adults=named, referral=referral, **said)
    try:
        return uuid.UUID(str(request_medical(actor, asking).pk))
    except SightlineError as error:
        form.add_error(None, str(error))
        return None


leads_to(PROCESS, "medical")

PATHS: Final[list[URLPattern]] = [
    path("medicals/", medicals, name="medicals"),
    path("babies/<uuid:child_id>/medical/", ask, name="medical_ask"),
    *medicals_one.PATHS,
    *medicals_quality.PATHS,
]
