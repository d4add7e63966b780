"""Pages for what could not be done. Absent and not permitted look the same, to the byte.

What no room foresaw (404.html, 500.html, 403_csrf.html among the templates) is drawn by Django itself.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from sightline.core.errors import SightlineError
from sightline.web.looking import show


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page, or none that this person may know of."""
    return show(request, "not_found.html", status=404)


def refused(request: HttpRequest, error: SightlineError) -> HttpResponse:
    """This person may not do this; the reason was written for them."""
    return show(request, "refused.html", {"error": error}, status=403)


def failed(request: HttpRequest, error: SightlineError) -> HttpResponse:
    """What was asked cannot be done as it stands."""
    return show(request, "refused.html", {"error": error}, status=400)
