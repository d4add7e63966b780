"""A line of the chronology in words, for the list, the questions and the plain text to copy."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

from sightline.access.table import ELSEWHERE_WORDS
from sightline.chronology.kinds import KIND_LABELS
from sightline.chronology.queries import Line
from sightline.core import clock
from sightline.core.codes import SECTORS
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


def say(line: Line, own_agency: uuid.UUID | None = None, child: uuid.UUID | None = None) -> SaidLine:
    """The line in words. `child` is the page's baby, who is not named again in its own entries."""
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
        said=tell(line.detail, names_of(line, child)),
        note="" if entry.withdrawn else entry.note,
        corrected=_corrected(line),
        own=line.agency.pk == own_agency,
        taken_back=entry.withdrawn,
        beside=tuple(say(one, own_agency, child) for one in line.beside),
    )


def names_of(line: Line, child: uuid.UUID | None = None) -> dict[str, tuple[str, ...]]:
    """The names in the line by part; the page's baby is left out of `about`."""
    names = {part: tuple(person.name for person in people) for part, people in line.people.items()}
    names |= {part: tuple(SECTORS[code] for code in codes) for part, codes in line.sectors.items()}
    if line.about.pk != child and line.about.given_name + line.about.family_name:
        names["about"] = (line.about.name,)
    return names


def _corrected(line: Line) -> str:
    if line.entry.withdrawn:
        return f"Taken back {moment(line.entry.known_at)}: {line.entry.note}"
    if not line.versions:
        return ""
    return f"Corrected {moment(line.entry.known_at)}; the earlier version is kept."


def plain_text(line: Line, author: str) -> str:
    """What was saved, to copy into one's own record."""
    said = say(line)
    head = f"{said.on}. {said.holder}, {author}." if author else f"{said.on}. {said.holder}."
    about = f"About {line.about.name}."
    parts = [head, about, f"{said.kind}: {said.said.text}", said.note]
    return "\n".join(part for part in parts if part)
