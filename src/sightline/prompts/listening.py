"""What the prompts do when an entry is recorded or a claim moves: evaluate the babies touched, once."""

from __future__ import annotations

from sightline.chronology.events import EntriesRecorded
from sightline.linkage.events import ClaimMoved
from sightline.projection.network import babies_of_people, babies_touched_by
from sightline.prompts.evaluating import evaluate_later


def entries_recorded(event: EntriesRecorded) -> None:
    """Evaluate the babies that the entries are about, or whose network they touch."""
    evaluate_later(babies_touched_by(event.entry_ids))


def claim_moved(event: ClaimMoved) -> None:
    """Evaluate the babies of both persons; what vanishes was asked on a link that is no more."""
    people = (event.from_person_id, event.to_person_id)
    evaluate_later(babies_of_people(people), undone=event.undone)
