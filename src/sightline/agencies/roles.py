"""The roles that a professional may act in, one at a time. Source: docs/reference/access.md."""

from __future__ import annotations

from typing import Final

from sightline.core.codes import Codes

ROLES: Final[Codes] = {
    "practitioner": "Practitioner",
    "team_manager": "Team manager",
    "safeguarding_lead": "Safeguarding lead",
    "front_door_worker": "Front-door worker",
    "front_door_manager": "Front-door manager",
    "emergency_duty_worker": "Emergency duty worker",
    "examiner": "Examiner (paediatrician)",
    "conference_chair": "Conference chair",
    "partnership_officer": "Partnership officer",
    "independent_scrutineer": "Independent scrutineer",
    "auditor": "Auditor",
    "analyst": "Analyst",
    "administrator": "Administrator",
}

SEES_NO_CHILD: Final = frozenset(
    {"partnership_officer", "independent_scrutineer", "analyst", "administrator"}
)
"""Roles that see no identifiable child."""

PROFESSIONS: Final[Codes] = {
    "midwife": "Midwife",
    "health_visitor": "Health visitor",
    "gp": "GP",
    "practice_nurse": "Practice nurse",
    "nurse": "Nurse",
    "paediatrician": "Paediatrician",
    "doctor": "Doctor",
    "social_worker": "Social worker",
    "police_officer": "Police officer",
    "probation_officer": "Probation officer",
    "early_help_worker": "Early help worker",
    "nursery_worker": "Nursery worker",
    "housing_officer": "Housing officer",
    "mental_health_worker": "Mental health worker",
    "substance_worker": "Substance service worker",
    "paramedic": "Paramedic",
    "partnership_staff": "Partnership staff",
    "other": "Other",
}

LEAD_KINDS: Final[Codes] = {"named": "Named", "designated": "Designated", "agency": "Agency"}
