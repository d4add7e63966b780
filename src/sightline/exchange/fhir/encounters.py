"""Encounters: a contact with a baby or child; that an adult was met."""

from __future__ import annotations

from typing import Final

from sightline.chronology.kinds import Contact, Seen
from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import parts, words
from sightline.exchange.fhir.entries import Mapped, entry, kept_aside, when
from sightline.exchange.fhir.received import Received
from sightline.exchange.fhir.surroundings import Surroundings

_TOOK_PLACE: Final = ("arrived", "triaged", "in-progress", "onleave", "finished")
_IN_PERSON: Final = frozenset({"AMB", "EMER", "FLD", "HH", "IMP", "ACUTE", "NONAC", "OBSENC", "SS"})
_REMOTE: Final = frozenset({"VR"})
"""HL7 v3-ActCode encounter classes. Arrangements before admission (PRENC) are neither."""


def map_encounter(received: Received, around: Surroundings) -> Mapped:
    """A contact for a child; for an adult that a service met or spoke to them."""
    body = received.body
    about = around.person_key(body.get("subject"), received)
    if not about:
        return kept_aside("The encounter names nobody whom it is with.")
    happened = when(body, "period")
    withdrawn = body["status"] == "entered-in-error"
    if body["status"] not in _TOOK_PLACE and not withdrawn:
        return kept_aside(f"The encounter did not take place, or not yet ({body['status']}).")
    is_child = around.is_child(about, happened.days[0] if happened.days else None)
    detail = _adult_detail(body) if is_child is False else _child_detail(body, is_child)
    if detail is None:
        return kept_aside("It does not say whether the adult was met or spoken to.")
    return Mapped((entry(received, around, about, detail, happened, note=_note(body)),))


def _child_detail(body: Json, is_child: bool | None) -> Contact:
    seen = is_child is True and _class(body) in _IN_PERSON and body["status"] != "entered-in-error"
    return Contact(child_seen=True if seen else None)


def _adult_detail(body: Json) -> Seen | None:
    if _class(body) in _IN_PERSON:
        return Seen("met")
    return Seen("spoke") if _class(body) in _REMOTE else None


def _class(body: Json) -> str:
    return str((body.get("class") or {}).get("code", ""))


def _note(body: Json) -> str:
    told = [words(one) for one in (*parts(body.get("type")), *parts(body.get("reasonCode")))]
    end = (body.get("period") or {}).get("end")
    start = (body.get("period") or {}).get("start")
    stay = f"Until {end[:10]}" if end and start and end[:10] != start[:10] else ""
    return "\n".join(text for text in (*dict.fromkeys(told), stay) if text)
