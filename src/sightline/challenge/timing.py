"""The clocks of a challenge: one for the stage, one for the whole; and whose they are."""

from __future__ import annotations

from typing import Final

from sightline.access.staff import held_on
from sightline.agencies.models import Assignment
from sightline.challenge.codes import NOT_SAFE
from sightline.challenge.models import Challenge
from sightline.challenge.stages import stages_on
from sightline.clocks.running import Owner, meet_clock, start_clock, stop_clock
from sightline.core import clock

PROCESS: Final = "challenge"
STAGE: Final = "challenge_stage"
URGENT: Final = "challenge_stage_urgent"
WHOLE: Final = "challenge_resolved"
OF_A_STAGE: Final = (STAGE, URGENT)


def start_whole(challenge: Challenge) -> None:
    """Let the limit of the whole run: both sides', with the challenged side's lead to hold it."""
    owner = Owner(challenge.with_agency, role="safeguarding_lead")
    _start(WHOLE, challenge, owner)


def start_stage(challenge: Challenge) -> None:
    """Let the limit of the stage run; the same day while the child is not safe."""
    rule = URGENT if challenge.safe_now == NOT_SAFE else STAGE
    _start(rule, challenge, holder_of(challenge))


def stop_stage(challenge: Challenge, because: str) -> None:
    """The stage is over without an end."""
    stop_clock(PROCESS, challenge.pk, *OF_A_STAGE, because=because)


def meet_all(challenge: Challenge) -> None:
    """It is over: late or in time."""
    meet_clock(PROCESS, challenge.pk, WHOLE, *OF_A_STAGE)


def holder_of(challenge: Challenge) -> Owner:
    """Who must act at this stage on the challenged side: a role, and between colleagues who decided.

    The first role of the stage that somebody holds today; where nobody does, the first: the clock climbs.
    """
    roles = stages_on(challenge.partnership.code).at(challenge.stage).challenged
    held = set(
        Assignment.unscoped.filter(
            held_on(clock.today()), team__agency_id=challenge.with_agency_id, role__in=roles
        ).values_list("role", "team_id")
    )
    own = [role for role in roles if (role, challenge.with_team_id) in held]
    anywhere = [role for role in roles if role in {one for one, _ in held}]
    role = next(iter([*own, *anywhere, *roles]))
    team = challenge.with_team if own else None
    decider = challenge.with_professional if challenge.stage == 1 and own else None
    return Owner(challenge.with_agency, team, role=role, professional=decider)


def _start(rule: str, challenge: Challenge, owner: Owner) -> None:
    start_clock(
        rule,
        PROCESS,
        challenge.pk,
        owner,
        partnership=challenge.partnership,
        child=challenge.child,
        is_risk=challenge.safe_now != "yes",
    )
