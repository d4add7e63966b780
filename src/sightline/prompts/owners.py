"""Whose question it is: one owner, found among the teams now involved; a rule for each code of OWNERS.

Where nobody holds the part that a lesson names, the question goes to the next in line and never to nobody:
last of all to the safeguarding lead of the agency that recorded the evidence.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sightline.access.models import Involvement
from sightline.learning.points import LearningPoint
from sightline.prompts.sight import LEAD

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

FRONT_DOOR: Final = "front_door_manager"
BY_ROLE: Final[dict[str, tuple[str, str]]] = {
    FRONT_DOOR: (FRONT_DOOR, "social_care"),
    "team_manager": ("team_manager", "social_care"),
    "next_stage_manager": ("team_manager", "social_care"),
    "practice_safeguarding_lead": (LEAD, "gp"),
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


@dataclass(frozen=True, slots=True)
class Around:
    """Who is there to be asked about a baby.

    `involved` are the involvements in force, the latest last; `agencies` gives each sector's agency in the
    partnership; `glass` are the teams in which somebody has the record open by breaking glass; `records` are
    the agencies that hold a record of the baby.
    """

    involved: tuple[Involvement, ...] = ()
    lead_is_open: bool = False
    """Whether a plan, enquiry or referral is open: only then is a lead social worker asked."""
    agencies: Mapping[str, uuid.UUID] = field(default_factory=dict)
    surgery: uuid.UUID | None = None
    glass: frozenset[uuid.UUID] = frozenset()
    records: frozenset[uuid.UUID] = frozenset()
    front_door_is_open: bool = False
    """Whether the front door may open the page: a concern is open, or was lately."""

    @property
    def by_part(self) -> dict[str, Involvement]:
        """The latest involvement in each part."""
        return {involvement.part: involvement for involvement in self.involved}


def owner_of(whom: str, recorders: Iterable[Recorder], around: Around) -> Owned:
    """The one owner: by record where the lesson says so, else the first of its line who is involved.

    `recorders` are those of the evidence, the newest first. A role to which the baby's page does not open is
    not asked: the lead of the agency that recorded the evidence is.
    """
    first = next(iter(recorders), None)
    owned = _named(whom, first, around)
    holder = first.agency_id if first else None
    return owned if _has_door(owned, around) else lead_of(holder)


def _named(whom: str, first: Recorder | None, around: Around) -> Owned:
    """Whom the lesson names, or who stands in for them."""
    if whom in BY_RECORD and first is not None:
        return _recorder(whom, first, around)
    if whom in BY_ROLE:
        return _role(whom, first, around)
    involved = around.by_part
    for part in LINES.get(whom, CORE_LINE):
        if part in involved and (part != "lead_social_worker" or around.lead_is_open):
            own = involved[part]
            return Owned(part, "", own.team_id, own.professional_id, own.team.agency_id)
    return lead_of(first.agency_id if first else None)


def _has_door(owned: Owned, around: Around) -> bool:
    """Whether whoever holds this place can open the baby's page at all (the doors of the policy table)."""
    if not owned.role or owned.team_id is not None:
        return True
    if owned.role == FRONT_DOOR:
        return around.front_door_is_open
    is_involved = any(one.team.agency_id == owned.agency_id for one in around.involved)
    return is_involved or owned.agency_id in around.records


def lead_of(agency_id: uuid.UUID | None) -> Owned:
    """The agency's safeguarding lead: asked where nobody else can be."""
    return Owned(LEAD, LEAD, agency_id=agency_id)


def _role(whom: str, first: Recorder | None, around: Around) -> Owned:
    """A role in the agency of its sector: one already involved before any other of the partnership.

    A team manager opens the pages of their own team only, so without an involved team it is the lead's.
    """
    role, sector = BY_ROLE[whom]
    own = next((one for one in reversed(around.involved) if one.team.agency.sector == sector), None)
    if own is not None:
        team = own.team_id if role == "team_manager" else None
        return Owned(whom, role, team, agency_id=own.team.agency_id)
    agency = around.surgery if sector == "gp" else around.agencies.get(sector)
    agency = agency or (first.agency_id if first else None)
    return lead_of(agency) if role == "team_manager" else Owned(whom, role, agency_id=agency)


def _recorder(whom: str, first: Recorder, around: Around) -> Owned:
    """The recording agency's involved team, or one that has broken glass; else the agency's lead."""
    own = [one for one in reversed(around.involved) if one.team.agency_id == first.agency_id]
    for one in sorted(own, key=lambda one: one.team_id != first.team_id):
        return Owned(whom, "", one.team_id, one.professional_id, first.agency_id)
    if first.team_id in around.glass:
        return Owned(whom, "", first.team_id, first.author_id, first.agency_id)
    return lead_of(first.agency_id)


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
