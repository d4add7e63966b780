"""What is not known about a baby, with whose it is to find out and by when; and what was not looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sightline.web.pages.baby.around import Around
from sightline.web.pages.baby.reading import Reading
from sightline.web.pages.silence import Silent
from sightline.web.words import day

_WHY: Final = {
    "described": "Described only.",
    "unknown": "No name.",
    "not_asked": "Not asked. Ask alone, in their own time.",
    "asked_not_disclosed": "Asked, and did not say. Asked once more at most, by someone they know.",
    "not_safe_to_ask": "Not safe to ask.",
}
HELD_BACK: Final = {
    "universal": "Social care, police, probation, adult mental health, substance services, nurseries.",
    "help": "Police, probation, adult mental health, substance services.",
    "concern": "",
}


@dataclass(frozen=True, slots=True)
class Unknown:
    """One thing that is not known: what, why, and whose it is."""

    what: str
    why: str
    whose: str = ""


def unknowns_of(reading: Reading, people: Iterable[Around], silent: Iterable[Silent]) -> list[Unknown]:
    """Everything that the page cannot say, people first."""
    found = [*_people(people, reading.today), *_facts(reading)]
    if HELD_BACK[reading.openness]:
        found.append(
            Unknown(
                HELD_BACK[reading.openness], "Not shown at this level, whether or not they hold anything."
            )
        )
    if reading.elsewhere:
        found.append(Unknown("Something is recorded elsewhere.", "Ask your safeguarding lead."))
    found += [
        Unknown(f"{one.name}.", f"Has sent nothing since {day(one.since)}, about anybody.") for one in silent
    ]
    return found


def _people(people: Iterable[Around], today: dt.date) -> Iterator[Unknown]:
    for one in people:
        if one.identity in _WHY:
            yield Unknown(f"Who {_whom(one)} is.", _WHY[one.identity], _whose(one, today))
        elif not one.met_by and one.generation > 0 and one.identity == "named":
            yield Unknown(f"How {one.name} is.", "Met by nobody, as far as is recorded here.")
        if one.cares and one.reason == "reason not asked":
            yield Unknown(f"Why {one.name} cares for the baby.", "Not asked.")


def _whom(one: Around) -> str:
    return one.name if one.described_as else (one.relation_words or "this person")


def _whose(one: Around, today: dt.date) -> str:
    if one.chase_by is None:
        return f"Held by {one.holder}; no day is set." if one.holder else ""
    late = "was to be found out by" if one.chase_by < today else "to be found out by"
    return f"Held by {one.holder}, {late} {day(one.chase_by)}."


def _facts(reading: Reading) -> Iterator[Unknown]:
    baby = reading.baby
    if not baby.language:
        yield Unknown("Which language the family speaks.", "Not recorded.")
    if not baby.safe_contact:
        yield Unknown("How it is safe to make contact.", "Not recorded.")
    if baby.is_born and baby.gestation_days is None:
        yield Unknown("At how many weeks the baby was born.", "Not recorded: ages are not corrected.")
    if baby.is_born and not reading.of_kind("mobility"):
        name = baby.person.given_name or "the baby"
        yield Unknown(f"Whether {name} moves about yet.", "Not recorded. It bears on what a mark may mean.")
    if baby.registered_gp is None:
        yield Unknown("Which GP surgery.", "No registration is recorded.")
