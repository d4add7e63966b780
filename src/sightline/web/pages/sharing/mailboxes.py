"""The safeguarding mailboxes to which one-time links are sent."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sightline.core.actors import Actor
from sightline.core.errors import Refused
from sightline.sharing.policy import KEEPS_MAILBOXES
from sightline.sharing.queries import keeps_mailbox_of, mailboxes_seen_by
from sightline.sharing.reaching import keep_mailbox
from sightline.web.forms.sharing_decisions import KeepMailbox
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show


@require_http_methods(["GET", "POST"])
@signed_in
def mailboxes(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The mailboxes that are kept, which agencies have none, and a form to keep one. It tells of no child."""
    if actor.role not in KEEPS_MAILBOXES:
        raise Refused(
            "You cannot see the mailboxes.", why="A front-door manager and the safeguarding leads keep them."
        )
    agencies = {one.code: one for one in keeps_mailbox_of(actor)}
    form = KeepMailbox(typed(request), agencies={key: one.name for key, one in agencies.items()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        keep_mailbox(actor, agencies[said["agency"]], said["address"])
        return redirect("mailboxes")
    kept = {one.agency_id: one for one in mailboxes_seen_by(actor)}
    rows = [(one, kept.get(one.pk)) for one in agencies.values()]
    return show(request, "sharing/mailboxes.html", {"rows": rows, "form": form})
