"""What follows a referral and can be challenged: each room's line, by that room's own scope."""

from __future__ import annotations

import uuid

from sightline.agencies.models import Agency
from sightline.challenge.matter import Challenged, Matter, put_to, team_deciding
from sightline.chronology.actions.outcomes import latest_of, level_carried
from sightline.concerns.policy import FRONT_DOOR
from sightline.core.actors import Actor
from sightline.marks.models import Sighting
from sightline.marks.queries import find_sighting
from sightline.medicals.policy import EXAMINER
from sightline.medicals.queries import find_medical
from sightline.sharing.queries import find_request as find_information_request
from sightline.strategy.models import Discussion
from sightline.strategy.policy import ANSWERS
from sightline.strategy.queries import find_discussion, find_request


def strategy_request(actor: Actor, key: uuid.UUID) -> Matter:
    """A request for a strategy discussion: its answer, or that there is none."""
    asked = find_request(actor, key)
    team = team_deciding(asked.to_agency, ANSWERS, asked.decided_by)
    across = put_to(
        actor,
        Challenged(asked.from_agency, asked.from_team, asked.asked_by),
        Challenged(asked.to_agency, team, asked.decided_by),
    )
    about = f"Request {asked.reference} for a strategy discussion: {asked.get_state_display().lower()}"
    return Matter(
        "strategy_request", asked.pk, asked.child, asked.partnership, about, across, asked.sensitivity
    )


def strategy_discussion(actor: Actor, key: uuid.UUID) -> Matter:
    """A strategy discussion: what was decided there, or that it was not held."""
    found = find_discussion(actor, key)
    team = team_deciding(found.held_by, ANSWERS, found.enquiry_by)
    about = f"Strategy discussion: {found.get_enquiry_display() or found.get_state_display()}"
    whom = (Challenged(found.held_by, team, found.enquiry_by),)
    level = _discussed_at(found)
    return Matter("strategy_discussion", found.pk, found.child, found.partnership, about, whom, level)


def _discussed_at(found: Discussion) -> str:
    if found.entry_root is not None:
        return latest_of(found.entry_root).sensitivity
    return found.request.sensitivity if found.request else "restricted"


def medical(actor: Actor, key: uuid.UUID) -> Matter:
    """A child protection medical: its answer and what was found; for its examiners, that it was asked."""
    found = find_medical(actor, key)
    team = team_deciding(found.to_agency, frozenset({EXAMINER}), found.answered_by)
    across = put_to(
        actor,
        Challenged(found.from_agency, found.from_team, found.asked_by),
        Challenged(found.to_agency, team, found.answered_by),
    )
    about = f"Medical {found.reference}: {found.get_state_display().lower()}"
    return Matter("medical", found.pk, found.child, found.partnership, about, across, found.sensitivity)


def information_request(actor: Actor, key: uuid.UUID) -> Matter:
    """A request for information: the answer or the silence of who was asked; for them, that it was asked."""
    found = find_information_request(actor, key)
    sent = found.of.referral
    across = put_to(
        actor,
        Challenged(sent.to_agency, team_deciding(sent.to_agency, FRONT_DOOR), found.asked_by),
        Challenged(found.agency, team_deciding(found.agency, frozenset({found.role}))),
    )
    about = f"A request for information: {found.get_state_display().lower()}"
    return Matter("information_request", found.pk, found.child, sent.partnership, about, across, "restricted")


def mark(actor: Actor, key: uuid.UUID) -> Matter:
    """A mark on a baby: what was decided of it, or was not, by the front door or by who examined it."""
    found = find_sighting(actor, key)
    offered = [_of(agency, roles) for agency, roles in _deciding(found) if agency is not None]
    about = f"A mark on a baby: {found.get_decision_display() or found.get_state_display()}"
    others = tuple(one for one in offered if one.agency.pk != actor.agency_id) or tuple(offered)
    whom = others or (Challenged(found.by_agency, found.by_team),)
    return Matter("mark", found.pk, found.child, found.partnership, about, whom, _level(found))


def _deciding(found: Sighting) -> tuple[tuple[Agency | None, frozenset[str]], ...]:
    return ((found.front_door, FRONT_DOOR), (found.asked_of, frozenset({EXAMINER})))


def _of(agency: Agency, roles: frozenset[str]) -> Challenged:
    return Challenged(agency, team_deciding(agency, roles))


def _level(found: Sighting) -> str:
    """The most restricted of what its marks' entries are."""
    marks = found.marks.select_related("entry_root")
    return level_carried(*(one.entry_root for one in marks), least="shared")
