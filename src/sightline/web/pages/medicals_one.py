"""One child protection medical, and every act on it: a form on its own page, then back to the medical."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.scope import may_open, standing, unfindable
from sightline.clocks.queries import of_process
from sightline.core.actors import Actor
from sightline.core.decisions import Decision
from sightline.core.errors import Refused, SightlineError
from sightline.core.steps import Overtaken
from sightline.medicals.accepting import (
    BEFORE,
    accept_medical,
    call_off_medical,
    consent_of,
    decline_medical,
    record_consent,
)
from sightline.medicals.asking import PROCESS, withdraw_medical
from sightline.medicals.codes import ALLOWS, NOT_A_CLEARANCE
from sightline.medicals.examining import (
    add_addendum,
    finish_medical,
    give_opinion,
    is_same_day,
    opinion_of,
    record_examination,
)
from sightline.medicals.models import Medical
from sightline.medicals.policy import is_asker, is_examiner, may_ask
from sightline.medicals.queries import find_medical, sees_request
from sightline.medicals.sharing import add_follow_up, must_know, record_told
from sightline.medicals.steps import OPINED, SEEN
from sightline.sharing.queries import identity_of
from sightline.web.forms import medicals as forms
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked


def _either(actor: Actor, medical: Medical) -> Decision:
    return is_examiner(actor, medical) or is_asker(actor, medical)


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do: its title, its form, when and by whom, and the action that does it."""

    slug: str
    title: str
    button: str
    form: type[Any]
    states: tuple[str, ...]
    who: Callable[[Actor, Medical], Decision]
    do: Callable[[Actor, Medical, Any], object]
    note: str = ""

    def is_open(self, actor: Actor, medical: Medical) -> bool:
        """Whether the actor may do it now."""
        return medical.state in self.states and bool(self.who(actor, medical))


ACTS: Final = (
    Act("accept", "Accept it: where and when", "Accept, and tell the agency that asked", forms.Accept,
        ("asked",), is_examiner, accept_medical),
    Act("decline", "Decline it", "Decline, and tell the agency that asked", forms.Decline,
        ("asked",), is_examiner, decline_medical,
        "Whoever asked reads the reason, and may ask again or challenge it."),
    Act("take-back", "Take the request back", "Take it back", forms.TakeBack,
        ("asked",), is_asker, withdraw_medical),
    Act("consent", "Record what was said about consent", "Save what was said", forms.Consented,
        BEFORE, _either, record_consent,
        "Consent is for the examination. Sharing what is known to protect the baby does not wait for it."),
    Act("examine", "Record the examination", "Save the examination", forms.Examine,
        ("accepted",), is_examiner, record_examination,
        "What you save here is not written over. What changes later is an addendum."),
    Act("call-off", "It is not held", "Call it off, and tell the agency that asked", forms.CallOff,
        ("accepted",), is_examiner, call_off_medical),
    Act("opinion", "Give the preliminary opinion", "Give the preliminary opinion", forms.Opine,
        ("examined",), is_examiner, give_opinion,
        "It is due today, the day of the examination. Tests that are awaited do not hold it up: say so."),
    Act("final", "Give the final opinion", "Give the final opinion", forms.Opine,
        ("opinion",), is_examiner, finish_medical,
        "The preliminary opinion stays as it was written."),
    Act("addendum", "Add to the opinion", "Add it", forms.Opine, OPINED, is_examiner, add_addendum,
        "What is written stays. The latest coded opinion counts from now on: tell again whoever was told."),
    Act("told", "Record that an agency was told", "Save who was told", forms.Tell,
        OPINED, _either, record_told),
    Act("follow-up", "Add what follows", "Add it", forms.Follow, SEEN, is_examiner, add_follow_up),
)  # fmt: skip


@require_GET
@signed_in
def medical(request: HttpRequest, actor: Actor, medical_id: uuid.UUID) -> HttpResponse:
    """One medical: where it stands, who holds what until when, and what was found."""
    one = find_medical(actor, medical_id)
    return _page(request, actor, one, "medicals/one.html", _whole(actor, one))


@require_http_methods(["GET", "POST"])
@signed_in
def act(request: HttpRequest, actor: Actor, medical_id: uuid.UUID, act_name: str) -> HttpResponse:
    """One act: its form, then back to the medical."""
    one = find_medical(actor, medical_id)
    todo = next((each for each in ACTS if each.slug == act_name), None)
    if todo is None:
        raise unfindable(actor, "medical.looked")
    decision = todo.who(actor, one)
    if not decision:
        raise Refused("You cannot do this.", why=decision.because)
    if request.method == "GET" and one.state not in todo.states:
        raise Overtaken(
            f"This medical is now: {one.get_state_display().lower()}.",
            next_step="Go back, and open the medical again.",
        )
    form = todo.form(typed(request), initial=_begun(one, todo))
    if request.method == "POST" and form.is_valid() and _done(actor, one, todo, form):
        return redirect("medical", one.pk)
    context = {
        "one": one,
        "act": todo,
        "form": form,
        "who": identity_of(actor, one.child),
        "kept": request.method == "GET" and form.is_bound,
        "asks": todo.form is forms.Opine and sees_request(actor, one),
    }
    return _page(request, actor, one, "medicals/act.html", context)


def _done(actor: Actor, one: Medical, todo: Act, form: Any) -> bool:
    try:
        todo.do(actor, one, form.said())
    except Refused:
        raise
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _begun(one: Medical, todo: Act) -> dict[str, Any]:
    """What stands in a form from the start: what was said before, to be read again and not retyped."""
    last = opinion_of(one) if todo.slug in ("final", "addendum") else None
    if last is not None:
        return {"outcome": last.outcome}
    return {"place": one.place} if todo.slug == "examine" else {}


def _whole(actor: Actor, one: Medical) -> dict[str, Any]:
    examination = getattr(one, "examination", None)
    opinions = list(one.opinions.select_related("by").order_by("at", "id"))
    consent = consent_of(one)
    prelim = next((each for each in opinions if each.kind == "preliminary"), None)
    return {
        "one": one,
        "who": identity_of(actor, one.child),
        "opens": bool(may_open(actor, standing(one.child))),
        "carried": sees_request(actor, one),
        "adults": list(one.adults.select_related("person").order_by("id")),
        "due": of_process(PROCESS, one.pk),
        "consents": list(one.consents.select_related("by").order_by("at", "id")),
        "consent": consent,
        "allowed": consent is not None and consent.answer in ALLOWS,
        "examination": examination,
        "opinions": opinions,
        "latest": opinions[-1] if opinions else None,
        "late": bool(examination and prelim and not is_same_day(examination, prelim)),
        "not_a_clearance": NOT_A_CLEARANCE,
        "must_know": must_know(one) if opinions else [],
        "follow_ups": list(one.follow_ups.order_by("on", "id")),
        "acts": [each for each in ACTS if each.is_open(actor, one)],
        "asks_again": bool(may_ask(actor)) and bool(is_asker(actor, one)),
        "review": _review(actor, one),
    }


def _review(actor: Actor, one: Medical) -> object:
    """The second paediatrician's review, for the examiners whose work it is about."""
    sampled = getattr(one, "sampled", None)
    return getattr(sampled, "review", None) if sampled and is_examiner(actor, one) else None


def _page(
    request: HttpRequest, actor: Actor, one: Medical, template: str, context: dict[str, Any]
) -> HttpResponse:
    return show_looked(
        request,
        actor,
        template,
        context,
        event="medical.looked",
        children=[standing(one.child)],
        records=[f"medical:{one.pk}"],
    )


PATHS: Final[list[URLPattern]] = [
    path("medicals/<uuid:medical_id>/", medical, name="medical"),
    path("medicals/<uuid:medical_id>/<slug:act_name>/", act, name="medical_act"),
]
