"""Raising a challenge: from any decision, or because something was not done."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from sightline.access.keys import own_id, team_of
from sightline.challenge.matter import Challenged, Matter
from sightline.challenge.matters import BABY
from sightline.challenge.models import Challenge, SafetyAction, SideView, StageReached
from sightline.challenge.policy import may_raise
from sightline.challenge.stages import stages_on
from sightline.challenge.steps import OPEN
from sightline.challenge.telling import note, said_of, tell_challenged
from sightline.challenge.timing import start_stage, start_whole
from sightline.challenge.written import Safety, WrittenChallenge, missing_of
from sightline.chronology.actions import record
from sightline.chronology.policy import own_agency
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError


@action("challenge.raised", may=may_raise)
def raise_challenge(actor: Actor, matter: Matter, whom: Challenged, written: WrittenChallenge) -> Challenge:
    """Raise a challenge, put it to the other side, and start its clocks. The same form again gives the same.

    Raises SightlineError that names what is missing; for somebody whom the matter does not offer; or when the
    actor's agency already challenges this decision.
    """
    if sent := Challenge.unscoped.filter(raiser_id=own_id(actor), form_key=written.form_key).first():
        note(sent)
        return sent
    if gaps := missing_of(written):
        raise SightlineError(" ".join(gaps.values()))
    matter.chosen(whom.key)
    raised = _create(actor, matter, whom, written)
    entry = record(
        actor,
        matter.child,
        said_of(raised, raised.stage),
        happened_on=clock.today(),
        note=f"{raised.about}. {raised.what}",
        sensitivity=matter.sensitivity,
    )
    StageReached.unscoped.create(
        of=raised, number=raised.stage, entry_root=entry, by_id=own_id(actor), because=_why_here(raised)
    )
    SideView.unscoped.create(
        of=raised, side="raiser", stage=raised.stage, words=raised.why, by_id=own_id(actor),
        role=actor.role, agency_id=own_agency(actor),
    )  # fmt: skip
    if written.safety.is_begun:
        keep_safety(actor, raised, written.safety)
    start_whole(raised)
    start_stage(raised)
    tell_challenged(actor, raised, f"A colleague disagrees: {raised.about.lower()}. Your answer is due.")
    note(raised)
    return raised


def keep_safety(actor: Actor, challenge: Challenge, safety: Safety) -> SafetyAction:
    """Keep who does what by when, within an action that permitted it and found nothing missing."""
    assert safety.by_on is not None, "nothing is missing"
    return SafetyAction.unscoped.create(
        of=challenge,
        what=safety.what.strip(),
        who=safety.who.strip(),
        by_on=safety.by_on,
        by_time=safety.by_time.strip(),
        written_by_id=own_id(actor),
    )


def _create(actor: Actor, matter: Matter, whom: Challenged, written: WrittenChallenge) -> Challenge:
    stages = stages_on(matter.partnership.code)
    made = Challenge(
        partnership=matter.partnership,
        process=matter.process,
        process_id=matter.process_id,
        about=matter.about,
        child=matter.child,
        from_agency_id=own_agency(actor),
        from_team_id=team_of(actor),
        raiser_id=own_id(actor),
        with_agency=whom.agency,
        with_team=whom.team,
        with_professional=whom.professional,
        what=written.what.strip(),
        why=written.why.strip(),
        asked=written.asked.strip(),
        safe_now=written.safe_now,
        stage=stages.first_for(written.safe_now),
        stages_version=stages.version,
        form_key=written.form_key,
    )
    _refuse_second(made)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as clash:
        # Two at once: the database keeps one, and the other is told as if it had come later.
        raise _already() from clash
    return made


def _refuse_second(made: Challenge) -> None:
    same = Challenge.unscoped.filter(
        process=made.process, process_id=made.process_id, from_agency_id=made.from_agency_id
    )
    if made.process != BABY and same.filter(state__in=OPEN).exists():
        raise _already()


def _already() -> SightlineError:
    return SightlineError(
        "Your agency already challenges this.",
        why="It is open, and both sides write in it.",
        next_step="Open it among your challenges, and add what you see to your side.",
    )


def _why_here(raised: Challenge) -> str:
    is_later = raised.safe_now == "no" and raised.stage > 1
    return "It began here because the child is not safe now." if is_later else ""
