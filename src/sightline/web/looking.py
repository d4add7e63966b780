"""Answering a request: the page is drawn, the look is traced in the ledger, then the answer leaves.

A ledger that cannot be written raises, and nothing leaves. No signed-in answer is kept by a browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from sightline.core import ledger
from sightline.core.actors import Actor
from sightline.web.framing import frame


def show(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
    child: object = None,
) -> HttpResponse:
    """A page that tells nothing about any child: not traced."""
    full = dict(context or {}) | {"frame": frame(request, child)}
    response = render(request, template, full, status=status, using="jinja2")
    add_never_cache_headers(response)
    return response


def show_looked(
    request: HttpRequest,
    actor: Actor,
    template: str,
    context: Mapping[str, Any],
    *,
    event: str,
    children: Iterable[object] = (),
    records: Iterable[str] = (),
    because: str = "",
) -> HttpResponse:
    """A page about children: drawn, traced as `event` with the records and children shown, then sent."""
    shown = [str(child) for child in children]
    response = show(request, template, context, child=shown[0] if len(shown) == 1 else None)
    ledger.looked(actor, event, records, shown, because)
    return response
