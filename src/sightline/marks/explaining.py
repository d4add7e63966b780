"""What is said of a mark after it was written down: each account is added, none is written over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sightline.chronology.actions.outcomes import latest_of, state_outcome
from sightline.chronology.codes import EXPLANATION_FITS
from sightline.chronology.kinds import Injury
from sightline.chronology.models import details_of
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.marks.models import Account, Mark, OtherChild, Sighting
from sightline.marks.observing import note, still_open
from sightline.marks.policy import may_explain, may_look_at_other, may_name_other


@action("mark.explained", may=may_explain)
def add_account(
    actor: Actor, mark: Mark, words: str, said_by: str, said_at: dt.datetime | None, fits: str
) -> Account:
    """Add what somebody says of a mark, in their words. A second account that differs is said to be a change.

    The words are the next version of the mark's entry, which stays its agency's; `fits` is one of the
    chronology's codes or empty. Raises SightlineError without words, for the same words again, for a time to
    come, or when the entry was taken back.
    """
    _refuse_unfit(words, said_at, fits)
    still_open(mark.of)
    entry = latest_of(mark.entry_root)
    detail = details_of([entry])[entry.pk]
    if entry.withdrawn or not isinstance(detail, Injury):
        raise SightlineError("What was recorded of this mark was taken back.", next_step="Record it anew.")
    if detail.explanation and detail.explanation.strip() == words.strip():
        raise SightlineError("These words are there already.", next_step="Write what differs.")
    judged = "changed" if detail.explanation else fits or detail.explanation_fits
    said = replace(detail, explanation=words.strip(), explanation_fits=judged or None)
    version = state_outcome(actor, entry, said)
    note(mark.of)
    return Account.unscoped.create(
        of=mark, entry=version, said_by=said_by.strip(), said_at=said_at, heard_by=actor.name
    )


@action("mark.other_child_named", may=may_name_other)
def name_other(actor: Actor, sighting: Sighting, words: str) -> OtherChild:
    """Name a twin or young child of the home whom the record does not have."""
    if not words.strip():
        raise SightlineError("Say which child.")
    kept = still_open(sighting)
    note(kept)
    return OtherChild.unscoped.create(of=kept, words=words.strip())


@action("mark.other_child_seen", may=may_look_at_other)
def look_at_other(
    actor: Actor, other: OtherChild, looked_by: str, looked_at: dt.datetime, found: str
) -> OtherChild:
    """Say who has looked at another child of the home, when, and what was found.

    Raises SightlineError without who or what, for a time to come, or when somebody has looked already: what
    one saw is not written over by another.
    """
    if not looked_by.strip() or not found.strip():
        raise SightlineError("Say who looked, and what was found.")
    if looked_at > clock.now():
        raise SightlineError("That time has not come yet.", next_step="Correct it.")
    still_open(other.of)
    changed = OtherChild.unscoped.filter(pk=other.pk, looked_at__isnull=True).update(
        looked_by=looked_by.strip(), looked_at=looked_at, found=found.strip()
    )
    if not changed:
        raise SightlineError("Somebody has looked at this child already.", next_step="Open the page again.")
    other.refresh_from_db()
    note(other.of)
    return other


def _refuse_unfit(words: str, said_at: dt.datetime | None, fits: str) -> None:
    if not words.strip():
        raise SightlineError("Write what was said, in the words used.")
    if fits and fits not in EXPLANATION_FITS:
        raise SightlineError("Choose how it fits, or leave it.")
    if said_at is not None and said_at > clock.now():
        raise SightlineError("That time has not come yet.", next_step="Correct it.")
