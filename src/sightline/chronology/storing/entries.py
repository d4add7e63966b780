"""Which of the entries sent are new, which replace one held, and which were known."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sightline.agencies.models import Agency
from sightline.chronology.models import Entry, Message
from sightline.chronology.proposals import Batch, EntryProposal, KeptAside
from sightline.chronology.sensitivity import level_on_arrival
from sightline.chronology.storing import digests
from sightline.chronology.storing.people import People
from sightline.chronology.storing.tally import Tally
from sightline.chronology.writing import Draft
from sightline.core import clock
from sightline.people.queries import in_parts

Line = dict[str, Entry]
"""The latest version held, by source id."""


@dataclass(slots=True)
class Sorting:
    """What becomes of the entries of one batch."""

    agency: Agency
    batch: Batch
    people: People
    message: Message | None
    tally: Tally
    drafts: list[Draft] = field(default_factory=list)
    aside: list[KeptAside] = field(default_factory=list)


def sort_entries(sorting: Sorting) -> None:
    """Fill the drafts with what is to be stored, in an order that the file's own order has no part in.

    An entry that refers to one that has not come is kept aside, with the reason.
    """
    agency, batch = sorting.agency, sorting.batch
    sent = _by_source_id(batch.entries)
    refs = {proposal.ref for proposal in batch.entries if proposal.ref}
    latest = _latest_of(agency, batch.source_system, {*sent, *refs})
    for source_id in sorted(sent, key=lambda key: _order(sent[key])):
        _sort_versions(sorting, sent[source_id], latest)


def _order(versions: list[EntryProposal]) -> tuple[bool, object, str]:
    """What refers to another entry comes after it; else as the agency wrote them down."""
    return (bool(versions[0].ref), versions[0].recorded_at, versions[0].source_id)


def _by_source_id(entries: Iterable[EntryProposal]) -> dict[str, list[EntryProposal]]:
    sent: dict[str, list[EntryProposal]] = defaultdict(list)
    for proposal in entries:
        sent[proposal.source_id].append(proposal)
    for versions in sent.values():
        if len(versions) > 1:
            versions.sort(
                key=lambda one: (digests.version_order(one.source_version), one.recorded_at, repr(one))
            )
    return sent


def _latest_of(agency: Agency, source_system: str, source_ids: Iterable[str]) -> Line:
    mine = Entry.unscoped.filter(agency=agency, source_system=source_system, replaced_by__isnull=True)
    return {
        entry.source_id: entry for some in in_parts(source_ids) for entry in mine.filter(source_id__in=some)
    }


def _sort_versions(sorting: Sorting, versions: list[EntryProposal], latest: Line) -> None:
    held = latest.get(versions[0].source_id)
    if held is not None and _is_known(versions[-1], held):
        sorting.tally.unchanged += len(versions)
        return
    for proposal in versions:
        _sort_one(sorting, proposal, latest)


def _is_known(proposal: EntryProposal, held: Entry) -> bool:
    same = (held.digest, held.source_version) == (digests.of_entry(proposal), proposal.source_version)
    return same or digests.is_older(proposal.source_version, held.source_version)


def _sort_one(sorting: Sorting, proposal: EntryProposal, latest: Line) -> None:
    held = latest.get(proposal.source_id)
    if held is not None and _is_known(proposal, held):
        sorting.tally.unchanged += 1
    elif proposal.ref and proposal.ref not in latest:
        reason = f"It refers to '{proposal.ref}', which has not come from this agency."
        body = repr(proposal).encode()
        sorting.aside.append(KeptAside(proposal.source_id, proposal.kind, reason, body))
    else:
        draft = _draft(sorting, proposal, held, latest.get(proposal.ref))
        _count(sorting.tally, proposal, held)
        latest[proposal.source_id] = draft.entry
        sorting.drafts.append(draft)


def _count(tally: Tally, proposal: EntryProposal, held: Entry | None) -> None:
    if proposal.withdrawn and (held is None or not held.withdrawn):
        tally.withdrawn += 1
    elif held is None:
        tally.accepted += 1
    else:
        tally.changed += 1


def _draft(sorting: Sorting, proposal: EntryProposal, held: Entry | None, ref: Entry | None) -> Draft:
    sensitivity = level_on_arrival(proposal.sensitivity, proposal.detail, proposal.note, clock.today())
    entry = Entry(
        kind=proposal.kind,
        agency=sorting.agency,
        author_name=proposal.author_name,
        about=sorting.people[proposal.about],
        happened_from=proposal.happened_from,
        happened_to=proposal.happened_to,
        happened_at=proposal.happened_at,
        precision=proposal.precision,
        recorded_at=proposal.recorded_at,
        source_system=sorting.batch.source_system,
        source_id=proposal.source_id,
        source_version=proposal.source_version,
        digest=digests.of_entry(proposal),
        message=sorting.message,
        sensitivity=sensitivity,
        note=proposal.note,
        replaces=held,
        root_id=_root(held),
        withdrawn=proposal.withdrawn,
        ref=ref,
    )
    people = tuple((part, sorting.people[key]) for part, key in proposal.people)
    return Draft(entry, proposal.detail, people, proposal.sectors)


def _root(held: Entry | None) -> uuid.UUID | None:
    return None if held is None else held.root_id or held.id
