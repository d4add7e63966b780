"""The challenges that an actor may read: as one of the two sides, or, at the last stage, from above both."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from sightline.access.keys import agency_of, own_id, team_of
from sightline.access.scope import about_babies_seen_by, not_closed_to, standing, unfindable
from sightline.challenge.models import Challenge, Thanks
from sightline.challenge.sides import LEAD, LEADING, is_designated, speaks_for
from sightline.challenge.stages import stages_on
from sightline.challenge.steps import OPEN
from sightline.chronology.policy import RECORDS
from sightline.core.actors import Actor

LOOKED = "challenge.looked"
NEWEST = 20


def seen_by(actor: Actor) -> QuerySet[Challenge]:
    """The challenges of the actor's agency about babies whose page they may open, and besides these:

    while it is open, those raised by or put to their own team, for a lead those of the agency, and at the
    last stage those of the partnership for a designated lead. Being asked opens the challenge, not the baby's
    page, and never what is closed or sealed. Whoever raised one reads it to the end.
    """
    if actor.role not in RECORDS:
        return Challenge.unscoped.none()
    sides = Q(from_agency_id=agency_of(actor)) | Q(with_agency_id=agency_of(actor))
    with_page = sides & about_babies_seen_by(actor)
    asked = Q(state__in=OPEN) & (_put_to(actor) | _above(actor)) | _raised(actor)
    found = Challenge.unscoped.filter(with_page | asked & not_closed_to(actor))
    return found.select_related(
        "partnership", "child", "from_agency", "from_team", "with_agency", "with_team", "raiser"
    )


def _put_to(actor: Actor) -> Q:
    mine = Q(from_team_id=team_of(actor)) | Q(with_team_id=team_of(actor))
    if actor.role in LEADING:
        mine |= Q(with_team__isnull=True, with_agency_id=agency_of(actor))
    if actor.role == LEAD:
        mine |= Q(from_agency_id=agency_of(actor)) | Q(with_agency_id=agency_of(actor))
    return mine


def _raised(actor: Actor) -> Q:
    return Q(raiser_id=own_id(actor), from_agency_id=agency_of(actor))


def _above(actor: Actor) -> Q:
    if not is_designated(actor):
        return Q(pk__in=[])
    last = stages_on(actor.partnership).last
    return Q(stage__gte=last, partnership__code=actor.partnership)


def find_challenge(actor: Actor, key: uuid.UUID | str) -> Challenge:
    """One challenge. Raises Unfindable, absent and not permitted alike."""
    found = seen_by(actor).filter(pk=key).first()
    if found is None:
        raise unfindable(actor, LOOKED)
    return found


def challenges_of(actor: Actor, process: str, process_id: uuid.UUID) -> list[Challenge]:
    """The challenges of one decision that the actor may read, the newest first."""
    return list(seen_by(actor).filter(process=process, process_id=process_id).order_by("-raised_at", "-id"))


def challenges_about(actor: Actor, child_id: uuid.UUID) -> list[Challenge]:
    """The challenges about a baby that the actor may read, the newest first."""
    here = Q(child_id=child_id) | Q(child__joined_to=child_id)
    return list(seen_by(actor).filter(here).order_by("-raised_at", "-id"))


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before an actor: challenges in which it is for them to speak, other open ones, ended ones."""

    waiting: list[Challenge]
    others: list[Challenge]
    ended: list[Challenge]


def desk_of(actor: Actor) -> Desk:
    """The actor's challenges, the longest open first; of the ended ones the newest."""
    everything = seen_by(actor)
    open_now = list(everything.filter(state__in=OPEN).order_by("raised_at", "id"))
    waiting = [one for one in open_now if speaks_for(actor, one)]
    return Desk(
        waiting=waiting,
        others=[one for one in open_now if one not in waiting],
        ended=list(everything.exclude(state__in=OPEN).order_by("-ended_at", "-id")[:NEWEST]),
    )


def thanks_to(actor: Actor) -> list[Thanks]:
    """Thanks to the actor or their team, the newest first; they name no child."""
    whom = Q(to_id=own_id(actor)) | Q(to__isnull=True, to_team_id=team_of(actor))
    rows = Thanks.unscoped.filter(whom).select_related("by", "by_team__agency", "of")
    return list(rows.order_by("-at", "-id")[:NEWEST])


def carries(root_id: uuid.UUID) -> bool:
    """Whether a challenge carries the entry."""
    return Challenge.unscoped.filter(stages__entry_root_id=root_id).exists()


def page_of(challenge: Challenge) -> uuid.UUID:
    """The baby on whose page it is now."""
    return standing(challenge.child)
