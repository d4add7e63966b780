"""Bringing an agency's own records in: to upload, to watch, to read the result."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.core.actors import Actor
from sightline.web.gate import signed_in
from sightline.web.looking import show


@require_GET
@signed_in
def bring_in(request: HttpRequest, actor: Actor) -> HttpResponse:
    return show(request, "pages/help.html", {"numbers": {}})


@require_GET
@signed_in
def progress(request: HttpRequest, actor: Actor, import_id: uuid.UUID) -> HttpResponse:
    return show(request, "pages/help.html", {"numbers": {}})
