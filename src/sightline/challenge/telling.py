"""What a challenge tells others: its entries in the chronology, and notices to both sides.

Each stage is an entry of the agency that raised it, dated when the stage began, so that a question about a
difference left lying is asked again of each stage. The end is stated on every one of them.
"""

from __future__ import annotations

import uuid
from dataclasses import replace

from sightline.access.keys import own_id
from sightline.access.staff import held_on
from sightline.access.telling import tell
from sightline.agencies.models import Assignment
from sightline.challenge.models import Challenge, StageReached
from sightline.challenge.stages import stages_on
from sightline.chronology.actions.outcomes import latest_of, state_outcome
from sightline.chronology.actions.recording import next_version, store
from sightline.chronology.kinds import Challenge as Said
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.unit import current


def said_of(challenge: Challenge, number: int) -> Said:
    """What the entry of one stage says."""
    ended = clock.day_of(challenge.ended_at) if challenge.ended_at else None
    return Said(challenge.from_agency.sector, challenge.with_agency.sector, number, ended)


def record_stage(actor: Actor, challenge: Challenge, before: StageReached) -> Entry:
    """The entry of the stage now reached: like that of the stage before, with its own day."""
    earlier = latest_of(before.entry_root)
    holder = replace(actor, agency_id=earlier.agency_id, team_id=earlier.team_id)
    draft = next_version(holder, earlier, said_of(challenge, challenge.stage), None, None)
    made = draft.entry
    made.replaces, made.root_id, made.source_id = None, None, str(made.pk)
    made.happened_from = made.happened_to = clock.today()
    made.happened_at, made.precision = None, "exact"
    return store(draft)


def state_end(actor: Actor, challenge: Challenge) -> None:
    """State on the entry of every stage that the difference is over."""
    for reached in challenge.stages.select_related("entry_root").order_by("number"):
        state_outcome(actor, latest_of(reached.entry_root), said_of(challenge, reached.number))


def tell_raiser(actor: Actor, challenge: Challenge, words: str) -> None:
    """Tell whoever raised it, unless it is their own doing."""
    _tell(actor, challenge, [challenge.raiser_id], words)


def tell_challenged(actor: Actor, challenge: Challenge, words: str) -> None:
    """Tell who decided, and who has the role of this stage on the challenged side."""
    told = speakers_of(challenge)
    if challenge.with_professional_id and challenge.stage == 1:
        told.append(challenge.with_professional_id)
    _tell(actor, challenge, told, words)


def speakers_of(challenge: Challenge) -> list[uuid.UUID]:
    """Who has a role of this very stage on the challenged side today; leads are those of the agency."""
    stage = stages_on(challenge.partnership.code).at(challenge.stage)
    held = Assignment.unscoped.filter(
        held_on(clock.today()), team__agency_id=challenge.with_agency_id, role__in=stage.challenged
    )
    if challenge.with_team_id and "safeguarding_lead" not in stage.challenged:
        held = held.filter(team_id=challenge.with_team_id)
    return sorted(set(held.values_list("professional_id", flat=True)))


def note(challenge: Challenge) -> None:
    """Put the challenge and its child on the trail of this action."""
    current().note(f"challenge:{challenge.pk}", str(challenge.child_id))


def _tell(actor: Actor, challenge: Challenge, whom: list[uuid.UUID], words: str) -> None:
    tell(whom, challenge.child_id, words, but=own_id(actor))
