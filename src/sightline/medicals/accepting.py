"""Accepting a medical with where and when, declining it, calling it off, and recording consent."""

from __future__ import annotations

from sightline.access.keys import own_id
from sightline.agencies.models import Professional
from sightline.clocks.running import meet_clock, stop_clock
from sightline.core import clock, events
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.medicals.asking import PROCESS
from sightline.medicals.codes import ALLOWS, CALLED_OFF, CONSENTS, POLICE_ASKED
from sightline.medicals.entry import missing, needs, note, take_back
from sightline.medicals.events import MedicalMoved, What
from sightline.medicals.models import Consent, Medical
from sightline.medicals.policy import may_accept, may_call_off, may_decline, may_record_consent
from sightline.medicals.steps import MEDICAL, RUNNING
from sightline.medicals.telling import tell_askers, tell_examiners
from sightline.medicals.written import Accepting, CallingOff, Consenting

BEFORE = ("asked", "accepted")
"""While it is one of these, consent is still to be settled."""


@action("medical.accepted", may=may_accept)
def accept_medical(actor: Actor, medical: Medical, said: Accepting) -> Medical:
    """Accept it: where, when, who attends, and whether the police are asked. The asker is told.

    Raises SightlineError for what is missing, or for a time that has passed before it was asked for.
    """
    _refuse_accepting(medical, said)
    advance(
        medical,
        "accept",
        MEDICAL,
        answered_at=clock.now(),
        answered_by_id=own_id(actor),
        place=said.place.strip(),
        booked_for=said.booked_for,
        attending=said.attending.strip(),
        chaperone=said.chaperone.strip(),
        police=said.police,
        police_because=said.police_because.strip() if said.police == "not_asked" else "",
    )
    meet_clock(PROCESS, medical.pk, "medical_accepted")
    tell_askers(medical, f"The medical {medical.reference} was accepted. Open it for where and when.")
    _tell_rooms(actor, medical, "accepted")
    return medical


@action("medical.declined", may=may_decline)
def decline_medical(actor: Actor, medical: Medical, because: str) -> Medical:
    """Decline it, with the reason. The asker is told, and may ask again or challenge it."""
    needs(because=missing(because, "Say why it is declined: the agency that asked reads it."))
    advance(
        medical,
        "decline",
        MEDICAL,
        because=because.strip(),
        answered_at=clock.now(),
        answered_by_id=own_id(actor),
    )
    meet_clock(PROCESS, medical.pk, "medical_accepted")
    take_back(actor, medical, f"Declined: {because.strip()}")
    tell_askers(
        medical, f"The medical {medical.reference} was declined. Read why: ask again, or challenge it."
    )
    _tell_rooms(actor, medical, "declined")
    return medical


@action("medical.called_off", may=may_call_off)
def call_off_medical(actor: Actor, medical: Medical, said: CallingOff) -> Medical:
    """Say that it is not held, and why.

    Only when it is no longer needed is the entry taken back; else it stands, and the lesson goes on asking.
    """
    needs(
        called_off="" if said.called_off in CALLED_OFF else "Choose why it is not held.",
        because=missing(said.because, "Say what happened, and what is done instead."),
    )
    advance(medical, "call_off", MEDICAL, called_off=said.called_off, because=said.because.strip())
    stop_clock(PROCESS, medical.pk, because="Called off.")
    if said.called_off == "not_needed":
        take_back(actor, medical, f"No longer needed: {said.because.strip()}")
    tell_askers(medical, f"The medical {medical.reference} was called off. The baby has not been examined.")
    _tell_rooms(actor, medical, "called_off")
    return medical


@action("medical.consent_recorded", may=may_record_consent)
def record_consent(actor: Actor, medical: Medical, said: Consenting) -> Consent:
    """Record what somebody who may consent said. A later answer stands beside the earlier ones.

    Refusal and silence tell the agency that asked. Raises SightlineError once the baby was examined.
    """
    _refuse_consent(medical, said)
    made = Consent.unscoped.create(
        of=medical,
        answer=said.answer,
        who=said.who.strip(),
        responsibility=said.responsibility.strip(),
        because=said.because.strip(),
        by=Professional.objects.get(pk=own_id(actor)),
    )
    if made.answer not in ALLOWS:
        words = f"Consent to the medical {medical.reference} is not there. Open it for what to do."
        tell_askers(medical, words)
        tell_examiners(medical, words)
    note(medical)
    return made


def consent_of(medical: Medical) -> Consent | None:
    """What stands: the latest that was said."""
    return medical.consents.select_related("by").order_by("-at", "-id").first()


def _refuse_accepting(medical: Medical, said: Accepting) -> None:
    needs(
        place=missing(said.place, "Say where it is held."),
        police="" if said.police in POLICE_ASKED else "Say whether the police are asked to come.",
        because=missing(said.police_because, "Say why the police are not asked.")
        if said.police == "not_asked"
        else "",
    )
    if said.booked_for < medical.asked_at:
        raise SightlineError(
            "This time was before the medical was asked for.", next_step="Correct the day or the time."
        )


def _refuse_consent(medical: Medical, said: Consenting) -> None:
    if medical.state not in BEFORE:
        reason = "The baby has been examined." if medical.state in RUNNING else "It is over."
        raise SightlineError("Consent is no longer recorded here.", why=reason)
    needs(
        answer="" if said.answer in CONSENTS else "Choose what was said.",
        who=missing(said.who, "Say who was asked, or which court or doctor."),
        responsibility=missing(said.responsibility, "Say how it is known that they may consent.")
        if said.answer == "given"
        else "",
        because=""
        if said.answer == "given"
        else missing(said.because, "Say what was said, and what happens now."),
    )


def _tell_rooms(actor: Actor, medical: Medical, what: What) -> None:
    events.publish(MedicalMoved(actor, medical.pk, what))
    note(medical)
