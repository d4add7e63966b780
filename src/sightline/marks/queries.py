"""The marks that an actor may follow, and what is read beside one."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet

from sightline.access.keys import agency_of
from sightline.access.scope import about_babies_seen_by, may_open, not_closed_to, standing, unfindable
from sightline.access.staff import held_on
from sightline.agencies.models import Agency, Assignment
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.kinds import Injury
from sightline.chronology.models import Entry, details_of
from sightline.chronology.policy import RECORDS
from sightline.chronology.queries import Line, chronology_of, entry_seen_by
from sightline.concerns.models import ReferredChild
from sightline.concerns.policy import FRONT_DOOR
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Unfindable
from sightline.marks.models import Account, Mark, Sighting
from sightline.marks.steps import OVER
from sightline.marks.written import SeenMark

LOADED: Final = (
    "child__joined_to", "partnership", "by_agency", "by_team", "by", "front_door", "asked_of", "opinion",
    "referred__referral__to_agency",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One account of a mark, with its words as that version of the entry has them."""

    account: Account
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One mark with what its entry says now, and each account that was given of it, the first one first."""

    mark: Mark
    detail: Injury
    note: str
    taken_back: bool
    accounts: tuple[Told, ...]

    @property
    def seen(self) -> SeenMark:
        """The mark as plain data."""
        return SeenMark(self.mark.region, self.detail.injury, patterned=self.detail.patterned)


def seen_by(actor: Actor) -> QuerySet[Sighting]:
    """Marks of babies whose page the actor may open, and those sent to the actor's role until they end."""
    if actor.role not in RECORDS:
        return Sighting.unscoped.none()
    return Sighting.unscoped.filter(about_babies_seen_by(actor) | _sent_to(actor)).select_related(*LOADED)


def find_sighting(actor: Actor, key: uuid.UUID | str) -> Sighting:
    """One sighting. Raises Unfindable, absent and not permitted alike.

    Whoever has the baby's page reads it only where they may read the entries of its marks.
    """
    found = seen_by(actor).filter(pk=key).first()
    if found is None or not _may_read_marks(actor, found):
        raise unfindable(actor, "mark.looked")
    return found


def marks_before(actor: Actor) -> QuerySet[Sighting]:
    """What is before the actor: seen by their agency, to decide, or to examine; open ones first."""
    own = Q(by_agency_id=agency_of(actor)) | _sent_to(actor)
    if actor.role in FRONT_DOOR:
        own |= Q(front_door_id=agency_of(actor))
    return seen_by(actor).filter(own).order_by("ended_at", "seen_at", "id")


def of_baby(actor: Actor, child_id: uuid.UUID) -> list[Sighting]:
    """The sightings of one baby that the actor may read, the latest first."""
    about = Q(child_id=child_id) | Q(child__joined_to=child_id)
    kept = seen_by(actor).filter(about).order_by("-seen_at", "-id")
    return [one for one in kept if _may_read_marks(actor, one)]


def among(actor: Actor, ids: Collection[uuid.UUID]) -> list[Sighting]:
    """Those of these sightings that the actor may read."""
    return [one for one in seen_by(actor).filter(pk__in=ids) if _may_read_marks(actor, one)]


def shown_marks(sighting: Sighting) -> list[Shown]:
    """The marks of one sighting with what is said of them. The caller has decided that it may be read."""
    marks = list(sighting.marks.select_related("entry_root").order_by("id"))
    return [_shown(mark) for mark in marks]


def earlier_marks(actor: Actor, sighting: Sighting) -> list[Line] | None:
    """The injuries on record before this sighting that the actor may read; None where the page is shut."""
    baby = standing(sighting.child)
    if not may_open(actor, baby):
        return None
    own = {mark.entry_root_id for mark in sighting.marks.all()}
    lines = [line for line in chronology_of(actor, baby) if line.entry.kind == "injury"]
    known = [line for line in lines if line.is_shown and not line.entry.withdrawn]
    return [
        line
        for line in reversed(known)
        if (line.entry.root_id or line.entry.pk) not in own and line.entry.recorded_at < sighting.recorded_at
    ]


def birthmark_of(mark: Mark, before: dt.datetime) -> Entry | None:
    """The entry that makes it a birthmark or birth injury: a cause on record at this place before that time.

    What is only said now counts for nothing until an examiner has seen it as such.
    """
    baby = {mark.of.child_id, standing(mark.of.child)}
    held = Entry.unscoped.filter(
        Q(about__person_id__in=baby),
        kind="injury",
        known_at__lt=before,
        withdrawn=False,
        replaced_by__isnull=True,
        injurydetail_detail__medical_cause=True,
        injurydetail_detail__injury="mark",
        injurydetail_detail__site__iexact=mark.get_region_display(),
    )
    return held.order_by("known_at", "id").first()


def referrals_to_link(actor: Actor, sighting: Sighting) -> list[ReferredChild]:
    """Referrals of the baby that the actor's agency sent or received: one may be this mark's."""
    baby = standing(sighting.child)
    about = Q(child_id=baby) | Q(child__joined_to=baby)
    held = ReferredChild.unscoped.filter(about).exclude(state="withdrawn")
    since = sighting.seen_at - dt.timedelta(days=1)
    sides = Q(referral__from_agency_id=agency_of(actor)) | Q(referral__to_agency_id=agency_of(actor))
    return list(held.filter(sides, referral__sent_at__gte=since).select_related("referral").order_by("-id"))


def examining_agencies(sighting: Sighting) -> list[Agency]:
    """The agencies of the partnership that have an examiner today, by name."""
    today = Assignment.unscoped.filter(held_on(clock.today()), role="examiner")
    held = Agency.unscoped.filter(partnership_id=sighting.partnership_id)
    return list(held.filter(pk__in=today.values("team__agency_id")).order_by("name"))


def carries(root_id: uuid.UUID) -> bool:
    """Whether an opinion stands in the entry: then it changes with the opinion alone."""
    return Sighting.unscoped.filter(medical_entry_id=root_id).exists()


def _sent_to(actor: Actor) -> Q:
    """What is sent to the actor's role: open marks that the agency was asked to examine, or to decide on."""
    sent = Q(pk__in=[])
    if actor.role == "examiner":
        sent = Q(asked_of_id=agency_of(actor))
    elif actor.role in FRONT_DOOR:
        sent = Q(front_door_id=agency_of(actor), referred__isnull=False)
    return sent & ~Q(state__in=OVER) & not_closed_to(actor)


def _may_read_marks(actor: Actor, sighting: Sighting) -> bool:
    if Sighting.unscoped.filter(_sent_to(actor), pk=sighting.pk).exists():
        return True
    return all(_may_read(actor, mark) for mark in sighting.marks.all())


def _may_read(actor: Actor, mark: Mark) -> bool:
    try:
        return entry_seen_by(actor, latest_of(mark.entry_root).pk).is_shown
    except Unfindable:
        return False


def _shown(mark: Mark) -> Shown:
    entry = latest_of(mark.entry_root)
    accounts = list(mark.accounts.select_related("entry").order_by("recorded_at", "id"))
    said = details_of([entry, *(one.entry for one in accounts if one.entry_id != entry.pk)])
    detail = said[entry.pk]
    assert isinstance(detail, Injury)
    told = (Told(one, getattr(said[one.entry_id], "explanation", "") or "") for one in accounts)
    return Shown(mark, detail, entry.note, entry.withdrawn, tuple(told))
