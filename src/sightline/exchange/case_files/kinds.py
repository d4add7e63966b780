"""The keys of each kind of fact: how each is read, where it goes, and what becomes known only later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sightline.chronology import codes
from sightline.chronology import kinds as said
from sightline.core.codes import SECTORS
from sightline.exchange.case_files.places import Place
from sightline.exchange.case_files.story import BABY

FARTHEST_DAY: Final = 20_000
"""Days before or after birth that a story may reach: some 55 years."""

Reads = Callable[[Place, Collection[str]], Any]
"""How a value is read; the second argument holds the ids of the story's people."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `field` is where it goes in the detail, `part` or `sector_part` whom it names in the entry."""

    reads: Reads
    required: bool = False
    field: str = ""
    part: str = ""
    sector_part: str = ""
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its keys, and for each `…_day` that may lie ahead the keys that become known with it."""

    detail: type[Any]
    keys: Mapping[str, Key]
    later: Mapping[str, tuple[str, ...]]


def person(place: Place, people: Collection[str]) -> str:
    """The id of one of the story's people, or of the baby."""
    name = place.text()
    if name != BABY and name not in people:
        place.refuse(f"'{name[:60]}' is nobody in 'people'. List everyone whom the story mentions.")
    return name


def _people(place: Place, people: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person(one, people) for one in place.one_or_more()))


def agency(place: Place, people: Collection[str] = ()) -> str:
    """The code of an agency."""
    return place.code(SECTORS)


def _agencies(place: Place, people: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(agency(one) for one in place.one_or_more()))


def day(place: Place, people: Collection[str] = ()) -> int:
    """A day of the story."""
    return place.whole(-FARTHEST_DAY, FARTHEST_DAY)


def _text(place: Place, people: Collection[str]) -> str:
    return place.text()


def _flag(place: Place, people: Collection[str]) -> bool:
    return place.flag()


def _stage(place: Place, people: Collection[str]) -> int:
    return place.whole(1, 5)


def _code(allowed: Mapping[str, str], required: bool = False) -> Key:
    return Key(lambda place, people: place.code(allowed), required)


def _amount(least: str, most: str) -> Key:
    return Key(lambda place, people: place.number(least, most))


def _on(field: str) -> Key:
    return Key(day, field=field, is_day=True)


FLAG: Final = Key(_flag)
TEXT: Final = Key(_text)


def _with(part: str) -> Key:
    return Key(_people, part=part)


def _kind(detail: type[Any], later: Mapping[str, tuple[str, ...]] | None = None, **keys: Key) -> Kind:
    return Kind(detail, {name.rstrip("_"): key for name, key in keys.items()}, later or {})


KINDS: Final[dict[str, Kind]] = {
    "appointment": _kind(
        said.Appointment,
        service=Key(agency, required=True),
        outcome=_code(codes.APPOINTMENT_OUTCOMES, required=True),
        with_=_with("with"),
        routine=_code(codes.ROUTINES),
    ),
    "contact": _kind(said.Contact, child_seen=FLAG, spoke_to=_with("spoke_to"), lived_experience=FLAG),
    "measurement": _kind(
        said.Measurement,
        weight_kg=_amount("0.1", "80"),
        length_cm=_amount("10", "160"),
        head_cm=_amount("10", "80"),
        weight_centile=_amount("0", "100"),
        head_centile=_amount("0", "100"),
    ),
    "mobility": _kind(said.Mobility, rolls=FLAG, sits=FLAG, crawls=FLAG, cruises=FLAG, walks=FLAG),
    "injury": _kind(
        said.Injury,
        injury=_code(codes.INJURIES, required=True),
        site=TEXT,
        patterned=FLAG,
        explanation=TEXT,
        explanation_fits=_code(codes.EXPLANATION_FITS),
        medical_cause=FLAG,
    ),
    "observation": _kind(
        said.Observation,
        code=_code(codes.OBSERVATIONS, required=True),
        level=_code(codes.LEVELS),
        explored=FLAG,
        past=FLAG,
    ),
    "statement": _kind(said.Statement, by=_with("by"), code=_code(codes.STATEMENTS, required=True)),
    "household": _kind(
        said.Household, change=_code(codes.HOUSEHOLD_CHANGES, required=True), reason_known=FLAG
    ),
    "relationship": _kind(
        said.Relationship,
        to=_with("to"),
        type=_code(codes.RELATIONSHIPS, required=True),
        identity=_code(codes.IDENTITIES),
    ),
    "seen": _kind(said.Seen, how=_code(codes.SEEN_HOW, required=True)),
    "referral": _kind(
        said.Referral,
        {"outcome_day": ("outcome",)},
        to=Key(agency, required=True, field="to_sector"),
        outcome=_code(codes.REFERRAL_OUTCOMES),
        outcome_day=_on("outcome_on"),
    ),
    "strategy_request": _kind(
        said.StrategyRequest,
        {"outcome_day": ("outcome",)},
        by=Key(agency, field="by_sector"),
        outcome=_code(codes.STRATEGY_OUTCOMES),
        outcome_day=_on("outcome_on"),
    ),
    "strategy_discussion": _kind(said.StrategyDiscussion, present=Key(_agencies, sector_part="present")),
    "medical": _kind(
        said.Medical,
        {"requested_day": (), "outcome_day": ("outcome",)},
        requested_day=_on("requested_on"),
        outcome=_code(codes.MEDICAL_OUTCOMES),
        outcome_day=_on("outcome_on"),
        police_present=FLAG,
    ),
    "assessment": _kind(
        said.Assessment,
        {"started_day": (), "completed_day": ("considered", "baby_factors")},
        type=_code(codes.ASSESSMENTS, required=True),
        started_day=_on("started_on"),
        completed_day=_on("completed_on"),
        considered=_with("considered"),
        baby_factors=FLAG,
    ),
    "plan": _kind(
        said.Plan,
        {"start_day": (), "end_day": ()},
        type=_code(codes.PLANS, required=True),
        start_day=_on("start_on"),
        end_day=_on("end_on"),
    ),
    "touchpoint": _kind(
        said.Touchpoint,
        programme=_code(codes.PROGRAMMES, required=True),
        number=_code(codes.TOUCHPOINTS, required=True),
        received_by=_with("received_by"),
    ),
    "offer": _kind(
        said.Offer,
        offer=_code(codes.OFFERS, required=True),
        to=_with("to"),
        priority=FLAG,
        outcome=_code(codes.OFFER_OUTCOMES),
    ),
    "gp_request": _kind(
        said.GpRequest,
        {"seen_day": ("clinician", "how")},
        requested_day=_on("requested_on"),
        seen_day=_on("seen_on"),
        clinician=_code(codes.CLINICIANS),
        how=_code(codes.CONSULTED_HOW),
    ),
    "challenge": _kind(
        said.Challenge,
        {"resolved_day": ()},
        by=Key(agency, field="by_sector"),
        with_=Key(agency, required=True, field="with_sector"),
        stage=Key(_stage),
        resolved_day=_on("resolved_on"),
    ),
    "shared": _kind(
        said.Shared,
        ref=Key(_text, required=True, part="ref"),
        with_=Key(_agencies, required=True, sector_part="with"),
    ),
    "moved_area": _kind(said.MovedArea, from_area=TEXT, history_received=FLAG),
}


def detail_of(kind: Kind, values: Mapping[str, Any], born: dt.date) -> Any:
    """What the entry says, from the values of the kind's own keys; days of the story become dates."""
    fields = {}
    for name, value in values.items():
        key = kind.keys[name]
        if key.part or key.sector_part:
            continue
        fields[key.field or name] = born + dt.timedelta(days=value) if key.is_day else value
    return kind.detail(**fields)


def people_of(kind: Kind, values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Whom the entry names, and in which part."""
    parts = ((kind.keys[name].part, value) for name, value in values.items() if kind.keys[name].part)
    return tuple((part, one) for part, named in parts if part != "ref" for one in named)


def sectors_of(kind: Kind, values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Which sectors the entry names, and in which part."""
    parts = ((kind.keys[name].sector_part, value) for name, value in values.items())
    return tuple((part, one) for part, named in parts if part for one in named)
