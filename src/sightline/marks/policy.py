"""Who may write down a mark, and who may take each step after it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from sightline.access.doors import closed_to
from sightline.access.keys import agency_of, own_id
from sightline.access.scope import may_open, standing
from sightline.agencies.models import Agency
from sightline.chronology.policy import RECORDS
from sightline.concerns.models import ReferredChild
from sightline.concerns.policy import FRONT_DOOR
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.marks.models import Hindrance, Mark, OtherChild, Sighting
from sightline.marks.steps import OVER
from sightline.marks.written import SeenMark, Sighted
from sightline.people.models import Baby, Person

if TYPE_CHECKING:
    from sightline.marks.examining import Examined
    from sightline.marks.telling_parents import ToParents

MANAGES: Final = frozenset({"team_manager", "safeguarding_lead", "front_door_manager"})
ENDS_A_MISTAKE: Final = frozenset({"team_manager", "safeguarding_lead"})
NOT_YOURS: Final = "There is no such record, or none that you may open."


def is_its_front_door(actor: Actor, sighting: Sighting) -> bool:
    """Whether the actor works at the front door that decides on it, once referred, while it is open."""
    if actor.role not in FRONT_DOOR or actor.agency_id != sighting.front_door_id:
        return False
    return sighting.referred_id is not None and sighting.state not in OVER


def is_its_examiner(actor: Actor, sighting: Sighting) -> bool:
    """Whether the actor examines in the agency that was asked, while it is open."""
    asked = sighting.asked_of_id is not None and agency_of(actor) == sighting.asked_of_id
    return actor.role == "examiner" and asked and sighting.state not in OVER


def may_follow(actor: Actor, sighting: Sighting) -> Decision:
    """Whoever may open the baby's page; the examiner who was asked and the front door, until it ends."""
    if actor.role not in RECORDS:
        return refuse(NOT_YOURS)
    whose = standing(sighting.child)
    if may_open(actor, whose):
        return allow("The baby's page is open to you.")
    if is_its_examiner(actor, sighting) or is_its_front_door(actor, sighting):
        return refuse(NOT_YOURS) if _is_shut(actor, sighting) else allow("It was sent to you.")
    return refuse(NOT_YOURS)


def may_observe(actor: Actor, child: Person, sighted: Sighted) -> Decision:
    """Whoever records on the baby's page: nobody needs a second opinion first."""
    if actor.role not in RECORDS or actor.agency_id is None:
        return refuse("Your role does not record on a baby's page.")
    return may_open(actor, child.pk)


def may_add_mark(actor: Actor, sighting: Sighting, seen: SeenMark) -> Decision:
    """Whoever may write an entry on the baby's page."""
    if actor.role not in RECORDS or actor.agency_id is None:
        return refuse("Your role does not record on a baby's page.")
    return may_open(actor, standing(sighting.child))


def may_explain(
    actor: Actor, mark: Mark, words: str, said_by: str, said_at: dt.datetime | None, fits: str
) -> Decision:
    """Whoever follows it: everybody to whom something was said writes it down."""
    return may_follow(actor, mark.of)


def may_look_at_other(
    actor: Actor, other: OtherChild, looked_by: str, looked_at: dt.datetime, found: str
) -> Decision:
    """Whoever follows it."""
    return may_follow(actor, other.of)


def may_name_other(actor: Actor, sighting: Sighting, words: str) -> Decision:
    """Whoever follows it."""
    return may_follow(actor, sighting)


def may_link(actor: Actor, sighting: Sighting, referred: ReferredChild) -> Decision:
    """Whoever follows it, where their agency or the front door sent or received the referral."""
    return may_follow(actor, sighting)


def may_request(actor: Actor, sighting: Sighting, of: Agency, words: str) -> Decision:
    """Whoever follows it: a paediatrician is asked by the first who can."""
    return may_follow(actor, sighting)


def may_examine(actor: Actor, sighting: Sighting, examined: Examined) -> Decision:
    """An examiner who follows it, or the front door, which then writes what the examiner told it."""
    if actor.role != "examiner" and not _works_at_its_door(actor, sighting):
        return refuse("An examiner gives the opinion, or the front door enters it in the examiner's name.")
    return may_follow(actor, sighting)


def may_take_second_opinion(actor: Actor, sighting: Sighting, examined: Examined) -> Decision:
    """The front door, which answers for the reason."""
    return _may_decide(actor, sighting)


def may_discuss(actor: Actor, sighting: Sighting, *said: Any, **more: Any) -> Decision:
    """The front door to which it was referred."""
    return _may_decide(actor, sighting)


def may_decide(actor: Actor, sighting: Sighting, decision: str, because: str, next_step: str) -> Decision:
    """The front door to which it was referred."""
    return _may_decide(actor, sighting)


def may_tell_parents(actor: Actor, sighting: Sighting, answer: ToParents) -> Decision:
    """Whoever follows it: the one who knows the parents best tells them."""
    return may_follow(actor, sighting)


def may_tell_referrer(actor: Actor, sighting: Sighting, how: str) -> Decision:
    """The front door to which it was referred."""
    return _may_decide(actor, sighting)


def may_close(actor: Actor, sighting: Sighting) -> Decision:
    """The front door to which it was referred."""
    return _may_decide(actor, sighting)


def may_hinder(actor: Actor, sighting: Sighting, kind: str, words: str) -> Decision:
    """Whoever follows it."""
    return may_follow(actor, sighting)


def may_answer_hindrance(actor: Actor, hindrance: Hindrance, answer: str) -> Decision:
    """A manager or lead who follows it."""
    if actor.role not in MANAGES:
        return refuse("A manager or a safeguarding lead answers for this.")
    return may_follow(actor, hindrance.of)


def may_take_back(actor: Actor, sighting: Sighting, because: str) -> Decision:
    """A manager or lead of the agency that wrote it down; never the one who wrote it, alone."""
    if actor.role not in ENDS_A_MISTAKE or actor.agency_id != sighting.by_agency_id:
        return refuse("A manager or lead of the agency that wrote it down takes it back.")
    if sighting.by_id == own_id(actor):
        return refuse("You wrote it down: another manager or lead takes it back.")
    return may_open(actor, standing(sighting.child))


def _may_decide(actor: Actor, sighting: Sighting) -> Decision:
    if not _works_at_its_door(actor, sighting):
        return refuse("Only the front door to which it was referred does this.")
    return may_follow(actor, sighting)


def _works_at_its_door(actor: Actor, sighting: Sighting) -> bool:
    return actor.role in FRONT_DOOR and actor.agency_id == sighting.front_door_id


def _is_shut(actor: Actor, sighting: Sighting) -> bool:
    """Whether the baby's record is sealed or closed to the actor, under any of its persons."""
    people = [sighting.child_id, standing(sighting.child)]
    if Baby.unscoped.filter(pk__in=people, sealed=True).exists():
        return True
    return closed_to(actor, people).exists()
