"""The code sets of asking, answering and sharing. Words are read by practitioners and by families."""

from __future__ import annotations

from typing import Final

from sightline.core.codes import Codes

ANSWERS: Final[Codes] = {
    "given": "We hold something, and share it",
    "nil_known": "Nil known: we looked, and hold nothing",
    "cannot": "We cannot answer",
    "refused": "We hold something, and do not share it",
}
EVENT_OF: Final[dict[str, str]] = {
    "given": "give",
    "nil_known": "find_nothing",
    "cannot": "fail",
    "refused": "refuse",
}
"""By which step of `steps.INFORMATION_REQUEST` each answer is given."""
REACHED_BY: Final[Codes] = {
    "sightline": "In Sightline, to its safeguarding lead",
    "link": "By a one-time link to its safeguarding mailbox",
    "telephone": "By telephone: nobody there signs in, and no mailbox is kept",
}
VIA: Final[Codes] = {
    "sightline": "in Sightline",
    "link": "by the one-time link",
    "telephone": "by telephone, entered by the front door",
}
DECISIONS: Final[Codes] = {"shared": "Shared", "refused": "Refused to share"}
PURPOSES: Final[Codes] = {
    "protection": "To protect a child, or to find out whether one needs protecting",
    "early_help": "Early help, with the parents’ agreement",
}
CONSENTS: Final[Codes] = {
    "not_needed": "Not needed: it is to protect a child",
    "given": "Asked, and given",
    "refused": "Asked, and refused",
    "not_asked": "Not asked, because",
}
"""Consent never decides whether a child is protected; it is asked, and its answer kept, for early help."""
PARENTS: Final[Codes] = {
    "told": "Told what is shared, and with whom",
    "front_door": "The front door tells them",
    "not_told": "Not told, because it would add risk",
    "not_reached": "Could not be reached",
}
TOLD_BY_DOOR: Final[Codes] = {key: words for key, words in PARENTS.items() if key != "front_door"}
"""What the front door itself may say: it leaves the telling to nobody else."""
OBJECTIONS: Final[Codes] = {
    "none": "No, as far as we know",
    "overridden": "Yes, and we share all the same",
}
WHO_RANG: Final[Codes] = {"we": "We rang them", "they": "They rang us"}
