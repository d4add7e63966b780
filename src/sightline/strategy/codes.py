"""The code sets of a strategy discussion. Words are read by practitioners and by families."""

from __future__ import annotations

from typing import Final

from sightline.core.codes import Codes

PARTS: Final[Codes] = {
    "social_worker": "Social worker",
    "police": "Police",
    "health_visitor": "Health visitor",
    "midwife": "Midwife",
    "gp": "GP",
    "consultant": "Hospital consultant",
    "ward_nurse": "Senior ward nurse",
    "senior_doctor": "Senior doctor for the medical",
    "other_health": "Another health practitioner",
    "nursery": "Nursery or school",
    "early_help": "Early help",
    "other": "Another agency",
}
"""As what somebody takes part. Which of them must is in `minimum.yaml`."""
ATTENDANCE: Final[Codes] = {
    "invited": "Invited",
    "present": "Present",
    "apologies": "Sent apologies",
    "did_not_come": "Did not come",
}
CAME_OR_NOT: Final[Codes] = {key: words for key, words in ATTENDANCE.items() if key != "invited"}
CASES: Final[Codes] = {
    "unborn": "The baby is not born yet",
    "in_hospital": "The child is in hospital",
    "medical_possible": "A child protection medical is possible",
}
"""What makes others needed as well."""
ENQUIRY: Final[Codes] = {
    "start": "Start a section 47 enquiry",
    "do_not_start": "Do not start one",
}
ACTION_STATES: Final[Codes] = {"open": "To do", "done": "Done", "not_done": "Not done"}
