"""Challenges: those before me, raising one, the statement that invites it, and the counts."""

from __future__ import annotations

import uuid
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.scope import standing
from sightline.challenge.matter import Matter
from sightline.challenge.matters import BABY, find_matter
from sightline.challenge.measures import agencies_without, may_count, measures_of
from sightline.challenge.queries import challenges_of, desk_of, thanks_to
from sightline.challenge.raising import raise_challenge
from sightline.challenge.stages import stages_on
from sightline.challenge.statement import reads_of, statement, tick_read
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.web.forms.challenge import Challenging
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show, show_looked
from sightline.web.pages.challenge_one import challenge
from sightline.web.pages.whom_to_ring import whom_to_ring


@require_GET
@signed_in
def challenges(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits for me to speak, what else is open, what ended, and thanks to me and my team."""
    desk = desk_of(actor)
    listed = [*desk.waiting, *desk.others, *desk.ended]
    context = {
        "desk": desk,
        "stages": stages_on(actor.partnership),
        "thanks": thanks_to(actor),
        "counts": bool(may_count(actor)),
    }
    return show_looked(
        request,
        actor,
        "challenge/challenges.html",
        context,
        event="challenges.looked",
        children=[one.child_id for one in listed],
        records=[f"challenge:{one.pk}" for one in listed],
    )


@require_http_methods(["GET", "POST"])
@signed_in
def begin(request: HttpRequest, actor: Actor, process: str, process_id: uuid.UUID) -> HttpResponse:
    """Challenge one decision, or that there is none."""
    return _begin(request, actor, find_matter(actor, process, process_id))


@require_http_methods(["GET", "POST"])
@signed_in
def begin_about(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """Challenge that something was not done about a baby."""
    return _begin(request, actor, find_matter(actor, BABY, child_id))


def _begin(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    said = typed(request)
    form = Challenging(said, matter=matter)
    if request.method == "POST" and form.is_valid():
        try:
            raised = raise_challenge(actor, matter, matter.chosen(form.whom_key), form.written())
            return redirect("challenge", raised.pk)
        except SightlineError as error:
            form.add_error(None, str(error))
    earlier = [] if matter.process == BABY else challenges_of(actor, matter.process, matter.process_id)
    context = {
        "matter": matter,
        "child": matter.child,
        "page": standing(matter.child),
        "form": form,
        "earlier": earlier,
        "stages": stages_on(matter.partnership.code),
        "numbers": whom_to_ring(actor.partnership),
        "kept": request.method == "GET" and said is not None,
    }
    return _looked(request, actor, matter, "challenge/begin.html", context, "challenge_form.looked")


@require_GET
@signed_in
def words(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The statement that invites challenge, to read out."""
    return show(request, "challenge/statement_page.html", {"said": statement()})


@require_http_methods(["GET", "POST"])
@signed_in
def read_out(request: HttpRequest, actor: Actor, process: str, process_id: uuid.UUID) -> HttpResponse:
    """The statement where a decision is made together, with who said that it was read."""
    matter = find_matter(actor, process, process_id)
    if request.method == "POST":
        tick_read(actor, matter)
        return redirect("challenge_statement_read", process, process_id)
    context = {"said": statement(), "matter": matter, "reads": reads_of(actor, process, process_id)}
    return _looked(request, actor, matter, "challenge/statement_read.html", context, "statement.looked")


@require_GET
@signed_in
def counts(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Challenges in figures, of no child and of no named practitioner."""
    decision = may_count(actor)
    if not decision:
        raise Refused("You cannot read the counts.", why=decision.because)
    found = measures_of(actor.partnership)
    context = {"counts": found, "without": agencies_without(actor.partnership, found)}
    return show(request, "challenge/counts.html", context)


def _looked(
    request: HttpRequest, actor: Actor, matter: Matter, template: str, context: dict[str, object], event: str
) -> HttpResponse:
    return show_looked(
        request,
        actor,
        template,
        context,
        event=event,
        children=[matter.child.pk],
        records=[f"{matter.process}:{matter.process_id}"],
    )


PATHS: Final[list[URLPattern]] = [
    path("challenges/", challenges, name="challenges"),
    path("challenges/counts/", counts, name="challenge_measures"),
    path("challenges/statement/", words, name="challenge_statement"),
    path("challenges/statement/<slug:process>/<uuid:process_id>/", read_out, name="challenge_statement_read"),
    path("challenges/<uuid:challenge_id>/", challenge, name="challenge"),
    path("challenge/begin/<slug:process>/<uuid:process_id>/", begin, name="challenge_begin"),
    path("babies/<uuid:child_id>/challenge/", begin_about, name="challenge_baby"),
]
