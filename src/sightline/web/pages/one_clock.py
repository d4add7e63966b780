"""One clock: its rule and whence that comes, what became of it, and what may be done with it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from sightline.agencies.models import Professional, professional_id
from sightline.clocks.actions import STEPS, explain_late, pause_clock, resume_clock
from sightline.clocks.climbing import reached_by
from sightline.clocks.handing_back import notes_on
from sightline.clocks.models import Clock, Pause
from sightline.clocks.policy import may_explain_late, may_pause, may_resume
from sightline.clocks.queries import find_clock, named_to, seen_by, told
from sightline.clocks.rules import rule_on
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.web.due_words import limit_words
from sightline.web.forms.due import Explaining, Pausing
from sightline.web.forms.form import Form
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.due_lines import line_of
from sightline.web.words import joined


@dataclass(frozen=True, slots=True)
class StoodStill:
    """One pause, and by whom."""

    pause: Pause
    by: str


@require_http_methods(["GET", "POST"])
@signed_in
def one_clock(request: HttpRequest, actor: Actor, clock_id: uuid.UUID) -> HttpResponse:
    """The clock; what is posted names in `do` what is to be done with it."""
    owned = find_clock(actor, clock_id)
    said = typed(request)
    wanted = said.get("do") if said else None
    pausing = Pausing(said if wanted == "pause" else None)
    explaining = Explaining(said if wanted == "explain" else None)
    if request.method == "POST" and _done(actor, owned, wanted, pausing, explaining):
        return redirect("clock", owned.pk)
    return _page(request, actor, owned, pausing, explaining)


def _done(actor: Actor, owned: Clock, wanted: str | None, pausing: Pausing, explaining: Explaining) -> bool:
    """Whether it is done. What cannot be done is said beside the form, where there is one."""
    if wanted == "pause":
        return _tried(pausing, lambda: pause_clock(actor, owned, pausing.cleaned_data["pause_because"]))
    if wanted == "explain":
        return _tried(explaining, lambda: explain_late(actor, owned, explaining.cleaned_data["late_because"]))
    if wanted == "resume":
        resume_clock(actor, owned)
    return True


def _tried(form: Form, act: Callable[[], object]) -> bool:
    if not form.is_valid():
        return False
    try:
        act()
    except Refused:
        raise
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _page(
    request: HttpRequest, actor: Actor, owned: Clock, pausing: Pausing, explaining: Explaining
) -> HttpResponse:
    due = told(seen_by(actor).filter(pk=owned.pk))[0]
    children = named_to(actor, [due.clock])
    now = clock.now()
    context = {
        "due": due,
        "one": due.clock,
        "line": line_of(actor, due, children, now),
        "child": children.get(due.clock.pk),
        "rule": rule_on(due.clock.partnership.code, due.clock.rule, clock.day_of(due.clock.started_at)),
        "limit": limit_words(due.clock, due.rule),
        "pauses": _pauses(due.clock),
        "reached": joined(_names(reached_by(due.clock))) if due.clock.climbed else "",
        "notes": notes_on([due.clock]).get(due.clock.pk, []),
        "pauses_it": _may(due.clock, "pause") and bool(may_pause(actor, due.clock, "")),
        "resumes_it": _may(due.clock, "resume") and bool(may_resume(actor, due.clock)),
        "explains_it": _was_late(due.clock) and bool(may_explain_late(actor, due.clock, "")),
        "was_late": _was_late(due.clock),
        "pausing": pausing,
        "explaining": explaining,
    }
    return show_looked(
        request,
        actor,
        "due/clock.html",
        context,
        event="clock.looked",
        children=[child.pk for child in children.values()],
        records=[f"clock:{owned.pk}"],
    )


def _may(one: Clock, event: str) -> bool:
    return bool(STEPS.may(one.state, event))


def _was_late(one: Clock) -> bool:
    return one.state != "paused" and (one.ended_at or clock.now()) > one.due_at


def _pauses(one: Clock) -> list[StoodStill]:
    """The pauses, the first first, in two queries."""
    rows = list(Pause.unscoped.filter(of=one).order_by("since", "id"))
    ids = {key for row in rows if (key := professional_id(row.by))}
    names = {person.pk: person.name for person in (Professional.objects.filter(pk__in=ids) if ids else ())}
    return [StoodStill(row, names.get(professional_id(row.by) or row.pk, "the system")) for row in rows]


def _names(ids: Iterable[uuid.UUID]) -> list[str]:
    kept = Professional.objects.filter(pk__in=list(ids)).order_by("name")
    return list(kept.values_list("name", flat=True))


PATHS: Final[list[URLPattern]] = [path("due/<uuid:clock_id>/", one_clock, name="clock")]
