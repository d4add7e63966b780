"""E-mail: the letters that did not leave, for administrators; and whether one wants letters oneself."""

from __future__ import annotations

import uuid
from typing import Final

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from sightline.agencies.models import Professional
from sightline.core.actors import Actor
from sightline.core.errors import Unfindable
from sightline.outbox.choosing import choose_email, try_again
from sightline.outbox.models import Letter
from sightline.outbox.queries import KEEPS_THE_OUTBOX, letters_seen_by, masked, wants_letters
from sightline.web.forms.fields import OneOf
from sightline.web.forms.form import Form
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show

PAGE: Final = 25
SAID: Final = {
    "notice": "Something to read",
    "digest": "What is due",
    "information_link": "A link to answer a request for information",
}
CHOICES: Final = {"yes": "Yes, write to me", "no": "No, I look in Sightline myself"}


class Choosing(Form):
    """Whether one wants letters."""

    wanted = OneOf("Should Sightline write to you?", CHOICES, missing="Choose yes or no")


@require_http_methods(["GET", "POST"])
@signed_in
def outbox(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The letters that the mail server would not take."""
    if actor.role != KEEPS_THE_OUTBOX:
        raise Unfindable("There is no such page.")
    if request.method == "POST":
        try_again(actor, _letter(actor, request.POST.get("letter", "")))
        return redirect("outbox")
    listed = Paginator(letters_seen_by(actor), PAGE).get_page(request.GET.get("page"))
    lines = [(one, SAID[one.kind], masked(one.to)) for one in listed]
    return show(
        request, "outbox/outbox.html", {"listed": listed, "lines": lines, "mail": settings.EMAIL_IS_SET}
    )


def _letter(actor: Actor, key: str) -> Letter:
    try:
        found = letters_seen_by(actor).filter(pk=uuid.UUID(key)).first()
    except ValueError:
        found = None
    if found is None:
        raise Unfindable("There is no such letter.")
    return found


@require_http_methods(["GET", "POST"])
@signed_in
def email_choice(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One's own switch, with what a letter says and what it never says."""
    before = {"wanted": "yes" if wants_letters(actor) else "no"}
    form = Choosing(typed(request), initial=before)
    if request.method == "POST" and form.is_valid():
        choose_email(actor, form.cleaned_data["wanted"] == "yes")
        return redirect("email_choice")
    address = Professional.objects.get(pk=actor.id).email
    return show(
        request, "outbox/email_choice.html", {"form": form, "address": address, "mail": settings.EMAIL_IS_SET}
    )


PATHS: list[URLPattern] = [
    path("outbox/", outbox, name="outbox"),
    path("e-mail/", email_choice, name="email_choice"),
]
