"""A session locks when it is idle, and loses nothing that was typed.

A locked session answers nothing but the page that asks for the password again. A form that arrives on a
locked session is kept in the session, on the server, and laid out again on its own page after unlocking:
shown as not saved yet, so that a person looks before they save.
"""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from sightline.core import clock

OPEN_WHILE_LOCKED: Final = frozenset({"locked", "health", "still_here", "account_logout", "account_login"})
_WRITE_EVERY_SECONDS: Final = 60
WRONG_PASSWORDS_ALLOWED: Final = 5


def lock_if_idle(request: HttpRequest) -> HttpResponse | None:
    """None to go on; else the way to the page that unlocks."""
    if not request.user.is_authenticated:
        return None
    if _is_over(request):
        logout(request)
        return None
    _note_time(request)
    if not request.session.get("locked") or _name(request) in OPEN_WHILE_LOCKED:
        return None
    _keep(request)
    return redirect("locked")


def is_locked(request: HttpRequest) -> bool:
    """Whether this session is locked."""
    return bool(request.session.get("locked"))


def unlock(request: HttpRequest, password: str) -> bool:
    """Unlock with the right password. After five wrong ones the session ends."""
    if request.user.is_authenticated and request.user.check_password(password):
        for key in ("locked", "wrong_passwords"):
            request.session.pop(key, None)
        request.session["seen_at"] = clock.now().timestamp()
        return True
    wrong = request.session.get("wrong_passwords", 0) + 1
    request.session["wrong_passwords"] = wrong
    if wrong >= WRONG_PASSWORDS_ALLOWED:
        logout(request)
    return False


def lock(request: HttpRequest) -> None:
    """Lock now: the page's own clock ran out."""
    request.session["locked"] = True


def way_back(request: HttpRequest) -> str:
    """Where something typed is kept, else the page that was asked for when the session was locked."""
    asked_for = request.session.pop("way_back", "/")
    kept: dict[str, Any] = request.session.get("kept") or {}
    return str(kept.get("path", asked_for))


def typed(request: HttpRequest) -> QueryDict | None:
    """What was posted now, or what was kept while this page was locked; None when nothing was."""
    if request.method == "POST":
        return request.POST
    kept: dict[str, Any] | None = request.session.get("kept")
    if not kept or kept["path"] != request.get_full_path():
        return None
    del request.session["kept"]
    fields = QueryDict(mutable=True)
    for name, values in kept["fields"].items():
        fields.setlist(name, values)
    return fields


def _keep(request: HttpRequest) -> None:
    request.session["way_back"] = request.get_full_path()
    if request.method == "POST":
        fields = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
        request.session["kept"] = {"path": request.get_full_path(), "fields": fields}


def _note_time(request: HttpRequest) -> None:
    now = clock.now().timestamp()
    seen = request.session.get("seen_at")
    if seen is not None and now - seen > settings.IDLE_MINUTES * 60:
        request.session["locked"] = True
    elif seen is None or now - seen > _WRITE_EVERY_SECONDS:
        request.session["seen_at"] = now


def _is_over(request: HttpRequest) -> bool:
    """Whether the session has lasted as long as a session may, however busy."""
    began = request.session.setdefault("began_at", clock.now().timestamp())
    return bool(clock.now().timestamp() - began > settings.SESSION_COOKIE_AGE)


def _name(request: HttpRequest) -> str:
    return str(request.resolver_match.url_name) if request.resolver_match else ""


def is_something_kept(request: HttpRequest) -> bool:
    """Whether a form arrived while the session was locked and waits for its page."""
    return "kept" in request.session
