"""The front door: reading a referral, deciding for each child, and writing one line back."""

from __future__ import annotations

from sightline.access.keys import own_id
from sightline.access.telling import tell
from sightline.agencies.models import Professional, professional_id
from sightline.chronology import kinds as said
from sightline.chronology.actions.outcomes import latest_of, state_outcome
from sightline.clocks.running import Owner, meet_clock, start_clock
from sightline.concerns.codes import DECISIONS, OUTCOME_OF, PARTS, RATINGS
from sightline.concerns.events import ReferralMoved
from sightline.concerns.models import Rating, Referral, ReferredChild
from sightline.concerns.policy import may_decide, may_rate, may_read
from sightline.concerns.referring import PROCESS
from sightline.concerns.steps import REFERRED_CHILD
from sightline.core import clock, events
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.core.unit import current

AFTER = {"strategy": "strategy_discussion_held", "assessment": "assessment_complete"}
"""The clock that a decision starts."""


@action("referral.read", may=may_read)
def read_referral(actor: Actor, referred: ReferredChild) -> ReferredChild:
    """Say that the front door has begun to consider it. The referrer can no longer take it back."""
    advance(referred, "read", REFERRED_CHILD)
    _note(referred)
    return referred


@action("referral.decided", may=may_decide)
def decide_on_child(
    actor: Actor, referred: ReferredChild, decision: str, because: str, next_step: str
) -> ReferredChild:
    """Decide for one child, tell the referrer, and start what follows. Two who decide at once decide once.

    Raises SightlineError for a decision that there is not, without a reason, or without a next step.
    """
    _needs(decision, because, next_step)
    now = clock.now()
    advance(
        referred,
        "decide",
        REFERRED_CHILD,
        decision=decision,
        decided_because=because.strip(),
        next_step=next_step.strip(),
        decided_at=now,
        decided_by_id=professional_id(actor.id),
        told_referrer_at=now,
    )
    meet_clock(PROCESS, referred.pk, "referral_decision")
    _state(actor, referred)
    _start_what_follows(referred)
    _tell_referrer(referred)
    events.publish(ReferralMoved(actor, referred.pk, "decided"))
    _note(referred)
    return referred


@action("referral.rated", may=may_rate)
def rate_part(actor: Actor, referral: Referral, part: str, rating: str, line: str) -> Rating:
    """Say how clear one part was, with one line that helps the writer next time. Earlier lines stay."""
    if part not in PARTS or rating not in RATINGS:
        raise SightlineError("Choose how clear this part was.")
    kept = Rating.unscoped.create(
        referral=referral,
        part=part,
        rating=rating,
        line=line.strip(),
        by=Professional.objects.get(pk=own_id(actor)),
        at=clock.now(),
    )
    children = referral.children.values_list("child_id", flat=True)
    current().note(f"referral:{referral.pk}", *map(str, children))
    return kept


def _needs(decision: str, because: str, next_step: str) -> None:
    if decision not in DECISIONS:
        raise SightlineError("Choose a decision.")
    if not because.strip():
        raise SightlineError("Give the reasons.", why="The referrer reads them, and may challenge them.")
    if not next_step.strip():
        raise SightlineError("Say what happens next, and who does it.")


def _state(actor: Actor, referred: ReferredChild) -> None:
    detail = said.Referral(
        "social_care",
        outcome=OUTCOME_OF[referred.decision],
        outcome_on=clock.today(),
        source_key=referred.referral.reference,
    )
    state_outcome(actor, latest_of(referred.entry_root), detail)


def _start_what_follows(referred: ReferredChild) -> None:
    rule, sent = AFTER.get(referred.decision), referred.referral
    if rule is None:
        return
    start_clock(
        rule,
        PROCESS,
        referred.pk,
        Owner(sent.to_agency, role="team_manager"),
        partnership=sent.partnership,
        child=referred.child,
        started=sent.sent_at if rule == "assessment_complete" else None,
        is_risk=referred.decision == "strategy",
    )


def _tell_referrer(referred: ReferredChild) -> None:
    sent = referred.referral
    if sent.referrer_id is None:
        return
    words = f"Your referral {sent.reference} was decided: {DECISIONS[referred.decision].lower()}."
    tell([sent.referrer_id], referred.child_id, words)


def _note(referred: ReferredChild) -> None:
    current().note(f"referral:{referred.referral_id}", str(referred.child_id))
