"""The medicals that an actor may read."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sightline.access.keys import NOBODY, agency_of
from sightline.access.openness import openness_of
from sightline.access.scope import about_babies_seen_by, as_id, may_open, not_closed_to, standing, unfindable
from sightline.access.staff import held_on
from sightline.access.table import View
from sightline.agencies.models import Agency, Assignment, Partnership
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.lines import Reader
from sightline.chronology.models import Entry
from sightline.chronology.policy import RECORDS
from sightline.clocks.models import GOING, Clock
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.medicals.asking import PROCESS
from sightline.medicals.models import Medical, Sample, Sampled
from sightline.medicals.policy import EXAMINER, is_examiner
from sightline.medicals.steps import RUNNING


def seen_by(actor: Actor) -> QuerySet[Medical]:
    """The medicals that the actor's agency asked for, and those that it was asked as its examiner.

    The examiners of the agency asked need not have the child's page; nothing closed to them is here.
    """
    return Medical.unscoped.filter(_asked_by(actor) | _asked_of(actor)).select_related(
        "partnership", "from_agency", "from_team", "asked_by", "to_agency", "child__joined_to",
        "answered_by", "referral__referral", "entry_root",
    )  # fmt: skip


def listed(actor: Actor) -> QuerySet[Medical]:
    """The same, what runs and is soonest due first, with `due_at`."""
    due = Clock.unscoped.filter(process=PROCESS, process_id=OuterRef("pk"), state__in=GOING)
    annotated = seen_by(actor).annotate(due_at=Subquery(due.order_by("due_at").values("due_at")[:1]))
    return annotated.order_by("due_at", "-asked_at", "id")


def waiting(actor: Actor) -> QuerySet[Medical]:
    """What still waits for something, the soonest due first."""
    return listed(actor).filter(state__in=RUNNING)


def over(actor: Actor) -> QuerySet[Medical]:
    """What is over, the latest first."""
    return seen_by(actor).exclude(state__in=RUNNING).order_by("-asked_at", "-id")


def find_medical(actor: Actor, key: uuid.UUID | str) -> Medical:
    """One medical: of those, or one whose entry the actor may read on the child's page.

    Raises Unfindable, absent and not permitted alike.
    """
    found = seen_by(actor).filter(pk=as_id(key) or NOBODY).first() or _read_on_page(actor, key)
    if found is None:
        raise unfindable(actor, "medical.looked")
    return found


def of_child(actor: Actor, child_id: uuid.UUID) -> list[Medical]:
    """The medicals of a child whose page is open to the actor, as far as they may read them; latest first."""
    if not may_open(actor, child_id):
        return []
    rows = Medical.unscoped.filter(Q(child_id=child_id) | Q(child__joined_to=child_id))
    loaded = rows.select_related("from_agency", "to_agency", "child", "entry_root__agency")
    own = set(seen_by(actor).filter(pk__in=rows).values_list("pk", flat=True))
    return [one for one in loaded.order_by("-asked_at", "-id") if one.pk in own or _shows(actor, one)]


def carries(root_id: uuid.UUID) -> bool:
    """Whether a medical carries the entry."""
    return Medical.unscoped.filter(entry_root_id=root_id).exists()


def sees_request(actor: Actor, medical: Medical) -> bool:
    """Whether what the request carries is open: to the examiners only while it runs."""
    return medical.state in RUNNING or not is_examiner(actor, medical) or bool(may_see(actor, medical))


def may_see(actor: Actor, medical: Medical) -> bool:
    """Whether the actor reads the medical's entry on the child's page."""
    return bool(may_open(actor, standing(medical.child))) and _shows(actor, medical)


def examining_agencies(partnership: Partnership) -> QuerySet[Agency]:
    """The agencies of a partnership in which somebody is an examiner today."""
    held = Assignment.unscoped.filter(held_on(clock.today()), role=EXAMINER)
    return Agency.unscoped.filter(partnership=partnership, pk__in=held.values("team__agency_id")).order_by(
        "name"
    )


def samples_seen_by(actor: Actor) -> QuerySet[Sample]:
    """The samples of the actor's agency, for its examiners and its safeguarding lead; the latest first."""
    if actor.role not in (EXAMINER, "safeguarding_lead"):
        return Sample.unscoped.none()
    own = Sample.unscoped.filter(agency_id=agency_of(actor))
    return own.select_related("drawn_by", "agency").order_by("-month")


def sampled_seen_by(actor: Actor) -> QuerySet[Sampled]:
    """The sampled medicals of the actor's agency, for its examiners."""
    medicals = Medical.unscoped.filter(_asked_of(actor))
    return (
        Sampled.unscoped.filter(medical__in=medicals)
        .select_related("sample", "medical__examination__examiner", "medical__child", "review__reviewer")
        .order_by("medical__finished_at", "id")
    )


def find_sampled(actor: Actor, key: uuid.UUID | str) -> Sampled:
    """One sampled medical. Raises Unfindable, absent and not permitted alike."""
    found = sampled_seen_by(actor).filter(pk=as_id(key) or NOBODY).first()
    if found is None:
        raise unfindable(actor, "medical_sample.looked")
    return found


def held_by(medicals: Sequence[Medical]) -> dict[uuid.UUID, dt.datetime]:
    """When each of these is due next, by id."""
    rows = Clock.unscoped.filter(
        process=PROCESS, process_id__in=[one.pk for one in medicals], state__in=GOING
    ).order_by("-due_at")
    return dict(rows.values_list("process_id", "due_at"))


def _asked_by(actor: Actor) -> Q:
    if actor.role not in RECORDS:
        return Q(pk__in=[])
    return Q(from_agency_id=agency_of(actor)) & about_babies_seen_by(actor)


def _asked_of(actor: Actor) -> Q:
    if actor.role != EXAMINER:
        return Q(pk__in=[])
    return Q(to_agency_id=agency_of(actor)) & ~Q(state="withdrawn") & not_closed_to(actor)


def _read_on_page(actor: Actor, key: uuid.UUID | str) -> Medical | None:
    loaded = Medical.unscoped.select_related(
        "partnership", "from_agency", "from_team", "asked_by", "to_agency", "child__joined_to",
        "answered_by", "referral__referral", "entry_root__agency",
    )  # fmt: skip
    found = loaded.filter(pk=as_id(key) or NOBODY).first()
    return found if found is not None and may_see(actor, found) else None


def _shows(actor: Actor, medical: Medical) -> bool:
    child = standing(medical.child)
    latest = latest_of(medical.entry_root)
    entry = Entry.unscoped.select_related("agency", "about").get(pk=latest.pk)
    return Reader(actor, child, openness_of(child)).view(entry) is View.SHOWN
