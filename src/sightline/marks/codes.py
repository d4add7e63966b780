"""The code sets of an unexplained mark. Words are read by practitioners, and may be by families."""

from __future__ import annotations

from typing import Final

from sightline.core.codes import Codes

COLOURS: Final[Codes] = {
    "red": "Red or pink",
    "purple": "Blue or purple",
    "brown": "Brown",
    "yellow": "Yellow or green",
    "grey": "Grey or black",
    "darker": "Darker than the skin around it",
    "mixed": "Several",
    "faint": "Faint, hard to say",
}
"""What is seen. No colour tells how old a bruise is."""
SKIN_SEEN: Final[Codes] = {
    "all": "All of it: clothes and nappy off, ears, mouth, and between the fingers",
    "part": "Part of it",
    "no": "No: only what was uncovered",
}
SKIN_TONES: Final[Codes] = {
    "light": "Light",
    "medium": "Medium or olive",
    "brown": "Brown",
    "dark": "Dark brown or black",
    "not_said": "Not said",
}
DELAYS: Final[Codes] = {
    "no": "No: shown as soon as it was seen",
    "yes": "Yes: seen before, and not shown",
    "not_asked": "Not asked",
    "not_known": "Not known",
}
OPINIONS: Final[Codes] = {
    "accidental": "An accident, as described",
    "inflicted": "Hurt by somebody",
    "medical_cause": "A medical cause, a birthmark or a birth injury",
    "inconclusive": "Cannot say",
}
"""The examiner's opinion, in the codes of the chronology's medical. "Cannot say" is not a clearance."""
OPINION_KINDS: Final[Codes] = {
    "examiner": "Examined by a paediatrician",
    "second_opinion": "A named second opinion, without an examination by a paediatrician",
}
GRADES: Final[Codes] = {
    "consultant": "Consultant paediatrician",
    "registrar": "Paediatric registrar",
    "community": "Community paediatrician",
    "other_doctor": "Another doctor",
}
DECISIONS: Final[Codes] = {
    "accident": "An accident, explained",
    "medical_cause": "A medical cause",
    "concern": "Concern: ask for a strategy discussion",
    "no_further_action": "No further action",
}
HINDRANCES: Final[Codes] = {
    "declined": "The parents decline the examination",
    "not_found": "The parents or the baby cannot be found",
    "no_examiner": "No paediatrician can see the baby in time",
    "other": "Something else",
}
