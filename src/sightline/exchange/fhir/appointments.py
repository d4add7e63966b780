"""Appointments and what became of them. A child is *not brought*; an adult's own absence is not ours."""

from __future__ import annotations

from typing import Any, Final

from sightline.chronology.kinds import Appointment
from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import codes, parts, words
from sightline.exchange.fhir.entries import Mapped, When, entry, kept_aside, notes_of, when
from sightline.exchange.fhir.received import Received
from sightline.exchange.fhir.sectors import sector_of
from sightline.exchange.fhir.surroundings import Surroundings

_TO_COME: Final = ("proposed", "pending", "booked", "waitlist")
_CAME: Final = ("arrived", "checked-in", "fulfilled")
_PATIENT: Final = "pat"
_NOT_THE_FAMILY: Final = frozenset({"pat-dec"})
"""Reasons under HL7's heading “patient” that are no act of a family: the patient has died."""


def map_appointment(received: Received, around: Surroundings) -> Mapped:
    """An appointment that was kept, missed or cancelled; one to come is kept aside."""
    body = received.body
    status = body["status"]
    if status in _TO_COME:
        return kept_aside("The appointment is still to come: no outcome is known.")
    about = _patient(received, around)
    if not about:
        return kept_aside("The appointment names no patient, or several.")
    happened = when(body, "start", "requestedPeriod")
    outcome = _outcome(body, around.is_child(about, happened.days[0] if happened.days else None))
    if not outcome:
        return kept_aside(_why_not(status))
    return Mapped((_entry(received, around, about, outcome, happened),))


def _entry(received: Received, around: Surroundings, about: str, outcome: str, happened: When) -> Any:
    body = received.body
    service = sector_of(body.get("serviceType"), body.get("specialty"), body.get("serviceCategory"))
    note = notes_of(body, str(body.get("description") or ""), words(body.get("cancelationReason")))
    return entry(received, around, about, Appointment(service, outcome), happened, note=note)


def _outcome(body: Json, is_child: bool | None) -> str:
    """The outcome in Sightline's words, or nothing where none can be said.

    Not brought is said only of somebody known to be a child. A cancellation counts against the family only
    where the reason says that the family cancelled.
    """
    status = body["status"]
    if status == "entered-in-error":
        return "attended"
    if is_child is False:
        return ""
    if status in _CAME:
        return "attended"
    if status == "noshow":
        return "not_brought" if is_child else ""
    return "cancelled_by_family" if _family_cancelled(body) else "cancelled_by_service"


def _family_cancelled(body: Json) -> bool:
    reasons = [code for _, code in codes(body.get("cancelationReason"))]
    return any(
        (reason == _PATIENT or reason.startswith(f"{_PATIENT}-")) and reason not in _NOT_THE_FAMILY
        for reason in reasons
    )


def _why_not(status: str) -> str:
    if status == "noshow":
        return (
            "A missed appointment of somebody not known to be a child: an adult's own, or the Patient is "
            "not in the same file. Send both together."
        )
    return "The appointment is an adult's own."


def _patient(received: Received, around: Surroundings) -> str:
    actors = [part.get("actor") for part in parts(received.body.get("participant"))]
    keys = [
        around.person_key(actor, received)
        for actor in actors
        if isinstance(actor, dict) and not _is_relative(actor, received, around)
    ]
    found = {key for key in keys if key}
    return found.pop() if len(found) == 1 else ""


def _is_relative(actor: Json, received: Received, around: Surroundings) -> bool:
    resolved = around.resolve(actor, received)
    told = resolved.type if resolved else f"{actor.get('type', '')} {actor.get('reference', '')}"
    return "RelatedPerson" in told
