"""What somebody writes in a referral, before it is sent: plain data, and what is missing from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sightline.people.models import Person


@dataclass(frozen=True, slots=True)
class WrittenAdult:
    """What the referrer answered about one adult: somebody of the record, or in words."""

    answer: str
    person: Person | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class WrittenChild:
    """What is said of one child."""

    person: Person
    lived_experience: str = ""
    mobility: str = ""
    adults: tuple[WrittenAdult, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A referral as it is written. `not_known` are pairs of what, and who could find out."""

    children: tuple[WrittenChild, ...]
    worry: str
    safe_now: str
    where_now: str
    call_back: str
    is_urgent: bool = False
    is_restricted: bool = False
    needed: str = ""
    tried: str = ""
    achieved: str = ""
    history: str = ""
    current: str = ""
    not_known: tuple[tuple[str, str], ...] = ()
    parents_told: str = ""
    parents_told_because: str = ""


ALWAYS: Final = {
    "worry": "Say what you are worried about.",
    "safe_now": "Say whether the child is safe now, as far as you know.",
    "where_now": "Say where the child is now.",
    "call_back": "Give a number on which you can be rung back.",
}
"""The fields without which nobody can act: an urgent referral needs no more."""
IN_FULL: Final = {
    "needed": "Say what you think is needed.",
    "tried": "Say what has been tried, or that nothing has.",
    "history": "Say what is known of earlier worries, or that you know of none.",
    "current": "Say what is happening now.",
    "parents_told": "Say whether the parents know of this referral.",
}


def missing(written: Written) -> dict[str, str]:
    """What must be there before it can be sent, by field, in words. An urgent one is sent short."""
    wanted = ALWAYS if written.is_urgent else ALWAYS | IN_FULL
    found = {field: words for field, words in wanted.items() if not str(getattr(written, field)).strip()}
    if not written.children:
        found["children"] = "Say which child this is about."
    if written.parents_told == "not_told" and not written.parents_told_because.strip():
        found["parents_told_because"] = "Say what risk telling them would add."
    if not written.is_urgent and not written.not_known:
        found["not_known"] = "Say one thing that you do not know, and who could find out."
    return found
