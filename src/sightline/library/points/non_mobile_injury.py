"""A mark on a baby who is not known to move about."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_injury
from sightline.signals.grammar import Parameters, Table, Tables, rows

AT_BIRTH = ("hospital", "midwifery", "neonatal_unit", "ambulance")
PROCEDURE = Source("Pan-Sussex procedures: unexplained injuries", 2022, "8.1; practice notes 2.1, 2.6")
PANEL = Source("Practice Review Panel: bruising in non-mobile infants", 2022, "practice notes 2.3")


def signal(t: Tables, p: Parameters) -> Table:
    """Any mark, however explained, on a baby not shown to move about, until an examiner names the cause."""
    told = blocks.once(t, "told", t.injury, "injury", "site")
    marks = not_from_birth(t, p, without_birthmarks(t, p, told))
    marks = blocks_injury.unjudged(t, marks, *blocks_injury.CAUSE_FOUND)
    return rows(blocks_injury.not_moving(t, t.step("marks", without_old_news(t, p, marks))), "mark")


def without_birthmarks(t: Tables, p: Parameters, marks: Table) -> Table:
    """Leave out a mark where one with a cause was on record from the first days: a birthmark."""
    cause = t.injury.join(t.baby.select("child_id", "born_day"), "child_id")
    cause = cause.filter(cause.medical_cause, cause.injury == "mark")
    return blocks.without(
        marks,
        cause,
        marks.child_id == cause.child_id,
        marks.injury == "mark",
        marks.site == cause.site,
        cause.recorded_day <= cause.born_day + p.birthmark_by,
    )


def not_from_birth(t: Tables, p: Parameters, marks: Table) -> Table:
    """Leave out what those at the birth wrote on the day of birth itself."""
    born = t.baby
    return blocks.without(
        marks,
        born,
        marks.child_id == born.child_id,
        marks.sector.isin(AT_BIRTH),
        marks.happened_from == born.born_day,
        marks.recorded_day <= born.born_day + p.birthmark_by,
    )


def without_old_news(t: Tables, p: Parameters, marks: Table) -> Table:
    """Leave out what was written long afterwards, of a child who moves about by now: not a matter for "
    "today."""
    shown = blocks_injury.able(t, *blocks_injury.MOVES)
    return blocks.without(
        marks,
        shown,
        marks.child_id == shown.child_id,
        shown.from_day <= marks.recorded_day,
        shown.until_day.isnull(),
        marks.recorded_day > blocks.latest(marks) + p.new_within,
    )


def _injury(day: int, injury: str = "bruise", **more: object) -> dict[str, object]:
    return {"day": day, "agency": "health_visiting", "kind": "injury", "injury": injury, **more}


def _moves(day: int, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "health_visiting", "kind": "mobility", **more}


def _medical(day: int, outcome: str, outcome_day: int) -> dict[str, object]:
    return {
        "day": day, "agency": "hospital", "kind": "medical", "outcome": outcome, "outcome_day": outcome_day,
    }  # fmt: skip


POINT = LearningPoint(
    id="non-mobile-injury",
    theme="practice",
    title="A mark on a baby who cannot yet move about",
    finding="Babies who were later badly hurt had often had a small mark before. Somebody saw it, an account "
    "was given and believed, and nobody who was trained to judge it was asked.",
    sources=(
        briefing("Evidencing impact: bruising and injuries in children who are not independently mobile"),
        PROCEDURE,
        PANEL,
    ),
    question="{baby} is not known to move about yet, and has a mark: has the front door been rung and a "
    "paediatrician asked today, and have the parents been told why, kindly?",
    short_question="A mark before moving about: front door and paediatrician today?",
    tempo=Tempo.NOW,
    owner=Owner("who_saw"),
    asked_when="Any bruise, mark, bleed, burn, bite, fracture, swelling or mouth injury on a child who is "
    "not "
    "shown to crawl, shuffle, cruise or walk by that day. Not recorded counts as not shown, at any age.",
    silent_when="A medical cause is recorded (a birthmark, birth injury, heel-prick, vaccine or cannula "
    "site); "
    "those at the birth saw it on the day of birth; the examiner has named the cause. Never for a good "
    "explanation. Written more than four weeks afterwards, of a child who by then moves about.",
    blind_to="What is written only in words: a birthmark or heel-prick without its cause marked as "
    "established. "
    "Whether the front door was rung, when the call is not recorded.",
    because={"mark": "A mark on a baby not shown to move about by then; no examiner has named its cause."},
    signal=signal,
    needs=("injury",),
    policy=(
        PolicyValue("birthmark_by", 3, "days", "a birthmark is on record by this age", PROCEDURE),
        PolicyValue(
            "new_within",
            28,
            "days",
            "written later than this, of a child who moves about: old news",
            Source("Sightline's own rule", 2026, "a question for today is about a new mark"),
        ),
    ),
    procedure="unexplained-injury",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    differs="A bruise by itself does not start an enquiry (Panel, 2022): the question asks for an "
    "examination "
    "and a conversation between agencies, and decides nothing. Which babies count as not moving about is the "
    "Panel's definition; some procedures set an age as well.",
    cases=(
        Case(
            "a bruise, and nothing recorded of moving about",
            raises_on=90,
            evidence=(0,),
            facts=(_injury(90, site="cheek"),),
        ),
        Case(
            "a good explanation changes nothing",
            raises_on=120,
            evidence=(1,),
            facts=(
                _moves(110, rolls=True, sits=False, crawls=False),
                {**_injury(120, site="ear", explanation_fits="yes"), "agency": "nursery"},
            ),
        ),
        Case(
            "told late: on the day on which it is known",
            raises_on=131,
            evidence=(0,),
            facts=(_injury(120, "burn", known_day=131),),
        ),
        Case("every kind counts", raises_on=30, facts=(_injury(30, "other", site="mouth"),)),
        Case(
            "referred the same day: still asked",
            raises_on=60,
            evidence=(0,),
            facts=(
                _injury(60),
                {"day": 60, "agency": "gp", "kind": "referral", "to": "social_care", "outcome": "open"},
            ),
        ),
        Case("crawls", silent_until=300, facts=(_moves(250, crawls=True), _injury(250))),
        Case(
            "seen to crawl only the day after",
            raises_on=250,
            facts=(
                _injury(250),
                _moves(251, crawls=True),
            ),
        ),
        Case(
            "walks, and no longer crawls",
            silent_until=420,
            facts=(
                _moves(380, walks=True, crawls=False),
                _injury(400, site="ear"),
            ),
        ),
        Case(
            "crawled, then in plaster",
            raises_on=300,
            evidence=(2,),
            facts=(
                _moves(250, crawls=True),
                _moves(290, crawls=False),
                _injury(300),
            ),
        ),
        Case(
            "sits and rolls only; crawling not recorded",
            raises_on=240,
            facts=(
                _moves(239, rolls=True, sits=True),
                _injury(240),
            ),
        ),
        Case(
            "a disabled child of twenty months who does not move about",
            raises_on=600,
            facts=(
                _moves(590, rolls=True, crawls=False, cruises=False, walks=False),
                _injury(600, "fracture"),
            ),
        ),
        Case(
            "moving about is told by an agency of nobody",
            raises_on=300,
            facts=(
                {**_moves(250, crawls=True), "agency": "none"},
                _injury(300),
            ),
        ),
        Case(
            "a birthmark is on record as such",
            silent_until=60,
            facts=(
                {**_injury(0, "mark", site="lower back", medical_cause=True), "agency": "hospital"},
                _injury(12, "mark", site="lower back"),
            ),
        ),
        Case(
            "a mark where the heel was pricked weeks ago",
            raises_on=60,
            evidence=(1,),
            facts=(
                {**_injury(5, "mark", site="heel", medical_cause=True), "agency": "midwifery"},
                _injury(60, "mark", site="heel"),
            ),
        ),
        Case(
            "another service has found the cause of the same mark",
            silent_until=60,
            facts=(
                _injury(12, site="lower back"),
                {**_injury(12, site="lower back", medical_cause=True), "agency": "hospital"},
            ),
        ),
        Case(
            "a bruise where the birthmark is",
            raises_on=12,
            evidence=(1,),
            facts=(
                {**_injury(0, "mark", site="lower back", medical_cause=True), "agency": "hospital"},
                _injury(12, "bruise", site="lower back"),
            ),
        ),
        Case(
            "forceps marks, written at the birth",
            silent_until=30,
            facts=({**_injury(0, "mark", site="temples", explanation="forceps"), "agency": "midwifery"},),
        ),
        Case(
            "in a week that began before birth, but seen afterwards",
            raises_on=5,
            facts=({**_injury(5, "mark", precision="week"), "agency": "hospital"},),
        ),
        Case(
            "heel-prick site",
            silent_until=30,
            facts=({**_injury(5, "mark", site="heel", medical_cause=True), "agency": "midwifery"},),
        ),
        Case(
            "a medical cause not recorded is none",
            raises_on=40,
            facts=(_injury(40, "bleeding", medical_cause=False),),
        ),
        Case(
            "the examiner found a medical cause the same day",
            silent_until=80,
            facts=(
                _injury(60),
                _medical(60, "medical_cause", 60),
            ),
        ),
        Case(
            "the examiner could not say: never a clearance",
            raises_on=60,
            facts=(
                _injury(60),
                _medical(60, "inconclusive", 60),
            ),
        ),
        Case(
            "an opinion from before this mark",
            raises_on=60,
            facts=(
                _medical(50, "accidental", 52),
                _injury(60),
            ),
        ),
        Case(
            "only the order is known, not moving about when it was written",
            raises_on=100,
            facts=(
                _injury(80, known_day=100, precision="order_only"),
                _moves(95, crawls=False),
            ),
        ),
        Case(
            "only the order is known, and by then the baby crawls",
            silent_until=300,
            facts=(
                _moves(250, crawls=True),
                _injury(240, known_day=260, precision="order_only"),
            ),
        ),
        Case(
            "written months afterwards of a child who walks",
            silent_until=420,
            facts=(
                _moves(380, walks=True),
                _injury(60, known_day=400),
            ),
        ),
        Case(
            "written a fortnight afterwards of a child who by then crawls",
            raises_on=264,
            facts=(
                _moves(255, crawls=True),
                _injury(250, known_day=264),
            ),
        ),
        Case(
            "none of it known to services",
            silent_until=100,
            facts=(
                {**_injury(60), "agency": "none"},
                {"day": 61, "agency": "gp", "kind": "contact", "child_seen": True},
            ),
        ),
    ),
)
