"""What stands in the way of an examination: the same day it is a manager's."""

from __future__ import annotations

from sightline.access.keys import team_of
from sightline.access.staff import held_on
from sightline.access.telling import tell
from sightline.agencies.models import Assignment, Team
from sightline.clocks.running import Owner, is_running, meet_clock, start_clock
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken
from sightline.marks.codes import HINDRANCES
from sightline.marks.models import Hindrance, Sighting
from sightline.marks.observing import PROCESS, note, still_open
from sightline.marks.policy import may_answer_hindrance, may_hinder


@action("mark.hindered", may=may_hinder)
def write_hindrance(actor: Actor, sighting: Sighting, kind: str, words: str) -> Hindrance:
    """Write down that parents decline, cannot be found, or nobody can examine: a manager answers today.

    Raises SightlineError for a kind that there is not, or without words.
    """
    if kind not in HINDRANCES or not words.strip():
        raise SightlineError("Say what stands in the way, and what you have tried.")
    kept = still_open(sighting)
    made = Hindrance.unscoped.create(of=kept, kind=kind, words=words.strip(), by=actor.name)
    _tell_managers(actor, kept)
    if not is_running(PROCESS, kept.pk, "mark_hindered"):
        start_clock(
            "mark_hindered",
            PROCESS,
            kept.pk,
            _managers(actor, kept),
            partnership=kept.partnership,
            child=kept.child,
            is_risk=True,
        )
    note(kept)
    return made


@action("mark.hindrance_answered", may=may_answer_hindrance)
def answer_hindrance(actor: Actor, hindrance: Hindrance, answer: str) -> Hindrance:
    """Say what is done about it. Raises SightlineError without words, Overtaken when it was answered."""
    if not answer.strip():
        raise SightlineError("Say what you do about it, and who does it.")
    changed = Hindrance.unscoped.filter(pk=hindrance.pk, answered_at__isnull=True).update(
        answer=answer.strip(), answered_by=actor.name, answered_at=clock.now()
    )
    if not changed:
        raise Overtaken("This was answered already.", next_step="Open it again to see by whom.")
    hindrance.refresh_from_db()
    if not hindrance.of.hindrances.filter(answered_at__isnull=True).exists():
        meet_clock(PROCESS, hindrance.of_id, "mark_hindered")
    note(hindrance.of)
    return hindrance


def _managers(actor: Actor, sighting: Sighting) -> Owner:
    team = Team.unscoped.select_related("agency").filter(pk=team_of(actor)).first()
    if team is None:
        return Owner(sighting.by_agency, role="team_manager")
    return Owner(team.agency, role=_role(team))


def _role(team: Team) -> str:
    """The front door's own manager, else the team's."""
    here = Assignment.unscoped.filter(held_on(clock.today()), team=team, role="front_door_manager")
    return "front_door_manager" if here.exists() else "team_manager"


def _tell_managers(actor: Actor, sighting: Sighting) -> None:
    today = held_on(clock.today())
    agencies = {one for one in (actor.agency_id, sighting.front_door_id) if one}
    roles = ("team_manager", "front_door_manager", "safeguarding_lead")
    managers = Assignment.unscoped.filter(today, role__in=roles, team__agency_id__in=agencies)
    words = "Something stands in the way of examining a mark on a baby. It needs your answer today."
    tell(managers.values_list("professional_id", flat=True), sighting.child_id, words)
