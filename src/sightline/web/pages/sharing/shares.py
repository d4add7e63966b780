"""Every sharing and every refusal: an agency's own, one baby's, and an answer passed to who referred."""

from __future__ import annotations

import uuid
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.keys import agency_of
from sightline.access.scope import find_open
from sightline.agencies.models import Agency
from sightline.chronology.policy import RECORDS
from sightline.core import ledger
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.people.models import Baby
from sightline.sharing.deciding import record_sharing
from sightline.sharing.models import Answer
from sightline.sharing.passing import pass_to_referrer
from sightline.sharing.policy import may_pass_on, speaks_for_agency
from sightline.sharing.queries import decisions_seen_by, find_answer
from sightline.sharing.said import Weighed, missing_weight
from sightline.web.forms.sharing_decisions import PassingOn, RecordSharing
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show, show_looked

PAGE: Final = 25


@require_GET
@signed_in
def share_decisions(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What the actor's agency shared, and refused to share; for its lead all of it."""
    kept = decisions_seen_by(actor)
    which = request.GET.get("which", "")
    if which in ("shared", "refused"):
        kept = kept.filter(decision=which)
    listed = Paginator(kept, PAGE).get_page(request.GET.get("page"))
    context = {"listed": listed, "which": which, "speaks": speaks_for_agency(actor)}
    response = show(request, "sharing/decisions.html", context)
    ledger.looked(
        actor,
        "share_decisions.looked",
        [f"share_decision:{one.pk}" for one in listed],
        [str(one.child_id) for one in listed],
    )
    return response


@require_http_methods(["GET", "POST"])
@signed_in
def baby_sharing(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """What the actor's agency shared of one baby, and a form to keep another sharing or refusal."""
    baby = find_open(actor, child_id)
    form = RecordSharing(typed(request), agencies=_others(actor, baby))
    if request.method == "POST" and form.is_valid() and _recorded(actor, baby, form):
        return redirect("baby_sharing", baby.pk)
    kept = decisions_seen_by(actor).filter(child_id__in=_all_of(baby))
    context = {
        "baby": baby,
        "form": form,
        "records": actor.role in RECORDS,
        "listed": Paginator(kept, PAGE).get_page(request.GET.get("page")),
    }
    return show_looked(
        request,
        actor,
        "sharing/baby_sharing.html",
        context,
        event="share_decisions.looked",
        children=[baby.pk],
    )


@require_http_methods(["GET", "POST"])
@signed_in
def pass_on(request: HttpRequest, actor: Actor, answer_id: uuid.UUID) -> HttpResponse:
    """Let the team that referred read an answer, with what was weighed."""
    answer = find_answer(actor, answer_id)
    decision = may_pass_on(actor, answer, Weighed())
    if not decision:
        raise Refused("You cannot pass this answer on.", why=decision.because)
    form = PassingOn(typed(request))
    if request.method == "POST" and form.is_valid() and _passed(actor, answer, form):
        return redirect("information_request", answer.of_id)
    return show_looked(
        request,
        actor,
        "sharing/pass_on.html",
        {"asked": answer.of, "answer": answer, "form": form},
        event="information_request.looked",
        children=[answer.of.child_id],
        records=[f"information_request:{answer.of_id}"],
    )


def _passed(actor: Actor, answer: Answer, form: PassingOn) -> bool:
    try:
        pass_to_referrer(actor, answer, form.weighed())
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _others(actor: Actor, baby: Baby) -> dict[str, str]:
    agencies = Agency.unscoped.filter(partnership_id=baby.partnership_id).exclude(pk=agency_of(actor))
    return {one.code: one.name for one in agencies.order_by("name")}


def _all_of(baby: Baby) -> list[uuid.UUID]:
    """The baby, and those whose records were joined to it."""
    return [baby.pk, *baby.person.joined_from.values_list("pk", flat=True)]


def _recorded(actor: Actor, baby: Baby, form: RecordSharing) -> bool:
    said, weighed = form.cleaned_data, form.weighed()
    for name, words in missing_weight(said["decision"], said["purpose_kind"], weighed).items():
        form.add_error({"because": "weighed_because"}.get(name, name), words)
    if form.errors:
        return False
    recipient = Agency.unscoped.get(code=said["recipient"])
    try:
        record_sharing(
            actor, baby.person, recipient, said["decision"], said["what"], said["purpose_kind"], weighed
        )
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True
