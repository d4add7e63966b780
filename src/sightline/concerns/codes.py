"""The code sets of a concern on its way to an outcome. Words are read by practitioners and by families."""

from __future__ import annotations

from typing import Final

from sightline.core.codes import Codes

YES_NO_UNKNOWN: Final[Codes] = {"yes": "Yes", "no": "No", "not_known": "Not known to me"}
PARENTS_TOLD: Final[Codes] = {
    "told": "Told",
    "not_told": "Not told, because it would add risk",
    "not_reached": "Could not be reached",
}
ADULT_ANSWERS: Final[Codes] = {
    "confirmed": "Confirmed: part of the baby's life now",
    "added": "Added by the referrer",
    "not_asked": "Not asked",
    "not_known": "Not known to me",
}
DECISIONS: Final[Codes] = {
    "strategy": "Strategy discussion",
    "assessment": "Assessment by children's social care",
    "early_help": "Early help, with the parents' agreement",
    "advice": "Advice to the referrer",
    "no_further_action": "No further action",
}
OUTCOME_OF: Final[dict[str, str]] = {
    "strategy": "accepted",
    "assessment": "accepted",
    "early_help": "advice",
    "advice": "advice",
    "no_further_action": "no_further_action",
}
"""A decision as the chronology's entry of the referral has it (`chronology.codes.REFERRAL_OUTCOMES`)."""
PARTS: Final[Codes] = {
    "needed": "What is needed",
    "tried": "What has been tried, and what it achieved",
    "history": "History and current concerns",
    "unknown": "What is not known, and who could find out",
}
"""The four parts of a referral that the briefing asks for."""
RATINGS: Final[Codes] = {
    "clear": "Clear: I could decide on it",
    "partly": "Partly: I had to ask",
    "missing": "Missing",
}
