"""My babies: what is asked of me, by tempo; then the babies with no question, and whose babies I cover."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from sightline.access.actions import read_notice
from sightline.access.doors import in_force
from sightline.access.keys import own_id
from sightline.access.models import Involvement
from sightline.access.queries import notices_for
from sightline.access.scope import babies_seen_by
from sightline.agencies.models import Cover
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Unfindable
from sightline.learning.catalogue import point
from sightline.learning.points import LearningPoint
from sightline.people.models import Baby
from sightline.prompts.models import TEMPOS, Prompt
from sightline.prompts.queries import waiting_for
from sightline.web.ages import age_of
from sightline.web.gate import signed_in
from sightline.web.looking import show_looked
from sightline.web.naming import asked_words
from sightline.web.pages.meetings import NEVER, Meetings, meetings_of
from sightline.web.pages.silence import silent_agencies
from sightline.web.pages.whom_to_ring import whom_to_ring

QUIET: Final = dt.timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that waits: the prompt and its lesson."""

    prompt: Prompt
    lesson: LearningPoint
    words: str


@dataclass(slots=True)
class Row:
    """One baby: its questions, and when this service last met it and next will."""

    baby: Baby
    age: str
    meetings: Meetings
    professional_id: uuid.UUID | None = None
    asked: list[Asked] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Covered:
    """A colleague whose babies come to this actor until a day."""

    name: str
    until: dt.date
    note: str
    babies: int
    waiting: int


@require_GET
@signed_in
def my_babies(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The babies of this actor's team that it may open, those of the actor and of whom they cover first."""
    today = clock.today()
    rows = rows_of(actor, today)
    covers = list(_covers(actor, today))
    mine = _whose(rows, {uuid.UUID(actor.id)})
    context = {
        "today": today,
        "tempos": TEMPOS,
        "groups": [(tempo, _asking(rows.values(), tempo)) for tempo in TEMPOS],
        "mine": mine,
        "covered": [_covered(cover, rows) for cover in covers],
        "quiet": [row for row in rows.values() if not row.asked and _is_quiet(row, today)],
        "others": [row for row in rows.values() if not row.asked and not _is_quiet(row, today)],
        "silent": silent_agencies(actor.partnership, today),
        "notices": list(notices_for(actor)[:20]),
        "numbers": whom_to_ring(actor.partnership),
        "total": len(rows),
    }
    return show_looked(
        request, actor, "pages/my_babies.html", context, event="my_babies.looked", children=rows
    )


def rows_of(actor: Actor, today: dt.date) -> dict[uuid.UUID, Row]:
    """A row a baby of the actor's team, or of a colleague whom they cover, with the questions on them."""
    involved = _involved(actor, today)
    met = meetings_of(actor, involved, today)
    babies = babies_seen_by(actor, among=involved).select_related("person")
    rows = {
        baby.pk: Row(baby, age_of(baby, today).short, met.get(baby.pk, NEVER), involved[baby.pk])
        for baby in babies.order_by("person__family_name", "person__given_name")
    }
    for prompt in waiting_for(actor):
        row = rows.get(prompt.child_id) or rows.setdefault(prompt.child_id, _asked_alone(prompt, today))
        row.asked.append(_asked(prompt, row.baby))
    return rows


def _asked(prompt: Prompt, baby: Baby) -> Asked:
    lesson = point(prompt.point)
    return Asked(prompt, lesson, asked_words(lesson.question, baby))


def _asked_alone(prompt: Prompt, today: dt.date) -> Row:
    """A baby of whom only the question is this actor's: a lead's, or a holder's."""
    baby = prompt.child.baby
    return Row(baby, age_of(baby, today).short, NEVER)


def _involved(actor: Actor, today: dt.date) -> dict[uuid.UUID, uuid.UUID | None]:
    """The babies of the team and of those covered, each with its lead practitioner."""
    away = Cover.unscoped.filter(covering_id=own_id(actor), from_on__lte=today, to_on__gte=today).values(
        "away_id"
    )
    whose = Q(team_id=actor.team_id) | Q(professional_id__in=away, team__agency_id=actor.agency_id)
    found = Involvement.unscoped.filter(in_force(), whose).order_by("from_on", "id")
    return dict(found.values_list("child_id", "professional_id"))


def _covers(actor: Actor, today: dt.date) -> Iterable[Cover]:
    found = Cover.unscoped.filter(covering_id=own_id(actor), from_on__lte=today, to_on__gte=today)
    return found.select_related("away").order_by("to_on")


def _covered(cover: Cover, rows: dict[uuid.UUID, Row]) -> Covered:
    theirs = _whose(rows, {cover.away_id})
    return Covered(
        cover.away.name, cover.to_on, cover.note, len(theirs), sum(bool(row.asked) for row in theirs)
    )


def _whose(rows: dict[uuid.UUID, Row], professionals: set[uuid.UUID]) -> list[Row]:
    return [row for row in rows.values() if row.professional_id in professionals]


def _asking(rows: Iterable[Row], tempo: str) -> list[tuple[Row, list[Asked]]]:
    """The babies with questions of this tempo: one row a baby, however many questions."""
    found = [(row, [one for one in row.asked if one.prompt.tempo == tempo]) for row in rows]
    with_some = [(row, asked) for row, asked in found if asked]
    return sorted(
        with_some, key=lambda one: (one[1][0].prompt.due_on or dt.date.max, one[0].baby.person.name)
    )


def _is_quiet(row: Row, today: dt.date) -> bool:
    since = row.meetings.last or row.baby.born_on or row.baby.followed_from
    return since < today - QUIET


@require_POST
@signed_in
def notice_read(request: HttpRequest, actor: Actor, notice_id: uuid.UUID) -> HttpResponse:
    """Say that something that one was told is read."""
    notice = notices_for(actor).filter(pk=notice_id).first()
    if notice is None:
        raise Unfindable("There is no such notice, or you have read it.")
    read_notice(actor, notice)
    return redirect("my_babies")
