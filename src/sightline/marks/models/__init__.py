"""The tables of a mark on a baby who is not mobile."""

from sightline.marks.models.answers import Discussion, Hindrance, Opinion, ParentsAnswer
from sightline.marks.models.sightings import Account, Carer, Mark, OtherChild, Sighting

__all__ = [
    "Account",
    "Carer",
    "Discussion",
    "Hindrance",
    "Mark",
    "Opinion",
    "OtherChild",
    "ParentsAnswer",
    "Sighting",
]
