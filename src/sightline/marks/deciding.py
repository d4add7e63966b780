"""The discussion with the examiner, the decision, telling the referrer, and the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sightline.access.telling import tell
from sightline.clocks.running import meet_clock, stop_clock
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.codes import SECTORS
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.marks.codes import DECISIONS
from sightline.marks.models import Discussion, Sighting
from sightline.marks.observing import PROCESS, note, still_open
from sightline.marks.policy import may_close, may_decide, may_discuss, may_tell_referrer
from sightline.marks.steps import MARK

AGENCIES_AT_LEAST: Final = 2


@action("mark.discussed", may=may_discuss)
def record_discussion(
    actor: Actor,
    sighting: Sighting,
    held_at: dt.datetime,
    examiner: str,
    sectors: Sequence[str],
    present: str,
    known: str,
    said: str,
) -> Discussion:
    """Record the discussion of several agencies with the examiner, and what was known of the family.

    Raises SightlineError without the examiner, with fewer than two agencies, or without what was said.
    """
    if not examiner.strip():
        raise SightlineError(
            "Say which examiner took part.",
            why="The examiner takes part, if only by telephone.",
        )
    if len(set(sectors) & set(SECTORS)) < AGENCIES_AT_LEAST:
        raise SightlineError("Choose the agencies that took part: two at least.")
    if not (present.strip() and known.strip() and said.strip()):
        raise SightlineError("Say who was there, what is known of the family, and what was said.")
    if not sighting.seen_at <= held_at <= clock.now():
        raise SightlineError("It was held after the mark was seen, and not in the future.")
    advance(sighting, "discuss", MARK)
    meet_clock(PROCESS, sighting.pk, "mark_discussed")
    note(sighting)
    return Discussion.unscoped.create(
        of=sighting,
        held_at=held_at,
        examiner=examiner.strip(),
        sectors=sorted(set(sectors) & set(SECTORS)),
        present=present.strip(),
        known=known.strip(),
        said=said.strip(),
        recorded_by=actor.name,
    )


@action("mark.decided", may=may_decide)
def decide(actor: Actor, sighting: Sighting, decision: str, because: str, next_step: str) -> Sighting:
    """Decide what the mark is taken to be, with reasons. No enquiry starts by it.

    Raises SightlineError without a decision, reasons or next step, and for one that the latest opinion
    contradicts: whoever disagrees with an examiner asks for another opinion.
    """
    if decision not in DECISIONS:
        raise SightlineError("Choose a decision.")
    if not because.strip() or not next_step.strip():
        raise SightlineError("Give the reasons, and say what happens next.")
    _refuse_against_opinion(sighting, decision)
    advance(
        sighting,
        "decide",
        MARK,
        decision=decision,
        decided_because=because.strip(),
        next_step=next_step.strip(),
        decided_at=clock.now(),
        decided_by=actor.name,
    )
    _tell_seer(sighting, f"A mark that you wrote down was decided: {DECISIONS[decision].lower()}.")
    note(sighting)
    return sighting


@action("mark.referrer_told", may=may_tell_referrer)
def tell_referrer(actor: Actor, sighting: Sighting, how: str) -> Sighting:
    """Tell whoever saw the mark what was decided, here and as said. Raises SightlineError without how."""
    if not how.strip():
        raise SightlineError("Say whom you told, and how.")
    advance(sighting, "tell_referrer", MARK, referrer_told_at=clock.now(), referrer_told_how=how.strip())
    _tell_seer(sighting, "What was found and decided of a mark that you wrote down is under Marks.")
    note(sighting)
    return sighting


@action("mark.closed", may=may_close)
def close(actor: Actor, sighting: Sighting) -> Sighting:
    """End it. Raises SightlineError while it has no referral, no opinion, or no answer to the parents."""
    kept = still_open(sighting)
    if kept.opinion_id is None:
        raise SightlineError("No examiner has given an opinion.", next_step="Record it first.")
    if kept.referred_id is None:
        raise SightlineError("Its referral was taken back.", next_step="Refer it, or link the referral.")
    if open_hindrances(kept):
        raise SightlineError("A manager has not answered what stood in the way.")
    advance(sighting, "close", MARK, ended_at=clock.now())
    running = ("mark_referred", "mark_examined", "mark_discussed", "mark_hindered")
    stop_clock(PROCESS, sighting.pk, *running, because="It is closed.")
    note(sighting)
    return sighting


def open_hindrances(sighting: Sighting) -> bool:
    """Whether something that stood in the way waits for a manager's answer."""
    return sighting.hindrances.filter(answered_at__isnull=True).exists()


def _refuse_against_opinion(sighting: Sighting, decision: str) -> None:
    latest = sighting.opinions.order_by("-entered_at", "-id").first()
    outcome = latest.outcome if latest else ""
    if decision == "medical_cause" and outcome != "medical_cause":
        raise SightlineError("The examiner has not found a medical cause.", next_step="Choose again.")
    if outcome == "inflicted" and decision != "concern":
        raise SightlineError(
            "The examiner thinks that somebody hurt the baby.",
            next_step="Choose concern, or have another examiner give an opinion first.",
        )


def _tell_seer(sighting: Sighting, words: str) -> None:
    if sighting.by_id is not None:
        tell([sighting.by_id], sighting.child_id, words)
