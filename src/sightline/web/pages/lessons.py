"""The lessons: all of them by theme, and one lesson with its text, sources, cases and counts."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.agencies.models import Procedure
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Unfindable
from sightline.learning.catalogue import catalogue, point
from sightline.learning.points import THEMES, LearningPoint
from sightline.prompts.models import TEMPOS
from sightline.web.gate import signed_in
from sightline.web.looking import show
from sightline.web.pages.lesson_counts import counted
from sightline.web.procedures import procedure_of


@require_GET
@signed_in
def lessons(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every lesson, by theme, with its question."""
    order = list(THEMES)
    listed = sorted(catalogue(), key=lambda one: (order.index(one.theme), one.title))
    themes = [(THEMES[theme], list(group)) for theme, group in groupby(listed, key=lambda one: one.theme)]
    context = {"themes": themes, "total": len(listed), "tempos": TEMPOS}
    return show(request, "pages/lessons.html", context)


@require_GET
@signed_in
def lesson(request: HttpRequest, actor: Actor, point_id: str) -> HttpResponse:
    """One lesson: what was found, where, what it asks, what it cannot see, how it fares here."""
    found = _found(point_id)
    context = {
        "lesson": found,
        "question": _question(found),
        "theme": THEMES[found.theme],
        "tempo": TEMPOS[found.tempo.value],
        "tempo_key": found.tempo.value,
        "raising": [case for case in found.cases if case.raises_on is not None],
        "silent": [case for case in found.cases if case.raises_on is None],
        "counts": counted(found.id, actor.partnership),
        "today": clock.today(),
        "procedure": _procedure(actor, found),
    }
    return show(request, "pages/lesson.html", context)


def _found(point_id: str) -> LearningPoint:
    try:
        return point(point_id)
    except KeyError as error:
        raise Unfindable("There is no such lesson.") from error


def _question(found: LearningPoint) -> str:
    said = found.question.replace("{baby}", "this baby")
    return said[:1].upper() + said[1:]


def _procedure(actor: Actor, found: LearningPoint) -> Procedure | None:
    return procedure_of(actor.partnership, found.procedure) if found.procedure else None
