"""The words under each symbol and in each home, wrapped to the room there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sightline.web.pictures.family import Family, Household, Person
from sightline.web.pictures.lettering import width_of, wrap
from sightline.web.pictures.seats import Homes, seated_placed

_BESIDE_SIGN: Final = 20.0
NO_OUTLINE: Final = "No outline can hold exactly those who live there, so the home is named under each person"


@dataclass(frozen=True)
class Words:
    """One line, its weight, and whether it is secondary text; `sign` is whose small symbol stands before it.

    `indent` keeps the same room free on the lines that follow.
    """

    text: str
    bold: bool = False
    quiet: bool = False
    sign: str = ""
    indent: float = 0

    def width(self, size: float) -> float:
        """The room the line takes."""
        return width_of(self.text, size, self.bold) + self.indent


def person_words(family: Family, person: Person, homes: Homes) -> list[Words]:
    """A person's lines before wrapping: name in bold, the label, what is known, relation, home."""
    plain = [
        *person.label[1:],
        person.known_as,
        " · ".join(one for one in (person.relation, person.met) if one),
    ]
    lines = [Words(person.name, bold=True), *(Words(line) for line in plain if line)]
    return lines + [Words(line, quiet=True) for line in _home_lines(family, person, homes)]


def _home_lines(family: Family, person: Person, homes: Homes) -> list[str]:
    told = [home.name for home in family.households if home.id in homes.broken and person.id in home.members]
    placed = [
        f"{home.name}, {home.placed_words}" if home.placed_words else home.name
        for home in family.households
        if person.id in seated_placed(family, home) and home.id in (homes.loose | homes.broken)
    ]
    return told + placed


def home_words(family: Family, home: Household) -> list[Words]:
    """What stands inside a home: its name, who says so, who sleeps or is placed there but lives elsewhere."""
    lines = [Words(line, bold=place == 0, quiet=True) for place, line in enumerate(home.lines) if line]
    lines += [
        Words(one.words, sign=one.person, indent=_BESIDE_SIGN)
        for one in family.sleeping
        if one.household == home.id
    ]
    away = [ident for ident in dict.fromkeys(home.placed) if ident not in seated_placed(family, home)]
    away = [ident for ident in away if ident not in home.members]
    return lines + [Words(_also(family.person(ident), home), quiet=True) for ident in away]


def _also(person: Person, home: Household) -> str:
    return f"{person.name}: {home.placed_words or 'others place them here'}"


def unhoused_words(family: Family, homes: Homes) -> list[Words]:
    """Under the picture: which homes could not be outlined, and what would have stood in them."""
    lines: list[Words] = []
    for home in family.households:
        if home.id in homes.broken:
            lines.append(Words(f"{NO_OUTLINE}: {home.name}.", quiet=True))
            lines += [Words(one.text, quiet=True) for one in home_words(family, home)[1:]]
        elif home.id in homes.loose:
            lines.append(Words(f"Others place someone at {home.name}: named under the person.", quiet=True))
    return lines


def wrapped(lines: list[Words], room: float, size: float) -> list[Words]:
    """The same lines, none wider than `room`."""
    made: list[Words] = []
    for line in _parted(lines, room, size):
        pieces = wrap(line.text, room - line.indent, size, line.bold)
        made += _following(line, pieces)
    return made


def _parted(lines: list[Words], room: float, size: float) -> list[Words]:
    """A relation and whether they were met go on lines of their own when one line has no room for both."""
    made: list[Words] = []
    for line in lines:
        parts = [line.text] if line.bold or line.width(size) <= room else line.text.split(" · ")
        made += _following(line, parts)
    return made


def _following(line: Words, parts: list[str]) -> list[Words]:
    """The parts of a line, each looking like it, the sign before the first only."""
    return [replace(line, text=part, sign="" if place else line.sign) for place, part in enumerate(parts)]


def longest_word(lines: list[Words], size: float) -> float:
    """The width of the widest single word."""
    return max((width_of(word, size, line.bold) for line in lines for word in line.text.split()), default=0)
