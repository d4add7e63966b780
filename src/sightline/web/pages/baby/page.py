"""The baby's page, and its chronology on a page of its own, filtered or as it was known on a day."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET
from markupsafe import Markup

from sightline.core import clock
from sightline.core.actors import Actor
from sightline.medicals.policy import may_ask
from sightline.prompts.queries import is_postponed
from sightline.strategy.policy import answers_requests
from sightline.web.forms.record_kinds import RECORDS
from sightline.web.gate import signed_in
from sightline.web.looking import show_looked
from sightline.web.pages.baby.around import around_of, network_rows
from sightline.web.pages.baby.as_of import AsOf
from sightline.web.pages.baby.asking import FOUR, questions_of, shown_and_folded
from sightline.web.pages.baby.changes import LOOKED, changes_of
from sightline.web.pages.baby.family import family_of
from sightline.web.pages.baby.growing import growth_of_page
from sightline.web.pages.baby.header import header_of
from sightline.web.pages.baby.lanes import LISTED, Filters, chronology_of_page
from sightline.web.pages.baby.reading import Reading, read_baby
from sightline.web.pages.baby.saying import say
from sightline.web.pages.baby.unknowns import unknowns_of
from sightline.web.pages.silence import silent_agencies
from sightline.web.pages.whom_to_ring import whom_to_ring
from sightline.web.pictures.care_network import draw_network
from sightline.web.pictures.chronology_lanes import draw_lanes
from sightline.web.pictures.growth_chart import draw_growth, growth_table

DRAW = {
    "lanes": lambda lanes, narrow: Markup(draw_lanes(lanes, f"lanes{narrow:d}-", narrow)),
    "network": lambda family, narrow: Markup(draw_network(family, f"network{narrow:d}-", narrow)),
    "growth": lambda growth, narrow: Markup(draw_growth(growth, f"{growth.method}{narrow:d}-", narrow)),
}


@require_GET
@signed_in
def baby(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """One screen before knocking, then everything below it."""
    reading = read_baby(actor, child_id)
    return show_looked(
        request,
        actor,
        "baby/page.html",
        page_of(reading),
        event=LOOKED,
        children=[reading.child_id],
        records=[f"entry:{line.entry.id}" for line in reading.lines],
    )


def page_of(reading: Reading) -> dict[str, Any]:
    """Everything that the page says."""
    people = around_of(reading)
    changes = changes_of(reading)
    asked, folded = shown_and_folded(questions_of(reading))
    silent = silent_agencies(reading.actor.partnership, reading.today)
    return {
        "baby": reading.baby,
        "header": header_of(reading),
        "asked": asked,
        "folded": folded,
        "postponed": is_postponed(reading.child_id),
        "answers": FOUR,
        "people": people,
        "network": network_rows(people),
        "family": family_of(reading, people),
        "unknowns": unknowns_of(reading, people, silent),
        "changes": changes,
        "chronology": chronology_of_page(reading, Filters(), changes.since),
        "filters": Filters(),
        "listed": LISTED,
        "growth": growth_of_page(reading),
        "growth_table": growth_table,
        "marks": [say(line, reading) for line in reading.of_kind("injury")],
        "records": RECORDS,
        "draw": DRAW,
        "today": reading.today,
        "as_of": None,
        "now": clock.now(),
        "numbers": whom_to_ring(reading.actor.partnership),
        "asks_medical": bool(may_ask(reading.actor)),
        "plans_strategy": answers_requests(reading.actor),
    }


@require_GET
@signed_in
def chronology(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """The whole chronology, filtered, as it is known now or was on a day."""
    asked = AsOf.asked(request.GET, clock.today())
    reading = read_baby(actor, child_id, asked.instant, asked.by)
    filters = Filters.asked(request.GET)
    context = {
        "baby": reading.baby,
        "chronology": chronology_of_page(reading, filters, None),
        "filters": filters,
        "draw": DRAW,
        "today": reading.today,
        "as_of": asked.day,
        "by": asked.by,
        "fault": asked.fault,
        "unborn": asked.before_birth(reading.baby),
        "listed": 10_000,
    }
    return show_looked(
        request,
        actor,
        "baby/chronology_page.html",
        context,
        event="baby.chronology_looked",
        children=[reading.child_id],
        records=[f"entry:{line.entry.id}" for line in reading.lines],
    )


@require_GET
@signed_in
def growth(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """Weight, length and head, each with its chart and its table."""
    reading = read_baby(actor, child_id)
    context = {
        "baby": reading.baby,
        "growth": growth_of_page(reading),
        "growth_table": growth_table,
        "draw": DRAW,
    }
    return show_looked(
        request,
        actor,
        "baby/growth_page.html",
        context,
        event="baby.growth_looked",
        children=[reading.child_id],
        records=[f"entry:{line.entry.id}" for line in reading.of_kind("measurement")],
    )
