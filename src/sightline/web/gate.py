"""The gate before every page: somebody signed in, acting in a role that they hold today."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sightline.agencies.models import Professional
from sightline.core.actors import Actor

Rest = ParamSpec("Rest")
Page = Callable[Concatenate[HttpRequest, Rest], HttpResponse]
ActorsPage = Callable[Concatenate[HttpRequest, Actor, Rest], HttpResponse]


def signed_in(page: ActorsPage[Rest]) -> Page[Rest]:
    """Call the page with its actor; others are led to sign in, or told that they hold no role today."""

    @wraps(page)
    def guarded(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if not isinstance(request.user, Professional):
            return redirect_to_login(request.get_full_path(), "account_login")
        actor: Actor | None = getattr(request, "actor", None)
        if actor is None:
            return redirect("no_role")
        return page(request, actor, *args, **kwargs)

    return guarded
