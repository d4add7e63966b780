"""Who may bring records in, record on a page, put right, take back and disagree."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Final

from sightline.access.scope import may_open
from sightline.chronology.carrying import is_carried
from sightline.chronology.kinds import Detail
from sightline.chronology.models import Entry
from sightline.chronology.proposals import Batch
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import Refused
from sightline.people.models import Person, SourcePerson
from sightline.people.queries import children_of, network_of

Named = Iterable[tuple[str, Person]]
"""People in the parts that they play in an entry."""
NOT_YOURS: Final = "Your role does not record on a baby's page."
RECORDS: Final = frozenset(
    {
        "practitioner",
        "team_manager",
        "safeguarding_lead",
        "front_door_worker",
        "front_door_manager",
        "emergency_duty_worker",
        "examiner",
        "conference_chair",
    }
)
"""Roles that record on a baby's page. An auditor reads; the others see no child."""


def may_receive(actor: Actor, batch: Batch) -> Decision:
    """Parts of the system may, and an administrator for their own agency."""
    if actor.is_system:
        return allow("A part of the system brings records in.")
    if actor.role == "administrator" and actor.agency_code == batch.agency_code:
        return allow("Administrators bring in their own agency's records.")
    return refuse("Only an administrator of the agency brings its records in.")


def may_record(
    actor: Actor,
    child: Person,
    detail: Detail,
    *,
    about: Person | None = None,
    happened_on: dt.date | None = None,
    happened_from: dt.date | None = None,
    happened_to: dt.date | None = None,
    happened_at: dt.datetime | None = None,
    precision: str = "exact",
    people: Named = (),
    sectors: Iterable[tuple[str, str]] = (),
    note: str = "",
    sensitivity: str = "shared",
) -> Decision:
    """Those whose role records, on the page of a baby open to them, of the people around that baby."""
    decision = _may_write(actor, child)
    if not decision:
        return decision
    named = {person.pk for _, person in people} | ({about.pk} if about else set())
    strangers = named - network_of(child.pk)
    own = SourcePerson.unscoped.filter(agency_id=own_agency(actor), person_id__in=strangers)
    if strangers - set(own.values_list("person_id", flat=True)):
        return refuse("This names somebody who is not in the baby's care network.")
    return decision


def may_name(
    actor: Actor,
    child: Person,
    *,
    given_name: str = "",
    family_name: str = "",
    sex: str = "unknown",
    born_on: dt.date | None = None,
) -> Decision:
    """Those whose role records, on the page of a baby that is open to them."""
    return _may_write(actor, child)


def may_correct(
    actor: Actor,
    entry: Entry,
    detail: Detail | None = None,
    *,
    happened_on: dt.date | None = None,
    happened_from: dt.date | None = None,
    happened_to: dt.date | None = None,
    happened_at: dt.datetime | None = None,
    precision: str | None = None,
    note: str | None = None,
    sensitivity: str | None = None,
) -> Decision:
    """Those who may record, for an entry of their own agency on a page that is open to them."""
    if actor.role not in RECORDS:
        return refuse(NOT_YOURS)
    if entry.agency_id != actor.agency_id:
        return refuse("Only the agency that recorded an entry changes it: add a disagreement beside it.")
    if is_carried(entry.root_id or entry.pk):
        return refuse("It changes with what became of it: open it where it was sent, or ring who decides.")
    return _may_open_one(actor, entry)


def may_withdraw(actor: Actor, entry: Entry, because: str) -> Decision:
    """As `may_correct`."""
    return may_correct(actor, entry)


def may_disagree(actor: Actor, entry: Entry, words: str, by: Person | None) -> Decision:
    """Those who may record, beside any entry on a page that is open to them."""
    if actor.role not in RECORDS or actor.agency_id is None:
        return refuse(NOT_YOURS)
    return _may_open_one(actor, entry)


def own_agency(actor: Actor) -> uuid.UUID:
    """The agency that the actor records for. Raises Refused for a part of the system."""
    if actor.agency_id is None:
        raise Refused(NOT_YOURS)
    return actor.agency_id


def _may_write(actor: Actor, child: Person) -> Decision:
    if actor.role not in RECORDS or actor.agency_id is None:
        return refuse(NOT_YOURS)
    return may_open(actor, child.pk)


def _may_open_one(actor: Actor, entry: Entry) -> Decision:
    person_id = entry.about.person_id
    children = sorted(children_of([person_id])[person_id])
    decisions = (may_open(actor, child) for child in children)
    return next((decision for decision in decisions if decision), refuse("There is no such record."))
