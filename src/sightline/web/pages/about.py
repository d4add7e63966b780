"""Pages about Sightline itself: help, for families, accessibility. Open to all; they tell of no child."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.agencies.duty import numbers_now
from sightline.web.acting import actor_for
from sightline.web.looking import show


@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    """How to use it, what it does not do, and whom to ring."""
    actor = actor_for(request)
    numbers = numbers_now(actor.partnership) if actor else {}
    return show(request, "pages/help.html", {"numbers": numbers})


@require_GET
def families(request: HttpRequest) -> HttpResponse:
    """For a mother, a father or anybody who cares for a baby: what is joined, who looks, how to ask."""
    return show(request, "pages/families.html")


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """What has been done and tried so that everybody can use these pages, and what has not."""
    return show(request, "pages/accessibility.html")
