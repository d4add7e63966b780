"""Code sets of this room."""

from __future__ import annotations

from typing import Final

from sightline.core.codes import Codes

INVOLVEMENTS: Final[Codes] = {
    "midwife": "Midwife",
    "health_visitor": "Health visitor",
    "lead_social_worker": "Lead social worker",
    "gp": "Registered GP",
    "hospital": "Hospital team",
    "neonatal_unit": "Neonatal unit",
    "early_help": "Early help worker",
    "nursery": "Nursery",
    "police": "Police",
    "other": "Other",
}
OPENNESS: Final[Codes] = {
    "universal": "Universal",
    "help": "Help agreed with the parents",
    "concern": "Concern",
}
BREAK_GLASS_REASONS: Final[Codes] = {
    "urgent_care": "The baby is in front of me for urgent care",
    "immediate_safety": "I think that the baby is not safe now",
    "receiving": "My team is receiving the baby and the involvement is not recorded yet",
    "temporary_staff": "I am temporary staff and my involvement is not recorded yet",
}
