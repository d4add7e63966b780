"""The actor of a request: the signed-in professional, in the role chosen for this session."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from sightline.agencies.acting import actor_of, assignments_of
from sightline.agencies.models import Professional
from sightline.core.actors import Actor


class ActingMiddleware:
    """Puts `request.actor` (or None) on the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = actor_for(request)  # type: ignore[attr-defined]  # Django's way to add to a request
        return self.get_response(request)


def actor_for(request: HttpRequest) -> Actor | None:
    """Who acts in this request; None when nobody is signed in or no role is held today."""
    if not isinstance(request.user, Professional):
        return None
    held = assignments_of(request.user)
    chosen = request.session.get("assignment")
    for assignment in held:
        if str(assignment.id) == chosen:
            return actor_of(assignment)
    return actor_of(held[0]) if held else None
