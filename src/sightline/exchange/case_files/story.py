"""What a case file says, read and checked: the baby, the people, the facts and what is expected."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from sightline.chronology.kinds import Detail

BABY: Final = "baby"
DEFAULT_BORN: Final = dt.date(2025, 9, 1)
TERM_DAYS: Final = 280
NOBODY: Final = "none"
"""The agency of a fact that is true, but that nobody in services knew."""

ROLE_RELATIONSHIPS: Final = {
    "mother": "mother",
    "father": "father",
    "parent": "parent",
    "sibling": "sibling",
    "half_sibling": "half_sibling",
    "grandparent": "grandparent",
    "grandmother": "grandparent",
    "grandfather": "grandparent",
}
"""The roles that count as a relationship to the baby without a fact that says so."""


@dataclass(frozen=True, slots=True)
class Source:
    """The published review that the story comes from, or `invented`."""

    title: str
    publisher: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class StoryBaby:
    """What is known of the baby from day 0. None: not recorded."""

    name: str = ""
    sex: str | None = None
    gestation_weeks: Decimal | None = None
    birth_weight_kg: Decimal | None = None
    multiple_birth: bool | None = None

    @property
    def gestation_days(self) -> int | None:
        """Days of pregnancy at birth."""
        return None if self.gestation_weeks is None else round(self.gestation_weeks * 7)

    @property
    def birth_weight_g(self) -> int | None:
        """Weight at birth in grams."""
        return None if self.birth_weight_kg is None else round(self.birth_weight_kg * 1000)

    @property
    def due_day(self) -> int:
        """The day of the story that was expected: day 0 plus 40 weeks less the gestation; 40 where absent."""
        return TERM_DAYS - (TERM_DAYS if self.gestation_days is None else self.gestation_days)


@dataclass(frozen=True, slots=True)
class StoryPerson:
    """Somebody whom the story mentions, whether or not an agency knew of them."""

    id: str
    role: str = ""
    sex: str = "unknown"
    age_at_birth: int | None = None
    age_months_at_birth: int | None = None

    @property
    def is_twin(self) -> bool:
        """Born on the same day as the baby."""
        return self.age_months_at_birth == 0


@dataclass(frozen=True, slots=True)
class Later:
    """What is known of a fact from a later day of the story on: a version that replaces the one before."""

    day: int
    detail: Detail
    people: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what an agency recorded. `versions` has one or more, the first known on `known_day`.

    `ref` is the index of the fact that was passed on.
    """

    index: int
    line: int
    day: int
    known_day: int
    precision: str
    agency: str
    about: str
    kind: str
    versions: tuple[Later, ...]
    sectors: tuple[tuple[str, str], ...] = ()
    note: str = ""
    ref: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether any service knew it."""
        return self.agency != NOBODY

    def named_in(self, version: Later) -> tuple[str, ...]:
        """Everybody whom this version names, each once, the baby aside."""
        named = dict.fromkeys((self.about, *(person for _, person in version.people)))
        return tuple(person for person in named if person != BABY)


@dataclass(frozen=True, slots=True)
class ExpectedPoint:
    """That a point ought to have been raised by a day of the story."""

    point: str
    by_day: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a reader of the record ought to have been shown."""

    raised: tuple[ExpectedPoint, ...] = ()
    stay_silent: tuple[str, ...] = ()
    most_prompts: int | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """The day on which the baby was harmed, and how."""

    day: int
    type: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One baby's story. Days are counted from birth: day 0 is `born`. `name` is the file's."""

    name: str
    id: str
    source: Source
    born: dt.date
    baby: StoryBaby
    people: tuple[StoryPerson, ...]
    facts: tuple[Fact, ...]
    incident: Incident | None = None
    given_until: int | None = None
    expect: Expected = field(default_factory=Expected)

    @property
    def known_facts(self) -> tuple[Fact, ...]:
        """The facts that an agency recorded, in the order in which they became known."""
        return tuple(sorted((fact for fact in self.facts if fact.is_known), key=_when_known))

    @property
    def first_day(self) -> int | None:
        """The first day on which anything was known; None when nothing ever was."""
        return min((fact.known_day for fact in self.known_facts), default=None)

    @property
    def until(self) -> int:
        """The last day read: as given, else the day before the incident, else the last that matters.

        That is the later of the last day on which a fact became known and the last `by_day`.
        """
        if self.given_until is not None:
            return self.given_until
        if self.incident is not None:
            return self.incident.day - 1
        last_known = [fact.known_day for fact in self.known_facts]
        return max([*last_known, *(point.by_day for point in self.expect.raised)], default=0)

    def date_of(self, day: int) -> dt.date:
        """The calendar date of a day of the story."""
        return self.born + dt.timedelta(days=day)


def _when_known(fact: Fact) -> tuple[int, int]:
    return (fact.known_day, fact.index)
