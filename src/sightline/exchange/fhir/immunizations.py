"""Immunisations: an appointment that was kept, or one whose family or service declined it."""

from __future__ import annotations

from typing import Final

from sightline.chronology.kinds import Appointment
from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import codes, words
from sightline.exchange.fhir.entries import Mapped, entry, kept_aside, notes_of, when
from sightline.exchange.fhir.received import Received
from sightline.exchange.fhir.surroundings import Surroundings

_REASONS: Final = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
_NOT_GIVEN: Final = {(_REASONS, "PATOBJ"): "declined", (_REASONS, "OSTOCK"): "cancelled_by_service"}


def map_immunization(received: Received, around: Surroundings) -> Mapped:
    """What the record plainly says: brought and immunised, declined, or out of stock."""
    body = received.body
    about = around.person_key(body.get("patient"), received)
    if not about:
        return kept_aside("The immunisation names nobody whom it is of.")
    happened = when(body, "occurrenceDateTime")
    if around.is_child(about, happened.days[0] if happened.days else None) is False:
        return kept_aside("The immunisation is an adult's own.")
    if body.get("primarySource") is False:
        return kept_aside("The immunisation is reported from elsewhere, not given by the sender.")
    outcome = _outcome(body)
    if not outcome:
        return kept_aside("It was not given, for a reason that tells nothing about being brought.")
    detail = Appointment("other", outcome)
    return Mapped((entry(received, around, about, detail, happened, note=_note(body)),))


def _outcome(body: Json) -> str:
    if body["status"] != "not-done":
        return "attended"
    reasons = codes(body.get("statusReason"))
    return next((_NOT_GIVEN[reason] for reason in reasons if reason in _NOT_GIVEN), "")


def _note(body: Json) -> str:
    return notes_of(body, f"Immunisation: {words(body.get('vaccineCode'))}", words(body.get("statusReason")))
