"""The lock: the page that asks for the password again, and the page's own word that somebody is there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from sightline.web import locking
from sightline.web.looking import show


@require_http_methods(["GET", "POST"])
def locked(request: HttpRequest) -> HttpResponse:
    """Unlock with the password; then back to where they were, with what was typed."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    by_script = request.headers.get("X-Requested-With") == "sightline"
    if request.method == "POST" and locking.unlock(request, request.POST.get("password", "")):
        return HttpResponse(status=204) if by_script else redirect(locking.way_back(request))
    if not request.user.is_authenticated:
        return HttpResponse(status=403) if by_script else redirect("account_login")
    if not locking.is_locked(request):
        return redirect("home")
    wrong = request.method == "POST"
    context = {"wrong": wrong, "kept": locking.is_something_kept(request)}
    return show(request, "pages/locked.html", context, status=422 if wrong else 200)


@require_POST
def still_here(request: HttpRequest) -> HttpResponse:
    """The page's script says that somebody is typing, or that nobody has been."""
    if "lock" in request.POST:
        locking.lock(request)
    return HttpResponse(status=204)
