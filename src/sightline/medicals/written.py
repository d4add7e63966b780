"""What somebody writes about a medical before it is kept: plain data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sightline.agencies.models import Agency
from sightline.concerns.models import ReferredChild
from sightline.people.models import Person


@dataclass(frozen=True, slots=True)
class Asking:
    """A request. `adults` are people of the record; `somebody_else` is in words."""

    child: Person
    to_agency: Agency
    why: str
    questions: str
    urgency: str
    where_now: str
    who_may_consent: str
    call_back: str
    adults: tuple[Person, ...] = ()
    somebody_else: str = ""
    referral: ReferredChild | None = None


@dataclass(frozen=True, slots=True)
class Accepting:
    """Where and when, who attends, and whether the police are asked."""

    place: str
    booked_for: dt.datetime
    police: str
    police_because: str = ""
    attending: str = ""
    chaperone: str = ""


@dataclass(frozen=True, slots=True)
class CallingOff:
    """Why it is not held."""

    called_off: str
    because: str


@dataclass(frozen=True, slots=True)
class Consenting:
    """Who was asked to consent, and what they said."""

    answer: str
    who: str
    responsibility: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """The examination, in the examiner's words."""

    examined_at: dt.datetime
    place: str
    grade: str
    skin_seen: str
    findings: str
    differential: str
    police: str
    police_because: str = ""
    present: str = ""
    tests_asked: str = ""
    tests_awaited: str = ""
    photographs_at: str = ""


@dataclass(frozen=True, slots=True)
class Opined:
    """An opinion: coded, and in the examiner's own words."""

    outcome: str
    words: str


@dataclass(frozen=True, slots=True)
class Telling:
    """An agency that was told of the outcome."""

    sector: str
    who: str
    how: str


@dataclass(frozen=True, slots=True)
class Following:
    """What follows. No day while none is booked."""

    what: str
    who: str
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A second paediatrician's answers."""

    documented: str
    differential: str
    answers: str
    shared: str
    agrees: str
    line: str
