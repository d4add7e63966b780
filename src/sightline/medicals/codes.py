"""The code sets of a child protection medical. Practitioners, families and courts read the words."""

from __future__ import annotations

from typing import Final

from sightline.chronology.codes import MEDICAL_OUTCOMES
from sightline.core.codes import Codes

URGENCIES: Final[Codes] = {
    "today": "Today: the baby is unsafe or unwell, or a mark may fade",
    "day": "Within 24 hours",
    "planned": "Later: nothing is likely to fade or to be lost by waiting",
}
OUTCOMES: Final[Codes] = {code: words for code, words in MEDICAL_OUTCOMES.items() if code != "not_recorded"}
"""What an opinion may say, in the codes of the chronology."""
NOT_A_CLEARANCE: Final = (
    "Inconclusive is not a clearance. It does not say that nobody harmed the baby: it says that the "
    "examination alone cannot tell."
)
KINDS: Final[Codes] = {
    "preliminary": "Preliminary opinion",
    "final": "Final opinion",
    "addendum": "Addendum",
}
POLICE_ASKED: Final[Codes] = {"asked": "The police are asked", "not_asked": "The police are not asked"}
POLICE_CAME: Final[Codes] = {
    "came": "They came",
    "declined": "They were asked and declined",
    "did_not_come": "They were asked and did not come",
    "not_asked": "They were not asked",
}
POLICE: Final[Codes] = {"asked": "Asked, not known yet whether they come"} | POLICE_CAME
CONSENTS: Final[Codes] = {
    "given": "Given",
    "refused": "Refused",
    "not_reached": "Nobody who may consent could be reached",
    "court": "A court has ordered or allowed the examination",
    "emergency": "Not waited for: the baby’s life or health cannot wait",
}
ALLOWS: Final = frozenset({"given", "court", "emergency"})
"""The answers on which an examination may go ahead."""
CALLED_OFF: Final[Codes] = {
    "not_brought": "The baby was not brought",
    "consent_refused": "Consent was refused, and no court or emergency allows it",
    "elsewhere": "It is held elsewhere",
    "not_needed": "It is no longer needed",
}
SKIN_SEEN: Final[Codes] = {
    "all": "All of it, clothes and nappy off",
    "part": "Part of it",
    "none": "None of it",
}
HOW_TOLD: Final[Codes] = {
    "telephone": "By telephone",
    "in_person": "In person, or in the meeting",
    "letter": "By letter or secure mail",
}
QUESTIONS: Final[Codes] = {
    "documented": "Are the findings written so that another examiner can follow them?",
    "differential": "Are other causes weighed?",
    "answers": "Does the opinion answer the questions that were asked?",
    "shared": "Was the outcome shared with each agency that must know?",
    "agrees": "Would you have come to the same opinion?",
}
"""What a second paediatrician says of one medical."""
REVIEWED: Final[Codes] = {"yes": "Yes", "partly": "Partly", "no": "No"}
