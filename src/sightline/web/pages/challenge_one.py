"""One challenge: what is said on both sides, what keeps the child safe meanwhile, and how it ends.

Everything that can be done in it is posted to its own address with the name of what is done (`do`), so that
what was typed into a locked session comes back to the form where it was typed.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from sightline.access.keys import NOBODY
from sightline.access.scope import as_id, may_open, standing
from sightline.challenge.answering import finish_safety, write_safety, write_view
from sightline.challenge.matters import find_matter
from sightline.challenge.models import Challenge, Resolution
from sightline.challenge.moving import move_on
from sightline.challenge.policy import may_confirm
from sightline.challenge.queries import find_challenge
from sightline.challenge.resolving import confirm, decide_above, decline, propose
from sightline.challenge.sides import is_above, side_of, speaks_for
from sightline.challenge.stages import stages_on
from sightline.challenge.statement import statement
from sightline.challenge.thanking import thank, thankable
from sightline.challenge.timing import PROCESS
from sightline.clocks.queries import of_process
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError, Unfindable
from sightline.core.steps import Overtaken
from sightline.web.forms.challenge import (
    Confirming,
    DecidingAbove,
    Declining,
    GoingFurther,
    KeepingSafe,
    Settling,
    Thanking,
    Viewing,
    safety_in,
)
from sightline.web.forms.form import Form
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked

Do = Callable[[Actor, Challenge, Any, QueryDict], object]
"""Does what a valid form asks for; the posted fields hold what the form was drawn for (a stage, an id)."""
PAGES: Final = frozenset(
    {"referral", "strategy_request", "strategy_discussion", "medical", "information_request", "mark"}
)
"""Processes with a page of their own, at the address of the same name."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done in a challenge: its form, and what it does."""

    form: type[Form]
    do: Do


def _id_in(said: QueryDict, name: str) -> uuid.UUID:
    """The id that was posted; nobody's, for what could be none."""
    return as_id(str(said.get(name, ""))) or NOBODY


def _move(actor: Actor, one: Challenge, form: GoingFurther, said: QueryDict) -> object:
    stage = said.get("stage", "")
    return move_on(actor, one, int(stage) if stage.isdecimal() else 0, form.cleaned_data["because"])


def _thank(actor: Actor, one: Challenge, form: Thanking, said: QueryDict) -> object:
    return thank(actor, one, **form.cleaned_data)


def _finish(actor: Actor, one: Challenge, form: Form, said: QueryDict) -> object:
    found = one.safety_actions.filter(pk=_id_in(said, "safety")).first()
    if found is None:
        raise SightlineError("There is no such step to finish.", next_step="Open the challenge again.")
    return finish_safety(actor, found)


def _resolution(one: Challenge, said: QueryDict) -> Resolution:
    """The resolution that the form was drawn for."""
    found = one.resolutions.select_related("of__partnership").filter(pk=_id_in(said, "resolution"))
    resolution = found.first()
    if resolution is None:
        raise Overtaken("What you answer is not there any more.", next_step="Open the challenge again.")
    return resolution


DEEDS: Final[dict[str, Deed]] = {
    "view": Deed(Viewing, lambda actor, one, form, said: write_view(actor, one, form.cleaned_data["words"])),
    "safety": Deed(
        KeepingSafe, lambda actor, one, form, said: write_safety(actor, one, safety_in(form.cleaned_data))
    ),
    "done": Deed(Confirming, _finish),
    "move": Deed(GoingFurther, _move),
    "propose": Deed(Settling, lambda actor, one, form, said: propose(actor, one, form.settled())),
    "confirm": Deed(Confirming, lambda actor, one, form, said: confirm(actor, _resolution(one, said))),
    "decline": Deed(
        Declining,
        lambda actor, one, form, said: decline(actor, _resolution(one, said), form.cleaned_data["because"]),
    ),
    "decide": Deed(DecidingAbove, lambda actor, one, form, said: decide_above(actor, one, form.settled())),
    "thank": Deed(Thanking, _thank),
}
"""What can be done in a challenge, by the name that its form posts."""


@require_http_methods(["GET", "POST"])
@signed_in
def challenge(request: HttpRequest, actor: Actor, challenge_id: uuid.UUID) -> HttpResponse:
    """The challenge, and whatever of it is for this actor to do."""
    one = find_challenge(actor, challenge_id)
    said = typed(request)
    name = str(said.get("do", "")) if said else ""
    forms = _forms(actor, one, name, said)
    if request.method == "POST" and name in DEEDS and _done(actor, one, name, forms[name], request.POST):
        return redirect("challenge", one.pk)
    is_kept = request.method == "GET" and name in DEEDS
    return _page(request, actor, find_challenge(actor, challenge_id), forms, kept=is_kept)


def _forms(actor: Actor, one: Challenge, name: str, said: QueryDict | None) -> dict[str, Any]:
    """Every form; the one that was posted with what was typed."""
    made: dict[str, Any] = {}
    for key, deed in DEEDS.items():
        more: dict[str, Any] = {"offered": thankable(actor, one)} if deed.form is Thanking else {}
        made[key] = deed.form(said if key == name else None, prefix=key, **more)
    return made


def _done(actor: Actor, one: Challenge, name: str, form: Form, said: QueryDict) -> bool:
    if not form.is_valid():
        return False
    try:
        DEEDS[name].do(actor, one, form, said)
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _page(
    request: HttpRequest, actor: Actor, one: Challenge, forms: dict[str, Any], *, kept: bool
) -> HttpResponse:
    unanswered = one.resolutions.filter(confirmed_at__isnull=True, declined_at__isnull=True)
    waiting = unanswered.exclude(side="above").select_related("by").first()
    speaks = speaks_for(actor, one) if one.is_open else ""
    stages = stages_on(one.partnership.code)
    context = {
        "one": one,
        "forms": forms,
        "kept": kept,
        "stage": stages.at(one.stage),
        "stages": stages,
        "due": of_process(PROCESS, one.pk),
        "address": _address(actor, one),
        "page": standing(one.child) if may_open(actor, standing(one.child)) else None,
        "today": clock.today(),
        "said": statement(),
    }
    context |= _written(one) | {
        "side": side_of(actor, one) if one.is_open else "",
        "waiting": waiting,
        "confirms": waiting is not None and bool(may_confirm(actor, waiting)),
        "proposes": bool(speaks) and waiting is None,
        "decides": one.is_open and is_above(actor, one),
        "goes_on": one.is_open and one.stage < stages.last and bool(side_of(actor, one)),
    }
    return show_looked(
        request,
        actor,
        "challenge/challenge.html",
        context,
        event="challenge.looked",
        children=[one.child_id],
        records=[f"challenge:{one.pk}"],
    )


def _written(one: Challenge) -> dict[str, Any]:
    """What was written in it so far, the earliest first."""
    return {
        "views": list(one.views.select_related("by", "agency").order_by("at", "id")),
        "safety": list(one.safety_actions.select_related("written_by", "done_by").order_by("at", "id")),
        "resolutions": list(
            one.resolutions.select_related("by", "confirmed_by", "declined_by").order_by("at", "id")
        ),
        "reached": list(one.stages.select_related("by").order_by("number")),
        "thanks": list(one.thanks.select_related("by", "to", "to_team", "by_team").order_by("at", "id")),
    }


def _address(actor: Actor, one: Challenge) -> str:
    """Where what is challenged is read, when the actor may still see it there."""
    if one.process not in PAGES or not may_open(actor, standing(one.child)):
        return ""
    try:
        find_matter(actor, one.process, one.process_id)
    except Unfindable:
        return ""
    return reverse(one.process, args=[one.process_id])
