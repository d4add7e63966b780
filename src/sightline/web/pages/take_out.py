"""Taking a list out as a table: ask, watch it being written, take it."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.exchange.exporting.asking import ask_for, exports_seen_by, find_export, take
from sightline.exchange.exporting.lists import LISTS
from sightline.web.forms.fields import OneOf, Words
from sightline.web.forms.form import Form
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked

LATEST: Final = 20


class TakingOut(Form):
    """Which list, and what for."""

    not_done = "Nothing was written"

    listing = OneOf("Which list?", {}, inline=False, missing="Choose a list")
    because = Words(
        "What do you need it for?",
        hint="It leaves Sightline with you: keep it as you keep the record, and destroy it when you are done",
        missing="Say what you need the list for",
        max_length=300,
    )

    def __init__(self, actor: Actor, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        offered = self.fields["listing"]
        assert isinstance(offered, OneOf)
        offered.choices = [(code, one.title) for code, one in LISTS.items() if one.is_for(actor)]


@require_http_methods(["GET", "POST"])
@signed_in
def take_out(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Ask for a list, and see what one asked for before."""
    form = TakingOut(actor, typed(request), initial={"listing": request.GET.get("list", "")})
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("take_out_progress", ask_for(actor, **form.cleaned_data).pk)
        except SightlineError as error:
            form.add_error(None, str(error))
    asked = [
        (LISTS[one.listing].title, one) for one in exports_seen_by(actor)[:LATEST] if one.listing in LISTS
    ]
    return show_looked(
        request, actor, "pages/take_out.html", {"form": form, "asked": asked}, event="exports.looked"
    )


@require_GET
@signed_in
def progress(request: HttpRequest, actor: Actor, export_id: uuid.UUID) -> HttpResponse:
    """How far it is. The page asks again by itself while it is not finished."""
    asked = find_export(actor, export_id)
    context = {"asked": asked, "title": LISTS[asked.listing].title}
    response = show_looked(
        request,
        actor,
        "pages/take_out_progress.html",
        context,
        event="export.looked",
        records=[f"export:{asked.pk}"],
    )
    if not asked.is_finished:
        response["Refresh"] = "3"
    return response


@require_POST
@signed_in
def taken(request: HttpRequest, actor: Actor, export_id: uuid.UUID) -> HttpResponse:
    """The table itself."""
    asked = find_export(actor, export_id)
    response = HttpResponse(take(actor, asked), content_type="text/csv; charset=utf-8")
    day = clock.day_of(asked.asked_at).isoformat()
    response["Content-Disposition"] = f'attachment; filename="{asked.listing}-{day}.csv"'
    response["Cache-Control"] = "no-store"
    return response


PATHS: Final[list[URLPattern]] = [
    path("take-out/", take_out, name="take_out"),
    path("take-out/<uuid:export_id>/", progress, name="take_out_progress"),
    path("take-out/<uuid:export_id>/table/", taken, name="take_out_table"),
]
