"""The agencies' own records of the story's people, as they stand on a day of the story."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Final

from sightline.chronology.proposals import IdentifierProposal, PersonProposal
from sightline.core.ids import is_nhs_number
from sightline.exchange.case_files.story import BABY, Story, StoryPerson

UNBORN, BORN = "1", "2"
"""Versions of an agency's record of the baby or its twin: before the birth and after."""
INVENTED_RANGE: Final = "999"


def key_of(story: Story, person_id: str) -> str:
    """What every agency calls the person: the same key, each in its own records."""
    return f"{story.id}:{person_id}"


def record_of(story: Story, person_id: str, day: int) -> PersonProposal:
    """An agency's record of somebody on a day of the story."""
    if person_id == BABY:
        return _baby(story, day)
    person = next(person for person in story.people if person.id == person_id)
    since, until = _born_between(story, person, day)
    return PersonProposal(
        key=key_of(story, person_id),
        given_name=_shown(person_id),
        sex=person.sex,
        born_from=since,
        born_to=until,
        identifiers=() if _is_unborn(person, day) else _numbers(story, person_id),
        source_version=UNBORN if _is_unborn(person, day) else BORN,
    )


def nhs_number_of(story: Story, person_id: str) -> str:
    """An invented NHS number with a right check digit, always the same for the person of the story.

    999 numbers are issued to nobody. Two stories may by rare chance share one: dates of birth decide then.
    """
    digest = hashlib.sha256(key_of(story, person_id).encode()).digest()
    start = int.from_bytes(digest[:8], "big")
    return next(number for step in range(1_000_000) if (number := _number(start + step)))


def _number(seed: int) -> str:
    """The number of a seed; empty where no digit checks, as for one in eleven."""
    nine = f"{INVENTED_RANGE}{seed % 1_000_000:06d}"
    return next((nine + digit for digit in "0123456789" if is_nhs_number(nine + digit)), "")


def _numbers(story: Story, person_id: str) -> tuple[IdentifierProposal, ...]:
    return (IdentifierProposal("nhs_number", nhs_number_of(story, person_id), verified=True),)


def _baby(story: Story, day: int) -> PersonProposal:
    key = key_of(story, BABY)
    if day < 0:
        return PersonProposal(key=key, kind="baby", source_version=UNBORN)
    return PersonProposal(
        key=key,
        kind="baby",
        given_name=story.baby.name,
        sex=story.baby.sex or "unknown",
        born_from=story.born,
        born_to=story.born,
        identifiers=_numbers(story, BABY),
        source_version=BORN,
    )


def _is_unborn(person: StoryPerson, day: int) -> bool:
    return person.is_twin and day < 0


def _born_between(story: Story, person: StoryPerson, day: int) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day on which somebody of that age at the birth can have been born."""
    if _is_unborn(person, day):
        return None, None
    if person.is_twin:
        return story.born, story.born
    months, span = _age(person)
    if months is None:
        return None, None
    after = _months_before(story.born, months + span)
    return after + dt.timedelta(days=1), _months_before(story.born, months)


def _age(person: StoryPerson) -> tuple[int | None, int]:
    """The age in completed months, and how many months wide that is."""
    if person.age_months_at_birth is not None:
        return person.age_months_at_birth, 1
    return (None, 0) if person.age_at_birth is None else (person.age_at_birth * 12, 12)


def _months_before(day: dt.date, months: int) -> dt.date:
    """The same day of the month that many months before; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    first_of_next = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = first_of_next - dt.timedelta(days=1)
    return min(last, last.replace(day=min(day.day, last.day)))


def _shown(person_id: str) -> str:
    return person_id.replace("_", " ").replace("-", " ").capitalize()
