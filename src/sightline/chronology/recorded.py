"""An entry as the projection reads it: plain, with its people resolved to persons.

One stored entry gives one `Recorded` for each span of time in which all the people it names were claimed to
be the same persons; nearly always there is one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sightline.chronology.kinds import Detail


@dataclass(frozen=True, slots=True)
class Growing:
    """SDS and centiles (0 to 100) of a measurement, UK-WHO at corrected age; None: not covered."""

    weight_sds: float | None = None
    length_sds: float | None = None
    head_sds: float | None = None
    weight_centile: float | None = None
    length_centile: float | None = None
    head_centile: float | None = None
    corrected_age_days: int | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """Days and instants are numbers as in `signals.tables`; ids are text."""

    entry_id: str
    root_id: str
    kind: str
    agency: str
    sector: str
    about_id: str
    detail: Detail
    happened_from: int | None
    happened_to: int | None
    recorded_day: int
    known_from: int
    known_until: int
    sensitivity: int = 0
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sectors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ref_id: str = ""
    """Root of the entry referred to (`shared`, `disagreement`)."""
    ref_about_id: str = ""
    about_is_baby: bool = False
    growing: Growing | None = None
    """Of a measurement, as far as the birth is known."""
