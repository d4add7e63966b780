"""The first page after signing in, the choice of a role, and the page for somebody who holds none today."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sightline.agencies.acting import assignments_of
from sightline.agencies.models import Assignment, Professional
from sightline.core.actors import Actor
from sightline.web.framing import places_of
from sightline.web.gate import signed_in
from sightline.web.looking import show


@require_GET
@signed_in
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """To the choice of a role, once a session, for those who hold several; else to the role's first page."""
    if vars(request).get("roles_held", 1) > 1 and "assignment" not in request.session:
        return redirect("choose_role")
    return redirect(places_of(actor)[0][1])


@require_http_methods(["GET", "POST"])
@signed_in
def choose_role(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One role at a time, among those held today."""
    assert isinstance(request.user, Professional)
    held = assignments_of(request.user)
    chosen = request.POST.get("assignment")
    if chosen in {str(one.id) for one in held}:
        request.session["assignment"] = chosen
        return redirect("home")
    now = getattr(request, "assignment", None)
    context = {"held": held, "items": [_item(one) for one in held], "chosen": str(now.id) if now else ""}
    return show(request, "pages/role.html", context)


def _item(assignment: Assignment) -> dict[str, object]:
    until = f", until {assignment.to_on:%d %B %Y}" if assignment.to_on else ""
    return {
        "value": str(assignment.id),
        "text": f"{assignment.get_role_display()}, {assignment.team.name}",
        "hint": {"text": f"{assignment.team.agency.name}{until}"},
    }


@require_GET
def no_role(request: HttpRequest) -> HttpResponse:
    """For an account without a role in force today."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    return show(request, "pages/no_role.html")
