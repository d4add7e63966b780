"""Records that may be of one person: both sides field by field, for a person to decide."""

from __future__ import annotations

import uuid
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sightline.core.actors import Actor
from sightline.linkage.actions import decide
from sightline.linkage.queries import candidate_seen_by, candidates_seen_by, evidence_of
from sightline.web.forms.fields import OneOf, Passage
from sightline.web.forms.form import Form
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked

AT_ONCE: Final = 100
AGREEMENT: Final = {
    "agrees": "Agrees",
    "close": "Nearly agrees",
    "differs": "Differs",
    "not_recorded": "Not recorded on one side",
}


class Deciding(Form):
    """The same person or not, and why."""

    not_done = "Nothing is decided yet"

    same = OneOf(
        "Are these one person?",
        {"same": "Yes, the same person", "not_same": "No, two people: never ask again"},
        inline=False,
        missing="Choose whether they are one person. If you cannot tell, leave this page: it waits",
    )
    because = Passage(
        "Why", hint="What you looked at, and whom you asked", rows=2, missing="Say why: others read it later"
    )


@require_GET
@signed_in
def candidates(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits for this actor's decision, the oldest first."""
    waiting = list(candidates_seen_by(actor)[: AT_ONCE + 1])
    context = {"waiting": waiting[:AT_ONCE], "more": len(waiting) > AT_ONCE}
    records = [f"candidate:{one.pk}" for one in waiting]
    return show_looked(
        request, actor, "pages/candidates.html", context, event="candidates.looked", records=records
    )


@require_http_methods(["GET", "POST"])
@signed_in
def candidate(request: HttpRequest, actor: Actor, candidate_id: uuid.UUID) -> HttpResponse:
    """One pair: the evidence and the decision."""
    found = candidate_seen_by(actor, candidate_id)
    form = Deciding(typed(request))
    if request.method == "POST" and form.is_valid():
        decide(actor, found, form.cleaned_data["same"] == "same", form.cleaned_data["because"])
        return redirect("candidates")
    context = {"one": found, "evidence": evidence_of(found), "form": form, "agreement": AGREEMENT}
    return show_looked(
        request,
        actor,
        "pages/candidate.html",
        context,
        event="candidate.looked",
        records=[f"candidate:{found.pk}"],
        children=[source.person_id for source in (found.left, found.right) if source.kind == "baby"],
    )
