"""A mark and what is written of it, for the tests of the room."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from factories import a_baby, an_actor, open_to
from sightline.agencies.models import Agency
from sightline.chronology.kinds import Mobility
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.marks.deciding import decide, record_discussion, tell_referrer
from sightline.marks.examining import Examined, give_opinion, request_opinion
from sightline.marks.models import Sighting
from sightline.marks.observing import observe
from sightline.marks.telling_parents import ToParents, answer_parents
from sightline.marks.written import SeenMark, Sighted
from sightline.people.models import Baby

PARENTS = ToParents(True, "Her mother", "1", "She wants to know what happens next.")


@dataclass(frozen=True)
class World:
    """A health visitor who saw a mark, the front door, an examiner, and the baby."""

    visitor: Actor
    door: Actor
    examiner: Actor
    baby: Baby


def a_world() -> World:
    visitor = an_actor("health_visiting", name="Ruth Adeyemi")
    door = an_actor("social_care", "front_door_worker", name="Dee Front")
    examiner = an_actor("hospital", "examiner", name="Nia Rees")
    baby = a_baby("Marnie", "Askew", born_days_ago=60)
    open_to(visitor, baby)
    return World(visitor, door, examiner, baby)


def sighted(**said: Any) -> Sighted:
    """A small bruise on the cheek of a baby who does not roll; `mark__…` changes the mark."""
    mark = SeenMark("left_cheek", size_mm=8, explanation="Maybe the cot.", said_by="Her mother")
    of_mark = {
        name.removeprefix("mark__"): said.pop(name) for name in list(said) if name.startswith("mark__")
    }
    whole = Sighted(
        replace(mark, **of_mark), seen_at=clock.now(), skin_seen="all", mobility=Mobility(rolls=False)
    )
    return replace(whole, **said)


def seen(world: World, **said: Any) -> Sighting:
    return observe(world.visitor, world.baby.person, sighted(**said))


def refer(actor: Actor, baby: Baby) -> ReferredChild:
    """A short referral of the baby."""
    short = Written(
        (WrittenChild(baby.person),), "A bruise.", "no", "At home", "01632 960 200", is_urgent=True
    )
    return send_referral(actor, short).children.get()


def examined(**said: Any) -> Examined:
    usual = Examined(
        examiner="Nia Rees",
        grade="consultant",
        place="The ward",
        examined_at=clock.now(),
        findings="One bruise, 8 mm.",
        outcome="inconclusive",
        words="I cannot say how it came.",
    )
    return replace(usual, **said)


def hospital(world: World) -> Agency:
    return Agency.unscoped.get(pk=world.examiner.agency_id)


def asked(world: World) -> Sighting:
    made = seen(world)
    refer(world.visitor, world.baby)
    made.refresh_from_db()
    return request_opinion(world.visitor, made, hospital(world), "Today, please.")


def with_opinion(world: World, **said: Any) -> Sighting:
    made = asked(world)
    give_opinion(world.examiner, made, examined(**said))
    made.refresh_from_db()
    return made


def discuss(world: World, one: Sighting, **said: Any) -> None:
    usual: dict[str, Any] = {
        "held_at": clock.now(),
        "examiner": "Nia Rees",
        "sectors": ["social_care", "hospital"],
        "present": "Dee Front, Nia Rees",
        "known": "Nothing of the father.",
        "said": "No account fits.",
    }
    record_discussion(world.door, one, **usual | said)


def to_be_closed(world: World) -> Sighting:
    """Everything done but the end."""
    one = with_opinion(world)
    discuss(world, one)
    decide(world.door, one, "concern", "No account fits.", "A strategy discussion at three.")
    answer_parents(world.visitor, one, PARENTS)
    tell_referrer(world.door, one, "Ruth, by telephone")
    one.refresh_from_db()
    return one


def later(**by: int) -> dt.datetime:
    return clock.now() + dt.timedelta(**by)
