"""A case file as the product takes it in: batches of each agency's entries, in the order of their days."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sightline.chronology.proposals import Batch
from sightline.exchange.case_files.entries import Told, fact_of, told_by
from sightline.exchange.case_files.people import key_of, record_of
from sightline.exchange.case_files.story import Story

SOURCE_SYSTEM = "case file"


class Arrival(NamedTuple):
    """What one agency recorded on one day. `facts` gives the index of the fact of each source id."""

    day: dt.date
    agency: str
    batch: Batch
    facts: dict[str, int]


@dataclass(frozen=True, slots=True)
class CaseFile(Story):
    """One baby's story, ready to be brought in."""

    def batches(self) -> Iterator[Arrival]:
        """Each agency's entries of each day, the earliest first; nothing of a fact that nobody knew."""
        told = sorted(told_by(self), key=lambda one: (one.day, one.fact))
        for day, of_day in itertools.groupby(told, key=lambda one: one.day):
            by_agency: dict[str, list[Told]] = {}
            for one in of_day:
                by_agency.setdefault(one.agency, []).append(one)
            for agency, mine in by_agency.items():
                yield self._arrival(day, agency, mine)

    def batch_of(self, agency: str, agency_code: str = "") -> Batch:
        """All that one sector's agency recorded, every version, to be brought in at once."""
        mine = [one for one in told_by(self) if one.agency == agency]
        people = dict.fromkeys((one.day, person) for one in mine for person in one.people)
        return self._batch(agency_code or agency, mine, people)

    def same_people(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """For each person known to several agencies, (agency, key) of every record that is theirs."""
        known: dict[str, dict[str, None]] = {}
        for arrival in self.batches():
            for proposal in arrival.batch.people:
                known.setdefault(proposal.key, {})[arrival.agency] = None
        several = {key: agencies for key, agencies in known.items() if len(agencies) > 1}
        return tuple(tuple((agency, key) for agency in agencies) for key, agencies in several.items())

    def supplied(self) -> frozenset[tuple[str, str]]:
        """(kind, agency) of every fact that an agency recorded: what this record is sent at all."""
        return frozenset((fact.kind, fact.agency) for fact in self.known_facts)

    def key_of(self, person_id: str) -> str:
        """What the agencies call a person of the story."""
        return key_of(self, person_id)

    @staticmethod
    def fact_of(source_id: str) -> int:
        """The index of the fact that an entry comes from. Raises ValueError for an id of another system."""
        return fact_of(source_id)

    def _arrival(self, day: int, agency: str, mine: list[Told]) -> Arrival:
        people = dict.fromkeys((day, person) for one in mine for person in one.people)
        facts = {one.entry.source_id: one.fact for one in mine}
        return Arrival(self.date_of(day), agency, self._batch(agency, mine, people), facts)

    def _batch(self, agency: str, mine: list[Told], people: Iterable[tuple[int, str]]) -> Batch:
        return Batch(
            agency_code=agency,
            source_system=SOURCE_SYSTEM,
            people=tuple(record_of(self, person, day) for day, person in people),
            entries=tuple(one.entry for one in mine),
            resources=len({one.fact for one in mine}),
            name=self.name,
        )
