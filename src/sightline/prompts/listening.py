"""What the prompts do when an entry is recorded, a claim moves, others are involved or a day passes."""

from __future__ import annotations

from sightline.access.events import InvolvementsChanged
from sightline.chronology.events import EntriesRecorded, PeopleReceived
from sightline.core import clock
from sightline.core.events import DayPassed
from sightline.linkage.events import ClaimMoved
from sightline.projection.network import Touched, babies_of_people, babies_touched_by
from sightline.prompts.closing import close_prompts
from sightline.prompts.evaluating import evaluate_later
from sightline.prompts.placing_again import place_later
from sightline.prompts.postponing import postpone


def entries_recorded(event: EntriesRecorded) -> None:
    """Evaluate the babies that the entries are about, or whose network they touch."""
    _evaluate(babies_touched_by(event.entry_ids))


def people_received(event: PeopleReceived) -> None:
    """Evaluate the babies who these persons are, or whose network they are in."""
    _evaluate(babies_of_people(event.person_ids))


def claim_moved(event: ClaimMoved) -> None:
    """Evaluate the babies of both persons; what vanishes was asked on a link that is no more."""
    _evaluate(babies_of_people((event.from_person_id, event.to_person_id)), undone=event.undone)


def involvements_changed(event: InvolvementsChanged) -> None:
    """Ask whoever is there now what waits about these babies."""
    place_later(event.children)


def day_passed(event: DayPassed) -> None:
    """Close what is asked of babies who are no longer followed."""
    close_prompts(clock.from_day_number(event.day))


def _evaluate(touched: Touched, *, undone: bool = False) -> None:
    evaluate_later(touched, undone=undone)
    postpone(touched.queued, undone=undone)
