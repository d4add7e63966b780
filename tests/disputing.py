"""A health visitor whose referral was closed, the front door that closed it, and their managers and leads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from factories import a_baby, a_team, an_actor, an_agency, open_to
from sightline.challenge.matters import find_matter
from sightline.challenge.models import Challenge, Resolution
from sightline.challenge.raising import raise_challenge
from sightline.challenge.resolving import propose
from sightline.challenge.written import Safety, Settled, WrittenChallenge
from sightline.concerns.deciding import decide_on_child
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock, ids
from sightline.core.actors import Actor
from sightline.people.models import Baby

SETTLED = Settled("A strategy discussion today.", "yes", "He is examined before the night.")


@dataclass
class Dispute:
    """Both sides, and a referral that was decided."""

    visitor: Actor
    colleague: Actor
    visitors_manager: Actor
    visitors_lead: Actor
    door: Actor
    doors_manager: Actor
    doors_lead: Actor
    designated: Actor
    baby: Baby
    referred: ReferredChild


def a_dispute(decision: str = "no_further_action") -> Dispute:
    """Everybody, with one referral of one baby; undecided where the decision is empty."""
    team, front = a_team(an_agency("health_visiting")), a_team(an_agency("social_care"), "Front door")
    visitor = an_actor("health_visiting", name="Ruth Adeyemi", team=team)
    made = Dispute(
        visitor,
        an_actor("health_visiting", name="Col League", team=team),
        an_actor("health_visiting", "team_manager", name="Mo Visitor", team=team),
        an_actor("health_visiting", "safeguarding_lead", name="Li Visitor", team=team),
        an_actor("social_care", "front_door_worker", name="Dee Front", team=front),
        an_actor("social_care", "front_door_manager", name="Mo Front", team=front),
        an_actor("social_care", "safeguarding_lead", name="Li Front", team=front),
        an_actor("hospital", "safeguarding_lead", name="Des Ignated", lead_kind="designated"),
        a_baby("Marnie", "Askew"),
        ReferredChild(),
    )
    open_to(visitor, made.baby)
    made.referred = a_referral(made)
    if decision:
        decide_on_child(made.door, made.referred, decision, "Explained by the mother.", "None.")
    return made


def a_referral(made: Dispute) -> ReferredChild:
    """One more referral of the baby."""
    said = Written(
        (WrittenChild(made.baby.person, "Sleeps in a sling."),), "A bruise.", "not_known", "Home", "01632",
        is_urgent=True,
    )  # fmt: skip
    return send_referral(made.visitor, said).children.get()


def written(**said: object) -> WrittenChallenge:
    """What a challenger writes."""
    plain = WrittenChallenge(
        what="It was closed without a medical.",
        why="He cannot roll, and nobody has explained the mark.",
        asked="A strategy discussion today.",
        safe_now="yes",
        form_key=ids.new_id(),
    )
    return replace(plain, **said)


def a_safety() -> Safety:
    """Something that keeps the child safe."""
    return Safety("Her aunt stays in the house.", "The duty social worker asks her", clock.today(), "17:00")


def raised(made: Dispute, actor: Actor | None = None, **said: object) -> Challenge:
    """A challenge of the referral's decision."""
    who = actor or made.visitor
    matter = find_matter(who, "referral", made.referred.pk)
    return raise_challenge(who, matter, matter.challenged[0], written(**said))


def proposed(made: Dispute, challenge: Challenge, actor: Actor | None = None) -> Resolution:
    """What one side wrote as agreed."""
    return propose(actor or made.door, challenge, SETTLED)


def later(**how: float) -> dt.datetime:
    """Some time after now."""
    return clock.now() + dt.timedelta(**how)
