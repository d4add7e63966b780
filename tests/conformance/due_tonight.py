"""What the walk over every address needs of clocks: one that runs, who answers for it, a hand-back."""

from __future__ import annotations

from typing import Any, Final

from factories import a_team, an_actor, an_agency
from sightline.clocks.handing_back import hand_back
from sightline.clocks.models import Clock
from sightline.concerns.models import ReferredChild
from sightline.core.actors import Actor

RECORDS: Final = frozenset({"clock_id", "hand_back_id"})
"""Parts of an address that name a clock or a note on one."""
SIGNED_IN: Final = frozenset({"due", "tonight", "tonight_sheet"})
POSTED: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "clock": ({"do": "pause", "pause_because": "The family is abroad."}, "clock.paused"),
    "hand_back": ({"words": "Rang at ten: asleep at home."}, "hand_back.written"),
    "hand_back_read": ({}, "hand_back.read"),
}


def due_tonight(door: Actor, referred: ReferredChild) -> tuple[dict[str, Actor], dict[str, object]]:
    """Who may open what, and what stands in the addresses, for the clock of a referral's decision."""
    owned = Clock.unscoped.get(process_id=referred.pk, rule="referral_decision")
    team = a_team(an_agency("social_care"), "Emergency duty")
    night = an_actor("social_care", "emergency_duty_worker", team=team)
    manager = an_actor("social_care", "front_door_manager")
    note = hand_back(night, owned, "Seen at two, asleep.")
    who = {"clock": manager, "tonight": night, "tonight_sheet": night, "hand_back": night}
    return who | {"hand_back_read": door}, {"clock_id": owned.pk, "hand_back_id": note.pk}
