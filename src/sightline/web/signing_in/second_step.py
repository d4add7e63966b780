"""A second step for every account: whoever has none is led to set it up before anything else."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

_KNOWN = "second_step"
_WITHOUT = ("account_logout", "account_login", "account_reauthenticate", "mfa_activate_totp", "health")


def demand(request: HttpRequest) -> HttpResponse | None:
    """None to go on; else the way to the page that sets up the second step."""
    if not request.user.is_authenticated or request.session.get(_KNOWN):
        return None
    if is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
        request.session[_KNOWN] = True
        return None
    match = request.resolver_match
    return None if match and match.url_name in _WITHOUT else redirect("mfa_activate_totp")
