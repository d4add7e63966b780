"""What an agency is asked, for whoever answers for it; and the same request, for the front door."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.scope import may_open, standing
from sightline.chronology.lines import Line
from sightline.chronology.models import Entry, details_of
from sightline.clocks.queries import of_process
from sightline.core import clock, ledger
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.sharing.answering import answer_request, enter_telephone_answer
from sightline.sharing.asking import PROCESS
from sightline.sharing.codes import REACHED_BY, VIA, WHO_RANG
from sightline.sharing.models import Answer, InformationRequest, PassedOn
from sightline.sharing.passing import offered_entries
from sightline.sharing.policy import answers_for, is_door, speaks_for_agency
from sightline.sharing.queries import asked_of, find_request, identity_of, waited_for
from sightline.sharing.routine import Routine, policy, routine_for
from sightline.sharing.said import missing_call, missing_in
from sightline.web.forms.sharing import Answering, AnsweringByTelephone
from sightline.web.forms.sharing_decisions import Chasing, Stopping
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show
from sightline.web.telling import tell
from sightline.web.words import span

PAGE: Final = 25


@require_GET
@signed_in
def asked(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What the actor's agency is asked and has to answer; what the actor's front door waits for."""
    pages = request.GET
    waiting = Paginator(asked_of(actor).filter(state="asked"), PAGE).get_page(pages.get("waits"))
    done = asked_of(actor).exclude(state="asked").order_by("-asked_at", "-id")
    listed = Paginator(done, PAGE).get_page(pages.get("page"))
    waited = Paginator(waited_for(actor), PAGE).get_page(pages.get("silent"))
    context = {
        "waiting": waiting,
        "listed": listed,
        "waited": waited,
        "speaks": speaks_for_agency(actor),
        "now": clock.now(),
    }
    shown = [*waiting, *listed, *waited]
    return _look(request, actor, "sharing/asked.html", context, shown, event="information_requests.looked")


@require_http_methods(["GET", "POST"])
@signed_in
def information_request(request: HttpRequest, actor: Actor, asked_id: uuid.UUID) -> HttpResponse:
    """One request. The agency asked answers it here; the front door reads the answer, or chases it."""
    asked = find_request(actor, asked_id)
    if not answers_for(actor, asked):
        _refuse_post(request)
        return request_page(request, actor, asked)
    lines = offered_entries(actor, asked)
    form = _answering(request, actor, asked, lines)
    if request.method == "POST" and form.is_valid() and _answered(actor, asked, form, lines):
        return redirect("information_request", asked.pk)
    return request_page(request, actor, asked, answering=form)


@require_http_methods(["GET", "POST"])
@signed_in
def telephone(request: HttpRequest, actor: Actor, asked_id: uuid.UUID) -> HttpResponse:
    """An answer given on the telephone, entered by the front door in the agency's name."""
    asked = find_request(actor, asked_id)
    decision = is_door(actor, asked.of)
    if not decision:
        raise Refused("You cannot enter this answer.", why=decision.because)
    form = AnsweringByTelephone(typed(request), systems=systems_of(asked))
    if request.method == "POST" and form.is_valid() and _entered(actor, asked, form):
        return redirect("information_request", asked.pk)
    context = {"asked": asked, "form": form, "routine": routine_of(asked)}
    return _look(request, actor, "sharing/telephone.html", context, [asked])


def request_page(
    request: HttpRequest,
    actor: Actor,
    asked: InformationRequest,
    *,
    answering: Answering | None = None,
    chasing: Chasing | None = None,
    stopping: Stopping | None = None,
) -> HttpResponse:
    """The page; with the form that was not right, as it was typed."""
    is_open, door = asked.state == "asked", bool(is_door(actor, asked.of))
    answer: Answer | None = getattr(asked, "answer", None)
    whom = identity_of(actor, asked.child) if is_open or door else None
    context = {
        "asked": asked,
        "whom": whom,
        "name": asked.child.name,
        "adults": [one.person.name if one.person else one.words for one in _adults(asked)],
        "due": of_process(PROCESS, asked.pk),
        "is_open": is_open,
        "answer": answer,
        "passed": told_entries(answer) if answer else [],
        "via": VIA[answer.via] if answer else "",
        "who_rang": WHO_RANG.get(answer.who_rang, "") if answer else "",
        "chases": list(asked.chases.select_related("by").order_by("at")),
        "links": list(asked.links.order_by("-sent_at")) if door else [],
        "reached": REACHED_BY[asked.reached_by],
        "door": door,
        "may_pass_on": _may_pass_on(door, answer, asked),
        "passed_on": bool(answer and answer.share_decisions.filter(recipient=_sender(asked)).exists()),
        "form": answering if answering and (is_open or answering.is_bound) else None,
        "routine": routine_of(asked),
        "chasing": chasing or Chasing(),
        "stopping": stopping or Stopping(),
    }
    return _look(request, actor, "sharing/request.html", context, [asked])


def routine_of(asked: InformationRequest) -> Routine:
    """What a routine reply by the agency is filled with today."""
    return routine_for("given", asked.agency.sector, clock.today())


def systems_of(asked: InformationRequest) -> tuple[str, ...]:
    """The systems in which an agency of that sector looks."""
    return policy().sources[asked.agency.sector].systems


def told_entries(answer: Answer) -> list[tuple[str, str, str]]:
    """The entries that an answer passed on: when, what, and the note, as they stood then."""
    rows = PassedOn.unscoped.filter(decision__answer=answer).select_related("entry__about__person")
    entries = {row.entry_id: row.entry for row in rows.order_by("entry__happened_to", "entry_id")}
    details = details_of(list(entries.values()))
    return [
        (_when(one), tell(details[one.pk], {"about": (one.about.person.name,)}).text, one.note)
        for one in entries.values()
    ]


def _refuse_post(request: HttpRequest) -> None:
    if request.method == "POST":
        raise Refused(
            "You cannot answer this request.",
            why="Only the agency asked answers, or who covers for its lead.",
        )


def _answering(request: HttpRequest, actor: Actor, asked: InformationRequest, lines: list[Line]) -> Answering:
    return Answering(
        typed(request),
        systems=systems_of(asked),
        entries={str(line.entry.pk): _offer(line) for line in lines},
        initial={"looked_by": actor.name},
    )


def _offer(line: Line) -> str:
    told = tell(line.detail, {"about": (line.about.name,)}) if line.detail else None
    return f"{_when(line.entry)}: {told.text if told else line.entry.get_kind_display()}"


def _when(entry: Entry) -> str:
    return span(entry.happened_from, entry.happened_to, entry.precision)


def _answered(actor: Actor, asked: InformationRequest, form: Answering, lines: list[Line]) -> bool:
    said = form.said({str(line.entry.pk): line.entry for line in lines})
    if gaps := missing_in(said):
        form.put(gaps)
        return False
    try:
        answer_request(actor, asked, said)
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _entered(actor: Actor, asked: InformationRequest, form: AnsweringByTelephone) -> bool:
    said, call = form.said(), form.call()
    if gaps := missing_in(said) | missing_call(call):
        form.put(gaps)
        return False
    try:
        enter_telephone_answer(actor, asked, said, call)
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _adults(asked: InformationRequest) -> list[Any]:
    return list(asked.adults.select_related("person").order_by("id"))


def _sender(asked: InformationRequest) -> uuid.UUID:
    return asked.of.referral.from_agency_id


def _may_pass_on(door: bool, answer: Answer | None, asked: InformationRequest) -> bool:
    told = answer is not None and answer.kind in ("given", "nil_known") and answer.sensitivity != "sealed"
    return door and told and asked.agency_id != _sender(asked)


def _look(
    request: HttpRequest,
    actor: Actor,
    template: str,
    context: dict[str, Any],
    shown: list[InformationRequest],
    *,
    event: str = "information_request.looked",
) -> HttpResponse:
    """The page, traced. Being asked opens no child's page: the frame leads there only where it opens."""
    [child] = {standing(one.child) for one in shown} if len(shown) == 1 else [None]
    opens = child if child is not None and may_open(actor, child) else None
    response = show(request, template, context | {"opens": opens}, child=opens)
    ledger.looked(
        actor,
        event,
        [f"information_request:{one.pk}" for one in shown],
        [str(one.child_id) for one in shown],
    )
    return response
