"""Who has looked at a baby: from the ledger, which nobody can take anything out of."""

from __future__ import annotations

import uuid
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.access.queries import looks_at, looks_of
from sightline.access.scope import find_open
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.web.gate import signed_in
from sightline.web.looking import show, show_looked
from sightline.web.pages.looks import said_of
from sightline.web.pages.my_babies import rows_of

A_PAGE: Final = 50


@require_GET
@signed_in
def who_looked(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Which baby: the list is a baby's."""
    rows = rows_of(actor, clock.today())
    context = {"rows": rows.values()}
    if not rows:
        return show(request, "pages/who_looked.html", context)
    return show_looked(
        request, actor, "pages/who_looked.html", context, event="my_babies.looked", children=rows
    )


@require_GET
@signed_in
def who_looked_at(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """Everybody who opened, found or changed this baby's record, the latest first."""
    baby = find_open(actor, child_id)
    page = Paginator(looks_at(actor, baby.pk), A_PAGE).get_page(request.GET.get("page"))
    context = {"baby": baby, "page": page, "looks": looks_of(actor, baby.pk, page), "said_of": said_of}
    return show_looked(
        request, actor, "pages/who_looked_at.html", context, event="baby.who_looked", children=[baby.pk]
    )
