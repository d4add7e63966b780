"""What the fields of an entry are called where one is put right, and within what a figure can lie."""

from __future__ import annotations

from typing import Final

from sightline.web.forms.record_kinds import RECORDS

LONG: Final = frozenset({"explanation", "words", "reason", "described_as"})
"""Fields whose answer may take several lines."""

UNITS: Final = {
    "weight_kg": "kg",
    "length_cm": "cm",
    "head_cm": "cm",
    "birth_weight_g": "g",
    "gestation_days": "days",
}
BOUNDS: Final[dict[str, tuple[float, float]]] = {
    "weight_kg": (0.3, 30),
    "length_cm": (20, 120),
    "head_cm": (15, 60),
    "weight_centile": (0, 100),
    "head_centile": (0, 100),
    "birth_weight_g": (300, 7000),
    "gestation_days": (140, 315),
    "nights_a_week": (0, 7),
    "stage": (1, 9),
}
"""The least and the most that a slip of the hand would pass, in the field's unit."""

LABELS: Final = {
    "baby_factors": "Did it weigh what is particular to this baby?",
    "birth_weight_g": "Weight at birth",
    "born_on": "Date of birth",
    "by_sector": "Which service asked",
    "category": "Category of the plan",
    "child_seen": "Was {baby} seen?",
    "clinician": "Who saw the baby",
    "completed_on": "Completed on",
    "end_on": "Ended on",
    "expected_on": "Expected on",
    "explored": "Was its meaning for the baby talked through?",
    "from_area": "Where they moved from",
    "gestation_days": "Length of the pregnancy",
    "grading": "How the source is graded",
    "head_centile": "Centile of the head",
    "history_received": "Has the baby’s history come?",
    "how": "How",
    "length_cm": "Length",
    "lived_experience": "Is a day and a night of the baby’s life described?",
    "multiple_birth": "More than one baby?",
    "need_code": "Code of the need",
    "number": "Which talk of the programme",
    "offer": "What was offered",
    "outcome": "What came of it",
    "outcome_on": "The day on which that was settled",
    "police_present": "Were the police there?",
    "priority": "Was it a priority?",
    "programme": "Programme",
    "reason_known": "Is the reason known?",
    "requested_on": "Asked for on",
    "resolved_on": "Settled on",
    "seen_on": "Seen on",
    "sex": "Sex",
    "source_key": "The sender’s own number of it",
    "stage": "Stage",
    "start_on": "Began on",
    "started_on": "Started on",
    "status": "How far an allegation has gone",
    "to_sector": "To which service",
    "type": "Which",
    "weight_centile": "Centile of the weight",
    "with_sector": "With which service",
    "words": "In their words",
}


def label_of(kind: str, name: str) -> str:
    """The label of a field: as on the form that records the kind, else as listed here."""
    asked = RECORDS[kind].form.base_fields.get(name) if kind in RECORDS else None
    return str(asked.label) if asked is not None else LABELS[name]
