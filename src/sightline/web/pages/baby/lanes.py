"""The chronology: a lane an agency, a list, and filters by agency, kind and person."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sightline.chronology.codes import KIND_LABELS
from sightline.chronology.queries import Line
from sightline.core import clock
from sightline.core.codes import SECTORS
from sightline.web.pages.baby.reading import Reading
from sightline.web.pages.baby.saying import SaidLine, say
from sightline.web.pictures.agency_lanes import Lane, Lanes, Sign
from sightline.web.telling import Said

LISTED: Final = 8
SHORTEST: Final = dt.timedelta(weeks=6)
_ORDER: Final = list(SECTORS)
_LABEL_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked to see; an empty field is everything."""

    agency: str = ""
    kind: str = ""
    person: str = ""

    def keep(self, line: Line) -> bool:
        """Whether a line is among what was asked for."""
        people = {str(person.pk) for group in line.people.values() for person in group}
        people.add(str(line.about.pk))
        agency = line.agency.code if line.agency else ""
        return (
            self.agency in ("", agency)
            and self.kind in ("", line.entry.kind)
            and (not self.person or self.person in people)
        )

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> Filters:
        """From the address's query."""
        return cls(query.get("agency", ""), query.get("kind", ""), query.get("person", ""))


@dataclass(frozen=True, slots=True)
class Chronology:
    """The list, the lanes, and what may be chosen in the filters."""

    lines: tuple[SaidLine, ...]
    lanes: Lanes | None
    agencies: dict[str, str]
    kinds: dict[str, str]
    people: dict[str, str]


def chronology_of_page(reading: Reading, filters: Filters, last_looked: dt.datetime | None) -> Chronology:
    """The chronology as filtered; choices come from everything that may be read."""
    kept = [line for line in reading.told if filters.keep(line)]
    said = tuple(say(line, reading) for line in kept)
    looked = clock.day_of(last_looked) if last_looked else None
    return Chronology(said, _lanes(reading, said, looked), *_choices(reading.told))


def _choices(lines: Sequence[Line]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    agencies = {line.agency.code: line.agency.name for line in lines if line.agency}
    kinds = {line.entry.kind: KIND_LABELS[line.entry.kind] for line in lines}
    people = {str(line.about.pk): line.about.name for line in lines}
    people |= {str(one.pk): one.name for line in lines for group in line.people.values() for one in group}
    return _by_name(agencies), _by_name(kinds), _by_name(people)


def _by_name(choices: dict[str, str]) -> dict[str, str]:
    return dict(sorted(choices.items(), key=lambda one: one[1]))


def _lanes(reading: Reading, said: Sequence[SaidLine], looked: dt.date | None) -> Lanes | None:
    """A lane for each holder that has a line with a day; None when there is nothing to draw."""
    by_holder: dict[tuple[int, str], list[SaidLine]] = defaultdict(list)
    for line in said:
        if line.happened and line.happened <= reading.today and not line.taken_back:
            by_holder[_ORDER.index(_code(line.sector)), line.holder].append(line)
    if not by_holder:
        return None
    first = _first(reading, [line.happened for line in said if line.happened and not line.taken_back])
    return Lanes(
        lanes=tuple(_lane(holder, by_holder[place, holder], first) for place, holder in sorted(by_holder)),
        first=first,
        today=reading.today,
        birth=reading.baby.born_on if reading.baby.born_on and reading.baby.born_on > first else None,
        last_looked=looked if looked and first < looked < reading.today else None,
    )


def _first(reading: Reading, days: Sequence[dt.date]) -> dt.date:
    """Where the lanes begin: a week before the first entry or the birth, and six weeks back at least."""
    born = [reading.baby.born_on] if reading.baby.born_on else []
    return min(min([*days, *born]) - dt.timedelta(days=7), reading.today - SHORTEST)


def _code(sector: str) -> str:
    return next(code for code, name in SECTORS.items() if name == sector)


def _lane(holder: str, lines: Sequence[SaidLine], first: dt.date) -> Lane:
    """One agency's lane. Before its first entry it sent nothing, which is drawn as that and not as calm."""
    days = sorted(line.happened for line in lines if line.happened)
    silent = ((first, days[0] - dt.timedelta(days=1)),) if (days[0] - first).days > 21 else ()
    signs = tuple(_sign(line) for line in sorted(lines, key=lambda line: line.happened or dt.date.min))
    return Lane(holder, nothing_sent=silent, signs=signs)


def _sign(line: SaidLine) -> Sign:
    assert line.happened is not None
    return Sign(line.happened, line.said.sign, _label(line.said))


def _label(said: Said) -> str:
    """A few words beside a sign; the list says the rest."""
    if said.sign in ("seen", "other", "birth"):
        return ""
    words = said.lead.rstrip(".:").lower()
    return words if len(words) <= _LABEL_LETTERS else ""
