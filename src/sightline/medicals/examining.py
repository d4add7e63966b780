"""The examination, the opinions, and any addendum: each written once, and added to."""

from __future__ import annotations

import datetime as dt

from sightline.access.keys import own_id
from sightline.clocks.running import Owner, meet_clock, start_clock
from sightline.core import clock, events
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.medicals.accepting import consent_of
from sightline.medicals.asking import PROCESS
from sightline.medicals.codes import ALLOWS, OUTCOMES, POLICE_CAME, SKIN_SEEN
from sightline.medicals.entry import missing, needs, note, state_examined, state_opinion
from sightline.medicals.events import MedicalMoved
from sightline.medicals.models import Examination, Medical, Opinion
from sightline.medicals.policy import EXAMINER, may_examine, may_opine
from sightline.medicals.steps import MEDICAL, OPINED
from sightline.medicals.telling import tell_askers
from sightline.medicals.written import Examined, Opined

KEPT = (
    "examined_at", "place", "grade", "skin_seen", "findings", "differential", "present",
    "tests_asked", "tests_awaited", "photographs_at",
)  # fmt: skip


@action("medical.examined", may=may_examine)
def record_examination(actor: Actor, medical: Medical, said: Examined) -> Examination:
    """Record the examination. The preliminary opinion is due by the end of its day.

    Raises SightlineError for what is missing, a time that cannot be, or while no consent, court or emergency
    allows it.
    """
    MEDICAL.step(medical.state, "examine")
    _refuse_examined(medical, said)
    advance(
        medical,
        "examine",
        MEDICAL,
        police=said.police,
        police_because="" if said.police == "came" else said.police_because.strip(),
    )
    made = Examination.unscoped.create(
        of=medical, examiner_id=own_id(actor), **{name: _said(said, name) for name in KEPT}
    )
    state_examined(actor, medical, said.examined_at, said.police == "came")
    for rule in ("medical_opinion", "medical_final"):
        _start(medical, rule, said.examined_at)
    events.publish(MedicalMoved(actor, medical.pk, "examined"))
    note(medical)
    return made


@action("medical.opinion_given", may=may_opine)
def give_opinion(actor: Actor, medical: Medical, said: Opined) -> Opinion:
    """Give the preliminary opinion: due on the day of the examination. The asker is told."""
    _refuse_opinion(said)
    advance(medical, "give_opinion", MEDICAL)
    made = _opine(actor, medical, said, "preliminary")
    meet_clock(PROCESS, medical.pk, "medical_opinion")
    tell_askers(medical, f"The medical {medical.reference} has a preliminary opinion. Open it to read it.")
    events.publish(MedicalMoved(actor, medical.pk, "opinion"))
    return made


@action("medical.finished", may=may_opine)
def finish_medical(actor: Actor, medical: Medical, said: Opined) -> Opinion:
    """Give the final opinion, after the preliminary one. The asker is told."""
    _refuse_opinion(said)
    advance(medical, "finish", MEDICAL, finished_at=clock.now())
    made = _opine(actor, medical, said, "final")
    meet_clock(PROCESS, medical.pk, "medical_final")
    tell_askers(medical, f"The medical {medical.reference} has its final opinion. Open it to read it.")
    events.publish(MedicalMoved(actor, medical.pk, "final"))
    return made


@action("medical.addendum_added", may=may_opine)
def add_addendum(actor: Actor, medical: Medical, said: Opined) -> Opinion:
    """Add to an opinion that was given: what stands written stays. Its outcome is the latest from now on.

    The same words pressed twice are added once. Raises SightlineError before there is an opinion.
    """
    _refuse_opinion(said)
    kept = Medical.unscoped.select_for_update().get(pk=medical.pk)
    if kept.state not in OPINED:
        raise SightlineError("There is no opinion to add to.", next_step="Give the preliminary opinion.")
    last = opinion_of(kept)
    if last and (last.kind, last.outcome, last.words) == ("addendum", said.outcome, said.words.strip()):
        note(kept)
        return last
    made = _opine(actor, kept, said, "addendum")
    tell_askers(kept, f"The medical {kept.reference} has an addendum. What was told may have changed.")
    events.publish(MedicalMoved(actor, kept.pk, "addendum"))
    return made


def opinion_of(medical: Medical) -> Opinion | None:
    """What the examiner says now: the latest opinion."""
    return medical.opinions.select_related("by").order_by("-at", "-id").first()


def is_same_day(examination: Examination, opinion: Opinion) -> bool:
    """Whether an opinion was given on the Europe/London day of the examination."""
    return clock.day_of(opinion.at) == clock.day_of(examination.examined_at)


def _opine(actor: Actor, medical: Medical, said: Opined, kind: str) -> Opinion:
    made = Opinion.unscoped.create(
        of=medical,
        kind=kind,
        outcome=said.outcome,
        words=said.words.strip(),
        by_id=own_id(actor),
        at=clock.now(),
    )
    state_opinion(actor, medical, made)
    note(medical)
    return made


def _start(medical: Medical, rule: str, examined_at: dt.datetime) -> None:
    start_clock(
        rule,
        PROCESS,
        medical.pk,
        Owner(medical.to_agency, role=EXAMINER),
        partnership=medical.partnership,
        child=medical.child,
        started=examined_at,
        is_risk=rule == "medical_opinion",
    )


def _said(said: Examined, name: str) -> object:
    value = getattr(said, name)
    return value.strip() if isinstance(value, str) else value


def _refuse_examined(medical: Medical, said: Examined) -> None:
    needs(
        place=missing(said.place, "Say where the baby was examined."),
        grade=missing(said.grade, "Say what the examiner’s grade is."),
        skin="" if said.skin_seen in SKIN_SEEN else "Say how much of the skin was seen.",
        findings=missing(said.findings, "Write the findings."),
        differential=missing(said.differential, "Write which other causes were weighed."),
        police=_police_fault(medical, said),
    )
    _refuse_time(medical, said.examined_at)
    consent = consent_of(medical)
    if consent is None or consent.answer not in ALLOWS:
        raise SightlineError(
            "No consent is recorded, and neither a court nor an emergency that allows the examination.",
            why=f"The latest answer is: {consent.get_answer_display().lower()}." if consent else "",
            next_step="Record what was said first. What you wrote here is still below.",
        )


def _police_fault(medical: Medical, said: Examined) -> str:
    if said.police not in POLICE_CAME:
        return "Say whether the police came."
    if said.police == "not_asked" and medical.police == "asked":
        return "The police were asked when it was accepted: say whether they came."
    if said.police != "came" and not said.police_because.strip():
        return "Say why the police were not there, as far as you know."
    return ""


def _refuse_time(medical: Medical, examined_at: dt.datetime) -> None:
    if examined_at > clock.now():
        raise SightlineError("This time has not come yet.", next_step="Correct the day or the time.")
    if clock.day_of(examined_at) < clock.day_of(medical.asked_at):
        raise SightlineError(
            "This is before the medical was asked for.",
            next_step="Correct the day. If the baby was seen earlier, write that in the findings.",
        )


def _refuse_opinion(said: Opined) -> None:
    needs(
        outcome="" if said.outcome in OUTCOMES else "Choose what the opinion is.",
        words=missing(said.words, "Write the opinion in your own words."),
    )
