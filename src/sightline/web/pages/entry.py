"""One entry: what it says, where it came from, its versions; taking it back; a parent's view beside it."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sightline.agencies.models import Assignment
from sightline.chronology.actions import disagree, withdraw
from sightline.chronology.policy import RECORDS as RECORDING_ROLES
from sightline.chronology.queries import Line, entry_seen_by
from sightline.core.actors import Actor
from sightline.core.codes import SENSITIVITIES
from sightline.core.errors import SightlineError, Unfindable
from sightline.people.models import Person
from sightline.web.forms.fields import Passage, Pick
from sightline.web.forms.form import Form
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.baby.around import around_of
from sightline.web.pages.baby.reading import Reading, read_baby
from sightline.web.pages.baby.saying import say

OURS: Final = "ours"


class TakingBack(Form):
    """Why an entry is taken back."""

    not_done = "The entry stands as it was"

    because = Passage("Why do you take it back?", rows=2, missing="Say why: the reason stays in the history")


class Disagreeing(Form):
    """What a parent, or another agency, says of the entry, in their words."""

    not_done = "Nothing is put beside the entry yet"

    by = Pick("Whose view is it?", {}, missing="Choose whose view it is")
    words = Passage("In their words", rows=3, missing="Write what they said, in their words")

    def __init__(self, *args: Any, people: dict[str, str], agency: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        offered = self.fields["by"]
        assert isinstance(offered, Pick)
        ours = [(OURS, f"Ours, at {agency}")] if agency else []
        offered.choices = [("", "Choose"), *people.items(), *ours]


@require_http_methods(["GET", "POST"])
@signed_in
def entry(request: HttpRequest, actor: Actor, child_id: uuid.UUID, entry_id: uuid.UUID) -> HttpResponse:
    """The entry as this actor may see it, found on the page of a baby whom it concerns and on no other."""
    reading = read_baby(actor, child_id)
    line = _line(reading, actor, entry_id)
    people = {str(one.person.pk): one.person for one in around_of(reading)}
    said = typed(request)
    back = TakingBack(said if said is not None and "because" in said else None)
    view = Disagreeing(
        said if said is not None and "words" in said else None,
        people={key: person.name or "Somebody without a name" for key, person in people.items()},
        agency="" if line.entry.agency_id == actor.agency_id else agency_name(request),
    )
    if request.method == "POST" and _done(actor, line, back, view, people):
        return redirect("baby", child_id)
    context = {
        "baby": reading.baby,
        "line": say(line, reading),
        "entry": line.entry,
        "sensitivity": SENSITIVITIES[line.entry.sensitivity],
        "earlier": [say(one, reading) for one in line.versions],
        "beside": [say(one, reading) for one in line.beside],
        "back": back,
        "view": view,
        "may_write": actor.role in RECORDING_ROLES and not line.entry.withdrawn,
    }
    return show_looked(
        request,
        actor,
        "pages/entry.html",
        context,
        event="entry.looked",
        children=[child_id],
        records=[f"entry:{entry_id}"],
    )


def agency_name(request: HttpRequest) -> str:
    """The agency for which this request's actor records."""
    acting: Assignment | None = getattr(request, "assignment", None)
    return acting.team.agency.name if acting else ""


def _line(reading: Reading, actor: Actor, entry_id: uuid.UUID) -> Line:
    if not any(line.entry.id == entry_id for line in reading.lines):
        raise Unfindable("There is no such entry.")
    return entry_seen_by(actor, entry_id)


def _done(actor: Actor, line: Line, back: TakingBack, view: Disagreeing, people: dict[str, Person]) -> bool:
    """Whether what was asked is done; else the reason stands on its form."""
    try:
        if back.is_bound and back.is_valid():
            withdraw(actor, line.entry, back.cleaned_data["because"])
            return True
        if view.is_bound and view.is_valid():
            disagree(actor, line.entry, view.cleaned_data["words"], people.get(view.cleaned_data["by"]))
            return True
    except SightlineError as error:
        (back if back.is_bound else view).add_error(None, str(error))
    return False
