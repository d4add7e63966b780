"""What somebody writes of a mark, before it is stored: plain data, and what is missing from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sightline.chronology.codes import INJURIES
from sightline.chronology.kinds import Mobility
from sightline.chronology.models import Entry
from sightline.marks.regions import regions
from sightline.people.models import Person


@dataclass(frozen=True, slots=True)
class SeenMark:
    """One mark: what it is and where, its size in mm, and what was said of it in the words used.

    `entry` is the injury that was recorded already and that this mark is: it is not written twice.
    """

    region: str
    injury: str = "bruise"
    size_mm: int | None = None
    across_mm: int | None = None
    colour: str = ""
    shape: str = ""
    patterned: bool | None = None
    petechiae: bool | None = None
    said_birthmark: bool | None = None
    photograph_at: str = ""
    explanation: str = ""
    explanation_fits: str = ""
    said_by: str = ""
    said_at: dt.datetime | None = None
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Sighted:
    """A sighting: the mark, what the baby was seen to do, and what surrounds it.

    `seen_at` is when it was first seen by anybody who works with the family; `carers` had the baby in the
    time in which it can have happened; `others` are the other young children of the home.
    """

    mark: SeenMark
    seen_at: dt.datetime
    seen_first_by: str = ""
    mobility: Mobility = field(default_factory=Mobility)
    skin_seen: str = ""
    skin_tone: str = ""
    delay: str = ""
    delay_words: str = ""
    carers: tuple[Person, ...] = ()
    carer_words: str = ""
    others: tuple[Person, ...] = ()
    other_words: tuple[str, ...] = ()
    note: str = ""


def missing_of(mark: SeenMark) -> dict[str, str]:
    """What a mark cannot be stored without, by field, in words."""
    gaps: dict[str, str] = {}
    if mark.region not in regions():
        gaps["region"] = "Say where on the body it is."
    if mark.injury not in INJURIES:
        gaps["injury"] = "Say what you saw."
    return gaps


def missing(sighted: Sighted) -> dict[str, str]:
    """What a sighting cannot be stored without. It is little: a mark may be written down in a minute."""
    gaps = missing_of(sighted.mark)
    if not sighted.skin_seen:
        gaps["skin_seen"] = "Say how much of the skin was seen."
    return gaps
