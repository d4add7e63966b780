"""Find a baby: by exact number, or exact name and date of birth. An inexact search shows nothing.

Searches are posted, so that no name or number stands in an address. A search that finds nothing looks the
same whether the baby does not exist or may not be known.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sightline.access.actions import break_glass
from sightline.access.actions.breaking_glass import reasons_open_to
from sightline.access.scope import babies_seen_by
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.ids import bare_nhs_number, is_nhs_number
from sightline.people.models import Baby
from sightline.people.queries import find_exact
from sightline.web.forms.fields import Day, OneOf, Passage, Words
from sightline.web.forms.form import Form
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.my_babies import Row, rows_of


class Search(Form):
    """Whom to find: a number, or a name with a date of birth."""

    not_done = "Nothing was looked for yet"

    nhs_number = Words(
        "NHS number", hint="Ten figures, with or without spaces", width="20", required=False, max_length=20
    )
    given_name = Words("First name, as it is recorded", required=False, max_length=300)
    family_name = Words("Last name, as it is recorded", required=False, max_length=300)
    born_on = Day("Date of birth", required=False)

    def clean(self) -> dict[str, Any]:
        """A whole number, or a whole name with the day."""
        said = super().clean() or {}
        number = said.get("nhs_number", "")
        if number and not is_nhs_number(number):
            self.add_error("nhs_number", "NHS number: a figure is wrong or missing. Check all ten")
        named = said.get("given_name") and said.get("family_name") and said.get("born_on")
        if not number and not named and not self.errors:
            self.add_error(
                "nhs_number", "Give the NHS number, or the first name, last name and date of birth"
            )
        return said


class Opening(Search):
    """The same, with the reason for opening a record that is not yours."""

    not_done = "Nothing was opened yet"

    reason = OneOf(
        "Why do you need to open it?",
        {},
        inline=False,
        missing="Choose why you need to open it",
    )
    words = Passage(
        "In your words",
        hint="Read by whoever reviews this",
        missing="Say in a few words what is happening",
        rows=2,
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options | {"prefix": "open"})
        offered = self.fields["reason"]
        assert isinstance(offered, OneOf)
        offered.choices = list(reasons_open_to(actor).items())


@require_http_methods(["GET", "POST"])
@signed_in
def find(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Look among the babies that the actor may know."""
    if "whom" in request.POST:
        return _found_by_word(request, actor, request.POST["whom"])
    said = typed(request)
    form = Search(said)
    found = None
    if request.method == "POST" and form.is_valid():
        found = list(_exactly(babies_seen_by(actor), form.cleaned_data)[:10])
    return _page(request, actor, form, Opening(actor=actor), found)


@require_http_methods(["POST"])
@signed_in
def open_record(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Open a record that is not the actor's, for 24 hours, with a reason; the lead practitioner is told."""
    form = Opening(request.POST, actor=actor)
    if not form.is_valid():
        return _page(request, actor, Search(), form, None)
    said = form.cleaned_data
    try:
        opened = break_glass(actor, **_whom(said), reason=said["reason"], words=said["words"])
    except SightlineError as error:
        form.add_error(None, str(error))
        return _page(request, actor, Search(), form, None)
    return redirect("baby", opened.child_id)


def _whom(said: Mapping[str, Any]) -> dict[str, Any]:
    if said["nhs_number"]:
        return {"nhs_number": bare_nhs_number(said["nhs_number"])}
    return {name: said[name] for name in ("given_name", "family_name", "born_on")}


def _found_by_word(request: HttpRequest, actor: Actor, whom: str) -> HttpResponse:
    """From the box on My babies: a number, or whole words of a name, among the babies listed there."""
    rows = rows_of(actor, clock.today())
    found = [row.baby for row in rows.values() if _is_named(row, whom)]
    if len(found) == 1:
        return redirect("baby", found[0].pk)
    return _page(request, actor, Search(), Opening(actor=actor), found)


def _is_named(row: Row, whom: str) -> bool:
    person = row.baby.person
    if is_nhs_number(whom):
        return person.nhs_number == bare_nhs_number(whom)
    asked, held = set(whom.casefold().split()), set(person.name.casefold().split())
    return bool(asked) and asked <= held


def _exactly(babies: QuerySet[Baby], said: Mapping[str, Any]) -> QuerySet[Baby]:
    people = find_exact(**_whom(said))
    found = babies.filter(pk__in=[person.pk for person in people])
    return found.select_related("person").order_by("pk")


def _page(
    request: HttpRequest, actor: Actor, form: Form, opening: Opening, found: list[Baby] | None
) -> HttpResponse:
    shown: list[uuid.UUID] = [baby.pk for baby in found or ()]
    context = {"form": form, "opening": opening, "found": found, "may_open": reasons_open_to(actor)}
    return show_looked(request, actor, "pages/find.html", context, event="baby.searched", children=shown)
