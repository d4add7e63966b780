"""Records opened outside an involvement: those to review, overdue first, and those that were reviewed."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.actions import review_break_glass
from sightline.access.codes import BREAK_GLASS_REASONS
from sightline.access.models import BreakGlass
from sightline.access.openings import is_named, openings_seen_by, read_during, reviews_openings
from sightline.access.scope import may_open
from sightline.agencies.roles import ROLES
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError, Unfindable
from sightline.web.forms.fields import OneOf, Passage
from sightline.web.forms.form import Form
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.looks import said_of

LATEST: Final = 100
STAYS: Final = {"stays": "Leave it as it is", "ends": "Close the record to them now"}


class Reviewing(Form):
    """What the review found, and whether the record closes at once."""

    not_done = "The review is not saved yet"

    finding = Passage(
        "What did the review find?",
        hint="Was the baby in front of them, was what was read needed, and what happens next",
        missing="Write what the review found",
        rows=4,
    )
    access = OneOf(
        "While it is still open to them", STAYS, inline=False, missing="Choose whether it stays open to them"
    )

    def __init__(self, *args: Any, still_open: bool) -> None:
        super().__init__(*args)
        if not still_open:
            del self.fields["access"]

    @property
    def ends_now(self) -> bool:
        """Whether the record closes at once."""
        return bool(self.cleaned_data.get("access") == "ends")


@dataclass(frozen=True, slots=True)
class Opened:
    """One opening as a page says it. A sealed baby has no name here."""

    opening: BreakGlass
    baby: str
    role: str
    reason: str
    still_open: bool
    overdue: bool

    @property
    def is_reviewed(self) -> bool:
        """Whether the review is made."""
        return self.opening.reviewed_at is not None


@require_GET
@signed_in
def opened_records(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits for this lead's review; for others, the openings of which they were told."""
    listed = [_said(one) for one in openings_seen_by(actor)]
    if not listed and not reviews_openings(actor):
        raise Unfindable("There is no such page.")
    done = [one for one in reversed(listed) if one.is_reviewed]
    context = {
        "waiting": [one for one in listed if not one.is_reviewed],
        "done": done[:LATEST],
        "reviews": reviews_openings(actor),
    }
    return show_looked(
        request,
        actor,
        "pages/opened_records.html",
        context,
        event="openings.looked",
        children={one.opening.child_id for one in listed},
        records=[f"break_glass:{one.opening.pk}" for one in listed],
    )


@require_http_methods(["GET", "POST"])
@signed_in
def opened_record(request: HttpRequest, actor: Actor, opening_id: uuid.UUID) -> HttpResponse:
    """One opening: who, why, what was read; and its review, made once."""
    opening = openings_seen_by(actor).filter(pk=opening_id).first()
    if opening is None:
        raise Unfindable("There is no such page.")
    said = _said(opening)
    form = Reviewing(typed(request), still_open=said.still_open)
    if request.method == "POST" and form.is_valid() and _reviewed(actor, opening, form):
        return redirect("opened_records")
    context = {
        "one": said,
        "form": form,
        "looks": [(look, said_of(look.event)) for look in read_during(actor, opening)],
        "reviews": _is_this_ones(actor, opening),
        "may_open": bool(may_open(actor, opening.child_id)),
    }
    return show_looked(
        request,
        actor,
        "pages/opened_record.html",
        context,
        event="opening.looked",
        children=[opening.child_id],
        records=[f"break_glass:{opening.pk}"],
    )


def _reviewed(actor: Actor, opening: BreakGlass, form: Reviewing) -> bool:
    """Whether the review is saved; else the reason stands on the form."""
    try:
        review_break_glass(actor, opening, form.cleaned_data["finding"], end_now=form.ends_now)
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _is_this_ones(actor: Actor, opening: BreakGlass) -> bool:
    """Whether this actor reviews this opening: the lead of the agency that opened it."""
    return reviews_openings(actor) and opening.team.agency_id == actor.agency_id


def _said(opening: BreakGlass) -> Opened:
    now: dt.datetime = clock.now()
    waiting = opening.reviewed_at is None
    return Opened(
        opening,
        baby=opening.child.name if is_named(opening) else "A baby whose record is sealed since",
        role=ROLES.get(opening.role, opening.role),
        reason=BREAK_GLASS_REASONS[opening.reason],
        still_open=opening.expires_at > now,
        overdue=waiting and opening.review_by < clock.today(),
    )
