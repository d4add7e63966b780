"""A request opened by its one-time link, without a sign-in: nothing of the child is shown until it is opened.

A link is opened with a button, so that a mail program that follows links by itself opens nothing. Wrong
tokens are counted by the address that sends them.
"""

from __future__ import annotations

from typing import Final

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sightline.core import ledger
from sightline.core.errors import SightlineError
from sightline.sharing.answering import answer_by_link
from sightline.sharing.models import InformationLink
from sightline.sharing.policy import LINK, is_live
from sightline.sharing.queries import identity_of
from sightline.sharing.reaching import find_link, open_link
from sightline.sharing.said import missing_in
from sightline.web.faults import not_found
from sightline.web.forms.sharing import AnsweringByLink
from sightline.web.looking import show
from sightline.web.pages.sharing.answering import routine_of, systems_of

WRONG_ALLOWED: Final = 20
WITHIN_SECONDS: Final = 60 * 60
"""So many wrong tokens within the hour; then the address is answered nothing else until it has passed."""


@never_cache
@require_http_methods(["GET", "POST"])
def information_link(request: HttpRequest, token: str) -> HttpResponse:
    """The closed door, then what is asked, then that it was answered; or that it was used or expired."""
    if _wrong(request) >= WRONG_ALLOWED:
        return show(request, "sharing/link_too_many.html", status=429)
    link = find_link(token)
    if link is None:
        _count_wrong(request)
        ledger.refused(LINK, "information_link.opened", "There is no such link.")
        return not_found(request)
    if not is_live(link):
        return show(request, "sharing/link_over.html", {"link": link}, status=410)
    step = request.POST.get("step")
    if step == "answer":
        return _answer(request, link, token)
    if step == "open":
        return _opened(request, link, _form(request, link, bound=False), token)
    return show(request, "sharing/link.html", {"link": link, "token": token})


def _answer(request: HttpRequest, link: InformationLink, token: str) -> HttpResponse:
    form = _form(request, link, bound=True)
    if form.is_valid() and _answered(link, form):
        return redirect("information_link", token)
    return _opened(request, link, form, token)


def _answered(link: InformationLink, form: AnsweringByLink) -> bool:
    said = form.said()
    if gaps := missing_in(said):
        form.put(gaps)
        return False
    told = form.cleaned_data
    try:
        answer_by_link(LINK, link, said, told["by_name"], told["by_post"])
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _opened(request: HttpRequest, link: InformationLink, form: AnsweringByLink, token: str) -> HttpResponse:
    """What is asked, traced as opened. Only who is meant, what is asked and why."""
    open_link(LINK, link)
    asked = link.of
    adults = asked.adults.select_related("person").order_by("id")
    context = {
        "link": link,
        "asked": asked,
        "token": token,
        "whom": identity_of(LINK, asked.child),
        "adults": [one.person.name if one.person else one.words for one in adults],
        "form": form,
        "routine": routine_of(asked),
    }
    return show(request, "sharing/link_opened.html", context)


def _form(request: HttpRequest, link: InformationLink, *, bound: bool) -> AnsweringByLink:
    return AnsweringByLink(request.POST if bound else None, systems=systems_of(link.of))


def _key(request: HttpRequest) -> str:
    return f"sharing:wrong-links:{request.META.get('REMOTE_ADDR', '')}"


def _wrong(request: HttpRequest) -> int:
    return int(cache.get(_key(request), 0))


def _count_wrong(request: HttpRequest) -> None:
    if not cache.add(_key(request), 1, WITHIN_SECONDS):
        cache.incr(_key(request))
