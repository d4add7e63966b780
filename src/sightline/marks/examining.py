"""Asking a paediatrician, and the opinion: the examiner's, or a named second one with its reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sightline.access.scope import may_open, standing
from sightline.access.staff import held_on
from sightline.access.telling import tell
from sightline.agencies.models import Agency, Assignment
from sightline.chronology.actions import record
from sightline.chronology.actions.outcomes import latest_of, level_carried, state_outcome
from sightline.chronology.kinds import Injury, Medical
from sightline.chronology.models import details_of
from sightline.clocks.running import meet_clock, start_clock
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.marks.codes import GRADES, OPINIONS
from sightline.marks.models import Opinion, Sighting
from sightline.marks.observing import PROCESS, note, owner_of, still_open
from sightline.marks.policy import may_examine, may_request, may_take_second_opinion
from sightline.marks.steps import MARK
from sightline.people.models import Person


@dataclass(frozen=True, slots=True)
class Examined:
    """What an examiner found and thinks. `because` is why nobody examined, for a second opinion."""

    examiner: str
    grade: str
    place: str
    examined_at: dt.datetime
    findings: str
    outcome: str
    words: str
    differential: str = ""
    tests: str = ""
    because: str = ""


@action("mark.opinion_requested", may=may_request)
def request_opinion(actor: Actor, sighting: Sighting, of: Agency, words: str) -> Sighting:
    """Ask the paediatricians of an agency to examine. They may open this, and not the baby's page, by it.

    Raises SightlineError for an agency of another partnership.
    """
    if of.partnership_id != sighting.partnership_id:
        raise SightlineError("That agency is not of this partnership.", next_step="Ring them.")
    advance(
        sighting,
        "request_opinion",
        MARK,
        asked_of=of,
        asked_at=clock.now(),
        asked_by=actor.name,
        asked_words=words.strip(),
    )
    _record_request(actor, sighting)
    _tell_examiners(sighting, of)
    note(sighting)
    return sighting


@action("mark.examined", may=may_examine)
def give_opinion(actor: Actor, sighting: Sighting, examined: Examined) -> Opinion:
    """Record what the examiner found and thinks, in the examiner's words beside the coded opinion.

    Whoever is not the examiner enters it in the examiner's name, and the page says so. A later opinion is
    added and changes no earlier one. Raises SightlineError for what is missing.
    """
    return _opine(actor, sighting, examined, "examiner", "examine")


@action("mark.second_opinion", may=may_take_second_opinion)
def take_second_opinion(actor: Actor, sighting: Sighting, examined: Examined) -> Opinion:
    """Go on without an examination by a paediatrician: who gave the opinion instead, and why.

    Raises SightlineError without the name or the reason.
    """
    if not examined.because.strip():
        raise SightlineError("Say why no paediatrician examines the baby.", why="It stands with your name.")
    return _opine(actor, sighting, examined, "second_opinion", "take_second_opinion")


def _opine(actor: Actor, sighting: Sighting, examined: Examined, kind: str, event: str) -> Opinion:
    _refuse_unfit(sighting, examined)
    kept = still_open(sighting)
    made = Opinion.unscoped.create(
        of=kept,
        kind=kind,
        entered_by=actor.name,
        by_examiner=actor.role == "examiner" and examined.examiner.strip() == actor.name,
        **{name: getattr(examined, name) for name in Examined.__dataclass_fields__},
    )
    if kept.opinion_id is None:
        advance(kept, event, MARK, opinion=made)
        sighting.state, sighting.opinion = kept.state, made
        _go_on(kept)
    elif kind == "second_opinion":
        MARK.step(kept.state, event)
    _state_medical(actor, kept, made)
    note(kept)
    return made


def _go_on(sighting: Sighting) -> None:
    meet_clock(PROCESS, sighting.pk, "mark_examined")
    start_clock(
        "mark_discussed",
        PROCESS,
        sighting.pk,
        owner_of(sighting),
        partnership=sighting.partnership,
        child=sighting.child,
        is_risk=True,
    )


def _refuse_unfit(sighting: Sighting, examined: Examined) -> None:
    wanted = {
        "examiner": "Give the examiner's name.",
        "findings": "Say what was found.",
        "words": "Give the opinion in the examiner's words.",
    }
    gaps = [words for name, words in wanted.items() if not str(getattr(examined, name)).strip()]
    if examined.grade not in GRADES:
        gaps.append("Say the examiner's grade.")
    if examined.outcome not in OPINIONS:
        gaps.append("Choose the opinion.")
    if gaps:
        raise SightlineError(" ".join(gaps))
    if not sighting.seen_at <= examined.examined_at <= clock.now():
        raise SightlineError(
            "The examination is after the mark was seen, and not in the future.",
            next_step="Correct the time.",
        )


def _record_request(actor: Actor, sighting: Sighting) -> None:
    """The entry of the medical, where the actor may write on the baby's page; else the opinion makes it."""
    if may_open(actor, standing(sighting.child)):
        child = Person.unscoped.get(pk=standing(sighting.child))
        detail = Medical(requested_on=clock.today())
        sighting.medical_entry = record(
            actor, child, detail, happened_on=clock.today(), sensitivity=_level(sighting)
        )
        sighting.save(update_fields=["medical_entry"])


def _state_medical(actor: Actor, sighting: Sighting, opinion: Opinion) -> None:
    """Say the opinion in the chronology. What nobody examined has no outcome of a medical."""
    if opinion.kind != "examiner":
        return
    day = clock.day_of(opinion.examined_at)
    asked = sighting.asked_at and clock.day_of(sighting.asked_at)
    detail = Medical(requested_on=asked, outcome=opinion.outcome, outcome_on=day)
    if sighting.medical_entry is not None:
        state_outcome(actor, latest_of(sighting.medical_entry), detail)
    elif may_open(actor, standing(sighting.child)):
        child = Person.unscoped.get(pk=standing(sighting.child))
        sighting.medical_entry = record(actor, child, detail, happened_on=day, sensitivity=_level(sighting))
        sighting.save(update_fields=["medical_entry"])
    if opinion.outcome == "medical_cause":
        _state_cause(actor, sighting)


def _level(sighting: Sighting) -> str:
    return level_carried(*(one.entry_root for one in sighting.marks.select_related("entry_root")))


def _state_cause(actor: Actor, sighting: Sighting) -> None:
    """A cause that an examiner has found stands with each mark."""
    for mark in sighting.marks.select_related("entry_root"):
        entry = latest_of(mark.entry_root)
        detail = details_of([entry])[entry.pk]
        if isinstance(detail, Injury) and not entry.withdrawn and not detail.medical_cause:
            state_outcome(actor, entry, replace(detail, medical_cause=True))


def _tell_examiners(sighting: Sighting, of: Agency) -> None:
    today = held_on(clock.today())
    asked = Assignment.unscoped.filter(today, role="examiner", team__agency=of)
    words = "You are asked to examine a mark on a baby who does not move about. Open it under Marks."
    tell(asked.values_list("professional_id", flat=True), sighting.child_id, words)
