"""Reading a case file: bytes to a checked story, or a refusal with its line."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Collection, Mapping
from typing import Final

from sightline.chronology.proposals import RefusedFile
from sightline.core.codes import SEXES
from sightline.exchange.case_files.case_file import CaseFile
from sightline.exchange.case_files.facts import read_fact
from sightline.exchange.case_files.kinds import FARTHEST_DAY, day
from sightline.exchange.case_files.places import Place, compose
from sightline.exchange.case_files.story import (
    BABY,
    DEFAULT_BORN,
    Expected,
    ExpectedPoint,
    Fact,
    Incident,
    Source,
    StoryBaby,
    StoryPerson,
)

FORMAT: Final = "sightline-case/1"
_TOP: Final = ("format", "id", "source", "born", "baby", "people", "facts", "incident", "until", "expect")
_BORN_YEARS: Final = range(1950, 2101)
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")


def read(data: bytes | str, name: str) -> CaseFile:
    """The case file, every key and code of it checked against the format.

    Raises RefusedFile with the file's name, the line and the reason.
    """
    try:
        return _case(compose(data), name)
    except RefusedFile as refused:
        raise RefusedFile(refused.refusal.reason, file=name, line=refused.refusal.line) from refused


def is_case_file(data: bytes) -> bool:
    """Whether the bytes say that they are a case file."""
    return any(line.startswith(b"format: sightline-case/") for line in data[:4096].splitlines())


def _case(root: Place, name: str) -> CaseFile:
    top = root.mapping(_TOP, ("format", "id", "facts"))
    if top["format"].text() != FORMAT:
        top["format"].refuse(f"This is not '{FORMAT}', the only format read here.")
    born = _born(top["born"]) if "born" in top else DEFAULT_BORN
    people = _people(top["people"]) if "people" in top else ()
    return CaseFile(
        name=name,
        id=_identifier(top["id"]),
        source=_source(top["source"]) if "source" in top else Source(""),
        born=born,
        baby=_baby(top["baby"]) if "baby" in top else StoryBaby(),
        people=people,
        facts=_facts(top["facts"], {person.id for person in people}, born),
        incident=_incident(top["incident"]) if "incident" in top else None,
        given_until=day(top["until"]) if "until" in top else None,
        expect=_expected(top["expect"]) if "expect" in top else Expected(),
    )


def _identifier(place: Place) -> str:
    text = place.text()
    if not _ID.fullmatch(text):
        place.refuse("An id is letters, digits, dots, dashes and underscores, at most 100 of them.")
    return text


def _born(place: Place) -> dt.date:
    born = place.day()
    if born.year not in _BORN_YEARS:
        place.refuse(f"'born' must lie between {_BORN_YEARS[0]} and {_BORN_YEARS[-1]}.")
    return born


def _source(place: Place) -> Source:
    given = place.mapping(("title", "publisher", "year"), ("title",))
    return Source(
        title=given["title"].text(),
        publisher=given["publisher"].text() if "publisher" in given else "",
        year=given["year"].whole(1900, 2200) if "year" in given else None,
    )


def _baby(place: Place) -> StoryBaby:
    given = place.mapping(("name", "sex", "gestation_weeks", "birth_weight_kg", "multiple_birth"))
    return StoryBaby(
        name=given["name"].text() if "name" in given else "",
        sex=given["sex"].code(SEXES) if "sex" in given else None,
        gestation_weeks=given["gestation_weeks"].number("20", "45") if "gestation_weeks" in given else None,
        birth_weight_kg=given["birth_weight_kg"].number("0.2", "8") if "birth_weight_kg" in given else None,
        multiple_birth=given["multiple_birth"].flag() if "multiple_birth" in given else None,
    )


def _people(place: Place) -> tuple[StoryPerson, ...]:
    people: dict[str, StoryPerson] = {}
    for one in place.items("a person"):
        person = _person(one)
        if person.id in people or person.id == BABY:
            one.refuse(f"'{person.id}' is taken: each person has an id, and 'baby' is the baby.")
        people[person.id] = person
    return tuple(people.values())


def _person(place: Place) -> StoryPerson:
    given = place.mapping(("id", "role", "sex", "age_at_birth", "age_months_at_birth"), ("id",))
    return StoryPerson(
        id=_identifier(given["id"]),
        role=given["role"].text() if "role" in given else "",
        sex=given["sex"].code(SEXES) if "sex" in given else "unknown",
        age_at_birth=given["age_at_birth"].whole(0, 120) if "age_at_birth" in given else None,
        age_months_at_birth=(
            given["age_months_at_birth"].whole(0, 480) if "age_months_at_birth" in given else None
        ),
    )


def _facts(place: Place, people: Collection[str], born: dt.date) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    by_id: dict[str, int] = {}
    refs: dict[int, str] = {}
    places = place.items("a fact")
    for index, one in enumerate(places):
        fact, own_id, ref = read_fact(one, index, people, born)
        if own_id and own_id in by_id:
            one.refuse(f"The id '{own_id}' is given to two facts.")
        facts.append(fact)
        by_id |= {own_id: index} if own_id else {}
        refs |= {index: ref} if ref else {}
    return tuple(_referring(fact, refs, by_id, facts, places) for fact in facts)


def _referring(
    fact: Fact, refs: Mapping[int, str], by_id: Mapping[str, int], facts: list[Fact], places: list[Place]
) -> Fact:
    """The fact with what it refers to; nothing is passed on before it is known."""
    if fact.index not in refs:
        return fact
    place, wanted = places[fact.index], refs[fact.index]
    if wanted not in by_id:
        place.refuse(f"No fact has the id '{wanted}'. Give the fact that was passed on this id.")
    passed_on = facts[by_id[wanted]]
    if passed_on.index == fact.index:
        place.refuse("A fact cannot pass itself on.")
    if fact.is_known and not passed_on.is_known:
        place.refuse(f"The fact '{wanted}' was known to nobody, so nobody can have passed it on.")
    known_day = max(fact.known_day, passed_on.known_day)
    versions = tuple(dataclasses.replace(version, day=known_day) for version in fact.versions)
    return dataclasses.replace(fact, ref=passed_on.index, known_day=known_day, versions=versions)


def _incident(place: Place) -> Incident:
    given = place.mapping(("day", "type"), ("day",))
    return Incident(day(given["day"]), given["type"].text() if "type" in given else "")


def _expected(place: Place) -> Expected:
    given = place.mapping(("raise", "stay_silent", "most_prompts"))
    return Expected(
        raised=tuple(map(_expected_point, _listed(given, "raise"))),
        stay_silent=tuple(
            one.mapping(("point", "why"), ("point",))["point"].text() for one in _listed(given, "stay_silent")
        ),
        most_prompts=given["most_prompts"].whole(0, FARTHEST_DAY) if "most_prompts" in given else None,
    )


def _listed(given: Mapping[str, Place], key: str) -> list[Place]:
    return given[key].items("an expectation") if key in given else []


def _expected_point(place: Place) -> ExpectedPoint:
    given = place.mapping(("point", "by_day", "why"), ("point", "by_day"))
    why = given["why"].text() if "why" in given else ""
    return ExpectedPoint(given["point"].text(), day(given["by_day"]), why)
