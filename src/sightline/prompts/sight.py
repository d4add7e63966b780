"""Whether somebody may see enough of a question's evidence to act on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sightline.access.table import View
from sightline.chronology.lines import Reader
from sightline.chronology.models import Entry

LEAD: Final = "safeguarding_lead"
"""The role to which a question goes that nobody else may see, in the agency that holds the evidence."""


def sees_enough(reader: Reader, basis: Iterable[Entry]) -> bool:
    """Whether the reader may read some of the basis, and the rest gives nothing away.

    The basis are the entries at the lowest sensitivity at which the question is asked. A safeguarding lead is
    shown what rests on any entry of their own.
    """
    entries = list(basis)
    is_shown = any(reader.view(entry) is View.SHOWN for entry in entries)
    return is_shown and (reader.actor.role == LEAD or not hidden_from(reader, entries))


def hidden_from(reader: Reader, entries: Iterable[Entry]) -> list[Entry]:
    """The entries of whose existence the question would tell a reader who may not know of them.

    Those are what is restricted or sealed, and facts about an adult; that another service has met the baby
    too discloses nothing.
    """
    return [
        entry
        for entry in entries
        if reader.view(entry) is View.NOTHING
        and (entry.sensitivity != "shared" or entry.about.person_id != reader.child_id)
    ]
