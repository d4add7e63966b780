"""What the walk of the addresses needs of the room `medicals`: one that waits, and one sampled last month."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from dateutil.relativedelta import relativedelta

from factories import a_baby, an_actor, an_agency, open_to
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.medicals.accepting import accept_medical, record_consent
from sightline.medicals.asking import request_medical
from sightline.medicals.codes import QUESTIONS
from sightline.medicals.examining import finish_medical, give_opinion, record_examination
from sightline.medicals.models import Medical, Sampled
from sightline.medicals.sampling import draw_sample
from sightline.medicals.written import Accepting, Asking, Consenting, Examined, Opined
from sightline.people.models import Baby

REQUEST: Final = {
    "why": "A bruise.",
    "questions": "Does the explanation fit?",
    "urgency": "day",
    "where_now": "At home",
    "who_may_consent": "Her mother",
    "call_back": "01632 960 200",
}
POSTED: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "medical_act": (
        {"place": "The ward", "on-day": "1", "on-month": "12", "on-year": "2099", "at": "14:30"}
        | {"police": "asked"},
        "medical.accepted",
    ),
    "medical_ask": (REQUEST | {"to_agency": "hospital"}, "medical.requested"),
    "medical_quality": (
        {"month": (clock.today().replace(day=1) - relativedelta(months=1)).isoformat()},
        "medical_sample.drawn",
    ),
    "medical_review": (
        dict.fromkeys(QUESTIONS, "yes") | {"line": "Clear."},
        "medical_sample.reviewed",
    ),
}
"""A form that each changing address takes, and the event that it leaves."""


def medicals_held(baby: Baby) -> tuple[dict[str, Actor], dict[str, object]]:
    """Who opens these addresses, and what stands in them."""
    worker = an_actor("social_care", "practitioner")
    examiner, second = an_actor("hospital", "examiner"), an_actor("hospital", "examiner")
    open_to(worker, baby)
    waits = _asked(worker, _another(worker))
    sampled = _sampled(worker, examiner)
    leads = dict.fromkeys(("medicals", "medical", "medical_act", "medical_quality", "medical_review"), second)
    counts = an_actor("social_care", "partnership_officer")
    return leads | {"medical_ask": worker, "medical_counts": counts}, {
        "medical_id": waits.pk,
        "act_name": "accept",
        "sampled_id": sampled.pk,
    }


def _asked(worker: Actor, baby: Baby) -> Medical:
    return request_medical(worker, Asking(baby.person, an_agency("hospital"), **REQUEST))


def _another(worker: Actor) -> Baby:
    other = a_baby("Noor", "Hale")
    open_to(worker, other)
    return other


def _sampled(worker: Actor, examiner: Actor) -> Sampled:
    other = _another(worker)
    medical = accept_medical(
        examiner, _asked(worker, other), Accepting("The ward", clock.now() + dt.timedelta(hours=1), "asked")
    )
    record_consent(examiner, medical, Consenting("given", "Her mother", "On the birth record"))
    record_examination(
        examiner, medical, Examined(clock.now(), "The ward", "Consultant", "all", "None.", "Weighed.", "came")
    )
    give_opinion(examiner, medical, Opined("accidental", "A fall."))
    finish_medical(examiner, medical, Opined("accidental", "A fall."))
    month = clock.today().replace(day=1) - relativedelta(months=1)
    Medical.unscoped.filter(pk=medical.pk).update(finished_at=clock.start_of(month))
    return draw_sample(examiner, an_agency("hospital"), month).sampled.get()
