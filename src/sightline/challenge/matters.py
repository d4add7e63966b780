"""What can be challenged: a registry of processes, each with how an actor finds one of them.

A room below has one line in `KINDS`. Its finder uses that room's own scope, so whoever may not see a thing
may not challenge it either: absent and not permitted are the same error.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from sightline.access.keys import team_of
from sightline.access.models import Involvement
from sightline.access.openness import openness_of
from sightline.access.queries import involved_with
from sightline.access.scope import find_open, standing, unfindable
from sightline.agencies.models import Partnership
from sightline.challenge import matters_following as following
from sightline.challenge.matter import Challenged, Matter, put_to, team_deciding
from sightline.chronology.lines import Reader
from sightline.concerns.codes import DECISIONS
from sightline.concerns.models import ReferredChild
from sightline.concerns.policy import FRONT_DOOR
from sightline.concerns.queries import find_referred
from sightline.concerns.referring import front_door_of
from sightline.core.actors import Actor
from sightline.people.models import Baby, Person
from sightline.prompts.models import ANSWERS, Answer
from sightline.prompts.queries import basis_of
from sightline.prompts.queries import seen_by as prompts_seen_by
from sightline.prompts.sight import sees_enough

BABY: Final = "baby"
"""The process of something that was not done: its id is the child's."""
LOOKED: Final = "challenge.looked"


Find = Callable[[Actor, uuid.UUID], Matter]
"""Finds one thing for an actor. Raises Unfindable, absent and not permitted alike."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A process whose decisions, or whose silence, can be challenged."""

    words: str
    find: Find


def find_matter(actor: Actor, process: str, process_id: uuid.UUID) -> Matter:
    """What can be challenged, as the actor may see it. Raises Unfindable, also for an unknown process."""
    kind = KINDS.get(process)
    if kind is None:
        raise unfindable(actor, LOOKED)
    return kind.find(actor, process_id)


def partnership_of(child: Person) -> Partnership:
    """The partnership in which the child's followed record is."""
    return Baby.unscoped.select_related("partnership").get(pk=standing(child)).partnership


def _referral(actor: Actor, key: uuid.UUID) -> Matter:
    """A referral of one child: its decision, or that there is none; for its receiver, how it was sent."""
    referred = find_referred(actor, key)
    sent = referred.referral
    sender = Challenged(sent.from_agency, sent.from_team, sent.referrer)
    team = team_deciding(sent.to_agency, FRONT_DOOR, referred.decided_by)
    whom = put_to(actor, sender, Challenged(sent.to_agency, team, referred.decided_by))
    is_sent = whom == (sender,)
    about = f"Referral {sent.reference}" + (", as it was sent" if is_sent else f": {_decided(referred)}")
    root = referred.entry_root
    return Matter("referral", referred.pk, referred.child, sent.partnership, about, whom, root.sensitivity)


def _decided(referred: ReferredChild) -> str:
    words = DECISIONS.get(referred.decision, "")
    return words.lower() if words else "no decision yet"


def _answer(actor: Actor, key: uuid.UUID) -> Matter:
    """What a colleague answered to a question, where enough of what it stands on is open to the actor."""
    given = Answer.unscoped.filter(pk=key).select_related("prompt__child", "team__agency", "by").first()
    if given is None:
        raise unfindable(actor, LOOKED)
    prompt = prompts_seen_by(actor).filter(pk=given.prompt_id).first()
    if prompt is None:
        raise unfindable(actor, LOOKED, [standing(given.prompt.child)])
    reader = Reader(actor, prompt.child_id, openness_of(prompt.child_id))
    if not sees_enough(reader, basis_of(prompt)):
        raise unfindable(actor, LOOKED, [standing(prompt.child)])
    return Matter(
        "answer",
        given.pk,
        given.prompt.child,
        partnership_of(given.prompt.child),
        f"An answer to a question: {ANSWERS[given.answer].lower()}",
        (Challenged(given.team.agency, given.team, given.by),),
        prompt.level,
    )


def _inaction(actor: Actor, child_id: uuid.UUID) -> Matter:
    """That something was not done about a baby: by any team involved that may be named, or the front door."""
    baby = find_open(actor, child_id)
    named = [one.involvement_id for one in involved_with(actor, baby.pk)]
    rows = Involvement.unscoped.filter(pk__in=named).exclude(team_id=team_of(actor))
    teams = {row.team_id: row.team for row in rows.select_related("team__agency").order_by("from_on", "id")}
    door = front_door_of(baby.partnership)
    offered = [Challenged(team.agency, team) for team in teams.values()]
    at_door = team_deciding(door, FRONT_DOOR)
    if (at_door.pk if at_door else None) not in teams and (at_door is None or at_door.pk != actor.team_id):
        offered.append(Challenged(door, at_door))
    about = "Something that was not done"
    return Matter(BABY, baby.pk, baby.person, baby.partnership, about, tuple(offered))


KINDS: Final[Mapping[str, Kind]] = {
    BABY: Kind("Something that was not done", _inaction),
    "referral": Kind("A referral", _referral),
    "answer": Kind("An answer to a question", _answer),
    "strategy_request": Kind("A request for a strategy discussion", following.strategy_request),
    "strategy_discussion": Kind("A strategy discussion", following.strategy_discussion),
    "medical": Kind("A child protection medical", following.medical),
    "information_request": Kind("A request for information", following.information_request),
    "mark": Kind("A mark on a baby", following.mark),
}
"""By process: what it is called, and how it is found."""
