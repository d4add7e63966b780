"""Receiving what an agency sends, whole or not at all."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sightline.agencies.models import Agency
from sightline.chronology.events import PeopleReceived
from sightline.chronology.policy import may_receive
from sightline.chronology.proposals import Batch
from sightline.chronology.storing.entries import Sorting, sort_entries
from sightline.chronology.storing.messages import keep_aside, keep_message
from sightline.chronology.storing.people import Stored, store_people
from sightline.chronology.storing.tally import Tally
from sightline.chronology.writing import write_entries
from sightline.core import events
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a batch: people and entries counted together, records kept aside, the entries stored.

    `accepted` were stored for the first time, `changed` are newer versions, `unchanged` were known,
    `withdrawn` were taken back. `created_agency` is for the caller that had to make the agency first.
    """

    accepted: int
    changed: int
    unchanged: int
    withdrawn: int
    kept_aside: int
    entry_ids: tuple[uuid.UUID, ...] = ()
    quarantined_identifiers: int = 0
    created_agency: bool = False


@action("batch.received", may=may_receive)
def receive(actor: Actor, batch: Batch) -> Receipt:
    """Store all that one file or message says: the message, its people, its entries, what has no place yet.

    The same batch again accepts and changes nothing. The order of people and entries in it does not matter.
    Raises SightlineError when the agency does not exist, RefusedFile when something cannot be kept as it is.
    """
    agency = _agency(batch.agency_code)
    tally = Tally()
    message = keep_message(actor, agency, batch)
    stored = store_people(actor, agency, batch, tally)
    sorting = Sorting(agency, batch, stored.people, message, tally)
    sort_entries(sorting)
    entry_ids = write_entries(sorting.drafts, {source.person_id for source in stored.touched})
    _tell_of_people(stored, sorting)
    asides = [*batch.kept_aside, *sorting.aside]
    keep_aside(actor, agency, batch, message, asides)
    return Receipt(
        accepted=tally.accepted,
        changed=tally.changed,
        unchanged=tally.unchanged,
        withdrawn=tally.withdrawn,
        kept_aside=len(asides),
        entry_ids=entry_ids,
        quarantined_identifiers=tally.quarantined,
    )


def _tell_of_people(stored: Stored, sorting: Sorting) -> None:
    """Tell the rooms above who is known otherwise, but for those whom the entries just stored tell of."""
    named = {source.pk for draft in sorting.drafts for _, source in draft.people}
    named |= {draft.entry.about_id for draft in sorting.drafts}
    turned = {source.pk for source in stored.turned}
    persons = {source.person_id for source in stored.changed if source.pk in turned or source.pk not in named}
    if persons:
        events.publish(PeopleReceived(tuple(sorted(persons)), tuple(sorted(turned))))


def _agency(code: str) -> Agency:
    """The agency, held until the transaction ends: its files are stored one after the other."""
    agency = Agency.unscoped.select_for_update().filter(code=code).first()
    if agency is None:
        raise SightlineError(
            f"There is no agency with the code '{code}'.", next_step="Make it first, or correct the code."
        )
    return agency
