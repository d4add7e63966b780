"""What somebody writes of a challenge, before it is kept; and what is still missing from it."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

from sightline.challenge.codes import CHANGED, NOT_SAFE, SAFE_NOW
from sightline.core import clock


@dataclass(frozen=True, slots=True)
class Safety:
    """Who does what by when, so that the child is safe meanwhile."""

    what: str = ""
    who: str = ""
    by_on: dt.date | None = None
    by_time: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether any of it is filled in."""
        return bool(self.what.strip() or self.who.strip() or self.by_on)


@dataclass(frozen=True, slots=True)
class WrittenChallenge:
    """A challenge as its raiser wrote it. `form_key` is the form's: sent twice, it raises one."""

    what: str
    why: str
    asked: str
    safe_now: str
    form_key: uuid.UUID
    safety: Safety = Safety()


@dataclass(frozen=True, slots=True)
class Settled:
    """How a challenge ends, as somebody wrote it down."""

    agreed: str
    changed: str
    effect: str
    because: str = ""
    to_learn: bool = False


def missing_of(written: WrittenChallenge) -> dict[str, str]:
    """What a challenge still lacks, by field, in words. What keeps an unsafe child safe is never left out."""
    asked = {
        "what": "Say what you disagree with.",
        "why": "Say why, and what you have seen.",
        "asked": "Say what you ask for.",
    }
    gaps = {name: words for name, words in asked.items() if not str(getattr(written, name)).strip()}
    if written.safe_now not in SAFE_NOW:
        gaps["safe_now"] = "Say whether the child is safe now, as far as you know."
    if written.safe_now == NOT_SAFE or written.safety.is_begun:
        gaps |= missing_of_safety(written.safety)
    return gaps


def missing_of_safety(safety: Safety) -> dict[str, str]:
    """What is missing of who does what by when, by field, in words."""
    gaps = {}
    if not safety.what.strip():
        gaps["safety_what"] = "Say what keeps the child safe meanwhile."
    if not safety.who.strip():
        gaps["safety_who"] = "Say who does it."
    if safety.by_on is None:
        gaps["safety_by"] = "Say by which day."
    elif safety.by_on < clock.today():
        gaps["safety_by"] = "That day is over: say by which day from today."
    return gaps


def missing_of_end(settled: Settled) -> dict[str, str]:
    """What is missing of an end, by field, in words."""
    gaps = {}
    if not settled.agreed.strip():
        gaps["agreed"] = "Write down what was agreed."
    if settled.changed not in CHANGED:
        gaps["changed"] = "Say whether it is changed."
    if not settled.effect.strip():
        gaps["effect"] = "Say what it means for the child."
    return gaps
