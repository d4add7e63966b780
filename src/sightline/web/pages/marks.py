"""A mark on a baby who is not mobile: the list, choosing the place on the body map, writing it down."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any, Final
from urllib.parse import quote

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.scope import find_open, standing
from sightline.chronology.kinds import Injury
from sightline.chronology.queries import Line
from sightline.core import clock, ids
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.marks.leaflets import languages, leaflet
from sightline.marks.mobility import definition_on
from sightline.marks.models import Sighting
from sightline.marks.observing import add_mark, observe
from sightline.marks.policy import may_add_mark
from sightline.marks.queries import find_sighting, marks_before, of_baby, shown_marks
from sightline.marks.regions import by_group, regions
from sightline.marks.steps import OVER
from sightline.marks.wording import mark_words
from sightline.marks.written import SeenMark, Sighted
from sightline.people.models import Person
from sightline.web.forms.marks import OneMark, Seeing
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show, show_looked
from sightline.web.pages.baby.around import Around, around_of
from sightline.web.pages.baby.reading import Reading, read_baby
from sightline.web.pages.mark_one import mark
from sightline.web.pages.mark_steps import refer_mark, step
from sightline.web.pages.whom_to_ring import whom_to_ring
from sightline.web.pictures.body_map import body_map

PAGE: Final = 25
CHILDREN: Final = ("sibling", "half_sibling")
YOUNG: Final = dt.timedelta(days=6 * 366)


@require_GET
@signed_in
def marks(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is before the actor, the open ones first."""
    listed = Paginator(marks_before(actor), PAGE).get_page(request.GET.get("page"))
    rows = [(one, [mark_words(shown) for shown in shown_marks(one)], one.state in OVER) for one in listed]
    context = {"rows": rows, "listed": listed, "numbers": whom_to_ring(actor.partnership)}
    return show_looked(
        request,
        actor,
        "marks/marks.html",
        context,
        event="marks.looked",
        children=sorted({one.child_id for one in listed}),
        records=[f"mark:{one.pk}" for one in listed],
    )


@require_http_methods(["GET", "POST"])
@signed_in
def begin(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """Choose the place on the body map; then say what was seen there, and save it."""
    region = _region(request)
    if not region:
        baby = find_open(actor, child_id)
        return _choose(request, actor, baby.person, of_baby(actor, baby.pk))
    reading = read_baby(actor, child_id)
    held = _recorded(request, actor, reading)
    around = {one.id: one for one in around_of(reading)}
    people = {key: one.name for key, one in around.items() if one.type not in CHILDREN}
    form = Seeing(typed(request), people=people, initial=_as_recorded(held))
    if request.method == "POST":
        kept = request.session.get("marks_saved", {}).get(request.POST.get("draft") or "none")
        if kept:
            return redirect("mark", kept)
        if form.is_valid() and (made := _save(actor, reading, form, region, around, held)):
            _remember(request, made)
            return redirect("mark", made.pk)
    address = reverse("mark_begin", args=[child_id])
    return _write(request, actor, reading.baby.person, form, region, address)


@require_http_methods(["GET", "POST"])
@signed_in
def another(request: HttpRequest, actor: Actor, sighting_id: uuid.UUID) -> HttpResponse:
    """Another mark that was seen at the same time: the place, then what it is."""
    sighting = find_sighting(actor, sighting_id)
    region = _region(request)
    decision = may_add_mark(actor, sighting, SeenMark(region))
    if not decision:
        raise Refused("You cannot add a mark.", why=decision.because)
    if not region:
        return _choose(request, actor, sighting.child, [], [one.region for one in sighting.marks.all()])
    form = OneMark(typed(request))
    if request.method == "POST" and form.is_valid() and _added(actor, sighting, form, region):
        return redirect("mark", sighting.pk)
    return _write(request, actor, sighting.child, form, region, reverse("mark_another", args=[sighting.pk]))


@require_GET
def leaflet_page(request: HttpRequest) -> HttpResponse:
    """The leaflet for parents, to read and to print. It tells of no child, and asks nobody to sign in."""
    chosen = leaflet(request.GET.get("language", ""))
    return show(request, "marks/leaflet.html", {"leaflet": chosen, "languages": languages()})


def _region(request: HttpRequest) -> str:
    chosen = request.POST.get("region") or request.GET.get("region", "")
    return chosen if chosen in regions() else ""


def _recorded(request: HttpRequest, actor: Actor, reading: Reading) -> Line | None:
    """The injury of the actor's agency that was recorded just before and leads here; None for a new one."""
    asked = request.GET.get("entry", "")
    own = (line for line in reading.of_kind("injury") if line.entry.agency_id == actor.agency_id)
    return next((line for line in own if asked in _versions(line)), None)


def _versions(line: Line) -> set[str]:
    """What its address may be called by: an entry that was put right since is the same one."""
    return {str(line.entry.pk), str(line.entry.root_id), *(str(one.entry.pk) for one in line.versions)}


def _as_recorded(held: Line | None) -> dict[str, Any]:
    """What was recorded already, so that nobody types it twice."""
    if held is None or not isinstance(held.detail, Injury):
        return {}
    said = held.detail
    return {
        "injury": said.injury,
        "patterned": "" if said.patterned is None else "yes" if said.patterned else "no",
        "explanation": said.explanation or "",
        "explanation_fits": said.explanation_fits or "",
        "on": held.entry.happened_to or clock.today(),
    }


def _save(
    actor: Actor,
    reading: Reading,
    form: Seeing,
    region: str,
    around: dict[str, Around],
    held: Line | None,
) -> Sighting | None:
    said = form.cleaned_data
    seen_at = form.instant("on", "at")
    assert seen_at is not None
    sighted = Sighted(
        mark=replace(form.seen_mark(region), entry=held.entry if held else None),
        seen_at=seen_at,
        seen_first_by=said["seen_first_by"],
        mobility=form.mobility(),
        skin_seen=said["skin_seen"],
        skin_tone=said["skin_tone"],
        delay=said["delay"],
        delay_words=said["delay_words"],
        carers=tuple(around[key].person for key in said.get("carers", ())),
        carer_words=said["carer_words"],
        others=tuple(_young_children(around.values())),
        other_words=tuple(said["other_children"].splitlines()),
    )
    try:
        return observe(actor, reading.baby.person, sighted)
    except SightlineError as error:
        form.add_error(None, str(error))
        return None


def _young_children(around: Any) -> list[Person]:
    """The brothers and sisters of the record, but those known to be six or older."""
    oldest = clock.today() - YOUNG
    return [
        one.person
        for one in around
        if one.type in CHILDREN and not (one.person.born_to and one.person.born_to < oldest)
    ]


def _added(actor: Actor, sighting: Sighting, form: OneMark, region: str) -> bool:
    try:
        add_mark(actor, sighting, form.seen_mark(region))
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _remember(request: HttpRequest, made: Sighting) -> None:
    """So that the same form sent twice is saved once."""
    kept = dict(list(request.session.get("marks_saved", {}).items())[-9:])
    request.session["marks_saved"] = kept | {request.POST.get("draft", ""): str(made.pk)}


def _choose(
    request: HttpRequest, actor: Actor, child: Person, before: list[Sighting], marked: list[str] | None = None
) -> HttpResponse:
    entry = request.GET.get("entry", "")
    also = f"&entry={quote(entry)}" if entry else ""
    context = {
        "entry": entry,
        "child": child,
        "baby_id": standing(child),
        "groups": by_group(),
        "drawings": body_map(marked or [], prefix="map", link=lambda key: f"?region={key}{also}"),
        "open": [one for one in before if one.state not in OVER],
        "numbers": whom_to_ring(actor.partnership),
        "definition": definition_on(clock.today()),
        "wrong": "region" in request.GET,
    }
    return show_looked(
        request, actor, "marks/choose.html", context, event="mark_form.looked", children=[standing(child)]
    )


def _write(
    request: HttpRequest, actor: Actor, child: Person, form: OneMark, region: str, address: str
) -> HttpResponse:
    entry = request.GET.get("entry", "")
    context = {
        "also": f"&entry={quote(entry)}" if entry else "",
        "child": child,
        "form": form,
        "region": regions()[region],
        "address": address,
        "drawings": body_map([region], prefix="chosen", only_marked=True),
        "numbers": whom_to_ring(actor.partnership),
        "draft": request.POST.get("draft") or str(ids.new_id()),
        "kept": request.method == "GET" and form.is_bound,
    }
    return show_looked(
        request, actor, "marks/write.html", context, event="mark_form.looked", children=[standing(child)]
    )


PATHS: Final[list[URLPattern]] = [
    path("marks/", marks, name="marks"),
    path("babies/<uuid:child_id>/marks/new/", begin, name="mark_begin"),
    path("marks/<uuid:sighting_id>/", mark, name="mark"),
    path("marks/<uuid:sighting_id>/another/", another, name="mark_another"),
    path("marks/<uuid:sighting_id>/refer/", refer_mark, name="mark_refer"),
    path("marks/<uuid:sighting_id>/<slug:deed>/", step, name="mark_step"),
    path("leaflets/marks/", leaflet_page, name="mark_leaflet"),
]
