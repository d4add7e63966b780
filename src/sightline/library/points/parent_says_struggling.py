"""A parent said that it is hard, and nothing is recorded in answer."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks_answers as answers
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

QUESTIONS = Source("Sightline questions: when each question is fair", 2026, "section 2")
HARM = Source("Pan-Sussex procedures: section 47 enquiries", 2024, "practice notes 1.4, 1.5")


def signal(t: Tables, p: Parameters) -> Table:
    """Harm told at once; fright by the next day; anything else after 14 days without an answer."""
    told = answers.dated(t.statement)
    harm = answers.without_enquiry(t, told.filter(told.code == "harm_disclosed"))
    said = answers.said_by_family(t)
    open_ = answers.unanswered(t, "open", p.same_visit, said.filter(said.code != "harm_disclosed"))
    open_ = t.step("open", open_)
    fright = open_.code == "frightened"
    return both(
        rows(harm, "harm"),
        rows(open_.filter(fright, open_.said_to <= p.frightened), "frightened"),
        rows(open_.filter(~fright, open_.said_to + p.within <= p.today), "unanswered"),
    )


def _said(day: int, code: str = "struggling", by: str | None = "mother", **more: object) -> dict[str, object]:
    speaker = {} if by is None else {"by": by}
    return {"day": day, "agency": "health_visiting", "kind": "statement", "code": code, **speaker, **more}


def _talk(day: int, agency: str = "health_visiting", to: str = "mother") -> dict[str, object]:
    return {"day": day, "agency": agency, "kind": "contact", "spoke_to": [to]}


def _did(day: int, kind: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "social_care", "kind": kind, **more}


_OFFER = {"day": 20, "agency": "gp", "kind": "offer", "offer": "talking_therapy", "to": "mother"}

POINT = LearningPoint(
    id="parent-says-struggling",
    theme="struggling",
    title="A parent said that it is hard, and nothing is recorded in answer",
    finding="Parents had said that it was hard, that they felt no bond, that they were afraid, even that "
    "they had hurt the baby. It was written down, and the record shows nobody who went back to them.",
    sources=(briefing("Key learning 3: when parents may be struggling"), QUESTIONS, HARM),
    question="A parent told us it was hard: who went back to them, and what is different since for {baby}?",
    short_question="A parent told us it was hard: who went back?",
    tempo=Tempo.WEEK,
    tempo_by={"harm": Tempo.NOW, "frightened": Tempo.NOW},
    owner=Owner("who_heard"),
    asked_when="Harm disclosed: the same day. Frightened: the day after, when nothing is recorded in answer. "
    "Struggling, no bond, low, afraid of blame, asking for help: after 14 days without an answer.",
    silent_when="Any service went back to the parent on a later day, offered something, referred, assessed, "
    "or wrote what it means for the baby. After harm: a strategy discussion, enquiry or medical.",
    blind_to="An answer that was given and not written. A visit that does not say to whom it spoke. The day "
    "after, a visit by the service that heard it is taken for the same visit.",
    because={
        "harm": "Told us that the baby was hurt. It took courage to tell.",
        "frightened": "Told us of being frightened; nothing is recorded in answer.",
        "unanswered": "Told us; nothing is recorded in answer.",
    },
    signal=signal,
    needs=("statement",),
    policy=(
        PolicyValue("within", 14, "days", "for an answer by any service", QUESTIONS),
        PolicyValue("frightened", 0, "working_days", "that may pass after the day it was said", QUESTIONS),
        PolicyValue("same_visit", 1, "days", "in which a contact is still the visit itself", QUESTIONS),
    ),
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    differs="A reply by any service ends the question, but for harm disclosed a talk or a referral is no "
    "reply: the procedures ask for an enquiry. A contact the day after, by the service that heard it, is no "
    "reply.",
    cases=(
        Case("not answered in a fortnight", raises_on=36, evidence=(0,), facts=(_said(22),)),
        Case(
            "the visit itself, written a day later, is no answer",
            raises_on=36,
            facts=(
                _said(22),
                _talk(22),
                _talk(23),
            ),
        ),
        Case("the service went back two days later", silent_until=60, facts=(_said(22), _talk(24))),
        Case("another service went back the day after", silent_until=60, facts=(_said(22), _talk(23, "gp"))),
        Case("went back to the other parent", raises_on=36, facts=(_said(22), _talk(30, to="father"))),
        Case("went back on the last day", silent_until=60, facts=(_said(22), _talk(36))),
        Case(
            "went back later: the question ends, and is raised before",
            raises_on=36,
            facts=(
                _said(22),
                _talk(37),
            ),
        ),
        Case("spoken to before", raises_on=36, facts=(_talk(20), _said(22))),
        Case("help offered in the same visit", silent_until=60, facts=(_said(20), _OFFER)),
        Case(
            "help written as not offered",
            raises_on=34,
            facts=(
                _said(20),
                {**_OFFER, "outcome": "not_offered"},
            ),
        ),
        Case(
            "help offered and declined is an answer",
            silent_until=60,
            facts=(
                _said(20),
                {**_OFFER, "outcome": "declined"},
            ),
        ),
        Case("referred", silent_until=60, facts=(_said(20), _did(21, "referral", to="early_help"))),
        Case(
            "what it means for the baby was written",
            silent_until=60,
            facts=(
                _said(20, "feeling_low"),
                _did(25, "observation", about="mother", code="perinatal_low_mood", explored=True),
            ),
        ),
        Case(
            "only a review that was due anyway",
            raises_on=36,
            facts=(
                _said(22),
                {
                    "day": 30,
                    "agency": "health_visiting",
                    "kind": "appointment",
                    "routine": "six_week",
                    "service": "health_visiting",
                    "outcome": "attended",
                    "with": ["mother"],
                },
            ),
        ),
        Case(
            "an appointment made for it",
            silent_until=60,
            facts=(
                _said(22),
                {
                    "day": 30,
                    "agency": "gp",
                    "kind": "appointment",
                    "service": "gp",
                    "outcome": "attended",
                    "with": ["mother"],
                },
            ),
        ),
        Case(
            "a talk on crying to everyone",
            raises_on=36,
            facts=(
                _said(22),
                {
                    "day": 25,
                    "agency": "health_visiting",
                    "kind": "touchpoint",
                    "programme": "icon",
                    "number": 4,
                    "received_by": ["mother"],
                },
            ),
        ),
        Case(
            "said twice, answered once",
            raises_on=64,
            evidence=(2,),
            facts=(
                _said(22),
                _talk(30),
                _said(50, "asks_for_help"),
            ),
        ),
        Case(
            "which day is not known, only the order",
            raises_on=29,
            facts=(_said(15, "bonding_difficulty", precision="order_only"),),
        ),
        Case(
            "known late: the answer came before",
            silent_until=80,
            facts=(
                _said(22, known_day=60),
                _talk(30),
            ),
        ),
        Case("nobody wrote who said it", raises_on=36, facts=(_said(22, by=None),)),
        Case("said in pregnancy", raises_on=-46, facts=(_said(-60, "feeling_low"),)),
        Case(
            "said by a neighbour",
            silent_until=60,
            facts=(_said(22, by="next_door"),),
            people=({"id": "next_door", "role": "neighbour"},),
        ),
        Case(
            "said by a grandmother who cares for the baby",
            raises_on=36,
            facts=(
                _said(22, by="gran"),
                {
                    "day": 10,
                    "agency": "gp",
                    "kind": "household",
                    "about": "gran",
                    "change": "takes_on_care",
                    "reason_known": True,
                },
            ),
            people=({"id": "gran", "role": "grandmother"},),
        ),
        Case("frightened: by the day after", raises_on=85, evidence=(0,), facts=(_said(84, "frightened"),)),
        Case(
            "frightened, and referred the same day",
            silent_until=99,
            facts=(
                _said(84, "frightened"),
                _did(84, "referral", to="social_care"),
            ),
        ),
        Case(
            "harm told: the same day, whatever else was done",
            raises_on=5,
            evidence=(0,),
            facts=(
                _said(5, "harm_disclosed", "father", precision="week"),
                _did(5, "referral", to="hospital"),
                _talk(5, "midwifery", "father"),
            ),
        ),
        Case(
            "harm told by a neighbour",
            raises_on=22,
            facts=(_said(22, "harm_disclosed", "next_door"),),
            people=({"id": "next_door", "role": "neighbour"},),
        ),
        Case(
            "harm told and discussed the same day",
            silent_until=30,
            facts=(
                _said(5, "harm_disclosed", "father"),
                _did(5, "strategy_discussion", present=["police", "gp"]),
            ),
        ),
        Case(
            "harm told, enquiry begun",
            silent_until=30,
            facts=(
                _said(5, "harm_disclosed"),
                _did(5, "assessment", type="section_47", started_day=5),
            ),
        ),
    ),
)
