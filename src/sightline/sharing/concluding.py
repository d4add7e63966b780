"""Deciding on a referred child with what the agencies answered, and telling the parents what was shared."""

from __future__ import annotations

from sightline.agencies.models import professional_id
from sightline.concerns.deciding import decide_on_child
from sightline.concerns.models import ReferredChild
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.sharing.codes import TOLD_BY_DOOR
from sightline.sharing.models import ParentsTold, StandingKept
from sightline.sharing.policy import may_decide_knowing, may_say_parents_told
from sightline.sharing.standing import standing_of


@action("referral.standing_kept", may=may_decide_knowing)
def decide_knowing(
    actor: Actor, referred: ReferredChild, decision: str, because: str, next_step: str
) -> ReferredChild:
    """Decide for one child, and keep who had answered, who was silent and who was not asked at that moment.

    Raises what `decide_on_child` raises; then nothing is kept.
    """
    known = standing_of(referred)
    decided = decide_on_child(actor, referred, decision, because, next_step)
    StandingKept.unscoped.create(of=decided, lines=known.in_words, was_silent=bool(known.silent))
    current().note(f"referral:{referred.referral_id}", str(referred.child_id))
    return decided


@action("sharing.parents_told", may=may_say_parents_told)
def say_parents_told(actor: Actor, referred: ReferredChild, told: str, because: str) -> ParentsTold:
    """Say that the parents were told what is shared with whom, or why not. What was said before stays.

    Raises SightlineError without an answer; and without the risk, where they were not told.
    """
    if told not in TOLD_BY_DOOR:
        raise SightlineError("Say whether the parents were told.")
    if told == "not_told" and not because.strip():
        raise SightlineError("Say what risk telling the parents would add.")
    current().note(f"referral:{referred.referral_id}", str(referred.child_id))
    return ParentsTold.unscoped.create(
        of=referred, told=told, because=because.strip(), by_id=professional_id(actor.id)
    )
