"""Drafts that nobody can go on with: their writer left the team, or may no longer open the baby's page.

The team's manager sees that there is one, never what it says, and may throw it away with a reason. What was
typed is gone then; that there was a draft, who discarded it and why, stays.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sightline.access.keys import own_id, team_of
from sightline.access.scope import babies_seen_by, may_open, not_closed_to, standing, unfindable
from sightline.agencies.acting import actor_of, assignments_of
from sightline.agencies.models import Professional
from sightline.clocks.running import stop_clock
from sightline.concerns.drafting import PROCESS
from sightline.concerns.models import ReferralDraft
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.unit import current


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """A draft that was left, without its text; `child_name` is empty where the page is not open."""

    draft: ReferralDraft
    child_name: str


def may_discard_left(actor: Actor, draft: ReferralDraft, because: str) -> Decision:
    """The manager of the writer's team, of a draft that its writer cannot go on with."""
    if actor.role != "team_manager" or draft.team_id != actor.team_id:
        return refuse("Only the manager of the writer's team throws away a draft that was left.")
    if _has_its_writer(draft):
        return refuse("Its writer can still go on with it: ask them.")
    return allow("Nobody can go on with it.")


@action("referral_draft.discarded", may=may_discard_left)
def discard_left_draft(actor: Actor, draft: ReferralDraft, because: str) -> None:
    """Empty a draft that was left, and keep who did so and why. Raises SightlineError without a reason."""
    if not because.strip():
        raise SightlineError("Say why you throw it away.", why="Its reason stays in the record.")
    kept = ReferralDraft.unscoped.select_for_update().get(pk=draft.pk)
    if kept.sent_as is not None or kept.discarded_at is not None:
        raise SightlineError("This draft was sent or thrown away already.")
    kept.typed, kept.discarded_at, kept.discarded_because = {}, clock.now(), because.strip()
    kept.discarded_by = Professional.objects.get(pk=own_id(actor))
    kept.save(update_fields=["typed", "discarded_at", "discarded_because", "discarded_by"])
    stop_clock(PROCESS, kept.pk, because="The draft was left by its writer, and discarded.")
    current().note(f"referral_draft:{kept.pk}", str(kept.child_id))


def left_drafts(actor: Actor) -> list[LeftDraft]:
    """What writers of the manager's team left behind, the latest first; never about a baby closed to them."""
    if actor.role != "team_manager":
        return []
    of_team = ReferralDraft.unscoped.filter(
        not_closed_to(actor), team_id=team_of(actor), sent_as__isnull=True, discarded_at__isnull=True
    )
    waiting = of_team.exclude(writer_id=own_id(actor)).select_related("child", "writer")
    left = [one for one in waiting.order_by("-saved_at", "id") if not _has_its_writer(one)]
    among = [standing(one.child) for one in left]
    is_open = set(babies_seen_by(actor, among=among).values_list("pk", flat=True)) if among else set()
    return [LeftDraft(one, one.child.name if standing(one.child) in is_open else "") for one in left]


def find_left_draft(actor: Actor, key: uuid.UUID) -> ReferralDraft:
    """One of them. Raises Unfindable, absent and not permitted alike."""
    found = next((one.draft for one in left_drafts(actor) if one.draft.pk == key), None)
    if found is None:
        raise unfindable(actor, "referral_draft.looked")
    return found


def _has_its_writer(draft: ReferralDraft) -> bool:
    """Whether its writer works in the team in which it was begun, and may open the baby's page there."""
    held = [one for one in assignments_of(draft.writer) if one.team_id == draft.team_id]
    return any(may_open(actor_of(one), standing(draft.child)) for one in held)
