"""Which service a FHIR code speaks of, as a sector."""

from __future__ import annotations

from typing import Any, Final

from sightline.exchange.fhir.elements import SNOMED, codes, parts, words

_BY_CODE: Final = {
    (SNOMED, "394814009"): "gp",
    (SNOMED, "1078501000000104"): "health_visiting",
}
"""Source: HL7 R4's appointment example; NHS child health events (professional contacts)."""

_BY_WORDS: Final = (
    ("health visit", "health_visiting"),
    ("midwi", "midwifery"),
    ("maternity", "midwifery"),
    ("antenatal", "midwifery"),
    ("general practi", "gp"),
    ("neonat", "neonatal_unit"),
    ("social care", "social_care"),
    ("social work", "social_care"),
    ("early help", "early_help"),
    ("mental health", "mental_health"),
    ("psychiatr", "mental_health"),
    ("ambulance", "ambulance"),
    ("paediatric", "hospital"),
    ("pediatric", "hospital"),
    ("hospital", "hospital"),
    ("surg", "hospital"),
    ("orthopaedic", "hospital"),
    ("emergency", "hospital"),
    ("outpatient", "hospital"),
)


def sector_of(*concepts: Any) -> str:
    """The sector that the first telling concept names; `other` where none does."""
    for concept in concepts:
        for code in codes(concept):
            if code in _BY_CODE:
                return _BY_CODE[code]
        spoken = " ".join(words(one).lower() for one in parts(concept))
        for piece, sector in _BY_WORDS:
            if piece in spoken:
                return sector
    return "other"
