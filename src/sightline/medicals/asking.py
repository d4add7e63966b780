"""Asking for a child protection medical, and taking the request back before it is answered."""

from __future__ import annotations

from typing import Final

from django.db import IntegrityError, transaction

from sightline.agencies.models import professional_id
from sightline.chronology.actions.outcomes import level_carried
from sightline.chronology.policy import own_agency
from sightline.clocks.running import Owner, start_clock, stop_clock
from sightline.concerns.reference_numbers import new_reference
from sightline.core import clock, events
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken, advance
from sightline.medicals.codes import URGENCIES
from sightline.medicals.entry import missing, needs, note, record_request, take_back
from sightline.medicals.events import MedicalMoved
from sightline.medicals.models import Medical, MedicalAdult
from sightline.medicals.policy import EXAMINER, has_examiners, may_request, may_withdraw_medical
from sightline.medicals.steps import MEDICAL
from sightline.medicals.telling import tell_examiners
from sightline.medicals.written import Asking
from sightline.people.models import Baby

PROCESS: Final = "medical"


@action("medical.requested", may=may_request)
def request_medical(actor: Actor, asking: Asking) -> Medical:
    """Ask an agency's examiners to examine a child, with an entry in its chronology and a clock.

    The same request pressed twice is sent once. Raises SightlineError that names all that is missing, or for
    an agency without an examiner or of another partnership; Overtaken when another request waits there.
    """
    _refuse_incomplete(asking)
    partnership = Baby.unscoped.select_related("partnership").get(pk=asking.child.pk).partnership
    _refuse_agency(asking, partnership.pk)
    waiting = Medical.unscoped.filter(child=asking.child, to_agency=asking.to_agency, state="asked").first()
    if waiting is not None:
        return _same(actor, asking, waiting)
    sensitivity = level_carried(asking.referral.entry_root if asking.referral else None)
    try:
        with transaction.atomic():
            made = Medical.unscoped.create(
                reference=new_reference(),
                partnership=partnership,
                from_agency_id=own_agency(actor),
                from_team_id=actor.team_id,
                asked_by_id=professional_id(actor.id),
                entry_root=record_request(actor, asking, sensitivity),
                sensitivity=sensitivity,
                **_answers(asking),
            )
    except IntegrityError as error:
        raise _waits(asking) from error
    _name_adults(made, asking)
    _start(actor, made)
    return made


@action("medical.withdrawn", may=may_withdraw_medical)
def withdraw_medical(actor: Actor, medical: Medical, because: str) -> Medical:
    """Take the request back, before it is answered. Raises SightlineError without a reason."""
    needs(because=missing(because, "Say why you take it back."))
    advance(medical, "withdraw", MEDICAL, because=because.strip(), answered_at=clock.now())
    stop_clock(PROCESS, medical.pk, because="Taken back by the agency that asked.")
    take_back(actor, medical, f"Taken back: {because.strip()}")
    tell_examiners(medical, f"The medical {medical.reference} is no longer asked for.")
    events.publish(MedicalMoved(actor, medical.pk, "withdrawn"))
    note(medical)
    return medical


def _refuse_incomplete(asking: Asking) -> None:
    needs(
        why=missing(asking.why, "Say why you ask for a medical."),
        questions=missing(asking.questions, "Say which questions the examiner should answer."),
        urgency="" if asking.urgency in URGENCIES else "Say how soon it is needed.",
        where_now=missing(asking.where_now, "Say where the child is now."),
        who=missing(asking.who_may_consent, "Say who may consent, or that you do not know."),
        call_back=missing(asking.call_back, "Give a number on which you can be rung back."),
    )


def _refuse_agency(asking: Asking, partnership: object) -> None:
    if asking.to_agency.partnership_id != partnership:
        raise SightlineError("This agency is in another partnership.", next_step="Choose another agency.")
    if not has_examiners(asking.to_agency):
        raise SightlineError(
            f"Nobody is an examiner at {asking.to_agency.name} today.",
            next_step="Ring the on-call paediatrician there, or choose another agency.",
        )


def _same(actor: Actor, asking: Asking, waiting: Medical) -> Medical:
    """The request that waits, when this one is the same pressed again."""
    if waiting.from_agency_id == actor.agency_id and waiting.why == asking.why:
        note(waiting)
        return waiting
    raise _waits(asking)


def _waits(asking: Asking) -> Overtaken:
    return Overtaken(
        f"{asking.to_agency.name} is already asked to examine this child, and has not answered.",
        why="One request waits at a time.",
        next_step="Open the medicals to see by whom; add what you know by telephone.",
    )


def _answers(asking: Asking) -> dict[str, object]:
    plain = ("child", "to_agency", "referral", "urgency")
    texts = ("why", "questions", "where_now", "who_may_consent", "call_back")
    told: dict[str, object] = {name: getattr(asking, name) for name in plain}
    return told | {name: getattr(asking, name).strip() for name in texts}


def _name_adults(made: Medical, asking: Asking) -> None:
    adults = [MedicalAdult(of=made, person=person) for person in asking.adults]
    if asking.somebody_else.strip():
        adults.append(MedicalAdult(of=made, words=asking.somebody_else.strip()))
    MedicalAdult.unscoped.bulk_create(adults)


def _start(actor: Actor, made: Medical) -> None:
    start_clock(
        "medical_accepted",
        PROCESS,
        made.pk,
        Owner(made.to_agency, role=EXAMINER),
        partnership=made.partnership,
        child=made.child,
        is_risk=made.urgency == "today",
    )
    tell_examiners(made, f"A child protection medical is asked for, {made.reference}. Accept or decline it.")
    events.publish(MedicalMoved(actor, made.pk, "asked"))
    note(made)
