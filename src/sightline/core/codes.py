"""Code sets that every room shares. A code is the word stored; the label is the word read aloud.

Source: docs/reference/case-file.md (the case-file format), unless a set says otherwise.
"""

from __future__ import annotations

from typing import Final

Codes = dict[str, str]

SECTORS: Final[Codes] = {
    "midwifery": "Midwifery",
    "health_visiting": "Health visiting",
    "gp": "GP surgery",
    "hospital": "Hospital",
    "neonatal_unit": "Neonatal unit",
    "ambulance": "Ambulance",
    "social_care": "Children's social care",
    "police": "Police",
    "probation": "Probation",
    "mental_health": "Mental health",
    "substance_service": "Substance service",
    "early_help": "Early help",
    "nursery": "Nursery",
    "housing": "Housing",
    "education": "Education",
    "other": "Another service",
}

PRECISIONS: Final[Codes] = {
    "exact": "on this day",
    "week": "in the week that ends on this day",
    "month": "in the month that ends on this day",
    "year": "in the year that ends on this day",
    "order_only": "date not known, only the order",
}

# Days that an imprecise date may reach back, the day itself included.
PRECISION_DAYS: Final[dict[str, int]] = {"exact": 1, "week": 7, "month": 31, "year": 366}

SENSITIVITIES: Final[Codes] = {
    "shared": "Shared",
    "restricted": "Restricted",
    "sealed": "Sealed",
}
SENSITIVITY_LEVEL: Final[dict[str, int]] = {"shared": 0, "restricted": 1, "sealed": 2}

SEXES: Final[Codes] = {"female": "Female", "male": "Male", "unknown": "Not known or not said"}
