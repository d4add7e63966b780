"""Bringing an agency's own records in: upload, watch, read the result. Numbers are shown, never a record."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods
from markupsafe import Markup

from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.exchange.importing.uploads import find_upload, may_submit, submit, uploads_seen_by
from sightline.exchange.models import Upload
from sightline.exchange.tabular.templates import templates
from sightline.web.forms.fields import Asked, OneOf
from sightline.web.forms.form import Form
from sightline.web.gate import signed_in
from sightline.web.looking import show_looked

LATEST: Final = 20
TRY: Final = {
    "try": "Try it first: say what would change, and store nothing",
    "store": "Store it",
}
NUMBERS: Final = {
    "resources": "Records in the file",
    "accepted": "Stored for the first time",
    "changed": "Newer versions",
    "unchanged": "Known already",
    "withdrawn": "Taken back",
    "kept_aside": "Kept aside, without a place yet",
    "quarantined_identifiers": "NHS numbers that fail their check",
}


class File(Asked, forms.FileField):
    """A file to choose."""

    component = "file-upload"

    def filled(self, bound: object) -> dict[str, Any]:
        """Nothing: a browser never fills in a file."""
        return {}


class BringingIn(Form):
    """A file, tried or stored."""

    not_done = "Nothing was brought in"

    file = File(
        "File of your agency’s records",
        hint="FHIR R4 (JSON or XML), a table (CSV) with the columns below, or a case file; 50 MiB at most",
        missing="Choose a file",
    )
    how = OneOf("What should happen?", TRY, inline=False, missing="Choose whether to try it first")


@require_http_methods(["GET", "POST"])
@signed_in
def bring_in(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Upload a file, and see what came of the latest."""
    allowed = may_submit(actor, "", b"", False)
    if not allowed:
        raise Refused("You cannot bring records in.", why=allowed.because)
    form = BringingIn(request.POST, request.FILES) if request.method == "POST" else BringingIn()
    if request.method == "POST" and form.is_valid() and (upload := _submit(actor, form)):
        return redirect("bring_in_progress", upload.pk)
    context = {
        "form": form,
        "uploads": uploads_seen_by(actor)[:LATEST],
        "tables": templates().values(),
    }
    return show_looked(request, actor, "pages/bring_in.html", context, event="uploads.looked")


def _submit(actor: Actor, form: BringingIn) -> Upload | None:
    """The upload in the queue; None, with the reason on the form, when it cannot be taken."""
    file = form.cleaned_data["file"]
    try:
        return submit(actor, file.name, file.read(), form.cleaned_data["how"] == "try")
    except SightlineError as error:
        form.add_error("file", str(error))
        return None


@require_GET
@signed_in
def progress(request: HttpRequest, actor: Actor, upload_id: uuid.UUID) -> HttpResponse:
    """Where an upload stands, and what came of it. The page asks again by itself while it is not finished."""
    upload = find_upload(actor, upload_id)
    numbers = [(said, upload.result.get(name, 0)) for name, said in NUMBERS.items()] if upload.result else []
    context = {"upload": upload, "numbers": numbers, "refusals": upload.result.get("refusals", [])}
    response = show_looked(
        request,
        actor,
        "pages/bring_in_progress.html",
        context,
        event="upload.looked",
        records=[f"upload:{upload.pk}"],
    )
    if not upload.is_finished:
        response["Refresh"] = "3"
    return response


@require_GET
@signed_in
def template(request: HttpRequest, actor: Actor, name: str) -> HttpResponse:
    """An empty table to fill."""
    found = templates().get(name)
    if found is None:
        raise Unfindable("There is no such template.")
    response = HttpResponse(found.content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = Markup('attachment; filename="{}"').format(found.file_name)
    return response
