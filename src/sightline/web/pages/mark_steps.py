"""The steps of a mark, one short page each; and referring it now, with what is written already."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sightline.access.scope import standing
from sightline.concerns.drafting import begin_draft, drafts_of, keep_typed
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.steps import Overtaken
from sightline.marks.models import Sighting
from sightline.marks.queries import find_sighting
from sightline.marks.steps import MARK
from sightline.marks.wording import worry_of
from sightline.people.models import Person
from sightline.web.forms.form import Form
from sightline.web.forms.marks import ReferNow
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.mark_deeds import DEEDS, Deed
from sightline.web.pages.whom_to_ring import whom_to_ring


@require_http_methods(["GET", "POST"])
@signed_in
def step(request: HttpRequest, actor: Actor, sighting_id: uuid.UUID, deed: str) -> HttpResponse:
    """One step: its form, and saving it. What another did in the meantime is said, and nothing is lost."""
    sighting = find_sighting(actor, sighting_id)
    if deed not in DEEDS:
        raise Unfindable("There is no such page.")
    chosen = DEEDS[deed]
    said = typed(request)
    form = chosen.form(actor, sighting, said)
    if request.method == "POST" and form.is_valid() and _done(actor, sighting, chosen, form):
        return redirect("mark", sighting.pk)
    if request.method == "GET" and not chosen.may(actor, sighting):
        raise Refused("You cannot do this now.", why=f"This mark is {MARK.states[sighting.state].lower()}.")
    context = {
        "deed": chosen,
        "form": form,
        "address": request.path,
        "kept": request.method == "GET" and said is not None,
    }
    return _page(request, actor, sighting, "marks/step.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def refer_mark(request: HttpRequest, actor: Actor, sighting_id: uuid.UUID) -> HttpResponse:
    """Refer it, with what is written already: three answers more, then the referral's own last page."""
    sighting = find_sighting(actor, sighting_id)
    if sighting.referred_id is not None:
        return redirect("mark", sighting.pk)
    form = ReferNow(typed(request), initial=_so_far(actor, sighting))
    if request.method == "POST" and form.is_valid():
        address = _draft(actor, sighting, form)
        if address:
            return address
    return _page(request, actor, sighting, "marks/refer.html", {"form": form})


def _done(actor: Actor, sighting: Sighting, deed: Deed, form: Form) -> bool:
    try:
        deed.done(actor, sighting, form)
    except Refused:
        raise
    except (SightlineError, Overtaken) as error:
        form.add_error(None, str(error))
        return False
    return True


def _so_far(actor: Actor, sighting: Sighting) -> dict[str, str]:
    """What stands in the form at first: the mark in words, and what the actor's own draft held before."""
    held = drafts_of(actor).filter(child_id=standing(sighting.child)).first()
    kept = {name: said[0] for name, said in (held.typed.get("worry", {}) if held else {}).items() if said}
    words = worry_of(sighting)
    before = kept.get("worry", "")
    both = before if words in before else "\n".join(part for part in (words, before) if part)
    return {"speed": "urgent"} | kept | {"worry": both}


def _draft(actor: Actor, sighting: Sighting, form: ReferNow) -> HttpResponse | None:
    """The actor's draft with these answers in its first step, and the way on. None when it was refused."""
    child = Person.unscoped.get(pk=standing(sighting.child))
    answers = {name: [str(value)] for name, value in form.cleaned_data.items()}
    try:
        draft = begin_draft(actor, child)
        keep_typed(actor, draft, "worry", answers, True)
    except SightlineError as error:
        form.add_error(None, str(error))
        return None
    if form.cleaned_data["speed"] == "urgent":
        return redirect("refer_check", draft.pk)
    return redirect("refer_step", draft.pk, "day")


def _page(
    request: HttpRequest, actor: Actor, sighting: Sighting, template: str, context: dict[str, Any]
) -> HttpResponse:
    full = context | {"one": sighting, "numbers": whom_to_ring(actor.partnership)}
    return show_looked(
        request,
        actor,
        template,
        full,
        event="mark.looked",
        children=[sighting.child_id],
        records=[f"mark:{sighting.pk}"],
    )
