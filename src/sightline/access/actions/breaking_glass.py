"""Opening the record of a baby who is in front of somebody not involved, and the review of it.

Only an exact number, or exact names and a date of birth, find a record. Whoever asks cannot tell a baby that
is not there from one that is sealed, closed to them, or answered by two.
"""

from __future__ import annotations

import datetime as dt
import uuid

from sightline.access.codes import BREAK_GLASS_REASONS
from sightline.access.doors import closed_to, in_force
from sightline.access.keys import own_id, team_of
from sightline.access.models import BreakGlass, Involvement
from sightline.access.policy import Permission, policy
from sightline.access.scope import unfindable
from sightline.access.staff import is_temporary, leads_of
from sightline.access.telling import tell
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.people.models import Baby
from sightline.people.queries import find_exact

EVENT = "glass.broken"
LEADING = ("lead_social_worker", "health_visitor", "midwife", "gp")
"""Whose part it is to lead, the first first: where nobody holds one of these, anybody who is named."""


def reasons_open_to(actor: Actor) -> dict[str, str]:
    """The reasons, with their words, for which the policy table lets this actor break the glass."""
    permitted = {reason for row in _rows_for(actor) for reason in row.only}
    return {reason: words for reason, words in BREAK_GLASS_REASONS.items() if reason in permitted}


def _rows_for(actor: Actor) -> list[Permission]:
    rows = [row for row in policy().break_glass if row.covers(actor)]
    return [row for row in rows if not row.temporary or is_temporary(actor)]


def may_break_glass(
    actor: Actor,
    *,
    reason: str,
    words: str = "",
    nhs_number: str | None = None,
    name: str | None = None,
    born_on: dt.date | None = None,
) -> Decision:
    """By role, sector and reason, as the policy table says; it does not depend on any baby."""
    if reason in reasons_open_to(actor):
        return allow("The policy table lets this role open a record for this reason.")
    return refuse("The policy table does not let your role open a record in this way for this reason.")


@action(EVENT, may=may_break_glass)
def break_glass(
    actor: Actor,
    *,
    reason: str,
    words: str = "",
    nhs_number: str | None = None,
    name: str | None = None,
    born_on: dt.date | None = None,
) -> BreakGlass:
    """Open one baby's record for 24 hours, as the actor's role sees it, by number or by full name and birth.

    The lead practitioner is told, and the actor's safeguarding lead reviews it within two working days. An
    opening in force is given back as it is: it is not renewed by asking again. Raises Unfindable when not
    exactly one baby answers, or that one may not be opened; the attempt is in the ledger.
    """
    found = _found(nhs_number, name, born_on)
    child = _openable(actor, found)
    if child is None:
        raise unfindable(actor, EVENT, found)
    return _standing(actor, child) or _open(actor, child, reason, words)


def _found(nhs_number: str | None, name: str | None, born_on: dt.date | None) -> list[uuid.UUID]:
    """The babies with exactly this number, or exactly this full name and day of birth."""
    if nhs_number:
        return [person.pk for person in find_exact(nhs_number=nhs_number)]
    words = (name or "").split()
    splits = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return sorted(
        {
            person.pk
            for given, family in splits
            for person in find_exact(given_name=given, family_name=family, born_on=born_on)
        }
    )


def _openable(actor: Actor, found: list[uuid.UUID]) -> uuid.UUID | None:
    """The one baby, unless it is sealed, closed to daily view, or closed to this actor."""
    open_babies = Baby.unscoped.filter(pk__in=found, sealed=False).exclude(pk__in=closed_to(actor, found))
    standing = [baby.pk for baby in open_babies if baby.closed_on is None or baby.closed_on > clock.today()]
    return standing[0] if len(found) == 1 and standing else None


def _standing(actor: Actor, child: uuid.UUID) -> BreakGlass | None:
    return BreakGlass.unscoped.filter(
        child_id=child,
        professional_id=own_id(actor),
        role=actor.role,
        team_id=team_of(actor),
        expires_at__gt=clock.now(),
    ).first()


def _open(actor: Actor, child: uuid.UUID, reason: str, words: str) -> BreakGlass:
    rules, now = policy(), clock.now()
    made = BreakGlass.unscoped.create(
        child_id=child,
        professional_id=own_id(actor),
        role=actor.role,
        team_id=team_of(actor),
        reason=reason,
        words=words.strip(),
        opened_at=now,
        expires_at=now + dt.timedelta(hours=rules.break_glass_hours),
        review_by=clock.add_working_days(clock.today(), rules.break_glass_review_working_days),
    )
    current().note(f"break_glass:{made.id}", str(child))
    _tell(actor, made)
    return made


def _tell(actor: Actor, opening: BreakGlass) -> None:
    """Tell the lead practitioner and who covers for them; without one, the leads of the agencies involved."""
    words = (
        f"{actor.name} ({actor.agency_code}) opened this baby's record outside an involvement: "
        f"{BREAK_GLASS_REASONS[opening.reason].lower()}."
    )
    tell(_whom_to_tell(opening), opening.child_id, words, break_glass=opening, but=own_id(actor))


def _whom_to_tell(opening: BreakGlass) -> list[uuid.UUID]:
    involved = list(Involvement.unscoped.filter(in_force(), child_id=opening.child_id).select_related("team"))
    named = sorted((row for row in involved if row.professional_id), key=_how_leading)
    lead = named[0].professional_id if named else None
    if lead is not None:
        return [lead]
    return leads_of({row.team.agency_id for row in involved} or {opening.team.agency_id})


def _how_leading(row: Involvement) -> tuple[int, dt.date]:
    return (LEADING.index(row.part) if row.part in LEADING else len(LEADING), row.from_on)


def may_review_break_glass(
    actor: Actor, opening: BreakGlass, finding: str, *, end_now: bool = False
) -> Decision:
    """The safeguarding lead of the agency in which the record was opened, and never for themselves."""
    if actor.role != "safeguarding_lead" or opening.team.agency_id != actor.agency_id:
        return refuse("It is reviewed by the safeguarding lead of the agency that opened the record.")
    if str(opening.professional_id) == actor.id:
        return refuse("Nobody reviews their own opening of a record.")
    return allow("Safeguarding leads review what their agency opened.")


@action("glass.reviewed", may=may_review_break_glass)
def review_break_glass(
    actor: Actor, opening: BreakGlass, finding: str, *, end_now: bool = False
) -> BreakGlass:
    """Record what the review found; `end_now` closes the record to whoever opened it at once.

    Raises SightlineError without a finding, or when it was reviewed already.
    """
    if not finding.strip():
        raise SightlineError("Write what the review found.")
    standing = BreakGlass.unscoped.select_for_update().get(pk=opening.pk)
    if standing.reviewed_at is not None:
        raise SightlineError("This was reviewed already.", next_step="Open the list of reviews again.")
    standing.reviewed_at, standing.reviewed_by_id = clock.now(), own_id(actor)
    standing.finding = finding.strip()
    if end_now:
        standing.expires_at = min(standing.expires_at, clock.now())
    standing.save(update_fields=["reviewed_at", "reviewed_by", "finding", "expires_at"])
    current().note(f"break_glass:{standing.id}", str(standing.child_id))
    return standing
