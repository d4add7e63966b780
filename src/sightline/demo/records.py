"""Two years of the county's records, received as its agencies would have sent them.

They joined Sightline three weeks ago and sent their history then; since, they have sent once a week, and in
the last three days every day. So a page may be read as it was known on any day of these three weeks, and by
when it was recorded before that.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import random
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from sightline.chronology.actions import receive
from sightline.chronology.proposals import AddressProposal, Batch, EntryProposal, PersonProposal
from sightline.core import clock
from sightline.core.actors import DEMO
from sightline.core.unit import unit
from sightline.demo import names, staff
from sightline.demo.families import Family
from sightline.exchange.case_files import Arrival, read
from sightline.linkage.actions import link
from sightline.people.models import Person, SourcePerson

CODE_OF: Final = {plan.sector: plan.code for plan in staff.AGENCIES}
SamePerson = tuple[tuple[str, str], ...]
"""(sector, key) of each agency's record of one person."""

DAILY_DAYS: Final = 3
JOINED_DAYS: Final = 21
EVALUATE_EVERY: Final = 4
"""Batches of days that are received in one transaction, and evaluated once at its end."""


def bring_in(families: Iterable[Family], today: dt.date) -> None:
    """Receive everything that the families have lived by `today`."""
    arrivals: dict[tuple[dt.date, str], list[tuple[Family, Arrival]]] = defaultdict(list)
    same: list[SamePerson] = []
    for family in families:
        case = read(json.dumps(family.document(today)), f"{family.id}.yaml")
        told = list(case.batches())
        same += _same_people(told)
        for arrival in told:
            arrivals[_sent_on(arrival.day, today), arrival.agency].append((family, arrival))
    days = sorted({day for day, _ in arrivals})
    for start in range(0, len(days), EVALUATE_EVERY):
        with clock.at(clock.end_of(min(days[min(start + EVALUATE_EVERY, len(days)) - 1], today))), unit():
            for day in days[start : start + EVALUATE_EVERY]:
                _receive_day(day, {sector: told for (on, sector), told in arrivals.items() if on == day})
            _link_same(same)


def _same_people(told: Iterable[Arrival]) -> Iterator[SamePerson]:
    """For each person of a story who is known to several agencies, (sector, key) of every record."""
    known: dict[str, dict[str, None]] = defaultdict(dict)
    for arrival in told:
        for proposal in arrival.batch.people:
            known[proposal.key][arrival.agency] = None
    for key, sectors in known.items():
        if len(sectors) > 1:
            yield tuple((sector, key) for sector in sectors)


def _link_same(same: Iterable[SamePerson]) -> None:
    """Decide what the numbers leave open: an unborn baby has none, and some records give no date of birth."""
    rows = SourcePerson.unscoped.values_list("agency__sector", "key", "id", "person_id")
    known = {(sector, key): (source, person) for sector, key, source, person in rows}
    for records in same:
        present = [known[record] for record in records if record in known]
        for other, person in present[1:]:
            if person != present[0][1]:
                _link(other, present[0][1])


def _link(source: uuid.UUID, person: uuid.UUID) -> None:
    link(
        DEMO,
        SourcePerson.unscoped.get(pk=source),
        Person.unscoped.get(pk=person),
        "The county's families say that they are the same.",
    )


def _sent_on(day: dt.date, today: dt.date) -> dt.date:
    """The day on which an agency sent it: the day itself, the end of its week, or when it joined."""
    ago = (today - day).days
    if ago <= DAILY_DAYS:
        return day
    week = min(day + dt.timedelta(days=-day.toordinal() % 7), today - dt.timedelta(days=DAILY_DAYS))
    return max(week, today - dt.timedelta(days=JOINED_DAYS))


def _receive_day(day: dt.date, by_sector: dict[str, list[tuple[Family, Arrival]]]) -> None:
    instant = min(clock.end_of(day), _just_now())
    with clock.at(instant):
        for sector, told in sorted(by_sector.items()):
            for batch in _batches(CODE_OF[sector], told):
                receive(DEMO, batch)


def _just_now() -> dt.datetime:
    return clock.start_of(clock.today()) + dt.timedelta(hours=8)


def _batches(code: str, told: list[tuple[Family, Arrival]]) -> Iterator[Batch]:
    """One batch; what puts an earlier entry of the same batch right comes in a second one."""
    people: dict[str, PersonProposal] = {}
    rounds: list[dict[str, EntryProposal]] = [{}]
    for family, arrival in told:
        people |= {one.key: _dressed(family, one) for one in arrival.batch.people}
        for entry in arrival.batch.entries:
            place = next((held for held in rounds if entry.source_id not in held), None)
            if place is None:
                rounds.append(place := {})
            place[entry.source_id] = entry
    for entries in rounds:
        yield Batch(code, "county", people=tuple(people.values()), entries=tuple(entries.values()))


def _dressed(family: Family, record: PersonProposal) -> PersonProposal:
    """The record with an invented name, an exact birth date, an address and a telephone."""
    who = record.key.partition(":")[2]
    chance = random.Random(record.key)
    born = _exact(record, chance)
    return dataclasses.replace(
        record,
        given_name=_given_name(family, who, record, chance),
        family_name=family.life.family,
        born_from=born,
        born_to=born,
        addresses=(_address(family),) if who in ("baby", "mother", "father") else (),
        telephone=f"07700 900 {chance.randrange(1000):03d}" if who in ("mother", "father") else "",
    )


def _given_name(family: Family, who: str, record: PersonProposal, chance: random.Random) -> str:
    if who == "baby":
        return record.given_name
    own = {"mother": family.life.mother, "father": family.life.father}.get(who)
    return own or chance.choice(names.MEN if record.sex == "male" else names.WOMEN)


def _exact(record: PersonProposal, chance: random.Random) -> dt.date | None:
    """A day between the two on which the person can have been born."""
    if record.born_from is None or record.born_to is None:
        return None
    return record.born_from + dt.timedelta(
        days=chance.randrange((record.born_to - record.born_from).days + 1)
    )


def _address(family: Family) -> AddressProposal:
    street = names.STREETS[family.number % len(names.STREETS)]
    line = f"{family.number % 90 + 1} {street}"
    return AddressProposal(
        lines=(line, names.TOWNS[family.place]), valid_from=family.born - dt.timedelta(days=400)
    )
