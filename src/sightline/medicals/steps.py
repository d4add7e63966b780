"""What may happen to a child protection medical, as a table."""

from __future__ import annotations

from typing import Final

from sightline.core.steps import Step, Steps

EXAMINERS: Final = "an examiner of the agency asked"
ASKERS: Final = "the agency that asked"

MEDICAL: Final = Steps(
    "medical",
    "asked",
    {
        "asked": "Asked for, not answered",
        "accepted": "Accepted, not examined yet",
        "declined": "Declined",
        "withdrawn": "Taken back by the agency that asked",
        "called_off": "Called off, not examined",
        "examined": "Examined, no opinion yet",
        "opinion": "Preliminary opinion given",
        "final": "Final opinion given",
    },
    (
        Step("asked", "accept", "accepted", EXAMINERS, "medical.accepted"),
        Step("asked", "decline", "declined", EXAMINERS, "medical.declined"),
        Step("asked", "withdraw", "withdrawn", ASKERS, "medical.withdrawn"),
        Step("accepted", "call_off", "called_off", EXAMINERS, "medical.called_off"),
        Step("accepted", "examine", "examined", EXAMINERS, "medical.examined"),
        Step("examined", "give_opinion", "opinion", EXAMINERS, "medical.opinion_given"),
        Step("opinion", "finish", "final", EXAMINERS, "medical.finished"),
    ),
)
"""An addendum changes no state: it may follow any opinion."""

RUNNING: Final = ("asked", "accepted", "examined", "opinion")
"""While it is one of these, the examiners see what the request carries."""
SEEN: Final = ("examined", "opinion", "final")
OPINED: Final = ("opinion", "final")

TABLES: Final[tuple[Steps, ...]] = (MEDICAL,)
