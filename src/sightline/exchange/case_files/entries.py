"""From facts to entries: what each agency recorded on which day of the story.

Besides the facts themselves an agency records what the format says it knows: a pregnancy with the first fact
before birth, the birth on day 0, and the role of each person whom its facts name. Every entry keeps the index
of the fact that it comes from in its source id, which sorts as the facts do, with what is implied first.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sightline.chronology.kinds import KIND_OF, Birth, Detail, Pregnancy, Relationship
from sightline.chronology.proposals import EntryProposal
from sightline.core import clock
from sightline.core.codes import PRECISION_DAYS, SECTORS
from sightline.exchange.case_files.people import key_of
from sightline.exchange.case_files.story import BABY, ROLE_RELATIONSHIPS, TERM_DAYS, Fact, Later, Story

PARENTS: Final = ("mother", "father", "parent")
PARTNERS: Final = ("partner", "ex_partner")
_SOURCE_ID: Final = re.compile(r".+:(\d{4}):[-0-9].*")


@dataclass(frozen=True, slots=True)
class Told:
    """One entry, the day of the story on which it became known, by whom, and the index of its fact."""

    day: int
    agency: str
    fact: int
    people: tuple[str, ...]
    entry: EntryProposal


def told_by(story: Story) -> Iterator[Told]:
    """Every entry of the story, in no order."""
    yield from _pregnancy(story)
    yield from _birth(story)
    yield from _roles(story)
    for fact in story.known_facts:
        for number, version in enumerate(fact.versions, start=1):
            yield _told_fact(story, fact, version, number)


def fact_of(source_id: str) -> int:
    """The index of the fact that an entry comes from. Raises ValueError for an id of another system."""
    found = _SOURCE_ID.fullmatch(source_id)
    if found is None:
        raise ValueError(f"{source_id!r} is no source id of a case file.")
    return int(found.group(1))


def holder_of(story: Story, fact: Fact) -> str:
    """The agency under which a fact is brought in: what is passed on stands with whoever holds it."""
    return fact.agency if fact.ref is None else story.facts[fact.ref].agency


def _source_id(story: Story, fact: Fact, rest: str) -> str:
    return f"{story.id}:{fact.index:04d}:{rest}"


def _told_fact(story: Story, fact: Fact, version: Later, number: int) -> Told:
    passed_on = None if fact.ref is None else story.facts[fact.ref]
    about = fact.about if passed_on is None else passed_on.about
    holder = holder_of(story, fact)
    since, until = _happened(story, fact)
    entry = EntryProposal(
        about=key_of(story, about),
        detail=version.detail,
        source_id=_source_id(story, fact, "1"),
        happened_from=since,
        happened_to=until,
        recorded_at=clock.start_of(story.date_of(version.day)),
        precision=fact.precision,
        people=tuple((part, key_of(story, person)) for part, person in version.people),
        sectors=fact.sectors,
        author_name="" if holder == fact.agency else f"Passed on by {SECTORS[fact.agency]}",
        note=fact.note,
        source_version=str(number),
        ref="" if passed_on is None else _source_id(story, passed_on, "1"),
    )
    named = dict.fromkeys((about, *(person for _, person in version.people)))
    return Told(version.day, holder, fact.index, tuple(named), entry)


def _happened(story: Story, fact: Fact) -> tuple[dt.date | None, dt.date | None]:
    if fact.precision == "order_only":
        return None, None
    reach = PRECISION_DAYS[fact.precision] - 1
    return story.date_of(fact.day - reach), story.date_of(fact.day)


def _pregnancy(story: Story) -> Iterator[Told]:
    """The expected date, with the first fact known between the start of the pregnancy and the birth."""
    due = story.baby.due_day
    antenatal = (fact for fact in story.known_facts if due - TERM_DAYS <= fact.known_day < 0)
    first = next(antenatal, None)
    if first is not None:
        detail = Pregnancy(expected_on=story.date_of(due), multiple_birth=story.baby.multiple_birth)
        yield _implied(story, first, first.known_day, BABY, detail, "-:pregnancy")


def _birth(story: Story) -> Iterator[Told]:
    """The birth on day 0, by the agency of the first fact on or after it."""
    after = [fact for fact in story.known_facts if fact.day >= 0]
    if after:
        baby = story.baby
        detail = Birth(
            born_on=story.born,
            sex=baby.sex,
            gestation_days=baby.gestation_days,
            birth_weight_g=baby.birth_weight_g,
            multiple_birth=baby.multiple_birth,
        )
        yield _implied(story, after[0], 0, BABY, detail, "-:birth")


def _roles(story: Story) -> Iterator[Told]:
    """What each agency knows by a person's role: with its first fact that names the person.

    Where a fact known by then says how the person stands to the baby, that is what is known, and the role
    adds nothing.
    """
    relations = {person.id: ROLE_RELATIONSHIPS.get(person.role, "") for person in story.people}
    named: set[tuple[str, str]] = set()
    for day, fact, person in _namings(story):
        agency = holder_of(story, fact)
        relation = relations[person]
        if (agency, person) in named:
            continue
        named.add((agency, person))
        if relation and not _is_told(story, person, relation, day):
            yield _implied(story, fact, day, person, Relationship(type=relation), f"0:{person}")


def _namings(story: Story) -> list[tuple[int, Fact, str]]:
    """Who is named on which day by which fact, the earliest first."""
    found = [
        (version.day, fact, person)
        for fact in story.known_facts
        for version in fact.versions
        for person in fact.named_in(version)
    ]
    return sorted(found, key=lambda one: (one[0], one[1].index))


def _is_told(story: Story, person: str, relation: str, day: int) -> bool:
    """Whether a fact known by that day says how the person stands to the baby, in the same matter."""
    return any(
        _is_parent(fact) == (relation in PARENTS)
        for fact in story.known_facts
        if fact.known_day <= day and _stands_to_baby(fact, person)
    )


def _stands_to_baby(fact: Fact, person: str) -> bool:
    if fact.kind != "relationship":
        return False
    others = {other for _, other in fact.versions[0].people}
    towards = (fact.about == person and BABY in others) or (fact.about == BABY and person in others)
    return towards and _relation(fact) not in PARTNERS


def _is_parent(fact: Fact) -> bool:
    return _relation(fact) in PARENTS


def _relation(fact: Fact) -> str:
    detail = fact.versions[0].detail
    return detail.type if isinstance(detail, Relationship) else ""


def _implied(story: Story, fact: Fact, day: int, person: str, detail: Detail, rest: str) -> Told:
    """An entry that the format implies, exact to the day on which it was known."""
    towards = (("to", key_of(story, BABY)),) if KIND_OF[type(detail)] == "relationship" else ()
    entry = EntryProposal(
        about=key_of(story, person),
        detail=detail,
        source_id=_source_id(story, fact, rest),
        happened_from=story.date_of(day),
        happened_to=story.date_of(day),
        recorded_at=clock.start_of(story.date_of(day)),
        people=towards,
        source_version="1",
    )
    return Told(day, holder_of(story, fact), fact.index, tuple(dict.fromkeys((person, BABY))), entry)
