"""The oracle: what a reader sees of an entry, written out as sentences, apart from the policy table.

It was written from the words of the policy (docs/reference/access.md explains them) and shares nothing with
the product but the codes. Each sentence decides or passes on; the last one that can apply always decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from sightline.agencies.roles import ROLES
from sightline.core.codes import SECTORS, SENSITIVITIES

SHOWN, ELSEWHERE, NOTHING = "shown", "elsewhere", "nothing"
UNIVERSAL_THREE = {"midwifery", "health_visiting", "gp"}
BIRTH_PLACES = {"hospital", "neonatal_unit"}
DISCLOSES = {"police", "probation", "mental_health", "substance_service", "housing", "other"}
HELPS = UNIVERSAL_THREE | BIRTH_PLACES | {"social_care", "early_help"}
SETTINGS = {"nursery", "education", "ambulance"}
MEETS = UNIVERSAL_THREE | BIRTH_PLACES | {"social_care", "police"}
SEES_NO_CHILD = {"partnership_officer", "independent_scrutineer", "analyst", "administrator"}
DOES_CASEWORK = {"practitioner", "team_manager"}
AT_THE_DOOR = {"front_door_worker", "front_door_manager", "emergency_duty_worker"}
BIRTHS = {"pregnancy", "birth"}
SENT_TO_THE_DOOR = {"referral", "strategy_request", "strategy_discussion", "challenge"}


@dataclass(frozen=True)
class Cell:
    """One question to the table."""

    role: str
    sector: str
    openness: str
    holder: str
    about: str
    kind: str
    sensitivity: str
    own: bool


def every_cell() -> list[Cell]:
    """Every reader, every entry: more than 200,000 cells."""
    kinds = ("birth", "referral", "observation")
    own_or_not = [(sector, sector, True) for sector in SECTORS]
    own_or_not += [(sector, holder, False) for sector, holder in product(SECTORS, SECTORS)]
    return [
        Cell(role, sector, openness, holder, about, kind, sensitivity, own)
        for role in ROLES
        for sector, holder, own in own_or_not
        for openness in ("universal", "help", "concern")
        for about in ("baby", "adult")
        for kind in kinds
        for sensitivity in SENSITIVITIES
    ]


def judged(cell: Cell) -> str:
    """What the policy says in words."""
    # An officer, a scrutineer, an analyst and an administrator see no identifiable child.
    if cell.role in SEES_NO_CHILD:
        return NOTHING
    # A sealed entry is for the safeguarding lead of the agency that sealed it; to others it is not there.
    if cell.sensitivity == "sealed":
        return SHOWN if cell.own and cell.role == "safeguarding_lead" else NOTHING
    # One's own agency's entries are always shown.
    if cell.own:
        return SHOWN
    # An auditor audits their own agency.
    if cell.role == "auditor":
        return NOTHING
    return {"universal": _universal, "help": _help, "concern": _concern}[cell.openness](cell)


def _universal(cell: Cell) -> str:
    # The front door and the duty team read what was sent to them, about the baby.
    if cell.role in AT_THE_DOOR:
        return _sent_to_the_door(cell)
    # A conference chair has no conference to chair.
    if cell.role == "conference_chair":
        return NOTHING
    # The hospital, the neonatal unit and the examiner learn of pregnancy and birth, and tell of them.
    reads_births = cell.role == "examiner" or (cell.role in DOES_CASEWORK and cell.sector in BIRTH_PLACES)
    if reads_births:
        return _birth_of(cell, UNIVERSAL_THREE | BIRTH_PLACES)
    # Everybody else but the three universal services sees nobody else's.
    if cell.sector not in UNIVERSAL_THREE:
        return NOTHING
    # Midwifery, health visiting and the registered GP see each other's entries.
    if cell.holder in UNIVERSAL_THREE:
        if cell.sensitivity == "shared":
            return SHOWN
        # A restricted one about the baby is elsewhere; about an adult, only a lead may know that it is.
        return ELSEWHERE if cell.about == "baby" or cell.role == "safeguarding_lead" else NOTHING
    # Beyond these, only the birth.
    return _birth_of(cell, BIRTH_PLACES)


def _birth_of(cell: Cell, holders: set[str]) -> str:
    known = cell.holder in holders and cell.kind in BIRTHS and cell.about == "baby"
    return SHOWN if known and cell.sensitivity == "shared" else NOTHING


def _sent_to_the_door(cell: Cell) -> str:
    sent = cell.kind in SENT_TO_THE_DOOR and cell.about == "baby" and cell.sensitivity == "shared"
    return SHOWN if sent else NOTHING


def _help(cell: Cell) -> str:
    if cell.role in AT_THE_DOOR:
        return _sent_to_the_door(cell)
    if cell.role == "conference_chair":
        return NOTHING
    is_lead = cell.role == "safeguarding_lead"
    # A nursery, a school, a crew in the agreed help reads about the baby, and nothing about its adults.
    if cell.sector in SETTINGS and cell.role in DOES_CASEWORK:
        open_entry = cell.sensitivity == "shared" and cell.about == "baby" and cell.holder not in DISCLOSES
        return SHOWN if open_entry else NOTHING
    # Police, probation and the services for adults are not part of the family's agreement.
    takes_part = cell.role == "examiner" or cell.sector in HELPS or (is_lead and cell.sector in SETTINGS)
    if not takes_part:
        return NOTHING
    # Where the holder's name would disclose: elsewhere. Of a restricted one of theirs only a lead knows.
    if cell.holder in DISCLOSES:
        return ELSEWHERE if cell.sensitivity == "shared" or is_lead else NOTHING
    return SHOWN if cell.sensitivity == "shared" else ELSEWHERE


def _concern(cell: Cell) -> str:
    is_lead = cell.role == "safeguarding_lead"
    weighs = cell.role in {"examiner", "conference_chair"} or is_lead
    at_the_table = weighs or cell.role in AT_THE_DOOR or cell.sector in MEETS
    # Restricted: about the baby, shown to who weighs it all; about an adult, only ever elsewhere.
    if cell.sensitivity == "restricted":
        if cell.about == "baby":
            return SHOWN if weighs else ELSEWHERE
        return ELSEWHERE if at_the_table else NOTHING
    # The joined record: all of it for those who meet; the others are not told who holds what on an adult.
    if at_the_table or cell.about == "baby" or cell.holder not in DISCLOSES:
        return SHOWN
    return ELSEWHERE
