"""What is written on the pages of a strategy discussion, before it is stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sightline.agencies.models import Agency
from sightline.concerns.models import ReferredChild
from sightline.people.models import Person


@dataclass(frozen=True, slots=True)
class Asking:
    """A request: for whom, why, and whether the child is safe now."""

    child: Person
    why: str
    safe_now: str
    call_back: str
    referral: ReferredChild | None = None


@dataclass(frozen=True, slots=True)
class Planning:
    """When and how it is held, and what makes others needed."""

    planned_for: dt.datetime
    place: str
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody asked to take part: in an agency, or in one that is not in Sightline (`agency_words`)."""

    name: str
    part: str
    agency: Agency | None = None
    agency_words: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """One thing to do: what, by whom in which agency, until when."""

    what: str
    agency: Agency
    who: str
    due_on: dt.date


@dataclass(frozen=True, slots=True)
class Held:
    """What came of it. `came` is attendance by attendee id; `dissents` are names and their words."""

    held_at: dt.datetime
    came: dict[str, str]
    decided: str
    statement_read: bool = False
    missing_because: str = ""
    missing_approved_by: str = ""
    dissents: tuple[tuple[str, str], ...] = field(default=())
