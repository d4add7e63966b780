"""What every section of the page starts from: the baby and its lines, read once."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from functools import cached_property

from sightline.access.openness import openness_of
from sightline.access.scope import find_open
from sightline.access.table import View
from sightline.chronology.queries import Line, chronology_of
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Baby


@dataclass(frozen=True)
class Reading:
    """One baby as this actor may see it, today or as it was known at `as_of`."""

    actor: Actor
    baby: Baby
    today: dt.date
    openness: str
    lines: tuple[Line, ...]
    as_of: dt.datetime | None = None

    @property
    def child_id(self) -> uuid.UUID:
        """The baby's id."""
        return self.baby.pk

    @cached_property
    def shown(self) -> tuple[Line, ...]:
        """The lines that may be read, the latest happening first."""
        readable = [line for line in self.lines if line.view is View.SHOWN]
        return tuple(sorted(readable, key=when, reverse=True))

    @cached_property
    def elsewhere(self) -> tuple[Line, ...]:
        """The lines of which only the existence may be known."""
        return tuple(line for line in self.lines if line.view is View.ELSEWHERE)

    def of_kind(self, *kinds: str) -> list[Line]:
        """The readable lines of these kinds, the latest first."""
        return [line for line in self.shown if line.entry.kind in kinds]

    def is_baby(self, person_id: uuid.UUID) -> bool:
        """Whether somebody is the baby itself."""
        return person_id == self.child_id


def when(line: Line) -> tuple[dt.date, dt.datetime, uuid.UUID]:
    """The order of lines in time: when it happened, else when it became known."""
    entry = line.entry
    return entry.happened_to or clock.day_of(entry.known_at), entry.known_at, entry.id


def read_baby(
    actor: Actor, child_id: uuid.UUID, as_of: dt.datetime | None = None, by: str = "known"
) -> Reading:
    """The baby and its lines. Raises Unfindable, the same for absent and not permitted."""
    baby = find_open(actor, child_id)
    lines = tuple(chronology_of(actor, baby.pk, as_of=as_of, by=by))
    return Reading(actor, baby, clock.today(), openness_of(baby.pk), lines, as_of)
