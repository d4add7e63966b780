"""Who is involved, who has looked, what waits for review, and what one was told.

Each takes an actor who may open the baby's page (`access.scope`), and leaves out what would tell more than
the policy table lets them know.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from sightline.access.codes import INVOLVEMENTS
from sightline.access.doors import in_force
from sightline.access.keys import own_id
from sightline.access.models import Involvement, Notice
from sightline.access.openness import Openness, openness_of
from sightline.access.policy import holder_group
from sightline.access.scope import about_babies_seen_by
from sightline.access.staff import covering
from sightline.access.table import View, view_of
from sightline.agencies.models import Agency, Cover
from sightline.agencies.roles import ROLES
from sightline.core.actors import Actor
from sightline.core.models import LedgerChild
from sightline.people.models import Person

SEES_ATTEMPTS = frozenset({"safeguarding_lead", "auditor"})
"""Who sees refused attempts too: to anybody else one could tell that the record is closed to somebody."""


@dataclass(frozen=True, slots=True)
class Involved:
    """One team in a baby's care. The telephone is the practitioner's, else the team's, else the agency's."""

    involvement_id: uuid.UUID
    part: str
    team: str
    agency: str
    sector: str
    name: str
    telephone: str
    from_on: dt.date
    to_on: dt.date | None
    covered_by: str = ""
    covered_telephone: str = ""
    covered_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """That somebody read, changed or asked for a baby's record."""

    at: dt.datetime
    name: str
    role: str
    agency: str
    event: str
    allowed: bool
    because: str


def involved_with(actor: Actor, child_id: uuid.UUID, openness: Openness | None = None) -> list[Involved]:
    """The teams involved today, with whom to ring, in four queries at most.

    A team whose very name would disclose something about an adult is listed only where the policy table shows
    its agency's entries.
    """
    at = openness or openness_of(child_id)
    # A list of ids, not an OR across a join: that would read every involvement there is.
    here = Person.unscoped.filter(Q(pk=child_id) | Q(joined_to=child_id))
    rows = Involvement.unscoped.filter(in_force(), child_id__in=here.values("pk"))
    listed = [
        row
        for row in rows.select_related("team__agency", "professional").order_by("from_on", "id")
        if _may_name(actor, at, row.team.agency)
    ]
    covers = covering(row.professional_id for row in listed if row.professional_id)
    return [_involved(row, covers) for row in listed]


def _may_name(actor: Actor, openness: Openness, agency: Agency) -> bool:
    """Whether the agency may be named: it is the actor's own, tells nothing, or its entries are shown."""
    own = agency.pk == actor.agency_id
    return holder_group(agency.sector) != "guarded" or _shows(actor, openness, agency.sector, own)


def _shows(actor: Actor, openness: Openness, sector: str, own: bool) -> bool:
    seen = view_of(
        actor,
        openness,
        holder_sector=sector,
        about="adult",
        kind="observation",
        sensitivity="shared",
        own_agency=own,
    )
    return seen is View.SHOWN


def _involved(row: Involvement, covers: dict[uuid.UUID, Cover]) -> Involved:
    who, cover = row.professional, covers.get(row.professional_id) if row.professional_id else None
    agency = row.team.agency
    return Involved(
        involvement_id=row.pk,
        part=INVOLVEMENTS[row.part],
        team=row.team.name,
        agency=agency.name,
        sector=agency.sector,
        name=who.name if who else "",
        telephone=(who.telephone if who else "") or row.team.telephone or agency.telephone,
        from_on=row.from_on,
        to_on=row.to_on,
        covered_by=cover.covering.name if cover else "",
        covered_telephone=cover.covering.telephone if cover else "",
        covered_until=cover.to_on if cover else None,
    )


def looks_at(actor: Actor, child_id: uuid.UUID) -> QuerySet[LedgerChild]:
    """Every read, change and search of a baby's record, the newest first; `looks_of` puts them in words.

    Looks at a record that was since linked to this one count. Refused attempts are among them for
    safeguarding leads and auditors only.
    """
    joined = Person.unscoped.filter(joined_to=child_id).values("pk")
    named = Q(child_id=child_id) | Q(child_id__in=joined)
    rows = LedgerChild.ledger.filter(named).select_related("entry")
    if actor.role not in SEES_ATTEMPTS:
        rows = rows.filter(entry__outcome="allowed")
    return rows.order_by("-entry__at", "-entry_id")


def looks_of(actor: Actor, child_id: uuid.UUID, rows: Iterable[LedgerChild]) -> list[Look]:
    """The rows (a page of `looks_at`) in words. Where an agency's name would disclose, it has no name."""
    found = list(rows)
    agencies = _agencies(row.entry.agency_code for row in found)
    openness = openness_of(child_id)
    return [_look(actor, openness, row, agencies.get(row.entry.agency_code)) for row in found]


def who_has_looked(actor: Actor, child_id: uuid.UUID, newest: int = 200) -> list[Look]:
    """The newest looks at a baby's record, in words."""
    return looks_of(actor, child_id, looks_at(actor, child_id)[:newest])


def _agencies(codes: Iterable[str]) -> dict[str, Agency]:
    return {agency.code: agency for agency in Agency.unscoped.filter(code__in=set(codes))}


def _look(actor: Actor, openness: Openness, row: LedgerChild, agency: Agency | None) -> Look:
    entry = row.entry
    named = agency is None or actor.role in SEES_ATTEMPTS or _may_name(actor, openness, agency)
    return Look(
        at=entry.at,
        name=entry.actor_name if named else "Somebody in another agency",
        role=ROLES.get(entry.role, "Part of Sightline") if named else "",
        agency=agency.name if agency and named else "",
        event=entry.event,
        allowed=entry.outcome == "allowed",
        because=entry.because if named else "",
    )


def notices_for(actor: Actor) -> QuerySet[Notice]:
    """What the actor was told of babies open to them, and has not read yet; the newest first."""
    unread = Notice.unscoped.filter(about_babies_seen_by(actor), professional_id=own_id(actor), read_at=None)
    return unread.select_related("child").order_by("-at")
