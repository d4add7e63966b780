"""What a file's bytes say, as a batch for each agency that they tell of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sightline.agencies.models import Agency
from sightline.chronology.proposals import Batch, KeptAside, RefusedFile
from sightline.exchange import case_files, reading
from sightline.exchange.case_files import CaseFile
from sightline.exchange.importing.destinations import Destination


@dataclass(frozen=True, slots=True)
class Sent:
    """A batch, and the sector of its agency, should that have to be made."""

    batch: Batch
    sector: str


def read_batches(data: bytes, name: str, destination: Destination) -> list[Sent]:
    """One batch; of a case file one a sector. Raises RefusedFile with file, line, reason and what to do."""
    reading.refuse_unreadable(data, name)
    if not case_files.is_case_file(data):
        return [Sent(reading.read_bytes(data, name, destination.code), destination.sector)]
    case = case_files.read(data, name)
    if destination.own_only:
        return [Sent(_own(case, destination, name), destination.sector)]
    return [Sent(case.batch_of(sector), sector) for sector in _sectors(case)]


def _sectors(case: CaseFile) -> list[str]:
    """The sectors whose agencies hold something of the story."""
    return sorted({arrival.agency for arrival in case.batches()})


def _own(case: CaseFile, destination: Destination, name: str) -> Batch:
    """The facts that one agency may bring in: its own sector's. The others' are kept aside and counted."""
    agency = Agency.unscoped.get(code=destination.code)
    others = [sector for sector in _sectors(case) if sector != agency.sector]
    own = case.batch_of(agency.sector, agency.code)
    if not own.entries:
        reason = f"The case file holds nothing that {agency.get_sector_display().lower()} recorded. "
        raise RefusedFile(f"{reason}Choose a file of your own agency's records.", file=name)
    asides = tuple(aside for sector in others for aside in _asides(case, sector))
    return replace(own, kept_aside=asides, resources=own.resources + len(asides))


def _asides(case: CaseFile, sector: str) -> Iterator[KeptAside]:
    facts = {fact.index: fact for fact in case.facts}
    told = {case.fact_of(entry.source_id) for entry in case.batch_of(sector).entries}
    for index in sorted(told):
        yield KeptAside(
            source_id=f"{case.id}:{index:04d}",
            what=f"Fact of another agency: {facts[index].kind}",
            reason=f"It was recorded by {sector}; an agency brings in its own records.",
        )
