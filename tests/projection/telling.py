"""What each signal table's tests have in common: an entry that says all it can, and one that says little."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sightline.chronology import kinds as said
from sightline.chronology.kinds import KIND_OF, Detail
from sightline.chronology.recorded import Recorded
from sightline.core.clock import day_number
from sightline.projection.rows import Row, rows_of
from sightline.signals.tables import OPEN

DAY = dt.date(2026, 9, 14)
NUMBER = day_number(DAY)
EARLIER = DAY - dt.timedelta(days=6)


@dataclass(frozen=True)
class Sample:
    """An entry that fills the table's own columns, what they then hold, and one that leaves them empty."""

    table: str
    full: Detail
    told: Row
    sparse: Detail
    untold: tuple[str, ...]
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sectors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    about: str = "baby"

    @property
    def kind(self) -> str:
        return KIND_OF[type(self.full)]


SAMPLES = (
    Sample(
        "child",
        said.Birth(
            born_on=DAY, sex="female", gestation_days=252, birth_weight_g=2400, multiple_birth=False
        ),
        {"born_day": NUMBER, "sex": "female", "gestation_days": 252, "birth_weight_g": 2400},
        said.Pregnancy(),
        ("born_day", "due_day", "gestation_days", "multiple_birth", "sex", "birth_weight_g"),
    ),
    Sample(
        "relationship",
        said.Relationship(type="father", identity="described", ended=True),
        {"to_id": "baby", "type": "father", "identity": "described", "ended": True},
        said.Relationship(type="father"),
        ("ended",),
        people={"to": ("baby",)},
        about="father",
    ),
    Sample(
        "stay",
        said.Household(change="stays_often", reason_known=True, nights_a_week=3),
        {"child_id": "baby", "change": "stays_often", "reason_known": True, "nights_a_week": 3},
        said.Household(change="moves_in"),
        ("reason_known", "nights_a_week"),
        people={"of": ("baby",)},
        about="gran",
    ),
    Sample(
        "appointment",
        said.Appointment(service="gp", outcome="attended", routine="gp_six_week"),
        {"service": "gp", "outcome": "attended", "routine": "gp_six_week"},
        said.Appointment(service="gp", outcome="attended"),
        ("routine",),
        people={"with": ("mother",)},
    ),
    Sample(
        "contact",
        said.Contact(child_seen=True, lived_experience=False),
        {"child_seen": True, "lived_experience": False},
        said.Contact(),
        ("child_seen", "lived_experience"),
        people={"spoke_to": ("mother",)},
    ),
    Sample(
        "met",
        said.Seen(how="assessed"),
        {"how": "assessed", "source_kind": "seen"},
        said.Seen(how="met"),
        (),
        about="father",
    ),
    Sample(
        "measurement",
        said.Measurement(
            weight_kg=Decimal("4.25"), length_cm=Decimal("54"), head_cm=Decimal("37.5"),
            weight_centile=Decimal("25"), head_centile=Decimal("50"),
        ),
        {"weight_kg": 4.25, "length_cm": 54.0, "head_cm": 37.5, "weight_centile": 25.0, "head_centile": 50.0},
        said.Measurement(),
        ("weight_kg", "length_cm", "head_cm", "weight_sds", "weight_centile", "head_centile"),
    ),
    Sample(
        "mobility",
        said.Mobility(rolls=True, sits=False, crawls=False, cruises=False, walks=False),
        {"rolls": True, "sits": False, "crawls": False, "cruises": False, "walks": False},
        said.Mobility(),
        ("rolls", "sits", "crawls", "cruises", "walks"),
    ),
    Sample(
        "injury",
        said.Injury(
            injury="bruise", site="Left Cheek", patterned=False, explanation="a toy",
            explanation_fits="unclear", medical_cause=False,
        ),
        {"injury": "bruise", "site": "left cheek", "patterned": False, "explanation": "a toy",
         "explanation_fits": "unclear", "medical_cause": False},
        said.Injury(injury="mark"),
        ("site", "patterned", "explanation", "explanation_fits", "medical_cause"),
    ),
    Sample(
        "observation",
        said.Observation(code="alcohol", level="low", explored=False, past=True, status="alleged"),
        {"code": "alcohol", "level": "low", "explored": False, "past": True, "status": "alleged"},
        said.Observation(code="alcohol"),
        ("level", "explored", "past", "status"),
        about="mother",
    ),
    Sample(
        "statement",
        said.Statement(code="struggling", words="It is hard."),
        {"code": "struggling"},
        said.Statement(code="struggling"),
        ("by_id",),
    ),
    Sample(
        "referral",
        said.Referral(to_sector="social_care", outcome="advice", outcome_on=DAY, source_key="caller-1"),
        {"to_sector": "social_care", "outcome": "advice", "outcome_day": NUMBER, "source_key": "caller-1"},
        said.Referral(to_sector="social_care"),
        ("outcome_day", "source_key"),
    ),
    Sample(
        "strategy",
        said.StrategyRequest(by_sector="gp", outcome="refused", outcome_on=DAY),
        {"step": "requested", "by_sector": "gp", "outcome": "refused", "outcome_day": NUMBER},
        said.StrategyDiscussion(),
        ("by_sector", "outcome", "outcome_day"),
    ),
    Sample(
        "medical",
        said.Medical(requested_on=EARLIER, outcome="inconclusive", outcome_on=DAY, police_present=True),
        {"requested_day": NUMBER - 6, "outcome": "inconclusive", "outcome_day": NUMBER},
        said.Medical(),
        ("requested_day", "outcome", "outcome_day", "police_present"),
    ),
    Sample(
        "assessment",
        said.Assessment(type="section_47", started_on=EARLIER, completed_on=DAY, baby_factors=True),
        {"type": "section_47", "started_day": NUMBER - 6, "completed_day": NUMBER, "baby_factors": True},
        said.Assessment(type="section_47"),
        ("started_day", "completed_day", "baby_factors"),
    ),
    Sample(
        "considered",
        said.Assessment(type="other"),
        {"about_id": "father", "child_id": "baby"},
        said.Assessment(type="other"),
        (),
        people={"considered": ("father",)},
    ),
    Sample(
        "plan",
        said.Plan(type="child_in_need", start_on=EARLIER, end_on=DAY, need_code="N1"),
        {"type": "child_in_need", "start_day": NUMBER - 6, "end_day": NUMBER, "need_code": "N1"},
        said.Plan(type="child_in_need"),
        ("start_day", "end_day", "need_code"),
    ),
    Sample(
        "touchpoint",
        said.Touchpoint(programme="icon", number="extra"),
        {"programme": "icon", "number": "extra"},
        said.Touchpoint(programme="icon", number="1"),
        (),
        people={"received_by": ("father",)},
    ),
    Sample(
        "offer",
        said.Offer(offer="parenting", outcome="waiting", priority=True),
        {"about_id": "mother", "child_id": "baby", "outcome": "waiting", "priority": True},
        said.Offer(offer="parenting"),
        ("outcome", "priority"),
        people={"to": ("mother",)},
    ),
    Sample(
        "gp_request",
        said.GpRequest(requested_on=EARLIER, seen_on=DAY, clinician="locum", how="remote"),
        {"requested_day": NUMBER - 6, "seen_day": NUMBER, "clinician": "locum", "how": "remote"},
        said.GpRequest(requested_on=EARLIER, how=None),
        ("seen_day", "clinician", "how"),
    ),
    Sample(
        "challenge",
        said.Challenge(by_sector="gp", with_sector="social_care", stage=2, resolved_on=DAY),
        {"by_sector": "gp", "with_sector": "social_care", "stage": 2, "resolved_day": NUMBER},
        said.Challenge(by_sector="gp", with_sector="social_care"),
        ("resolved_day",),
    ),
    Sample(
        "area_move",
        said.MovedArea(from_area="Elsewhere", history_received=False),
        {"from_area": "Elsewhere", "history_received": False},
        said.MovedArea(),
        ("from_area", "history_received"),
    ),
)  # fmt: skip


def recorded(detail: Detail, **fields: Any) -> Recorded:
    """An entry of a health visitor, exact to a day, still known."""
    common: dict[str, Any] = {
        "entry_id": "entry-2",
        "root_id": "entry-1",
        "kind": KIND_OF[type(detail)],
        "agency": "hv-north",
        "sector": "health_visiting",
        "about_id": "baby",
        "happened_from": NUMBER,
        "happened_to": NUMBER,
        "recorded_day": NUMBER,
        "known_from": 1_000,
        "known_until": OPEN,
        "sensitivity": 1,
    }
    return Recorded(detail=detail, **(common | fields))


def told(table: str, detail: Detail, **fields: Any) -> list[Row]:
    """The rows of one table that an entry gives."""
    return [row for name, row in rows_of(recorded(detail, **fields)) if name == table]
