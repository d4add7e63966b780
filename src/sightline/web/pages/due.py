"""What is due: mine, my team's and my agency's, what is overdue first; and what the night handed back."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast, get_args
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_POST

from sightline.clocks.handing_back import find_hand_back, handed_back_to, read_hand_back
from sightline.clocks.models import Clock, HandBack
from sightline.clocks.nights import is_night, on_duty_tonight
from sightline.clocks.queries import KEEPS_THE_NIGHT, Whose, due_for, named_to, overdue, told
from sightline.clocks.rules import rules
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Person
from sightline.web.gate import signed_in
from sightline.web.looking import show_looked
from sightline.web.pages import one_clock, referral_places, tonight
from sightline.web.pages.due_lines import line_of, whom_in_words

PAGE: Final = 25
Counts = dict[str, tuple[int, int]]
"""By rule: how many are due, and how many of them are overdue."""
TABS: Final[dict[Whose, str]] = {"mine": "Mine", "team": "My team", "agency": "My agency"}
REGISTERED: Final = (referral_places,)
"""Modules that say where processes lead and have no pages of their own."""


@dataclass(frozen=True, slots=True)
class HandedBack:
    """What the night handed back about one clock, and about whom."""

    note: HandBack
    title: str
    whom: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list is asked for: whose, of which rule (empty: all), and whether only what is overdue."""

    whose: Whose
    rule: str
    late: bool

    def address(self, **other: object) -> str:
        """The query of the same list, with something else asked."""
        told = {"whose": self.whose, "rule": self.rule, "late": "yes" if self.late else ""} | other
        return "?" + urlencode({name: value for name, value in told.items() if value})


@require_GET
@signed_in
def due(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The list of one tab, with its filters."""
    asked = asked_in(request)
    clocks = due_for(actor, asked.whose)
    counts = _counts(clocks)
    listed = _paged(clocks, asked, counts, request.GET.get("page"))
    shown = told(cast(QuerySet[Clock], listed.object_list))
    notes = handed_back_to(actor)
    children = named_to(actor, [one.clock for one in shown] + [note.of for note in notes])
    now = clock.now()
    context = {
        "asked": asked,
        "tabs": TABS,
        "listed": listed,
        "lines": [line_of(actor, one, children, now) for one in shown],
        "counts": counts,
        "rules": rules(),
        "late": sum(late for _, late in counts.values()),
        "all": sum(every for every, _ in counts.values()),
        "handed_back": [_handed_back(note, children) for note in notes],
        "keeps_the_night": actor.role in KEEPS_THE_NIGHT,
        "night": is_night(actor.partnership),
        "on_duty": on_duty_tonight(actor.partnership),
        "now": now,
    }
    return show_looked(
        request,
        actor,
        "due/due.html",
        context,
        event="due.looked",
        children={child.pk for child in children.values()},
        records=[f"clock:{one.clock.pk}" for one in shown],
    )


@require_POST
@signed_in
def hand_back_read(request: HttpRequest, actor: Actor, hand_back_id: uuid.UUID) -> HttpResponse:
    """Say that what was handed back is read."""
    read_hand_back(actor, find_hand_back(actor, hand_back_id))
    return redirect("due")


def asked_in(request: HttpRequest) -> Asked:
    """What the address asks for; what makes no sense is passed over."""
    said = request.GET.get("whose", "")
    whose: Whose = next((one for one in get_args(Whose) if one == said), "mine")
    rule = request.GET.get("rule", "")
    return Asked(whose, rule if rule in rules() else "", request.GET.get("late") == "yes")


def _counts(clocks: QuerySet[Clock]) -> Counts:
    """By rule, how many there are and how many of them are overdue, by the rule's title; one query."""
    rows = clocks.order_by().values_list("rule").annotate(all=Count("pk"), late=Count("pk", filter=overdue()))
    return {rule: (every, late) for rule, every, late in sorted(rows, key=_by_title)}


def _by_title(row: Sequence[Any]) -> str:
    return rules()[row[0]].title


def _paged(clocks: QuerySet[Clock], asked: Asked, counts: Counts, page: str | None) -> Any:
    """The page asked for; how many there are is known from the counts."""
    chosen = Q(rule=asked.rule) if asked.rule else Q()
    paginator = Paginator(clocks.filter(chosen & overdue() if asked.late else chosen), PAGE)
    kept = [counts.get(asked.rule, (0, 0))] if asked.rule else counts.values()
    vars(paginator)["count"] = _sum(kept, late=asked.late)
    return paginator.get_page(page)


def _sum(counts: Iterable[tuple[int, int]], *, late: bool) -> int:
    return sum(overdue if late else every for every, overdue in counts)


def _handed_back(note: HandBack, children: Mapping[uuid.UUID, Person]) -> HandedBack:
    return HandedBack(note, rules()[note.of.rule].title, whom_in_words(note.of, children))


PATHS: Final[list[URLPattern]] = [
    path("due/", due, name="due"),
    path("due/handed-back/<uuid:hand_back_id>/read/", hand_back_read, name="hand_back_read"),
    *one_clock.PATHS,
    *tonight.PATHS,
]
