"""Who is around the baby: everybody whom relationships and household changes name, as the lines say it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sightline.chronology.codes import HOUSEHOLD_CHANGES, IDENTITIES, RELATIONSHIPS
from sightline.chronology.kinds import Household, Relationship
from sightline.chronology.queries import Line
from sightline.core.codes import SECTORS
from sightline.people.models import Person
from sightline.web.pages.baby.reading import Reading
from sightline.web.words import day, in_sentence

MEETING: Final = {
    "contact": "spoke_to",
    "appointment": "with",
    "touchpoint": "received_by",
    "statement": "by",
}
PARENTS: Final = frozenset({"mother", "father", "parent"})
GENERATIONS: Final = {"grandparent": 2, "sibling": 0, "half_sibling": 0}
NOT_KNOWN: Final = frozenset({"described", "unknown", "not_asked", "asked_not_disclosed", "not_safe_to_ask"})


@dataclass(slots=True)
class Around:
    """One person around the baby, gathered from the lines: the latest word on each thing, and who said it."""

    person: Person
    relation: str = ""
    type: str = ""
    identity: str = "named"
    described_as: str = ""
    to: uuid.UUID | None = None
    to_baby: bool = False
    parent_of: set[uuid.UUID] = field(default_factory=set)
    ended: bool = False
    responsibility: str = "Not recorded"
    home: str = ""
    lives_here: bool = False
    stays: bool = False
    nights: int | None = None
    cares: bool = False
    reason: str = ""
    met_on: dt.date | None = None
    met_by: str = ""
    chase_by: dt.date | None = None
    holder: str = ""
    said_by: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The person's id, as the pictures use it."""
        return str(self.person.pk)

    @property
    def name(self) -> str:
        """The name; for somebody described only, the words used; else that it is not known."""
        if self.identity == "named" or self.identity == "no_contact_permitted":
            return self.person.name
        if self.described_as:
            return f"“{self.described_as}”"
        known = f"{self.person.given_name} {self.person.family_name}".strip()
        return known or f"{self.relation or 'Somebody'}: {self.known_words.lower()}"

    @property
    def relation_words(self) -> str:
        """The relation within a sentence; names keep their capitals."""
        return self.relation.lower() if self.to_baby else self.relation

    @property
    def known_words(self) -> str:
        """What is known of who this is."""
        return IDENTITIES[self.identity]

    @property
    def met_words(self) -> str:
        """When and by whom this person was last met or spoken to, as far as the lines show."""
        return (
            f"Last met by {self.met_by}, {day(self.met_on)}"
            if self.met_by
            else "Met by nobody, as recorded here"
        )

    @property
    def generation(self) -> int:
        """0 the baby's, 1 the parents', 2 the grandparents'."""
        return GENERATIONS.get(self.type, 1)


def around_of(reading: Reading) -> list[Around]:
    """Everybody around the baby, parents first, then by generation and name."""
    found: dict[uuid.UUID, Around] = {}
    may_know_unsafe = reading.actor.role == "safeguarding_lead"
    for line in reversed(reading.of_kind("relationship", "household")):
        for one, about in _placed(line, reading, found):
            _add(one, about, line, reading, may_know_unsafe)
    for one in found.values():
        _meet(one, reading)
    people = [one for one in found.values() if not one.ended or one.lives_here]
    return sorted(people, key=_order)


def _placed(
    line: Line, reading: Reading, found: dict[uuid.UUID, Around]
) -> Iterator[tuple[Around, Relationship | Household]]:
    """The person whom a line places around the baby. A line about the baby itself places nobody."""
    if line.about_is_child:
        return
    if isinstance(line.detail, Relationship | Household):
        yield found.setdefault(line.about.pk, Around(line.about)), line.detail


def _add(
    one: Around, detail: Relationship | Household, line: Line, reading: Reading, may_know_unsafe: bool
) -> None:
    if isinstance(detail, Relationship):
        own = line.agency is not None and line.agency.pk == reading.actor.agency_id
        _add_relationship(one, detail, line, reading, may_know_unsafe or own)
    else:
        _add_household(one, detail, line)
    one.said_by.append(_source(line))


def _add_relationship(
    one: Around, detail: Relationship, line: Line, reading: Reading, may_know_unsafe: bool
) -> None:
    """Who they are to the baby; to somebody else, where nothing else is told."""
    whom = next(iter(line.people.get("to", ())), None)
    to_baby = whom is None or reading.is_baby(whom.pk)
    if whom is not None and not to_baby and detail.type in PARENTS:
        one.parent_of.add(whom.pk)
    if not to_baby and one.to_baby:
        return
    said = RELATIONSHIPS[detail.type]
    one.to_baby = to_baby
    one.type = detail.type
    one.relation = said if to_baby or whom is None else f"{whom.name}’s {said.lower()}"
    one.to = None if to_baby or whom is None else whom.pk
    _add_identity(one, detail, may_know_unsafe)
    one.holder = line.agency.name if line.agency else ""
    if detail.parental_responsibility is not None:
        proof = f", {detail.evidence}" if detail.evidence else ""
        one.responsibility = f"Yes{proof}" if detail.parental_responsibility else "No"


def _add_identity(one: Around, detail: Relationship, may_know_unsafe: bool) -> None:
    """`Not safe to ask` is for those who may know it; for others the person is simply not known."""
    unsafe = detail.identity == "not_safe_to_ask" and not may_know_unsafe
    one.identity = "unknown" if unsafe else detail.identity
    one.described_as = detail.described_as or one.described_as
    one.ended = bool(detail.ended)
    one.chase_by = detail.chase_by


def _add_household(one: Around, detail: Household, line: Line) -> None:
    since = f" {day(line.entry.happened_to)}" if line.entry.happened_to else ""
    nights = f", {detail.nights_a_week} nights a week" if detail.nights_a_week else ""
    by = f", as {detail.said_by} says" if detail.said_by else ""
    one.home = f"{HOUSEHOLD_CHANGES[detail.change]}{since}{nights}{by}"
    one.lives_here = detail.change == "moves_in" or (one.lives_here and detail.change != "moves_out")
    one.stays = detail.change == "stays_often" or (one.stays and detail.change != "moves_out")
    one.cares = one.cares or detail.change == "takes_on_care"
    one.nights = detail.nights_a_week or one.nights
    if detail.change == "takes_on_care":
        one.reason = detail.reason or ("" if detail.reason_known else "reason not asked")


def _meet(one: Around, reading: Reading) -> None:
    """The latest line in which a service met or spoke to the person."""
    for line in reading.shown:
        if line.agency is None or not _is_met_in(one.person.pk, line):
            continue
        own = line.agency.pk == reading.actor.agency_id
        one.met_on = line.entry.happened_to
        one.met_by = "your service" if own else in_sentence(SECTORS[line.agency.sector])
        return


def _is_met_in(person_id: uuid.UUID, line: Line) -> bool:
    if line.entry.kind == "seen":
        return line.about.pk == person_id
    part = MEETING.get(line.entry.kind)
    if part is None:
        return False
    if line.entry.kind == "appointment" and getattr(line.detail, "outcome", "") != "attended":
        return False
    return any(person.pk == person_id for person in line.people.get(part, ()))


def _source(line: Line) -> str:
    sector = SECTORS[line.agency.sector] if line.agency else ""
    return f"{sector}, {day(line.entry.happened_to)}"


def _order(one: Around) -> tuple[int, int, str]:
    first = {"mother": 0, "father": 1, "parent": 1, "partner": 2}.get(one.type, 3)
    return first, one.generation, one.name


def network_rows(people: Iterable[Around]) -> list[dict[str, str]]:
    """The table under the picture."""
    return [
        {
            "who": one.name,
            "relation": _relation(one),
            "known": _known(one),
            "home": one.home or "Not recorded",
            "responsibility": one.responsibility,
            "said_by": "; ".join(dict.fromkeys(one.said_by[-2:])),
        }
        for one in people
    ]


def _known(one: Around) -> str:
    """How well it is known who this is, and when they were last met."""
    met = "" if one.identity == "not_asked" else one.met_words
    return f"{one.known_words}. {met}".strip().removesuffix(".")


def _relation(one: Around) -> str:
    relation = one.relation or "Not known"
    if not one.cares:
        return relation
    nights = f" {one.nights} nights a week" if one.nights else ""
    return f"{relation}; cares{nights}{', ' if one.reason else ''}{one.reason}"
