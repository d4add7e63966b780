"""Who may pause a clock and who may say why one is late."""

from __future__ import annotations

from sightline.clocks.models import Clock
from sightline.clocks.queries import seen_by
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse

APPROVES: dict[str, frozenset[str]] = {
    "front_door_worker": frozenset({"front_door_manager", "safeguarding_lead"}),
    "front_door_manager": frozenset({"front_door_manager", "safeguarding_lead"}),
}
"""By the owner's role, who approves that a clock is late; for other owners see `LEADS`."""
LEADS = frozenset({"team_manager", "safeguarding_lead"})


def may_pause(actor: Actor, owned: Clock, because: str) -> Decision:
    """Whoever approves lateness may pause; nobody stops their own clock by themselves."""
    return _may_answer_for(actor, owned)


def may_resume(actor: Actor, owned: Clock) -> Decision:
    """Anybody of the owning agency who sees the clock: a clock is let run sooner than stopped."""
    if actor.agency_id == owned.owner_agency_id and _is_seen(actor, owned):
        return allow("Your agency holds this clock.")
    return refuse("Only the agency that holds a clock lets it run again.")


def may_explain_late(actor: Actor, owned: Clock, because: str) -> Decision:
    """A manager or lead over the owner says why it is late, and answers for it."""
    return _may_answer_for(actor, owned)


def _may_answer_for(actor: Actor, owned: Clock) -> Decision:
    if actor.agency_id != owned.owner_agency_id:
        return refuse("Only the agency that holds a clock answers for it.")
    if actor.role not in APPROVES.get(owned.owner_role, LEADS):
        return refuse("A manager or a safeguarding lead answers for a clock, not its owner.")
    if not _is_seen(actor, owned):
        return refuse("You may not open what this clock is about.")
    return allow("You answer for the owner's clocks.")


def _is_seen(actor: Actor, owned: Clock) -> bool:
    return seen_by(actor).filter(pk=owned.pk).exists()
