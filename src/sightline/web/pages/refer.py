"""Referring a baby, step by step: what is typed is kept at every step, and nothing is sent before `check`."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from sightline.access.scope import babies_seen_by, standing
from sightline.concerns.codes import ADULT_ANSWERS, PARENTS_TOLD, YES_NO_UNKNOWN
from sightline.concerns.drafting import begin_draft, discard_draft, find_draft, keep_typed, send_draft
from sightline.concerns.left_drafts import discard_left_draft, find_left_draft
from sightline.concerns.models import ReferralDraft
from sightline.concerns.written import Written, WrittenAdult, WrittenChild
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError, Unfindable
from sightline.people.models import Person
from sightline.web.forms.referring import STEPS, URGENT, Step, not_known_in
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.baby.around import around_of
from sightline.web.pages.baby.reading import Reading, read_baby
from sightline.web.pages.whom_to_ring import whom_to_ring

ORDER: Final = tuple(STEPS)


class Desk:
    """What lies before somebody who refers: the draft, the baby as they may read it, and the steps."""

    def __init__(self, actor: Actor, draft: ReferralDraft) -> None:
        self.actor, self.draft = actor, draft
        self.reading: Reading = read_baby(actor, standing(draft.child))
        people = {one.id: one for one in around_of(self.reading)}
        self.persons: dict[str, Person] = {key: one.person for key, one in people.items()}
        babies = set(
            babies_seen_by(actor, among=[p.pk for p in self.persons.values()]).values_list("pk", flat=True)
        )
        self.siblings = {key: one.name for key, one in people.items() if one.person.pk in babies}
        self.adults = {
            key: one.name
            for key, one in people.items()
            if key not in self.siblings and one.type not in ("sibling", "half_sibling")
        }

    def form(self, step: str, said: QueryDict | None = None) -> Step:
        """The form of one step, with what was typed now, else what the draft holds."""
        if step not in STEPS:
            raise Unfindable("There is no such page.")
        asked: dict[str, Any] = {"worry": {"siblings": self.siblings}, "day": {"adults": self.adults}}.get(
            step, {}
        )
        kept = self.draft.typed.get(step)
        return STEPS[step](said if said is not None else _as_posted(kept) if kept else None, **asked)

    @property
    def is_urgent(self) -> bool:
        """Whether it is to be sent short, at once."""
        return bool(self.draft.typed.get("worry", {}).get("speed") == [URGENT])

    def wanted(self) -> tuple[str, ...]:
        """The steps without which it cannot be sent."""
        return ORDER[:1] if self.is_urgent else ORDER

    def unfinished(self) -> list[str]:
        """The steps that still lack something."""
        return [
            step for step in self.wanted() if step not in self.draft.typed or not self.form(step).is_valid()
        ]

    def written(self) -> Written:
        """What the finished steps say. An unfinished one says nothing."""
        said: dict[str, Any] = {}
        for step in ORDER:
            form = self.form(step)
            if form.is_bound and form.is_valid():
                said |= form.cleaned_data
        own = WrittenChild(
            self.reading.baby.person,
            said.get("lived_experience", ""),
            said.get("mobility", ""),
            tuple(self._adults(said)),
        )
        others = (WrittenChild(self.persons[key]) for key in said.get("also", ()))
        plain = (
            "worry",
            "safe_now",
            "where_now",
            "call_back",
            "needed",
            "tried",
            "achieved",
            "history",
            "current",
            "parents_told",
            "parents_told_because",
        )
        return Written(
            children=(own, *others),
            is_urgent=said.get("speed") == URGENT,
            is_restricted=bool(said.get("restricted")),
            not_known=not_known_in(said),
            **{name: said.get(name, "") for name in plain},
        )

    def _adults(self, said: dict[str, Any]) -> list[WrittenAdult]:
        known = [
            WrittenAdult(said[f"adult-{key}"], self.persons[key])
            for key in self.adults
            if said.get(f"adult-{key}")
        ]
        added = said.get("somebody_else", "")
        return [*known, WrittenAdult("added", words=added)] if added else known


def _as_posted(kept: dict[str, list[str]]) -> QueryDict:
    posted = QueryDict(mutable=True)
    for name, values in kept.items():
        posted.setlist(name, values)
    return posted


@require_POST
@signed_in
def begin(request: HttpRequest, actor: Actor, child_id: uuid.UUID) -> HttpResponse:
    """Begin a referral, or go on with the one begun before."""
    reading = read_baby(actor, child_id)
    draft = begin_draft(actor, reading.baby.person)
    return redirect(
        "refer_step", draft.pk, next((step for step in ORDER if step not in draft.typed), ORDER[0])
    )


@require_http_methods(["GET", "POST"])
@signed_in
def step(request: HttpRequest, actor: Actor, draft_id: uuid.UUID, step_name: str) -> HttpResponse:
    """One step. What is typed is kept in the draft, right or wrong; the next step comes when it is right."""
    draft = find_draft(actor, draft_id)
    if draft.sent_as is not None:
        return redirect("referral_sent", draft.sent_as)
    desk = Desk(actor, draft)
    said = typed(request)
    form = desk.form(step_name, said)
    if request.method == "POST":
        _keep(actor, desk, step_name, request.POST)
        if form.is_valid():
            return _onward(desk, step_name)
    place = ORDER.index(step_name)
    context = {"form": form, "step": step_name, "number": place + 1, "back": ORDER[:place][-1:]}
    return _page(request, desk, "pages/refer_step.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def check(request: HttpRequest, actor: Actor, draft_id: uuid.UUID) -> HttpResponse:
    """Everything in one place, with a way back to each answer; sending it sends it once."""
    draft = find_draft(actor, draft_id)
    if draft.sent_as is not None:
        return redirect("referral_sent", draft.sent_as)
    desk = Desk(actor, draft)
    fault = ""
    if request.method == "POST" and not desk.unfinished():
        try:
            return redirect("referral_sent", send_draft(actor, draft, desk.written()).pk)
        except SightlineError as error:
            fault = str(error)
    context = {
        "written": desk.written(),
        "unfinished": desk.unfinished(),
        "fault": fault,
        "titles": STEPS,
        "safe_now": YES_NO_UNKNOWN,
        "parents_told": PARENTS_TOLD,
        "adult_answers": ADULT_ANSWERS,
    }
    return _page(request, desk, "pages/refer_check.html", context)


@require_POST
@signed_in
def discard(request: HttpRequest, actor: Actor, draft_id: uuid.UUID) -> HttpResponse:
    """Throw one's own draft away and go back to the baby; a manager one that was left, with a reason."""
    if "because" in request.POST:
        discard_left_draft(actor, find_left_draft(actor, draft_id), request.POST["because"][:300])
        return redirect("referrals")
    draft = find_draft(actor, draft_id)
    if draft.sent_as is not None:
        return redirect("referral_sent", draft.sent_as)
    discard_draft(actor, draft)
    return redirect("baby", standing(draft.child))


def _keep(actor: Actor, desk: Desk, name: str, posted: QueryDict) -> None:
    answers = {key: posted.getlist(key) for key in posted if key in desk.form(name).fields}
    risk = "no" in answers.get("safe_now", []) or URGENT in answers.get("speed", [])
    if name != "worry":
        risk = desk.is_urgent or desk.draft.typed.get("worry", {}).get("safe_now") == ["no"]
    desk.draft = keep_typed(actor, desk.draft, name, answers, risk)


def _onward(desk: Desk, name: str) -> HttpResponse:
    """To the next step; after the last, or after the only one of an urgent referral, to look it through."""
    if name == ORDER[-1] or desk.is_urgent:
        return redirect("refer_check", desk.draft.pk)
    return redirect("refer_step", desk.draft.pk, ORDER[ORDER.index(name) + 1])


def _page(request: HttpRequest, desk: Desk, template: str, context: dict[str, Any]) -> HttpResponse:
    child = desk.reading.baby
    full = context | {
        "baby": child,
        "draft": desk.draft,
        "steps": len(ORDER),
        "urgent": desk.is_urgent,
        "numbers": whom_to_ring(desk.actor.partnership),
    }
    return show_looked(
        request,
        desk.actor,
        template,
        full,
        event="referral_draft.looked",
        children=[child.pk],
        records=[f"referral_draft:{desk.draft.pk}"],
    )
