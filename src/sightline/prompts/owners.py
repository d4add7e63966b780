"""Whose question it is: one owner, found among the teams now involved; a rule for each code of OWNERS.

Where nobody holds the part that a lesson names, the question goes to the next in line and never to nobody:
last of all to the safeguarding lead of the agency that recorded the evidence.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from sightline.access.models import Involvement
from sightline.learning.points import LearningPoint

CORE_LINE: Final = ("health_visitor", "midwife", "gp")
LEAD_LINE: Final = ("lead_social_worker", "health_visitor", "midwife", "gp")

LINES: Final[dict[str, tuple[str, ...]]] = {
    "health_visitor": CORE_LINE,
    "lead_social_worker": LEAD_LINE,
    "midwife": ("midwife", "health_visitor", "gp"),
    "neonatal_unit": ("neonatal_unit", *CORE_LINE),
    "gp": ("gp", *CORE_LINE),
    "lead_or_early_help": ("lead_social_worker", "early_help", *CORE_LINE),
    "receiving_health_visitor": CORE_LINE,
}
"""The parts asked in turn, for owners who are found by their part in the baby's care."""

BY_ROLE: Final[dict[str, tuple[str, str]]] = {
    "front_door_manager": ("front_door_manager", "social_care"),
    "team_manager": ("team_manager", "social_care"),
    "next_stage_manager": ("team_manager", "social_care"),
    "practice_safeguarding_lead": ("safeguarding_lead", "gp"),
}
"""Owners who are a role in an agency: the role, and the sector of the agency."""

BY_RECORD: Final = frozenset(
    {"holder", "service_that_missed", "who_saw", "who_heard", "who_screened", "assessor", "examiner"}
)
"""Owners who are found by who recorded the evidence."""


@dataclass(frozen=True, slots=True)
class Owned:
    """Who is asked: a team's practitioner, or `role` in an agency where that is set."""

    part: str
    role: str = ""
    team_id: uuid.UUID | None = None
    professional_id: uuid.UUID | None = None
    agency_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Recorder:
    """Who recorded a piece of evidence."""

    agency_id: uuid.UUID
    team_id: uuid.UUID | None = None
    author_id: uuid.UUID | None = None


def owner_of(
    whom: str,
    involved: Iterable[Involvement],
    recorders: Iterable[Recorder],
    *,
    lead_is_open: bool,
    agencies: dict[str, uuid.UUID],
) -> Owned:
    """The one owner: by record where the lesson says so, else the first of its line who is involved.

    `involved` are the involvements in force; `recorders` those of the newest evidence first. A lead social
    worker is asked only while a plan or enquiry is open. `agencies` gives a sector's agency in the
    partnership.
    """
    by_part = {involvement.part: involvement for involvement in involved}
    first = next(iter(recorders), None)
    if whom in BY_RECORD and first is not None:
        return _recorder(whom, first, by_part)
    if whom in BY_ROLE:
        return _role(whom, first, by_part, agencies)
    for part in LINES.get(whom, CORE_LINE):
        if part in by_part and (part != "lead_social_worker" or lead_is_open):
            return Owned(part, "", by_part[part].team_id, by_part[part].professional_id)
    return Owned("safeguarding_lead", "safeguarding_lead", agency_id=first.agency_id if first else None)


def _role(
    whom: str, first: Recorder | None, by_part: dict[str, Involvement], agencies: dict[str, uuid.UUID]
) -> Owned:
    """A role in the agency of its sector: one already involved before any other of the partnership."""
    role, sector = BY_ROLE[whom]
    for involvement in by_part.values():
        if involvement.team.agency.sector == sector:
            return Owned(whom, role, involvement.team_id, agency_id=involvement.team.agency_id)
    return Owned(whom, role, agency_id=agencies.get(sector) or (first.agency_id if first else None))


def _recorder(whom: str, first: Recorder, by_part: dict[str, Involvement]) -> Owned:
    """The recording agency's involved team; without one, the recording team, or the agency's lead."""
    for involvement in by_part.values():
        if involvement.team.agency_id == first.agency_id:
            return Owned(whom, "", involvement.team_id, involvement.professional_id, first.agency_id)
    role = "" if first.team_id else "safeguarding_lead"
    return Owned(whom, role, first.team_id, first.author_id, first.agency_id)


def involved_on(children: Iterable[uuid.UUID], day: dt.date) -> dict[uuid.UUID, list[Involvement]]:
    """The involvements in force on a day, by child, in one query."""
    in_force = Q(from_on__lte=day) & (Q(to_on__isnull=True) | Q(to_on__gte=day))
    found: dict[uuid.UUID, list[Involvement]] = {}
    rows = Involvement.unscoped.filter(in_force, child_id__in=list(children)).select_related("team__agency")
    for row in rows.order_by("from_on", "id"):
        found.setdefault(row.child_id, []).append(row)
    return found


def whom_to_ask(point: LearningPoint, because: Iterable[str]) -> str:
    """The code of the owner: the lesson's own, unless a reason among the evidence names another."""
    for code in because:
        if code in point.owner_by:
            return point.owner_by[code].whom
    return point.owner.whom


def tempo_of(point: LearningPoint, because: Iterable[str]) -> str:
    """The soonest tempo that the evidence asks for: `now`, `week` or `next`."""
    asked = [point.tempo_by[code].value for code in because if code in point.tempo_by] or [point.tempo.value]
    return min(asked, key=("now", "week", "next").index)
