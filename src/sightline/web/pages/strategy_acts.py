"""One request, one discussion, and every act on them: a form on its own page, then back."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods

from sightline.access.scope import may_open, standing, unfindable
from sightline.challenge.statement import reads_of, statement
from sightline.clocks.queries import of_process
from sightline.core.actors import Actor
from sightline.core.decisions import Decision
from sightline.core.errors import Refused, SightlineError
from sightline.core.steps import Overtaken
from sightline.sharing.queries import identity_of
from sightline.strategy import answering, holding, policy, requesting
from sightline.strategy.codes import CASES
from sightline.strategy.minimum import minimum
from sightline.strategy.models import Discussion, StrategyAction, StrategyRequest
from sightline.strategy.queries import find_action, find_discussion, find_request
from sightline.web.forms import strategy as forms
from sightline.web.gate import signed_in
from sightline.web.locking import typed
from sightline.web.looking import show_looked
from sightline.web.pages.places import leads_to

Row = StrategyRequest | Discussion | StrategyAction


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do: its title, its form, in which states and by whom, and what does it."""

    slug: str
    title: str
    button: str
    form: Callable[..., Any]
    states: tuple[str, ...]
    who: Callable[[Actor, Any], Decision]
    do: Callable[[Actor, Any, Any], object]
    note: str = ""

    def is_open(self, actor: Actor, row: Row) -> bool:
        """Whether the actor may do it now."""
        return row.state in self.states and bool(self.who(actor, row))


def _answers(actor: Actor, one: StrategyRequest) -> Decision:
    return policy.answers_for(actor, one.to_agency, one)


def _asker(actor: Actor, one: StrategyRequest) -> Decision:
    return policy.may_withdraw_request(actor, one, "")


def _manager(actor: Actor, one: Discussion) -> Decision:
    return policy.may_decide_enquiry(actor, one, "", "")


def _took_on(actor: Actor, one: StrategyAction) -> Decision:
    return policy.may_close_action(actor, one, "", "")


OF_A_REQUEST: Final = (
    Act("agree", "Agree, and say when", "Agree, and tell whoever asked", forms.Plan, ("asked", "refused"),
        _answers, lambda actor, one, form: answering.agree(actor, one, form.said())),
    Act("refuse", "Refuse, with reasons", "Refuse, and tell whoever asked", forms.Refuse, ("asked",),
        _answers, lambda actor, one, form: answering.refuse_request(actor, one, **form.cleaned_data),
        "Whoever asked reads both answers, and is offered a challenge."),
    Act("take-back", "Take the request back", "Take it back", forms.Because, ("asked",), _asker,
        lambda actor, one, form: requesting.withdraw_request(actor, one, form.cleaned_data["because"])),
)  # fmt: skip
OF_A_DISCUSSION: Final = (
    Act("invite", "Ask somebody to take part", "Ask them", forms.Invite, ("planned",), policy.holds,
        lambda actor, one, form: holding.invite(actor, one, form.said())),
    Act("hold", "Record that it was held", "Save who came and what was decided", forms.Hold, ("planned",),
        policy.holds, lambda actor, one, form: holding.hold(actor, one, form.said())),
    Act("share", "Write down what an agency told", "Save it", forms.Share, holding.OPEN, policy.holds,
        lambda actor, one, form: holding.write_shared(actor, one, **form.cleaned_data),
        "Those who took part read it. It is kept apart from the baby’s page."),
    Act("act", "Write down an action", "Save the action", forms.Act, holding.OPEN, policy.holds,
        lambda actor, one, form: holding.add_action(actor, one, form.said())),
    Act("call-off", "Call it off", "Call it off, and tell whoever asked", forms.CallOff, ("planned",),
        policy.holds, lambda actor, one, form: answering.call_off(actor, one, **form.cleaned_data),
        "A discussion that was asked for and is called off counts as refused."),
    Act("enquiry", "Decide on a section 47 enquiry", "Save the decision", forms.Decide, ("held",), _manager,
        lambda actor, one, form: holding.decide_enquiry(actor, one, **form.cleaned_data),
        "It is social care’s own decision. Nothing starts by itself. Starting it starts the clock of the "
        "conference."),
)  # fmt: skip
OF_AN_ACTION: Final = Act(
    "action", "Say what came of an action", "Save it", forms.CloseAction, ("open",), _took_on,
    lambda actor, one, form: holding.close_action(actor, one, **form.cleaned_data),
)  # fmt: skip
NEEDS_DISCUSSION: Final = (forms.Invite, forms.Hold, forms.Act)


@require_GET
@signed_in
def request_page(request: HttpRequest, actor: Actor, request_id: uuid.UUID) -> HttpResponse:
    """One request: what was asked, what was answered, and what may be done."""
    one = find_request(actor, request_id)
    context = {
        "one": one,
        "who": identity_of(actor, one.child),
        "acts": [each for each in OF_A_REQUEST if each.is_open(actor, one)],
        "due": of_process(requesting.PROCESS, one.pk),
        "discussions": list(one.discussions.order_by("planned_for")) if _sees(actor, one) else [],
        "opens": bool(may_open(actor, standing(one.child))),
        "is_asker": one.from_agency_id == actor.agency_id,
        "page": standing(one.child),
    }
    return _show(request, actor, "strategy/request.html", context, one, "strategy_request.looked")


def _sees(actor: Actor, one: StrategyRequest) -> bool:
    return one.to_agency_id == actor.agency_id


@require_GET
@signed_in
def discussion_page(request: HttpRequest, actor: Actor, discussion_id: uuid.UUID) -> HttpResponse:
    """One discussion: who is asked and came, what was shared and decided, who does what by when."""
    one = find_discussion(actor, discussion_id)
    attendees = list(one.attendees.select_related("agency").order_by("id"))
    came = [each.part for each in attendees if one.state == "planned" or each.attendance == "present"]
    actions = list(one.actions.select_related("agency").order_by("due_on", "id"))
    context = {
        "one": one,
        "who": identity_of(actor, one.child),
        "acts": [each for each in OF_A_DISCUSSION if each.is_open(actor, one)],
        "attendees": attendees,
        "lacking": minimum().missing(came, one.cases) if one.state == "planned" else [],
        "cases": [CASES[case] for case in one.cases],
        "shared": list(one.shared.select_related("written_by").order_by("at")),
        "actions": [(each, OF_AN_ACTION.is_open(actor, each)) for each in actions],
        "dissents": list(one.dissents.order_by("id")),
        "due": of_process(answering.DISCUSSED, one.pk),
        "opens": bool(may_open(actor, standing(one.child))),
        "page": standing(one.child),
        "minimum": minimum(),
        "invites": statement(),
        "reads": reads_of(actor, answering.DISCUSSED, one.pk),
    }
    return _show(request, actor, "strategy/discussion.html", context, one, "strategy_discussion.looked")


@require_http_methods(["GET", "POST"])
@signed_in
def act_on_request(
    request: HttpRequest, actor: Actor, request_id: uuid.UUID, answer_name: str
) -> HttpResponse:
    """One act on a request."""
    one = find_request(actor, request_id)
    todo = _named(actor, answer_name, OF_A_REQUEST, "strategy_request.looked")
    return _act(request, actor, one, todo, ("strategy_request", one.pk), "strategy_request.looked")


@require_http_methods(["GET", "POST"])
@signed_in
def act_on_discussion(
    request: HttpRequest, actor: Actor, discussion_id: uuid.UUID, step_of_it: str
) -> HttpResponse:
    """One act on a discussion."""
    one = find_discussion(actor, discussion_id)
    todo = _named(actor, step_of_it, OF_A_DISCUSSION, "strategy_discussion.looked")
    return _act(request, actor, one, todo, ("strategy_discussion", one.pk), "strategy_discussion.looked")


@require_http_methods(["GET", "POST"])
@signed_in
def act_on_action(request: HttpRequest, actor: Actor, action_id: uuid.UUID) -> HttpResponse:
    """What came of an action."""
    one = find_action(actor, action_id)
    back = ("strategy_discussion", one.discussion_id)
    return _act(request, actor, one, OF_AN_ACTION, back, "strategy_discussion.looked")


def _named(actor: Actor, act_name: str, acts: tuple[Act, ...], event: str) -> Act:
    """The act of that name. Raises Unfindable for none."""
    found = next((one for one in acts if one.slug == act_name), None)
    if found is None:
        raise unfindable(actor, event)
    return found


def _act(
    request: HttpRequest, actor: Actor, one: Row, todo: Act, back: tuple[str, uuid.UUID], event: str
) -> HttpResponse:
    decision = todo.who(actor, one)
    if not decision:
        raise Refused("You cannot do this.", why=decision.because)
    if request.method == "GET" and one.state not in todo.states:
        raise Overtaken(
            f"It is now: {one.get_state_display().lower()}.", next_step="Go back and open it again."
        )
    form = _form(request, one, todo)
    if request.method == "POST" and form.is_valid() and _done(actor, one, todo, form):
        return redirect(*back)
    child = one.discussion.child if isinstance(one, StrategyAction) else one.child
    context = {
        "one": one,
        "act": todo,
        "form": form,
        "who": identity_of(actor, child),
        "back": back,
        "kept": request.method == "GET" and form.is_bound,
    }
    return _show(request, actor, "strategy/act.html", context, one, event)


def _form(request: HttpRequest, one: Row, todo: Act) -> Any:
    more: dict[str, Any] = {"discussion": one} if todo.form in NEEDS_DISCUSSION else {}
    if todo.form is forms.Hold:
        more["initial"] = forms.Hold.begun()
    return todo.form(typed(request), **more)


def _done(actor: Actor, one: Row, todo: Act, form: Any) -> bool:
    try:
        todo.do(actor, one, form)
    except Refused:
        raise
    except SightlineError as error:
        form.add_error(None, str(error))
        return False
    return True


def _show(
    request: HttpRequest, actor: Actor, template: str, context: dict[str, Any], one: Row, event: str
) -> HttpResponse:
    about = one.discussion if isinstance(one, StrategyAction) else one
    return show_looked(
        request,
        actor,
        template,
        context,
        event=event,
        children=[standing(about.child)],
        records=[f"{event.removesuffix('.looked')}:{about.pk}"],
    )


leads_to(requesting.PROCESS, "strategy_request")
leads_to(answering.DISCUSSED, "strategy_discussion")

PATHS: Final[list[URLPattern]] = [
    path("strategy/requests/<uuid:request_id>/", request_page, name="strategy_request"),
    path("strategy/discussions/<uuid:discussion_id>/", discussion_page, name="strategy_discussion"),
    path("strategy/actions/<uuid:action_id>/", act_on_action, name="strategy_action"),
    path(
        "strategy/requests/<uuid:request_id>/<slug:answer_name>/",
        act_on_request,
        name="strategy_request_act",
    ),
    path(
        "strategy/discussions/<uuid:discussion_id>/<slug:step_of_it>/",
        act_on_discussion,
        name="strategy_discussion_act",
    ),
]
