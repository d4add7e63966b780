"""Closing a record to somebody or to an office, invisibly; and staff who are somebody in a baby's family."""

from __future__ import annotations

import uuid

from sightline.access.models import Closure, StaffPerson
from sightline.access.scope import may_open
from sightline.access.staff import works_in
from sightline.agencies.models import Agency, Professional, Team
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.people.models import Person


def may_close_record_to(
    actor: Actor,
    child_id: uuid.UUID,
    because: str,
    *,
    professional: Professional | None = None,
    agency: Agency | None = None,
    team: Team | None = None,
) -> Decision:
    """A safeguarding lead who may open the record."""
    if actor.role != "safeguarding_lead":
        return refuse("A record is closed to somebody by a safeguarding lead.")
    return may_open(actor, child_id)


@action("record.closed_to", may=may_close_record_to)
def close_record_to(
    actor: Actor,
    child_id: uuid.UUID,
    because: str,
    *,
    professional: Professional | None = None,
    agency: Agency | None = None,
    team: Team | None = None,
) -> Closure:
    """Close a baby's record to one professional, one agency, or one team (an office), from now on.

    To those closed out the baby is not there, whatever else would open it, and nothing tells them so. Raises
    SightlineError without a reason, or unless exactly one of the three is named.
    """
    if not because.strip():
        raise SightlineError("Say why the record is closed to them.")
    if sum(whom is not None for whom in (professional, agency, team)) != 1:
        raise SightlineError("Name one colleague, one agency or one team to whom the record is closed.")
    made = Closure.unscoped.create(
        child_id=child_id,
        professional=professional,
        agency=agency,
        team=team,
        because=because.strip()[:200],
        closed_by=actor.id,
    )
    current().note(f"closure:{made.id}", str(child_id))
    return made


def may_reopen(actor: Actor, closure: Closure, because: str) -> Decision:
    """The safeguarding lead who closed it, or another who may open the record."""
    if actor.role != "safeguarding_lead":
        return refuse("A record is opened again by a safeguarding lead.")
    if closure.closed_by == actor.id:
        return allow("The lead who closed it opens it again.")
    return may_open(actor, closure.child_id)


@action("record.reopened_to", may=may_reopen)
def reopen(actor: Actor, closure: Closure, because: str) -> Closure:
    """End a closure, now. Raises SightlineError without a reason, or when it has ended already."""
    standing = Closure.unscoped.select_for_update().get(pk=closure.pk)
    if not because.strip():
        raise SightlineError("Say why the record is opened to them again.")
    if standing.reopened_at is not None:
        raise SightlineError("This closure has ended already.")
    standing.reopened_at, standing.reopened_by = clock.now(), actor.id
    standing.reopened_because = because.strip()[:200]
    standing.save(update_fields=["reopened_at", "reopened_by", "reopened_because"])
    current().note(f"closure:{standing.id}", str(standing.child_id))
    return standing


def may_record_staff_person(actor: Actor, professional: Professional, person: Person) -> Decision:
    """The professional, or a safeguarding lead of their agency."""
    if actor.id == str(professional.pk):
        return allow("Anybody may say who they are.")
    if actor.role == "safeguarding_lead" and works_in(professional, agency=actor.agency_id):
        return allow("A safeguarding lead keeps colleagues from their own family's records.")
    return refuse("It is said by the colleague, or by a safeguarding lead of their agency.")


@action("staff.family_recorded", may=may_record_staff_person)
def record_staff_person(actor: Actor, professional: Professional, person: Person) -> StaffPerson:
    """Record that a professional is this person: their family's records are closed to them, now and later."""
    made, _ = StaffPerson.unscoped.get_or_create(
        professional=professional, person=person, defaults={"recorded_by": actor.id}
    )
    current().note(f"staff_person:{made.id}")
    return made
