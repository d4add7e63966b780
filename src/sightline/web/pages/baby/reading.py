"""What every section of the page starts from: the baby and its lines, read once."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sightline.access.models import OpenMatter
from sightline.access.openness import Openness, open_on
from sightline.access.scope import find_open
from sightline.chronology.kinds import Relationship
from sightline.chronology.lines import By, Reader
from sightline.chronology.queries import Line, chronology_on
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Baby


@dataclass(frozen=True)
class Reading:
    """One baby as this actor may see it, today or as it was known at `as_of`."""

    actor: Actor
    baby: Baby
    today: dt.date
    openness: Openness
    matters: tuple[OpenMatter, ...]
    lines: tuple[Line, ...]
    as_of: dt.datetime | None = None

    @property
    def child_id(self) -> uuid.UUID:
        """The baby's id."""
        return self.baby.person_id

    @cached_property
    def told(self) -> tuple[Line, ...]:
        """The lines that may be read, what was taken back too, the latest happening first."""
        return tuple(line for line in reversed(self.lines) if line.is_shown and not _stands_beside(line))

    @cached_property
    def shown(self) -> tuple[Line, ...]:
        """The lines that may be read and stand, the latest happening first."""
        return tuple(line for line in self.told if not line.entry.withdrawn)

    @cached_property
    def elsewhere(self) -> tuple[Line, ...]:
        """The lines of which only the existence may be known."""
        return tuple(line for line in self.lines if not line.is_shown)

    @cached_property
    def aliases(self) -> dict[uuid.UUID, str]:
        """What somebody without a name is called here: the words in which they were described."""
        described = (line for line in self.shown if isinstance(line.detail, Relationship))
        return {
            line.about.pk: f"“{line.detail.described_as}”"
            for line in described
            if isinstance(line.detail, Relationship) and line.detail.described_as
        }

    def of_kind(self, *kinds: str) -> list[Line]:
        """The readable lines of these kinds, the latest first."""
        return [line for line in self.shown if line.entry.kind in kinds]

    def is_baby(self, person_id: uuid.UUID) -> bool:
        """Whether somebody is the baby itself."""
        return person_id == self.child_id


def _stands_beside(line: Line) -> bool:
    """Whether the line is a view beside another entry, and is read there."""
    return line.entry.kind == "disagreement"


def read_baby(
    actor: Actor, child_id: uuid.UUID, as_of: dt.datetime | None = None, by: By = "known"
) -> Reading:
    """The baby and its lines. Raises Unfindable, the same for absent and not permitted."""
    today = clock.today()
    baby = find_open(actor, child_id, "registered_gp", "named_gp")
    matters = tuple(OpenMatter.unscoped.filter(open_on(today), child_id=child_id).order_by("since", "pk"))
    openness = _widest(matters)
    lines = tuple(chronology_on(Reader(actor, baby.pk, openness), as_of=as_of, by=by))
    return Reading(actor, baby, today, openness, matters, lines, as_of)


def _widest(matters: Iterable[OpenMatter]) -> Openness:
    """The widest of what is open: `access.openness` without asking again."""
    levels = {matter.level for matter in matters}
    return "concern" if "concern" in levels else "help" if "help" in levels else "universal"
