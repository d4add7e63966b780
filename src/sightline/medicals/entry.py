"""The medical's entry in the chronology: made by the request, moved on by what becomes of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sightline.agencies.models import professional_id
from sightline.chronology import kinds as said
from sightline.chronology.actions import record
from sightline.chronology.actions.outcomes import latest_of, state_outcome
from sightline.chronology.actions.recording import next_version, store
from sightline.chronology.models import Entry
from sightline.chronology.writing import Draft
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.medicals.models import Medical, Opinion
from sightline.medicals.written import Asking


def record_request(actor: Actor, asking: Asking, sensitivity: str) -> Entry:
    """The entry from the request on. Only the order is known: no examination has happened yet."""
    detail = said.Medical(requested_on=clock.today())
    return record(
        actor, asking.child, detail, precision="order_only", note=asking.why, sensitivity=sensitivity
    )


def state_examined(actor: Actor, medical: Medical, examined_at: dt.datetime, police_came: bool) -> Entry:
    """That the examination was held: from now on the entry has its day, and whether the police came."""
    detail = said.Medical(requested_on=clock.day_of(medical.asked_at), police_present=police_came)
    draft = _next(actor, medical, detail, None)
    made = draft.entry
    made.happened_from = made.happened_to = clock.day_of(examined_at)
    made.happened_at, made.precision = examined_at, "exact"
    return store(draft)


def state_opinion(actor: Actor, medical: Medical, opinion: Opinion) -> Entry:
    """What the examiner says now, coded, and since when. The words stay with the medical."""
    detail = said.Medical(
        requested_on=clock.day_of(medical.asked_at),
        outcome=opinion.outcome,
        outcome_on=clock.day_of(opinion.at),
        police_present=medical.police == "came",
    )
    return state_outcome(actor, latest_of(medical.entry_root), detail)


def take_back(actor: Actor, medical: Medical, because: str) -> Entry:
    """Nothing waits any longer: the entry is taken back, and stays in the history with the reason."""
    draft = _next(actor, medical, None, because)
    draft.entry.withdrawn = True
    return store(draft)


def _next(actor: Actor, medical: Medical, detail: said.Medical | None, note: str | None) -> Draft:
    """The next version, by the actor: it stays an entry of the agency that asked."""
    entry = latest_of(medical.entry_root)
    holder = replace(actor, agency_id=entry.agency_id, team_id=entry.team_id)
    return next_version(holder, entry, detail, note, None)


def needs(**given: str) -> None:
    """Raise SightlineError with every message (the key's value is empty when it is missing)."""
    if gaps := [words for words in given.values() if words]:
        raise SightlineError(" ".join(gaps))


def missing(words: str, fault: str) -> str:
    """The fault when nothing is written."""
    return "" if words.strip() else fault


def note(medical: Medical) -> None:
    """Trace the medical and its child with the action under way."""
    current().note(f"medical:{medical.pk}", str(medical.child_id))


def by(actor: Actor) -> object:
    """The professional who acts, as a key."""
    return professional_id(actor.id)
