"""The regular meeting of front-door managers and safeguarding leads: its agenda, discussion and minutes."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods

from sightline.access.keys import NOBODY
from sightline.access.scope import as_id, unfindable
from sightline.concerns.models import Referral
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.meetings.discussing import discuss, finish, pin, set_action
from sightline.meetings.holding import call_meeting, close_meeting, gather, note_attendance
from sightline.meetings.models import Item, Meeting
from sightline.meetings.owners import holders_in, who_meets
from sightline.meetings.policy import MEETS, meets
from sightline.meetings.queries import (
    LOOKED,
    Line,
    actions_of,
    agenda_of,
    earlier_actions,
    find_action,
    find_item,
    find_meeting,
    seen_by,
)
from sightline.web.forms.front_door_meeting import Attending, Calling, GivingOut, Noting
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked

PAGES: Final = frozenset(
    {
        "referral",
        "challenge",
        "strategy_request",
        "strategy_discussion",
        "medical",
        "information_request",
        "mark",
    }
)
"""Processes with a page at the address of the same name; of any other the baby's page is opened."""
SHOWN: Final = 30


@require_http_methods(["GET", "POST"])
@signed_in
def meetings(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The meetings of the partnership, what one's role has to do, and calling the next one."""
    if not meets(actor):
        raise unfindable(actor, LOOKED)
    form = Calling(typed(request), initial={"held_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("front_door_meeting", call_meeting(actor, form.cleaned_data["held_on"]).pk)
        except SightlineError as error:
            form.add_error(None, str(error))
    listed = list(seen_by(actor).order_by("-held_on")[:SHOWN])
    context = {"listed": listed, "mine": list(actions_of(actor)), "form": form, "today": clock.today()}
    records = [f"meeting:{one.pk}" for one in listed]
    return show_looked(
        request, actor, "meetings/meetings.html", context, event="meetings.looked", records=records
    )


@require_http_methods(["GET", "POST"])
@signed_in
def meeting(request: HttpRequest, actor: Actor, meeting_id: uuid.UUID) -> HttpResponse:
    """The agenda, who is here, and what earlier meetings gave out; once closed, the minutes."""
    held = find_meeting(actor, meeting_id)
    said = typed(request)
    do = str(said.get("do", "")) if said else ""
    invited = who_meets(held.partnership.code, MEETS)
    came = list(held.attendances.select_related("professional", "agency").order_by("at", "id"))
    form = Attending(
        said if do == "attend" else None,
        invited=invited,
        initial={"came": [str(one.professional_id) for one in came]},
    )
    fault = ""
    if request.method == "POST":
        try:
            if _done(actor, held, do, form, str(request.POST.get("action", ""))):
                return redirect("front_door_meeting", held.pk)
        except SightlineError as error:
            fault = str(error)
    lines = agenda_of(actor, held)
    context = {
        "meeting": held,
        "lines": lines,
        "came": came,
        "form": form,
        "fault": fault,
        "earlier": earlier_actions(actor, held),
        "today": clock.today(),
    }
    return _looked(request, actor, "meetings/meeting.html", context, held, lines)


def _done(actor: Actor, held: Meeting, do: str, form: Attending, todo: str) -> bool:
    """Do what was pressed. False for a form that is not right, or for nothing that there is."""
    if do == "gather":
        gather(actor, held)
    elif do == "close":
        close_meeting(actor, held)
    elif do == "done" and (found := find_action(actor, held, as_id(todo) or NOBODY)):
        finish(actor, found)
    elif do == "attend" and form.is_valid():
        note_attendance(actor, held, form.who())
    else:
        return False
    return True


@require_http_methods(["GET", "POST"])
@signed_in
def item(request: HttpRequest, actor: Actor, item_id: uuid.UUID) -> HttpResponse:
    """One piece of work that this actor may open: what was said, and who does what."""
    one = find_item(actor, item_id)
    said = typed(request)
    do = str(said.get("do", "")) if said else ""
    forms: dict[str, Any] = {
        "note": Noting(said if do == "note" else None, prefix="note"),
        "give": GivingOut(
            said if do == "give" else None, prefix="give", holders=holders_in(one.meeting.partnership.code)
        ),
    }
    fault = ""
    if request.method == "POST":
        try:
            if _written(actor, one, do, forms):
                return redirect("front_door_item", one.pk)
        except SightlineError as error:
            fault = str(error)
    [line] = [each for each in agenda_of(actor, one.meeting) if each.item.pk == one.pk]
    context = {"line": line, "meeting": one.meeting, "address": _address(one), "forms": forms, "fault": fault}
    return _looked(
        request, actor, "meetings/item.html", context | {"today": clock.today()}, one.meeting, [line]
    )


def _written(actor: Actor, one: Item, do: str, forms: dict[str, Any]) -> bool:
    """Do what was pressed. False for a form that is not right, or for nothing that there is."""
    if do in ("pin", "unpin"):
        pin(actor, one, do == "pin")
    elif do == "note" and forms["note"].is_valid():
        discuss(actor, one, forms["note"].cleaned_data["words"])
    elif do == "give" and forms["give"].is_valid():
        given: GivingOut = forms["give"]
        set_action(actor, one, given.cleaned_data["what"], given.holder, given.cleaned_data["due_on"])
    else:
        return False
    return True


def _address(one: Item) -> str:
    """Where the work itself is read."""
    if one.process == "referral" and Referral.unscoped.filter(pk=one.process_id).exists():
        return reverse("referral_sent", args=[one.process_id])
    if one.process in PAGES:
        return reverse(one.process, args=[one.process_id])
    return reverse("baby", args=[one.child_id]) if one.child_id else ""


def _looked(
    request: HttpRequest,
    actor: Actor,
    template: str,
    context: dict[str, Any],
    held: Meeting,
    lines: list[Line],
) -> HttpResponse:
    """The page, traced with the children whom it names to this actor."""
    children = {line.item.child_id for line in lines if line.is_open and line.item.child_id}
    return show_looked(
        request,
        actor,
        template,
        context,
        event=LOOKED,
        children=children,
        records=[f"meeting:{held.pk}"],
    )


PATHS: Final[list[URLPattern]] = [
    path("front-door/meetings/", meetings, name="front_door_meetings"),
    path("front-door/meetings/<uuid:meeting_id>/", meeting, name="front_door_meeting"),
    path("front-door/items/<uuid:item_id>/", item, name="front_door_item"),
]
