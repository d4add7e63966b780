"""Involving a team with a baby, and ending its involvement."""

from __future__ import annotations

import datetime as dt
import uuid

from sightline.access.codes import INVOLVEMENTS
from sightline.access.doors import in_force
from sightline.access.events import InvolvementsChanged
from sightline.access.models import Involvement
from sightline.access.scope import may_open
from sightline.access.staff import works_in
from sightline.agencies.models import Professional, Team
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.events import publish
from sightline.core.unit import current


def may_involve(
    actor: Actor,
    child_id: uuid.UUID,
    team: Team,
    part: str,
    *,
    professional: Professional | None = None,
    from_on: dt.date | None = None,
    to_on: dt.date | None = None,
) -> Decision:
    """Whoever has the record open for good, and is not its auditor; parts of the system that load records."""
    if actor.is_system:
        return allow("Records that come in say who is involved.")
    if actor.role == "auditor":
        return refuse("An auditor reads, and changes nothing.")
    return may_open(actor, child_id, lasting=True)


@action("team.involved", may=may_involve)
def involve(
    actor: Actor,
    child_id: uuid.UUID,
    team: Team,
    part: str,
    *,
    professional: Professional | None = None,
    from_on: dt.date | None = None,
    to_on: dt.date | None = None,
) -> Involvement:
    """Involve a team with a baby from a day on (today), in a part of `models.INVOLVEMENTS`.

    The team's practitioners may open the baby's page from then on. Raises SightlineError for an unknown part,
    a lead practitioner who does not work in the team, days that end before they begin, or a team that is
    involved in this part already.
    """
    first = from_on or clock.today()
    if part not in INVOLVEMENTS:
        raise SightlineError(f"There is no part '{part}' in a baby's care.")
    if to_on is not None and to_on < first:
        raise SightlineError("The involvement would end before it begins.", next_step="Check the two days.")
    if professional is not None and not works_in(professional, team=team.pk):
        raise SightlineError(
            f"{professional.name} does not work in {team.name} today.",
            next_step="Choose somebody of the team, or leave the name out.",
        )
    _refuse_twice(child_id, team, part)
    made = Involvement.unscoped.create(
        child_id=child_id, team=team, professional=professional, part=part, from_on=first, to_on=to_on
    )
    current().note(f"involvement:{made.id}", str(child_id))
    publish(InvolvementsChanged(frozenset({child_id})))
    return made


def _refuse_twice(child_id: uuid.UUID, team: Team, part: str) -> None:
    if Involvement.unscoped.filter(in_force(), child_id=child_id, team=team, part=part).exists():
        raise SightlineError(
            f"{team.name} is involved with this baby already.",
            next_step="To change who leads, hand the baby over.",
        )


def may_end_involvement(
    actor: Actor, involvement: Involvement, because: str, *, last_day: dt.date | None = None
) -> Decision:
    """The team itself, or the safeguarding lead of its agency; parts of the system that load records."""
    if actor.is_system:
        return allow("Records that come in say who is involved.")
    own_team = actor.role in ("practitioner", "team_manager") and actor.team_id == involvement.team_id
    own_agency = actor.role == "safeguarding_lead" and actor.agency_id == involvement.team.agency_id
    if own_team or own_agency:
        return may_open(actor, involvement.child_id, lasting=True)
    return refuse("A team's involvement is ended by that team, or by its agency's safeguarding lead.")


@action("team.involvement_ended", may=may_end_involvement)
def end_involvement(
    actor: Actor, involvement: Involvement, because: str, *, last_day: dt.date | None = None
) -> Involvement:
    """End an involvement, by default now: the very next request of the team finds the record closed.

    A `last_day` to come keeps it open through that day. Raises SightlineError without a reason, for a last
    day before the first, or when it has ended already.
    """
    standing = Involvement.unscoped.select_for_update().get(pk=involvement.pk)
    day = last_day or clock.today()
    if standing.ended_at is not None:
        raise SightlineError("This involvement has ended already.")
    if not because.strip():
        raise SightlineError("Say why the involvement ends.")
    if day < standing.from_on:
        raise SightlineError("The involvement would end before it began.", next_step="Check the last day.")
    standing.to_on, standing.because = day, because.strip()[:200]
    standing.ended_at = clock.now() if day <= clock.today() else None
    standing.save(update_fields=["to_on", "because", "ended_at"])
    current().note(f"involvement:{standing.id}", str(standing.child_id))
    publish(InvolvementsChanged(frozenset({standing.child_id})))
    return standing
