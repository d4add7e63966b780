"""What the walk of the addresses needs of `strategy`: a request that waits, a discussion, an action."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from factories import a_baby, an_actor, an_agency, open_to
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Baby
from sightline.strategy.answering import plan
from sightline.strategy.holding import add_action
from sightline.strategy.requesting import request_discussion
from sightline.strategy.written import Agreed, Asking, Planning

ASK: Final = {"why": "Two bruises in a week.", "safe_now": "no", "call_back": "01632 960 300"}
PLAN: Final = {
    "on-day": "1", "on-month": "12", "on-year": "2099", "at": "14:30", "place": "By video",
}  # fmt: skip
POSTED: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "strategy_ask": (ASK, "strategy.requested"),
    "strategy_plan": (PLAN | {"why": "Three referrals in a month."}, "strategy.planned"),
    "strategy_request_act": (PLAN, "strategy.agreed"),
    "strategy_discussion_act": (
        {"because": "They moved.", "instead": "Their new area holds it."},
        "strategy.called_off",
    ),
    "strategy_action": ({"state": "done", "outcome": "Weighed."}, "strategy.action_closed"),
}
"""A form that each changing address takes, and the event that it leaves."""


def strategy_held(baby: Baby) -> tuple[dict[str, Actor], dict[str, object]]:
    """Who opens these addresses, and what stands in them."""
    manager = an_actor("social_care", "front_door_manager")
    open_to(manager, baby)
    nursery = an_actor("nursery")
    other = a_baby("Noor", "Hale")
    open_to(nursery, other)
    asked = request_discussion(nursery, Asking(other.person, **ASK))
    planned = plan(
        manager,
        baby.person,
        an_agency("social_care"),
        "A bruise.",
        Planning(clock.now() + dt.timedelta(hours=2), "By video"),
    )
    tomorrow = clock.today() + dt.timedelta(days=1)
    action = add_action(manager, planned, Agreed("Weigh her", an_agency("social_care"), "Dee", tomorrow))
    names = ("strategy_plan", "strategy_request", "strategy_request_act", "strategy_discussion",
             "strategy_discussion_act", "strategy_action")  # fmt: skip
    return dict.fromkeys(names, manager), {
        "request_id": asked.pk,
        "discussion_id": planned.pk,
        "action_id": action.pk,
        "answer_name": "agree",
        "step_of_it": "call-off",
    }
