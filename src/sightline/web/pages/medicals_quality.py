"""Quality assurance of an agency's medicals, and the partnership's counts."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, Final

from dateutil.relativedelta import relativedelta
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.scope import standing
from sightline.agencies.models import Agency, Partnership
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.medicals.codes import NOT_A_CLEARANCE, QUESTIONS, REVIEWED
from sightline.medicals.measures import measure
from sightline.medicals.policy import EXAMINER, is_second, may_count
from sightline.medicals.queries import examining_agencies, find_sampled, sampled_seen_by, samples_seen_by
from sightline.medicals.rules import rules_on
from sightline.medicals.sampling import agreement, draw_sample, review_medical
from sightline.web.forms.fields import Pick
from sightline.web.forms.form import Form
from sightline.web.forms.medicals import ReviewForm
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked

MONTHS: Final = 12
YEARS: Final = 5


class Draw(Form):
    """Which month is sampled."""

    not_done = "No sample is drawn yet"

    month = Pick("Which month?", {}, missing="Choose a month")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["month"]
        assert isinstance(field, Pick)
        this = clock.today().replace(day=1)
        months = [this - relativedelta(months=back) for back in range(1, MONTHS + 1)]
        field.choices = [("", "Choose"), *((one.isoformat(), f"{one:%B %Y}") for one in months)]


@require_http_methods(["GET", "POST"])
@signed_in
def quality(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The samples of the actor's agency, who reads each, and how often they agreed."""
    if actor.role not in (EXAMINER, "safeguarding_lead") or actor.agency_id is None:
        raise Refused("You cannot open this.", why="It is for examiners and the safeguarding lead.")
    agency = Agency.unscoped.select_related("partnership").get(pk=actor.agency_id)
    form = Draw(typed(request))
    if request.method == "POST" and form.is_valid() and _drawn(actor, agency, form):
        return redirect("medical_quality")
    mine = list(sampled_seen_by(actor))
    samples = [
        (one, agreement(one), [each for each in mine if each.sample_id == one.pk])
        for one in samples_seen_by(actor)
    ]
    context = {
        "form": form,
        "samples": samples,
        "rule": rules_on(agency.partnership.code, clock.today()),
        "questions": QUESTIONS,
        "answers": REVIEWED,
        "examines": actor.role == EXAMINER,
        "reviews": {each.pk for each in mine if is_second(actor, each)},
    }
    return show_looked(
        request,
        actor,
        "medicals/quality.html",
        context,
        event="medical_samples.looked",
        children={standing(each.medical.child) for each in mine},
        records=[f"medical:{each.medical_id}" for each in mine],
    )


def _drawn(actor: Actor, agency: Agency, form: Draw) -> bool:
    try:
        draw_sample(actor, agency, dt.date.fromisoformat(form.cleaned_data["month"]))
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


@require_http_methods(["GET", "POST"])
@signed_in
def review(request: HttpRequest, actor: Actor, sampled_id: uuid.UUID) -> HttpResponse:
    """One sampled medical, as its second paediatrician reads it."""
    sampled = find_sampled(actor, sampled_id)
    decision = is_second(actor, sampled)
    kept = getattr(sampled, "review", None)
    if not decision and kept is None:
        raise Refused("You cannot review this.", why=decision.because)
    form = ReviewForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            review_medical(actor, sampled, form.said())
            return redirect("medical_quality")
        except SightlineError as error:
            form.add_error(None, str(error))
    one = sampled.medical
    context = {
        "sampled": sampled,
        "one": one,
        "review": kept,
        "form": form,
        "examination": one.examination,
        "opinions": list(one.opinions.select_related("by").order_by("at", "id")),
        "told": list(one.told.order_by("at", "id")),
        "answered": [(words, getattr(kept, f"get_{name}_display")()) for name, words in QUESTIONS.items()]
        if kept
        else [],
        "not_a_clearance": NOT_A_CLEARANCE,
    }
    return show_looked(
        request,
        actor,
        "medicals/review.html",
        context,
        event="medical_sample.looked",
        children=[standing(one.child)],
        records=[f"medical:{one.pk}"],
    )


@require_GET
@signed_in
def counts(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The counts of a whole year, of the partnership or of one agency's examiners. No child is named."""
    decision = may_count(actor)
    if not decision:
        raise Refused("You cannot open this.", why=decision.because)
    partnership = Partnership.unscoped.get(code=actor.partnership)
    agencies = {str(one.pk): one for one in examining_agencies(partnership)}
    agency = agencies.get(request.GET.get("agency", ""))
    this = clock.today().year
    asked = request.GET.get("year", "")
    year = int(asked) if asked in {str(this - back) for back in range(YEARS)} else this
    context = {
        "measured": measure(partnership, year, agency),
        "partnership": partnership,
        "agencies": agencies.values(),
        "agency": agency,
        "year": year,
        "years": range(this, this - YEARS, -1),
    }
    return show_looked(request, actor, "medicals/counts.html", context, event="medicals.counted")


PATHS: Final[list[URLPattern]] = [
    path("medicals/quality/", quality, name="medical_quality"),
    path("medicals/quality/<uuid:sampled_id>/", review, name="medical_review"),
    path("medicals/counts/", counts, name="medical_counts"),
]
