"""Where a lesson comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Source:
    """A published document and the place in it. `paragraph` names a section, page or heading."""

    title: str
    year: int
    paragraph: str
    url: str = ""


_BRIEFING: Final = "Infant Injury: Serious Case Reviews and Local Child Safeguarding Practice Reviews"


def briefing(paragraph: str) -> Source:
    """The East Sussex infant-injury learning briefing, which Sightline carries out."""
    return Source(_BRIEFING, 2023, paragraph)
