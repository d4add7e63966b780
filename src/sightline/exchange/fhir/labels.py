"""Security labels and kinds of fact that are restricted whatever else is said."""

from __future__ import annotations

from typing import Final

from sightline.exchange.fhir.elements import SNOMED, Code

_CONFIDENTIALITY: Final = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
_CONFIDENTIAL: Final = frozenset({"R", "V", "REDACTED"})
_SENSITIVE: Final = frozenset(
    {"ETH", "GDIS", "HIV", "MST", "PSY", "PSYTHPN", "SCA", "SDV", "SEX", "SPI", "STD", "TBOO"}
)
"""HL7 v3-ActCode's labels for kinds of information that need special care."""

_FLAG_CATEGORY: Final = "https://fhir.nhs.uk/England/CodeSystem/England-FlagCategoryPatient"
RESTRICTED_FACTS: Final = frozenset(
    {
        (SNOMED, "902961000000107"),  # family history of female genital mutilation
        (SNOMED, "713201008"),  # at risk of female genital mutilation
        (_FLAG_CATEGORY, "female-genital-mutilation-flag"),
        (SNOMED, "297591000000108"),  # alleged victim of sexual assault
    }
)
"""Source of the codes: NHS England FGM-IS and BaRS safeguarding code system."""


def is_restricted(labels: tuple[Code, ...]) -> bool:
    """Whether a label asks for more than ordinary care: restricted, very restricted or a sensitive kind."""
    return any(code in _SENSITIVE or is_confidential((label,)) for label in labels for code in [label[1]])


def is_confidential(labels: tuple[Code, ...]) -> bool:
    """Whether the labels say R, V or (as PDS does for a withheld record) REDACTED.

    On a Patient this is how the Personal Demographics Service marks someone whose place must not be shown.
    """
    return any(
        code in _CONFIDENTIAL and (system == _CONFIDENTIALITY or not system) for system, code in labels
    )


def is_restricted_fact(codes: list[Code]) -> bool:
    """Whether the codes tell a kind of fact that is restricted on arrival, such as an FGM flag."""
    return any(code in RESTRICTED_FACTS for code in codes)
