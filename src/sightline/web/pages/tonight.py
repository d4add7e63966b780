"""The emergency duty team's page: the open risks of the partnership, whom to ring, and handing back."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods

from sightline.clocks import nights
from sightline.clocks.handing_back import hand_back, may_hand_back, notes_on
from sightline.clocks.holding import NIGHT
from sightline.clocks.models import Clock, HandBack
from sightline.clocks.queries import KEEPS_THE_NIGHT, Due, named_to, told, tonight
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.people.models import Person
from sightline.web.forms.due import HandingBack
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.due_lines import Line, line_of
from sightline.web.pages.places import Worry, worries
from sightline.web.words import moment

AT_MOST: Final = 200
"""How many risks one page and one sheet hold; it says so when there are more."""


@dataclass(frozen=True, slots=True)
class Risk:
    """One clock of the night: whom it is about, what is worrying, what must happen before morning."""

    line: Line
    child: Person | None
    worry: Worry | None
    before: str
    notes: list[HandBack]


def may_see_tonight(actor: Actor) -> Decision:
    """The emergency duty team and the front door, each for its own partnership."""
    if actor.role in KEEPS_THE_NIGHT:
        return allow("The night and the front door know of every open risk.")
    return refuse("This page is for the emergency duty team and the front door.")


@require_GET
@signed_in
def tonight_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The open risks, the soonest due first."""
    return _shown(request, actor, "due/tonight.html", "tonight.looked")


@require_GET
@signed_in
def tonight_sheet(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The same on one sheet to print, with every number, for when the system is down."""
    return _shown(request, actor, "due/sheet.html", "tonight.printed")


@require_http_methods(["GET", "POST"])
@signed_in
def handing_back(request: HttpRequest, actor: Actor, clock_id: uuid.UUID) -> HttpResponse:
    """Hand one item back to the day, with a note."""
    owned = tonight(actor).filter(pk=clock_id).first()
    if owned is None:
        raise Unfindable("There is no such record, or none that you may open.")
    _refuse(may_hand_back(actor, owned, ""))
    form = HandingBack(typed(request))
    if request.method == "POST" and form.is_valid() and _handed(actor, owned, form):
        return redirect("tonight")
    risk = risks(actor, told(tonight(actor).filter(pk=owned.pk)))[0]
    context = {"risk": risk, "form": form}
    return show_looked(
        request,
        actor,
        "due/hand_back.html",
        context,
        event="tonight.looked",
        children=[risk.child.pk] if risk.child else [],
        records=[f"clock:{owned.pk}"],
    )


def risks(actor: Actor, listed: list[Due]) -> list[Risk]:
    """Each clock with what its process tells the night; as many queries for many as for one."""
    now = clock.now()
    clocks = [one.clock for one in listed]
    children, telling, notes = named_to(actor, clocks), worries(actor, clocks), notes_on(clocks)
    morning = nights.morning_after(actor.partnership, now)
    return [_risk(actor, one, children, telling, notes, now, morning) for one in listed]


def _risk(
    actor: Actor,
    one: Due,
    children: Mapping[uuid.UUID, Person],
    telling: Mapping[uuid.UUID, Worry],
    notes: Mapping[uuid.UUID, list[HandBack]],
    now: dt.datetime,
    morning: dt.datetime,
) -> Risk:
    line, worry = line_of(actor, one, children, now), telling.get(one.clock.pk)
    key = one.clock.pk
    return Risk(line, children.get(key), worry, _before(line, worry, morning), notes.get(key, []))


def _before(line: Line, worry: Worry | None, morning: dt.datetime) -> str:
    """What must happen before the day team is back: what the process says, and what its clock says."""
    own = worry.before_morning if worry else ""
    one = line.due.clock
    if one.state == "paused":
        clock_says = f"{line.due.rule.title}: this stands still."
    elif one.due_at <= morning:
        clock_says = f"{line.due.rule.title}, {line.when}."
    else:
        clock_says = f"Its clock ends after the morning: {moment(one.due_at)}."
    return " ".join(part for part in (own, clock_says) if part)


def _shown(request: HttpRequest, actor: Actor, template: str, event: str) -> HttpResponse:
    _refuse(may_see_tonight(actor))
    clocks = tonight(actor)
    listed = risks(actor, told(clocks[:AT_MOST]))
    context = {"risks": listed, "hands_back": actor.role == NIGHT, **_round_it(actor, clocks.count())}
    return show_looked(
        request,
        actor,
        template,
        context,
        event=event,
        children={risk.child.pk for risk in listed if risk.child},
        records=[f"clock:{risk.line.due.clock.pk}" for risk in listed],
    )


def _round_it(actor: Actor, every: int) -> dict[str, Any]:
    """What stands round the list: until when, who is on duty, every number."""
    now, area = clock.now(), actor.partnership
    return {
        "every": every,
        "now": now,
        "by": actor.name,
        "night": nights.is_night(area),
        "morning": nights.morning_after(area, now),
        "on_duty": nights.on_duty_tonight(area),
        "doors": nights.front_doors(area),
        "leads": nights.safeguarding_leads(area),
    }


def _refuse(decision: Decision) -> None:
    if not decision:
        raise Refused("You cannot open this page.", why=decision.because)


def _handed(actor: Actor, owned: Clock, form: HandingBack) -> bool:
    try:
        hand_back(actor, owned, form.cleaned_data["words"])
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


PATHS: Final[list[URLPattern]] = [
    path("tonight/", tonight_page, name="tonight"),
    path("tonight/sheet/", tonight_sheet, name="tonight_sheet"),
    path("tonight/<uuid:clock_id>/hand-back/", handing_back, name="hand_back"),
]
