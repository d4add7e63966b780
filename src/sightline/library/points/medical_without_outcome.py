"""A child protection medical whose opinion nobody has."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

PROCEDURE = Source("Pan-Sussex procedures: unexplained injuries", 2022, "8.1; practice notes 2.5, 2.6")


def signal(t: Tables, p: Parameters) -> Table:
    """Examined and no opinion in the term; or asked for and not examined in the term."""
    told = t.step("told", t.medical)
    open_ = told.filter(told.outcome.isnull() | (told.outcome == "not_recorded"))
    given = told.filter(told.outcome.notnull(), told.outcome != "not_recorded")
    given = given.select("child_id", given_day=given.outcome_day.fill_null(blocks.latest(given)))
    waiting = blocks.without(
        open_,
        given,
        open_.child_id == given.child_id,
        given.given_day >= open_.happened_from.fill_null(open_.recorded_day),
    )
    waiting = t.step("waiting", waiting)
    # Asked for on the day of writing, and no day known on which it happened: nobody has examined yet.
    unseen = waiting.happened_from.isnull() & (waiting.requested_day >= waiting.recorded_day).fill_null(False)
    examined = waiting.filter(
        ~unseen & (waiting.requested_day.isnull() | (blocks.latest(waiting) >= waiting.requested_day))
    )
    examined = examined.filter(
        blocks.latest(examined) <= p.opinion_within, blocks.latest(examined) <= p.today
    )
    asked = waiting.filter(
        (waiting.happened_from > p.today) | unseen, waiting.requested_day <= p.examined_within
    )
    return both(rows(examined, "no_opinion"), rows(asked, "not_examined"))


def _medical(day: int, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "hospital", "kind": "medical", "requested_day": day, **more}


POINT = LearningPoint(
    id="medical-without-outcome",
    theme="practice",
    title="A child protection medical without an outcome",
    finding="Reviews found medicals whose opinion was never written where others could read it. The decision "
    "waited for a letter, or was taken without it.",
    sources=(briefing("Evidencing impact: outcome of the child protection medical documented"), PROCEDURE),
    question="Everyone is waiting for the opinion on {baby}: what can be said today, and to whom?",
    short_question="Medical without an opinion: what can be said today?",
    tempo=Tempo.WEEK,
    owner=Owner("examiner"),
    asked_when="Ten working days after the examination no opinion is recorded; or two working days after it "
    "was asked for the baby has not been examined.",
    silent_when="An opinion is recorded. Inconclusive is an opinion, and never a clearance.",
    blind_to="An opinion given by telephone and not recorded. What the opinion means for the baby.",
    because={
        "no_opinion": "Examined; no opinion is recorded.",
        "not_examined": "Asked for; no examination is recorded.",
    },
    signal=signal,
    needs=("medical",),
    policy=(
        PolicyValue(
            "opinion_within", 10, "working_days", "an opinion is due after the examination", PROCEDURE
        ),
        PolicyValue(
            "examined_within", 2, "working_days", "an examination is due after the request", PROCEDURE
        ),
    ),
    procedure="child-protection-medical",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        # Day 0 is Monday 1 September 2025, so day 84 is Monday 24 November.
        Case(
            "examined, ten working days without an opinion",
            raises_on=99,
            evidence=(0,),
            facts=(_medical(84, outcome="not_recorded"),),
        ),
        Case(
            "an opinion on the tenth working day",
            silent_until=120,
            facts=(_medical(84, outcome="accidental", outcome_day=98),),
        ),
        Case(
            "inconclusive is an opinion",
            silent_until=120,
            facts=(_medical(84, outcome="inconclusive", outcome_day=90),),
        ),
        Case(
            "an opinion that comes late: asked until then",
            raises_on=99,
            facts=(_medical(84, outcome="inflicted", outcome_day=110),),
        ),
        Case(
            "given in another entry of the same medical",
            silent_until=120,
            facts=(
                _medical(84, outcome="not_recorded"),
                {
                    "day": 90,
                    "agency": "social_care",
                    "kind": "medical",
                    "requested_day": 84,
                    "outcome": "accidental",
                },
            ),
        ),
        Case(
            "an earlier opinion is of an earlier medical",
            raises_on=99,
            facts=(
                _medical(40, outcome="accidental"),
                _medical(84, outcome="not_recorded"),
            ),
        ),
        Case("nothing said of the outcome", raises_on=99, facts=(_medical(84),)),
        Case(
            "booked for later than two working days after it was asked for",
            raises_on=87,
            facts=({**_medical(95), "known_day": 84, "requested_day": 84},),
        ),
        Case(
            "asked for, and no day of an examination: two working days",
            raises_on=87,
            facts=(_medical(84, precision="order_only"),),
        ),
        Case(
            "only the order known, written down after it was asked for: taken as examined then",
            raises_on=99,
            facts=({**_medical(84, precision="order_only"), "requested_day": 83},),
        ),
        Case("in a week: counted from its last day", raises_on=99, facts=(_medical(84, precision="week"),)),
    ),
)
