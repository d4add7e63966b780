"""The actor of a request: the signed-in professional, in the role chosen for this session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from sightline.agencies.acting import actor_of, assignments_of
from sightline.agencies.models import Assignment, Professional
from sightline.core import ledger
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.web import faults, locking
from sightline.web.signing_in import second_step

ASKED: Final = "page.asked"
"""The ledger's event for a page that was refused where no room had traced the refusal."""


class ActingMiddleware:
    """Puts `request.actor`, `request.assignment` and `request.roles_held` on the request.

    Then the gates: a second step for every account, and the lock of an idle session. What a room refuses is
    turned into a page here, once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        held = assignments_of(request.user) if isinstance(request.user, Professional) else []
        chosen = chosen_of(held, request.session.get("assignment"))
        vars(request).update(
            assignment=chosen, actor=actor_of(chosen) if chosen else None, roles_held=len(held)
        )
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """The gates, after the check of the form's token."""
        return second_step.demand(request) or locking.lock_if_idle(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What was refused, in a page's words and in the ledger; anything else is left to fail loudly."""
        if isinstance(error, (Unfindable, Refused)):
            _trace(request, error)
        if isinstance(error, Unfindable):
            return faults.not_found(request)
        if isinstance(error, Refused):
            return faults.refused(request, error)
        return faults.failed(request, error) if isinstance(error, SightlineError) else None


def _trace(request: HttpRequest, error: SightlineError) -> None:
    """Put a refusal in the ledger that is not there yet, with the baby that the address names."""
    actor = actor_for(request)
    if actor is None or error.traced:
        return
    child = request.resolver_match.kwargs.get("child_id") if request.resolver_match else None
    ledger.refused(actor, ASKED, str(error), [str(child)] if child else [])
    error.traced = True


def chosen_of(held: list[Assignment], chosen: str | None) -> Assignment | None:
    """The role chosen for this session, else the one held longest; None when none is held today."""
    return next((one for one in held if str(one.id) == chosen), held[0] if held else None)


def actor_for(request: HttpRequest) -> Actor | None:
    """Who acts in this request; None when nobody is signed in or no role is held today."""
    actor: Actor | None = getattr(request, "actor", None)
    return actor
