"""Children's social care answers a request: agreed, with a day and a place, or refused with reasons."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sightline.access.telling import tell
from sightline.agencies.models import Agency, Professional, professional_id
from sightline.chronology import kinds as said
from sightline.chronology.actions.outcomes import latest_of, state_outcome
from sightline.clocks.running import Owner, meet_clock, start_clock, stop_clock
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.core.unit import current
from sightline.people.models import Baby, Person
from sightline.strategy.codes import CASES
from sightline.strategy.models import Attendee, Discussion, StrategyRequest
from sightline.strategy.policy import may_agree, may_call_off, may_plan, may_refuse
from sightline.strategy.requesting import PROCESS, note
from sightline.strategy.steps import DISCUSSION, REQUEST
from sightline.strategy.written import Planning

DISCUSSED: Final = "strategy_discussion"
"""The process of a discussion, apart from that of the request."""


@action("strategy.agreed", may=may_agree)
def agree(actor: Actor, request: StrategyRequest, planning: Planning) -> Discussion:
    """Agree to hold a discussion, when and how; whoever asked is invited and told.

    Raises SightlineError for a plan without a place, or in the past; Overtaken when it was answered.
    """
    _refuse_plan(planning)
    # Why it was refused before, if it was, stays to be read.
    _decided(actor, request, "agree")
    made = _planned(actor, request.child, request.to_agency, request.why, planning)
    made.request, made.referral = request, request.referral
    made.save(update_fields=["request", "referral"])
    _invite_asker(made, request)
    _state(actor, request, said.StrategyRequest(request.from_agency.sector, "agreed", clock.today()))
    when = planning.planned_for.astimezone(clock.LONDON).strftime("%-d %B at %H:%M")
    _tell_asker(request, f"Your request for a strategy discussion was agreed: {when}, {planning.place}.")
    return made


@action("strategy.refused", may=may_refuse)
def refuse_request(actor: Actor, request: StrategyRequest, because: str, instead: str) -> StrategyRequest:
    """Refuse, with reasons and what will happen instead; whoever asked is told, and offered a challenge.

    Raises SightlineError without either; Overtaken when it was answered meanwhile.
    """
    _needs(because, "Say why it is refused.")
    _needs(instead, "Say what will happen instead.")
    _decided(actor, request, "refuse", because=because.strip(), instead=instead.strip())
    StrategyRequest.unscoped.filter(pk=request.pk).update(challenge_offered_at=clock.now())
    detail = said.StrategyRequest(request.from_agency.sector, "refused", clock.today())
    _state(actor, request, detail, f"Refused: {because.strip()} Instead: {instead.strip()}")
    _tell_asker(
        request, "Your request for a strategy discussion was refused. Read why; you may challenge it."
    )
    return request


@action("strategy.planned", may=may_plan)
def plan(actor: Actor, child: Person, agency: Agency, why: str, planning: Planning) -> Discussion:
    """Plan a discussion that nobody asked for. The same plan again is the one that stands.

    Raises SightlineError without a reason, or for a bad plan.
    """
    _needs(why, "Say why it is held.")
    _refuse_plan(planning)
    Baby.unscoped.select_for_update(of=("self",)).get(pk=child.pk)
    same = Discussion.unscoped.filter(
        child=child, held_by=agency, state="planned", request=None, planned_for=planning.planned_for
    )
    planned = same.filter(why=why.strip(), place=planning.place.strip()).first()
    if planned is not None:
        note_discussion(planned)
        return planned
    return _planned(actor, child, agency, why.strip(), planning)


@action("strategy.called_off", may=may_call_off)
def call_off(actor: Actor, discussion: Discussion, because: str, instead: str) -> Discussion:
    """Call it off: the request counts as refused. Raises SightlineError without a reason or what is next."""
    _needs(because, "Say why it is called off.")
    _needs(instead, "Say what will happen instead.")
    advance(discussion, "call_off", DISCUSSION, called_off_because=because.strip())
    stop_clock(DISCUSSED, discussion.pk, because="Called off.")
    request = discussion.request
    if request is not None:
        _decided(actor, request, "call_off", because=because.strip(), instead=instead.strip())
        StrategyRequest.unscoped.filter(pk=request.pk).update(challenge_offered_at=clock.now())
        detail = said.StrategyRequest(request.from_agency.sector, "refused", clock.today())
        _state(actor, request, detail, f"Called off: {because.strip()} Instead: {instead.strip()}")
        _tell_asker(
            request, "The strategy discussion that you asked for was called off. You may challenge it."
        )
    note_discussion(discussion)
    return discussion


def note_discussion(discussion: Discussion) -> None:
    """Trace the discussion and its child with the action under way."""
    current().note(f"strategy_discussion:{discussion.pk}", str(discussion.child_id))


def _decided(actor: Actor, request: StrategyRequest, event: str, **words: str) -> None:
    advance(request, event, REQUEST, decided_at=clock.now(), decided_by_id=professional_id(actor.id), **words)
    meet_clock(PROCESS, request.pk, "strategy_request_reply")
    note(request)


def _state(
    actor: Actor, request: StrategyRequest, detail: said.StrategyRequest, words: str | None = None
) -> None:
    state_outcome(actor, latest_of(request.entry_root), detail, words)


def _planned(actor: Actor, child: Person, agency: Agency, why: str, planning: Planning) -> Discussion:
    baby = Baby.unscoped.select_related("partnership").get(pk=child.pk)
    made = Discussion.unscoped.create(
        partnership=baby.partnership,
        child=child,
        held_by=agency,
        planned_by_id=professional_id(actor.id),
        planned_for=planning.planned_for,
        place=planning.place.strip(),
        why=why,
        cases=_cases(baby, planning),
    )
    start_clock(
        "strategy_discussion_held",
        DISCUSSED,
        made.pk,
        Owner(agency, role="front_door_manager"),
        partnership=baby.partnership,
        child=child,
        is_risk=True,
    )
    note_discussion(made)
    return made


def _cases(baby: Baby, planning: Planning) -> list[str]:
    """What was ticked; that a baby is not born the record knows by itself."""
    unborn = {"unborn"} if baby.born_on is None else set()
    return sorted((set(planning.cases) | unborn) & set(CASES))


def _invite_asker(made: Discussion, request: StrategyRequest) -> None:
    asker: Professional | None = request.asked_by
    if asker is not None:
        part = _PART_OF.get(asker.profession, "other")
        Attendee.unscoped.create(
            discussion=made, agency=request.from_agency, professional=asker, name=asker.name, part=part
        )


_PART_OF: Final = {
    "social_worker": "social_worker",
    "police_officer": "police",
    "health_visitor": "health_visitor",
    "midwife": "midwife",
    "gp": "gp",
    "paediatrician": "senior_doctor",
    "doctor": "other_health",
    "nurse": "other_health",
    "practice_nurse": "other_health",
    "nursery_worker": "nursery",
    "early_help_worker": "early_help",
}


def _tell_asker(request: StrategyRequest, words: str) -> None:
    if request.asked_by_id is not None:
        tell([request.asked_by_id], request.child_id, words)


def _refuse_plan(planning: Planning) -> None:
    _needs(planning.place, "Say where or how it is held.")
    if planning.planned_for < clock.now() - dt.timedelta(minutes=30):
        raise SightlineError("This time is past.", next_step="Give a time to come.")


def _needs(words: str, fault: str) -> None:
    if not words.strip():
        raise SightlineError(fault, why="Whoever asked reads it.")
