"""What each kind of entry says: one dataclass a kind.

The narrow table of a kind is built from its dataclass (`chronology.models`), proposals carry one
(`chronology.proposals`), forms are drawn from one. `Annotated[str, CODES]` limits a field to a code set of
`chronology.codes`. `None` always means *not recorded*, never *normal*. People and agencies that an entry
names are not here: they are its `parts` (see PERSON_PARTS). Source: docs/reference/case-file.md.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Final

from sightline.chronology.codes import (
    ALLEGATION_STATES,
    APPOINTMENT_OUTCOMES,
    ASSESSMENTS,
    CLINICIANS,
    CONSULTED_HOW,
    EXPLANATION_FITS,
    HOUSEHOLD_CHANGES,
    IDENTITIES,
    INJURIES,
    LEVELS,
    MEDICAL_OUTCOMES,
    OBSERVATIONS,
    OFFER_OUTCOMES,
    OFFERS,
    PLANS,
    PROGRAMMES,
    REFERRAL_OUTCOMES,
    RELATIONSHIPS,
    ROUTINES,
    SEEN_HOW,
    STATEMENTS,
    STRATEGY_OUTCOMES,
    TOUCHPOINTS,
)
from sightline.core.codes import SECTORS, SEXES


@dataclass(frozen=True, slots=True)
class Pregnancy:
    """What is expected: the date, and how many babies. A later entry moves the date; both stay."""

    expected_on: dt.date | None = None
    multiple_birth: bool | None = None


@dataclass(frozen=True, slots=True)
class Birth:
    """That the baby was born. `gestation_days` counts from the start of pregnancy to the birth."""

    born_on: dt.date
    sex: Annotated[str | None, SEXES] = None
    gestation_days: int | None = None
    birth_weight_g: int | None = None
    multiple_birth: bool | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment and what became of it. Parts: `with`, the people present."""

    service: Annotated[str, SECTORS]
    outcome: Annotated[str, APPOINTMENT_OUTCOMES]
    routine: Annotated[str | None, ROUTINES] = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact with or about the family. Parts: `spoke_to`."""

    child_seen: bool | None = None
    lived_experience: bool | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """Weight in kg, length and head in cm, or only a centile. SDS are worked out on writing."""

    weight_kg: Decimal | None = None
    length_cm: Decimal | None = None
    head_cm: Decimal | None = None
    weight_centile: Decimal | None = None
    head_centile: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Mobility:
    """What the baby was seen to do, each yes, no or not recorded."""

    rolls: bool | None = None
    sits: bool | None = None
    crawls: bool | None = None
    cruises: bool | None = None
    walks: bool | None = None


@dataclass(frozen=True, slots=True)
class Injury:
    """A mark or injury and what was said of it. `medical_cause` is true only when established."""

    injury: Annotated[str, INJURIES]
    site: str | None = None
    patterned: bool | None = None
    explanation: str | None = None
    explanation_fits: Annotated[str | None, EXPLANATION_FITS] = None
    medical_cause: bool | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One coded fact about a parent or the baby, at the level its agency judged."""

    code: Annotated[str, OBSERVATIONS]
    level: Annotated[str | None, LEVELS] = None
    explored: bool | None = None
    past: bool | None = None
    status: Annotated[str | None, ALLEGATION_STATES] = None
    grading: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said. Parts: `by`, who said it."""

    code: Annotated[str, STATEMENTS]
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """A change in who lives with or cares for the baby; the entry is about the person who moves.

    Parts: `of`, the baby whose home or care it is.
    """

    change: Annotated[str, HOUSEHOLD_CHANGES]
    reason_known: bool | None = None
    reason: str | None = None
    nights_a_week: int | None = None
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """How the entry's person stands to another. Parts: `to`, whom (the baby when left out)."""

    type: Annotated[str, RELATIONSHIPS]
    identity: Annotated[str, IDENTITIES] = "named"
    described_as: str | None = None
    parental_responsibility: bool | None = None
    evidence: str | None = None
    ended: bool | None = None
    chase_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """That a service met, spoke to, assessed or screened the entry's person."""

    how: Annotated[str, SEEN_HOW]


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral and its outcome. `to_sector` decides; the entry's agency referred."""

    to_sector: Annotated[str, SECTORS]
    outcome: Annotated[str, REFERRAL_OUTCOMES] = "open"
    outcome_on: dt.date | None = None
    source_key: str | None = None


@dataclass(frozen=True, slots=True)
class StrategyRequest:
    """A request for a strategy discussion by any sector."""

    by_sector: Annotated[str, SECTORS]
    outcome: Annotated[str, STRATEGY_OUTCOMES] = "unanswered"
    outcome_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class StrategyDiscussion:
    """A strategy discussion that was held. Agency parts: `present`."""


@dataclass(frozen=True, slots=True)
class Medical:
    """A child protection medical."""

    requested_on: dt.date | None = None
    outcome: Annotated[str | None, MEDICAL_OUTCOMES] = None
    outcome_on: dt.date | None = None
    police_present: bool | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment. Parts: `considered`, the people weighed in it."""

    type: Annotated[str, ASSESSMENTS]
    started_on: dt.date | None = None
    completed_on: dt.date | None = None
    baby_factors: bool | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan for the entry's child."""

    type: Annotated[str, PLANS]
    start_on: dt.date | None = None
    end_on: dt.date | None = None
    category: str | None = None
    need_code: str | None = None


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """A talk from a programme. Parts: `received_by`."""

    programme: Annotated[str, PROGRAMMES]
    number: Annotated[str, TOUCHPOINTS]


@dataclass(frozen=True, slots=True)
class Offer:
    """Help offered. Parts: `to`, to whom."""

    offer: Annotated[str, OFFERS]
    outcome: Annotated[str | None, OFFER_OUTCOMES] = None
    priority: bool | None = None


@dataclass(frozen=True, slots=True)
class GpRequest:
    """That a baby on a plan was asked to be seen by the practice, and when it was."""

    requested_on: dt.date
    seen_on: dt.date | None = None
    clinician: Annotated[str | None, CLINICIANS] = None
    how: Annotated[str | None, CONSULTED_HOW] = "in_surgery"


@dataclass(frozen=True, slots=True)
class Challenge:
    """A professional disagreement."""

    by_sector: Annotated[str, SECTORS]
    with_sector: Annotated[str, SECTORS]
    stage: int = 1
    resolved_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """That the entry `ref` was passed on. Agency parts: `with`, the sectors that got it."""


@dataclass(frozen=True, slots=True)
class MovedArea:
    """That the family moved here from elsewhere, and whether the baby's history came."""

    from_area: str | None = None
    history_received: bool | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A parent's correction or disagreement, standing beside the entry `ref`. Parts: `by`."""

    words: str = ""


Detail = (
    Pregnancy
    | Birth
    | Appointment
    | Contact
    | Measurement
    | Mobility
    | Injury
    | Observation
    | Statement
    | Household
    | Relationship
    | Seen
    | Referral
    | StrategyRequest
    | StrategyDiscussion
    | Medical
    | Assessment
    | Plan
    | Touchpoint
    | Offer
    | GpRequest
    | Challenge
    | Shared
    | MovedArea
    | Disagreement
)

KINDS: Final[dict[str, type[Detail]]] = {
    "pregnancy": Pregnancy,
    "birth": Birth,
    "appointment": Appointment,
    "contact": Contact,
    "measurement": Measurement,
    "mobility": Mobility,
    "injury": Injury,
    "observation": Observation,
    "statement": Statement,
    "household": Household,
    "relationship": Relationship,
    "seen": Seen,
    "referral": Referral,
    "strategy_request": StrategyRequest,
    "strategy_discussion": StrategyDiscussion,
    "medical": Medical,
    "assessment": Assessment,
    "plan": Plan,
    "touchpoint": Touchpoint,
    "offer": Offer,
    "gp_request": GpRequest,
    "challenge": Challenge,
    "shared": Shared,
    "moved_area": MovedArea,
    "disagreement": Disagreement,
}
KIND_OF: Final[dict[type[Detail], str]] = {detail: kind for kind, detail in KINDS.items()}


# The parts that people and sectors may play in an entry of each kind.
PERSON_PARTS: Final[dict[str, tuple[str, ...]]] = {
    "appointment": ("with",),
    "contact": ("spoke_to",),
    "statement": ("by",),
    "household": ("of",),
    "relationship": ("to",),
    "assessment": ("considered",),
    "touchpoint": ("received_by",),
    "offer": ("to",),
    "disagreement": ("by",),
}
SECTOR_PARTS: Final[dict[str, tuple[str, ...]]] = {
    "strategy_discussion": ("present",),
    "shared": ("with",),
}
