"""Placing a question: its owner, its tempo, and that whoever is asked may see enough of its evidence."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any, Final

from sightline.chronology.lines import Reader
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.learning.catalogue import point as lesson
from sightline.prompts.finding import Found, Key
from sightline.prompts.owners import Owned, Recorder, lead_of, owner_of, tempo_of, whom_to_ask
from sightline.prompts.sight import hidden_from, sees_enough
from sightline.prompts.surroundings import Surroundings

WEEK_WORKING_DAYS: Final = 5
"""`week` means within five working days (docs/questions, rule 1)."""


def owner_for(key: Key, one: Found, entries: Mapping[uuid.UUID, Entry], surroundings: Surroundings) -> Owned:
    """The one owner. What those in that place may not see enough of goes to the holder's lead."""
    child, point_id = key
    around = surroundings.around(child)
    told = _newest_first(one, entries)
    recorders = [Recorder(entry.agency_id, entry.team_id, entry.author_id) for entry in told]
    owned = owner_of(whom_to_ask(lesson(point_id), [row.because for row in one.rows]), recorders, around)
    basis_ids = {row.entry_id for row in one.rows if row.level == one.level}
    basis = [entry for entry in told if entry.id in basis_ids]
    reader = Reader(_stand_in(owned, surroundings), child, surroundings.openness[child])
    if sees_enough(reader, basis):
        return owned
    return lead_of((hidden_from(reader, basis) or basis)[0].agency_id)


def owner_fields(owned: Owned) -> dict[str, Any]:
    """An owner as the columns of a prompt."""
    return {
        "owner_part": owned.part,
        "owner_role": owned.role,
        "owner_team_id": owned.team_id,
        "owner_professional_id": owned.professional_id,
        "owner_agency_id": owned.agency_id,
    }


def tempo_for(point_id: str, one: Found) -> str:
    """The soonest tempo that the evidence asks for."""
    return tempo_of(lesson(point_id), [row.because for row in one.rows])


def due(tempo: str, day: dt.date) -> dt.date | None:
    """By when it is to be answered: the same day, in five working days, or at the next contact (None)."""
    if tempo == "next":
        return None
    return day if tempo == "now" else clock.add_working_days(day, WEEK_WORKING_DAYS)


def _stand_in(owned: Owned, surroundings: Surroundings) -> Actor:
    """Whoever holds the owner's place, as the policy table knows them."""
    agency = surroundings.agencies.get(owned.agency_id) if owned.agency_id else None
    return Actor(
        id="",
        name="",
        role=owned.role or "practitioner",
        agency_id=agency.id if agency else None,
        sector=agency.sector if agency else "",
        team_id=owned.team_id,
    )


def _newest_first(one: Found, entries: Mapping[uuid.UUID, Entry]) -> list[Entry]:
    there = {row.entry_id: entries[row.entry_id] for row in one.rows}.values()
    return sorted(there, key=lambda entry: (entry.known_at, entry.id), reverse=True)
