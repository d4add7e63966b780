"""The head of the page: age, how it is safe to make contact, who is involved with numbers, what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sightline.access.addresses import address_words_of
from sightline.access.codes import OPENNESS
from sightline.access.keys import agency_of
from sightline.access.queries import Involved, involved_with
from sightline.chronology.kinds import Mobility
from sightline.people.models import Address, Baby
from sightline.web.ages import Age, age_of
from sightline.web.pages.baby.reading import Reading
from sightline.web.pages.meetings import Meetings, meetings_in
from sightline.web.words import day


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the head of a baby's page, in words."""

    name: str
    age: Age
    sentence: str
    safe_contact: str
    language: str
    home: str
    open_words: str
    meetings: Meetings
    involved: tuple[Involved, ...]
    gp: str
    my_name: str


def header_of(reading: Reading) -> Header:
    """The head of the page; every absence in words."""
    baby = reading.baby
    involved = involved_with(reading.actor, reading.child_id, reading.openness)
    return Header(
        name=baby.person.name,
        age=age_of(baby, reading.today),
        sentence=_sentence(reading),
        safe_contact=baby.safe_contact or "Not recorded. Ask before you ring, write or leave a message.",
        language=_language(baby),
        home=_home(reading),
        open_words=_open(reading),
        meetings=meetings_in(reading.shown, agency_of(reading.actor), reading.today),
        involved=tuple(sorted(involved, key=lambda one: one.name != reading.actor.name)),
        my_name=reading.actor.name,
        gp="" if _stands_with_number(baby, involved) else _gp(baby),
    )


def _sentence(reading: Reading) -> str:
    baby = reading.baby
    sex = {"female": "Girl", "male": "Boy"}.get(baby.person.sex, "Baby")
    weeks = f" at {baby.gestation_days // 7} weeks" if baby.gestation_days else ""
    born = f"born {day(baby.born_on)}{weeks}" if baby.born_on else f"due {day(baby.due_on)}"
    return f"{sex}, {born} · {moving_about(reading)}"


def moving_about(reading: Reading) -> str:
    """Whether the baby was last seen to move about by itself, and when."""
    for line in reading.of_kind("mobility"):
        if isinstance(line.detail, Mobility):
            moves = line.detail.crawls or line.detail.cruises or line.detail.walks
            said = "moving about" if moves else "not yet moving about"
            return f"{said}, {day(line.entry.happened_to)}"
    return "whether moving about: not recorded"


def _language(baby: Baby) -> str:
    if not baby.language:
        return "Not recorded"
    need = {
        True: "interpreter needed",
        False: "no interpreter",
        None: "whether an interpreter is needed: not recorded",
    }
    return f"{baby.language}; {need[baby.interpreter]}"


def _home(reading: Reading) -> str:
    """The address that the baby's records hold; a confidential one reads as if none were recorded."""
    held = Address.unscoped.filter(source_person__person_id=reading.child_id, source_person__withdrawn=False)
    addresses = [
        one
        for one in held.select_related("source_person").order_by("-valid_from", "-id")
        if one.valid_to is None or one.valid_to >= reading.today
    ]
    said = address_words_of(reading.actor, addresses, {reading.child_id: reading.openness})
    return next((words for one in addresses if (words := said[one.pk])), "Not recorded here")


def _open(reading: Reading) -> str:
    """What is open on the baby, which decides who sees what; by name where its entry may be read here."""
    read = {line.entry.root_id or line.entry.pk for line in reading.shown}
    wide = [one for one in reading.matters if one.level == reading.openness and one.entry_root in read]
    said = [f"{matter.what}, since {day(matter.since)}" for matter in wide]
    if reading.openness == "universal":
        return "Nothing: universal care only"
    return f"{OPENNESS[reading.openness]}: {'; '.join(said)}" if said else OPENNESS[reading.openness]


def _stands_with_number(baby: Baby, involved: Iterable[Involved]) -> bool:
    """Whether the named GP is already among those involved, with a number to ring."""
    named = baby.named_gp.name if baby.named_gp else ""
    return any(one.sector == "gp" and one.name == named for one in involved if named)


def _gp(baby: Baby) -> str:
    if baby.registered_gp is None:
        return "Not recorded"
    named = f"; named GP {baby.named_gp.name}" if baby.named_gp else ""
    return f"{baby.registered_gp.name}{named}"
