"""Putting an entry right: the form filled in with the entry as it stands; the old version stays."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sightline.chronology.actions import correct
from sightline.chronology.models import Entry
from sightline.chronology.policy import may_correct
from sightline.chronology.queries import Line
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.web.forms.correcting import Correcting
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.baby.reading import Reading, read_baby
from sightline.web.pages.baby.saying import say

MAY_NOT = "You cannot put this entry right."


@require_http_methods(["GET", "POST"])
@signed_in
def correct_entry(
    request: HttpRequest, actor: Actor, child_id: uuid.UUID, entry_id: uuid.UUID
) -> HttpResponse:
    """The form; saving it makes a new version and shows the entry with what it said before."""
    reading = read_baby(actor, child_id)
    line, latest = _line(reading, entry_id)
    decision = may_correct(actor, line.entry)
    if not decision:
        raise Refused(MAY_NOT, why=decision.because)
    form = _form(request, reading, line)
    if request.method == "POST" and form.is_valid() and (made := _corrected(actor, line, form)):
        return redirect("entry", child_id, made.pk)
    context = {
        "baby": reading.baby,
        "line": say(line, reading),
        "entry": line.entry,
        "latest": latest.entry if latest is not line else None,
        "form": form,
        "kept": request.method == "GET" and form.is_bound,
    }
    return show_looked(
        request,
        actor,
        "pages/correct.html",
        context,
        event="correction_form.looked",
        children=[child_id],
        records=[f"entry:{entry_id}"],
    )


def _line(reading: Reading, entry_id: uuid.UUID) -> tuple[Line, Line]:
    """The version asked for, and the latest: what was typed on an older one is not lost.

    Raises Unfindable when the page has no such entry, what it says may not be read, or it was taken back.
    """
    for latest in reading.lines:
        for line in (latest, *latest.versions):
            if line.entry.id == entry_id and line.detail is not None and not latest.entry.withdrawn:
                return line, latest
    raise Unfindable("There is no such entry.")


def _form(request: HttpRequest, reading: Reading, line: Line) -> Correcting:
    assert line.detail is not None
    name = reading.baby.person.given_name or "the baby"
    said = typed(request)
    return Correcting(said, entry=line.entry, detail=line.detail, about_baby=line.about_is_child, baby=name)


def _corrected(actor: Actor, line: Line, form: Correcting) -> Entry | None:
    """The new version; None when it cannot be made, and the form says why."""
    try:
        return correct(
            actor,
            line.entry,
            form.corrected(),
            note=form.noted(),
            sensitivity=form.cleaned_data["sensitivity"],
            **form.happened(),
        )
    except SightlineError as error:
        form.add_error(None, str(error))
        return None
