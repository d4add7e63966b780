"""The code sets of a professional challenge. Words are read by both sides."""

from __future__ import annotations

from typing import Final

from sightline.core.codes import Codes

SAFE_NOW: Final[Codes] = {"yes": "Yes", "no": "No", "not_known": "Not known to me"}
SIDES: Final[Codes] = {
    "raiser": "Who raised it",
    "challenged": "Who is challenged",
    "above": "The lead above both",
}
CHANGED: Final[Codes] = {
    "yes": "It is changed",
    "partly": "It is changed in part",
    "no": "It stands as it was",
}
"""What became of the decision, or of what was not done."""
THANKED_FOR: Final[Codes] = {
    "raising": "For raising it",
    "changing": "For looking again and changing their mind",
}
NOT_SAFE: Final = "no"
