"""Asking for a strategy discussion, in a minute, from any agency; and taking the request back."""

from __future__ import annotations

from typing import Final

from django.db import IntegrityError, transaction

from sightline.agencies.models import professional_id
from sightline.chronology import kinds as said
from sightline.chronology.actions import record
from sightline.chronology.actions.outcomes import latest_of, level_carried
from sightline.chronology.actions.recording import next_version, store
from sightline.chronology.policy import own_agency
from sightline.clocks.running import Owner, start_clock, stop_clock
from sightline.concerns.codes import YES_NO_UNKNOWN
from sightline.concerns.reference_numbers import new_reference
from sightline.concerns.referring import front_door_of
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken, advance
from sightline.core.unit import current
from sightline.people.models import Baby
from sightline.strategy.models import StrategyRequest
from sightline.strategy.policy import may_request, may_withdraw_request
from sightline.strategy.steps import REQUEST
from sightline.strategy.written import Asking

PROCESS: Final = "strategy_request"


@action("strategy.requested", may=may_request)
def request_discussion(actor: Actor, asking: Asking) -> StrategyRequest:
    """Ask children's social care for a strategy discussion, with an entry and a clock for the answer.

    The same request pressed twice is sent once. Raises SightlineError that names all that is missing;
    Overtaken when another request of the same agency waits.
    """
    _refuse_incomplete(asking)
    waiting = StrategyRequest.unscoped.filter(
        child=asking.child, from_agency_id=actor.agency_id, state="asked"
    ).first()
    if waiting is not None:
        return _same(asking, waiting)
    try:
        with transaction.atomic():
            made = _made(actor, asking)
    except IntegrityError as error:
        raise _waits() from error
    start_clock(
        "strategy_request_reply",
        PROCESS,
        made.pk,
        Owner(made.to_agency, role="front_door_manager"),
        partnership=made.partnership,
        child=made.child,
        is_risk=made.safe_now != "yes",
    )
    note(made)
    return made


@action("strategy.withdrawn", may=may_withdraw_request)
def withdraw_request(actor: Actor, request: StrategyRequest, because: str) -> StrategyRequest:
    """Take a request back before it is answered. Raises SightlineError without a reason."""
    if not because.strip():
        raise SightlineError("Say why you take it back.", why="It stays in the record with the reason.")
    advance(request, "withdraw", REQUEST, because=because.strip(), decided_at=clock.now())
    stop_clock(PROCESS, request.pk, because="Taken back by the agency that asked.")
    draft = next_version(actor, latest_of(request.entry_root), None, f"Taken back: {because.strip()}", None)
    draft.entry.withdrawn = True
    store(draft)
    note(request)
    return request


def note(request: StrategyRequest) -> None:
    """Trace the request and its child with the action under way."""
    current().note(f"strategy_request:{request.pk}", str(request.child_id))


def _refuse_incomplete(asking: Asking) -> None:
    gaps = [
        "" if asking.why.strip() else "Say why you ask, and what you fear.",
        "" if asking.safe_now in YES_NO_UNKNOWN else "Say whether the child is safe now, as far as you know.",
        "" if asking.call_back.strip() else "Give a number on which you can be rung back.",
    ]
    if any(gaps):
        raise SightlineError(" ".join(gap for gap in gaps if gap))


def _made(actor: Actor, asking: Asking) -> StrategyRequest:
    partnership = Baby.unscoped.select_related("partnership").get(pk=asking.child.pk).partnership
    sensitivity = level_carried(asking.referral.entry_root if asking.referral else None)
    return StrategyRequest.unscoped.create(
        reference=new_reference(),
        partnership=partnership,
        child=asking.child,
        referral=asking.referral,
        entry_root=record(
            actor,
            asking.child,
            said.StrategyRequest(by_sector=actor.sector),
            happened_on=clock.today(),
            note=asking.why.strip(),
            sensitivity=sensitivity,
        ),
        sensitivity=sensitivity,
        from_agency_id=own_agency(actor),
        from_team_id=actor.team_id,
        asked_by_id=professional_id(actor.id),
        to_agency=front_door_of(partnership),
        why=asking.why.strip(),
        safe_now=asking.safe_now,
        call_back=asking.call_back.strip(),
    )


def _same(asking: Asking, waiting: StrategyRequest) -> StrategyRequest:
    if waiting.why == asking.why.strip():
        note(waiting)
        return waiting
    raise _waits()


def _waits() -> Overtaken:
    return Overtaken(
        "Your agency has already asked for a strategy discussion about this child, and it is not answered.",
        why="One request of an agency waits at a time.",
        next_step="Ring the front door and add what is new, or challenge the silence.",
    )
