"""A learning point: what a review found, the question that follows from it, and the signal that asks it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from sightline.learning.cases import Case
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source

Signal = Callable[[Any, Any], Any]
"""`(tables, parameters) -> Ibis table`; see signals.grammar. Kept opaque: Ibis is there only to compile."""

PURPOSE: Final = "Reminds a professional to look. It does not diagnose, grade or exclude."

THEMES: Final[dict[str, str]] = {
    "experiences": "Impact of parents' experiences and behaviour",
    "vulnerable": "Infants who may be more vulnerable",
    "struggling": "Parents who may be struggling",
    "curiosity": "Over-optimism and curiosity",
    "relationships": "Roles and relationships",
    "practice": "Changes in practice",
}


class Tempo(Enum):
    """How soon a question is asked. `now` the same day, `week` in five working days, `next` next contact."""

    NOW = "now"
    WEEK = "week"
    NEXT = "next"


OWNERS: Final[dict[str, str]] = {
    "health_visitor": "The midwife until the handover, then the health visitor.",
    "lead_social_worker": "The lead social worker while a plan or enquiry is open; else the health visitor "
    "(the midwife until the handover).",
    "midwife": "The midwife.",
    "neonatal_unit": "The neonatal unit until the baby goes home, then the health visitor.",
    "gp": "The registered GP practice.",
    "holder": "The agency that recorded the evidence, and nobody else.",
    "service_that_missed": "The service whose appointments were missed; the health visitor is told.",
    "who_saw": "Whoever recorded what was seen.",
    "who_heard": "Whoever recorded what was said.",
    "who_screened": "Whoever recorded the screening or the illness.",
    "assessor": "Whoever finished the assessment.",
    "examiner": "The examiner's service; whoever asked for the examination is told.",
    "front_door_manager": "The manager of the front door.",
    "team_manager": "The manager of the team that does the assessment.",
    "next_stage_manager": "The manager at the next stage of the disagreement.",
    "practice_safeguarding_lead": "The GP practice's safeguarding lead.",
    "lead_or_early_help": "The lead social worker, or early help where that leads.",
    "receiving_health_visitor": "The health visitor of the receiving area.",
}


@dataclass(frozen=True, slots=True)
class Owner:
    """The one to whom the question goes: a code of OWNERS, and its rule in words."""

    whom: str

    def __post_init__(self) -> None:
        if self.whom not in OWNERS:
            raise ValueError(f"Nobody is called {self.whom!r}: choose from {', '.join(OWNERS)}.")

    @property
    def rule(self) -> str:
        """Who that is, in words."""
        return OWNERS[self.whom]


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """One lesson. Every text is ours; `finding` says what reviews found, in our words.

    `tempo` holds unless the because-code of a row names a sooner one in `tempo_by`; `owner` likewise with
    `owner_by`. `needs` lists kinds of entry that must be supplied for the signal to be computed; an inner
    tuple is satisfied by any of its kinds. `because` gives for each because-code the sentence shown beside
    the evidence. `renewed_by` lists the because-codes whose entries must be new for the question to come
    back; with none, all. A point without a signal says in `cannot_compute` why.
    """

    id: str
    theme: str
    title: str
    finding: str
    sources: tuple[Source, ...]
    question: str
    short_question: str
    tempo: Tempo
    owner: Owner
    asked_when: str
    silent_when: str
    blind_to: str
    because: Mapping[str, str]
    signal: Signal | None
    needs: tuple[str | tuple[str, ...], ...]
    cases: tuple[Case, ...]
    author: str
    checker: str
    review_by: dt.date
    policy: tuple[PolicyValue, ...] = ()
    tempo_by: Mapping[str, Tempo] = field(default_factory=dict)
    owner_by: Mapping[str, Owner] = field(default_factory=dict)
    renewed_by: tuple[str, ...] = ()
    procedure: str = ""
    purpose: str = PURPOSE
    cannot_compute: str = ""
    differs: str = ""
    """Where a published source says otherwise than docs/questions, and which was followed."""

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise ValueError(f"{self.id}: {fault}")

    @property
    def key(self) -> str:
        """The id as a Python name: how its file and its parameters are called."""
        return self.id.replace("-", "_")

    def parameter(self, name: str) -> str:
        """The bind parameter of one of its policy values."""
        return f"{self.key}__{name}"


def _faults(point: LearningPoint) -> list[str]:
    faults = []
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", point.id):
        faults.append("an id is words in lower case with dashes between them")
    if point.theme not in THEMES:
        faults.append(f"{point.theme!r} is no theme: choose from {', '.join(THEMES)}")
    if not point.sources:
        faults.append("a lesson names its source")
    if point.author == point.checker:
        faults.append("who checks a lesson is not who wrote it")
    if (point.signal is None) != bool(point.cannot_compute):
        faults.append("a lesson has a signal, or says why it cannot be computed")
    codes = {*point.renewed_by, *point.tempo_by, *point.owner_by}
    if not codes <= set(point.because):
        faults.append(f"{sorted(codes - set(point.because))} have no sentence in `because`")
    return faults
