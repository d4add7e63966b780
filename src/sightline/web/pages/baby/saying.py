"""A line of the chronology in words, for the list, the questions and the plain text to copy."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

from sightline.access.table import ELSEWHERE_WORDS
from sightline.chronology.codes import KIND_LABELS
from sightline.chronology.queries import Line
from sightline.core import clock
from sightline.core.codes import SECTORS
from sightline.people.models import Person
from sightline.web.pages.baby.reading import Reading
from sightline.web.telling import Said, tell
from sightline.web.words import moment, span


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line as a page says it. `holder` is empty where naming it would itself disclose."""

    id: uuid.UUID
    kind: str
    on: str
    happened: dt.date | None
    known: dt.date
    holder: str
    sector: str
    said: Said
    note: str = ""
    corrected: str = ""
    own: bool = False
    taken_back: bool = False
    beside: tuple[SaidLine, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether what it says may be read."""
        return bool(self.holder)


def say(line: Line, reading: Reading) -> SaidLine:
    """The line in words, on the page of the baby that is read."""
    entry = line.entry
    on = span(entry.happened_from, entry.happened_to, entry.precision)
    known = clock.day_of(entry.known_at)
    if not line.is_shown or line.detail is None or line.agency is None:
        return SaidLine(entry.id, "Recorded elsewhere", "", None, known, "", "", Said(ELSEWHERE_WORDS))
    return SaidLine(
        id=entry.id,
        kind=KIND_LABELS[entry.kind],
        on=on,
        happened=entry.happened_to,
        known=known,
        holder=line.agency.name,
        sector=SECTORS[line.agency.sector],
        said=tell(line.detail, names_of(line, reading)),
        note="" if entry.withdrawn else entry.note,
        corrected=_corrected(line),
        own=line.agency.pk == reading.actor.agency_id,
        taken_back=entry.withdrawn,
        beside=tuple(say(one, reading) for one in line.beside),
    )


def names_of(line: Line, reading: Reading) -> dict[str, tuple[str, ...]]:
    """The names in the line by part. The page's baby is not named again in what is about it."""
    names = {
        part: tuple(name_of(person, reading) for person in people if not reading.is_baby(person.pk))
        for part, people in line.people.items()
    }
    names |= {part: tuple(SECTORS[code] for code in codes) for part, codes in line.sectors.items()}
    if not line.about_is_child:
        names["about"] = (name_of(line.about, reading),)
    return {part: listed for part, listed in names.items() if listed}


def name_of(person: Person, reading: Reading) -> str:
    """A name, the words in which somebody is described, or that there is no name."""
    known = f"{person.given_name} {person.family_name}".strip()
    return known or reading.aliases.get(person.pk, "Somebody without a name")


def _corrected(line: Line) -> str:
    if line.entry.withdrawn:
        return f"Taken back {moment(line.entry.known_at)}: {line.entry.note}"
    if not line.versions:
        return ""
    return f"Corrected {moment(line.entry.known_at)}; the earlier version is kept."


def plain_text(line: Line, reading: Reading) -> str:
    """What was saved, to copy into one's own record."""
    said = say(line, reading)
    author = f", {line.entry.author_name}" if line.entry.author_name else ""
    head = f"{said.on}. {said.holder}{author}."
    about = f"About {name_of(line.about, reading)}."
    parts = [head, about, f"{said.kind}: {said.said.text}", said.note]
    return "\n".join(part for part in parts if part)
