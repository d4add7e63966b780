"""What became of something that an agency recorded, said by whom it was handed to.

A referral is the referrer's entry; its outcome is the front door's to say. The process that carries it writes
the next version, which stays an entry of the agency that recorded it and names who decided.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q

from sightline.chronology.actions.recording import new_entry, next_version, own_source, store
from sightline.chronology.kinds import Detail
from sightline.chronology.models import Entry
from sightline.chronology.writing import Draft
from sightline.core.actors import Actor
from sightline.core.codes import SENSITIVITY_LEVEL
from sightline.core.unit import current
from sightline.people.models import Person


def state_outcome(actor: Actor, entry: Entry, detail: Detail, note: str | None = None) -> Entry:
    """Write the next version of an entry with its outcome, within the action that permitted the decision.

    Raises LookupError outside an action; SightlineError when the entry was replaced in the meantime.
    """
    current()
    holder = replace(actor, agency_id=entry.agency_id, team_id=entry.team_id)
    return store(next_version(holder, entry, detail, note, None))


def record_within(
    actor: Actor,
    child: Person,
    detail: Detail,
    *,
    happened_on: dt.date,
    sectors: Iterable[tuple[str, str]] = (),
    note: str = "",
    sensitivity: str = "restricted",
) -> Entry:
    """An entry that a process makes: the process permits it, where the child's page need not be open.

    Raises LookupError outside an action.
    """
    current()
    entry = new_entry(actor, own_source(actor, child), detail, note, sensitivity)
    entry.happened_from = entry.happened_to = happened_on
    return store(Draft(entry, detail, (), tuple(sectors)))


def level_carried(*roots: Entry | None, least: str = "restricted") -> str:
    """How sensitive what comes from these entries is: as the most sensitive is now, and at least `least`."""
    levels = [least, *(latest_of(root).sensitivity for root in roots if root is not None)]
    return max(levels, key=SENSITIVITY_LEVEL.__getitem__)


def latest_of(root: Entry) -> Entry:
    """The version of an entry that stands now."""
    versions = Entry.unscoped.filter(Q(pk=root.pk) | Q(root=root), replaced_by__isnull=True)
    return versions.get()
