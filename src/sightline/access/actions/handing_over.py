"""Handing a caseload over, whole, and covering a colleague who is away."""

from __future__ import annotations

import datetime as dt
import uuid

from sightline.access.doors import closed_to, in_force
from sightline.access.events import InvolvementsChanged
from sightline.access.keys import agency_of
from sightline.access.models import Handover, Involvement
from sightline.access.staff import leads_of, works_in
from sightline.access.telling import tell
from sightline.agencies.models import Cover, Professional, Team
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.events import publish
from sightline.core.unit import current
from sightline.people.models import Baby

Closed = set[uuid.UUID]
"""Ids of babies whose record is closed to whoever takes over."""


def may_hand_over(
    actor: Actor, giving: Professional, taking: Professional, note: str, *, team: Team
) -> Decision:
    """One's own caseload; a team manager and a safeguarding lead, anybody's in their agency."""
    if actor.id != str(giving.pk) and actor.role not in ("team_manager", "safeguarding_lead"):
        return refuse("A caseload is handed over by whoever holds it, a team manager or a safeguarding lead.")
    if team.agency_id != actor.agency_id or not works_in(giving, agency=actor.agency_id):
        return refuse("A caseload is handed over within your own agency.")
    return allow("It is a caseload of the actor's own agency.")


@action("caseload.handed_over", may=may_hand_over)
def hand_over_caseload(
    actor: Actor, giving: Professional, taking: Professional, note: str, *, team: Team
) -> Handover:
    """Move every baby whom one practitioner leads to another, in `team`, with one note: all or none.

    The old involvements end now and the new ones begin today. A baby whose record is closed to the taker
    stays with the team, without a named practitioner, and the agency's safeguarding leads are told. Raises
    SightlineError without a note, when there is nothing to hand over, or when the taker is not of the team.
    """
    _check(giving, taking, note, team)
    held = list(
        Involvement.unscoped.filter(in_force(), professional=giving, team__agency_id=agency_of(actor))
    )
    if not held:
        raise SightlineError(f"{giving.name} leads no baby's care in this agency today.")
    handover = Handover.unscoped.create(from_professional=giving, to_professional=taking, note=note.strip())
    closed = _closed_to(taking, team, held)
    _end(held, handover)
    Involvement.unscoped.bulk_create(_begun(row, team, taking, handover, closed) for row in held)
    _tell_leads(team, closed)
    for row in held:
        current().note(f"involvement:{row.id}", str(row.child_id))
    publish(InvolvementsChanged(frozenset(row.child_id for row in held)))
    return handover


def _check(giving: Professional, taking: Professional, note: str, team: Team) -> None:
    if not note.strip():
        raise SightlineError(
            "A caseload goes with a note.", next_step="Write what the next person must know."
        )
    if giving.pk == taking.pk:
        raise SightlineError("Giver and taker are the same person.")
    if not works_in(taking, team=team.pk):
        raise SightlineError(f"{taking.name} does not work in {team.name} today.")


def _closed_to(taking: Professional, team: Team, held: list[Involvement]) -> Closed:
    """Which of these babies the taker could not open even when involved."""
    taker = Actor(
        id=str(taking.pk), name=taking.name, role="practitioner", team_id=team.pk, agency_id=team.agency_id
    )
    shut = Baby.unscoped.filter(pk__in=closed_to(taker, [row.child_id for row in held]))
    return set(shut.values_list("pk", flat=True))


def _end(held: list[Involvement], handover: Handover) -> None:
    Involvement.unscoped.filter(pk__in=[row.pk for row in held]).update(
        to_on=clock.today(), ended_at=clock.now(), because="Handed over.", handover=handover
    )


def _begun(
    row: Involvement, team: Team, taking: Professional, handover: Handover, closed: Closed
) -> Involvement:
    return Involvement(
        child_id=row.child_id,
        team=team,
        professional=None if row.child_id in closed else taking,
        part=row.part,
        handover=handover,
    )


def _tell_leads(team: Team, closed: Closed) -> None:
    words = (
        "This baby was in a caseload that was handed over, and has no named practitioner: please name one."
    )
    leads = leads_of([team.agency_id])
    for child in sorted(closed):
        tell(leads, child, words)


def may_cover(
    actor: Actor,
    away: Professional,
    covering: Professional,
    until: dt.date,
    note: str = "",
    *,
    from_on: dt.date | None = None,
) -> Decision:
    """Whoever goes away, a team manager or a safeguarding lead; both work in the actor's agency."""
    if actor.id != str(away.pk) and actor.role not in ("team_manager", "safeguarding_lead"):
        return refuse("Cover is arranged by whoever goes away, a team manager or a safeguarding lead.")
    if not all(works_in(person, agency=actor.agency_id) for person in (away, covering)):
        return refuse("Cover is arranged within your own agency.")
    return allow("It is cover within the actor's own agency.")


@action("caseload.covered", may=may_cover)
def cover(
    actor: Actor,
    away: Professional,
    covering: Professional,
    until: dt.date,
    note: str = "",
    *,
    from_on: dt.date | None = None,
) -> Cover:
    """Let one practitioner stand in for another, from a day (today) until a day, that one included.

    The babies that the absent one leads open to the other for those days. Raises SightlineError when the days
    end before they begin, or for cover of oneself.
    """
    first = from_on or clock.today()
    if until < first:
        raise SightlineError("The cover would end before it begins.", next_step="Check the two days.")
    if away.pk == covering.pk:
        raise SightlineError("Nobody covers for themselves.")
    made = Cover.unscoped.create(away=away, covering=covering, from_on=first, to_on=until, note=note.strip())
    led = Involvement.unscoped.filter(in_force(), professional=away, team__agency_id=agency_of(actor))
    current().note(f"cover:{made.id}", *(str(child) for child in led.values_list("child_id", flat=True)))
    return made
