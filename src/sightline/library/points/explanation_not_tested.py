"""An account of an injury that nobody trained to judge it has tested."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_injury
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

UNSURE = ("no", "unclear", "changed", "none_given")
TUMBLES = ("bruise", "mark", "head", "bleeding", "other")
SITES = ("shins", "shin", "knees", "knee", "forehead")
PROCEDURE = Source("Pan-Sussex procedures: unexplained injuries", 2022, "8.1; practice notes 2.6")


def signal(t: Tables, p: Parameters) -> Table:
    """An account that does not settle it, and no examiner's opinion in the time for one."""
    told = t.injury.filter(t.injury.explanation_fits.isin(UNSURE))
    told = told.filter((told.recorded_day <= p.opinion_within) | (told.recorded_day + p.at_most <= p.today))
    told = blocks.once(t, "told", told, "injury", "site")
    untested = blocks_injury.unjudged(t, told, *blocks_injury.OPINIONS)
    untested = t.step("untested", without_tumbles(t, untested))
    still = t.step("still", blocks_injury.not_moving(t, untested))
    moving = blocks.without(untested, still, "entry_id", "child_id")
    return both(rows(still, "not_moving"), rows(moving, "moving"))


def without_tumbles(t: Tables, marks: Table) -> Table:
    """Leave out what every walking child has: shins, knees and forehead, with no pattern."""
    walks = blocks_injury.able(t, "walks")
    ordinary = marks.injury.isin(TUMBLES) & ~marks.patterned.fill_null(False)
    return blocks.without(
        marks,
        walks,
        marks.child_id == walks.child_id,
        ordinary & blocks_injury.only_at(marks, SITES),
        walks.from_day <= blocks.latest(marks),
        walks.until_day.isnull() | (walks.until_day > blocks.latest(marks)),
    )


def _injury(day: int, fits: str | None, injury: str = "bruise", **more: object) -> dict[str, object]:
    own = {"day": day, "agency": "gp", "kind": "injury", "injury": injury, **more}
    return own | ({"explanation_fits": fits} if fits else {})


def _moves(day: int, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "health_visiting", "kind": "mobility", **more}


def _medical(day: int, outcome: str, outcome_day: int) -> dict[str, object]:
    return {
        "day": day, "agency": "hospital", "kind": "medical", "outcome": outcome, "outcome_day": outcome_day,
    }  # fmt: skip


POINT = LearningPoint(
    id="explanation-not-tested",
    theme="curiosity",
    title="An account that nobody has tested",
    finding="Accounts of injuries were written down and accepted, though they were missing, had changed or "
    "did "
    "not fit what the baby could do. Nobody trained to judge them was asked.",
    sources=(briefing("Key learning 4: over-optimism and lack of professional curiosity"), PROCEDURE),
    question="Does what was described fit what {baby} can do, and who that is trained to judge has looked?",
    short_question="Does the account fit, and who has looked?",
    tempo=Tempo.WEEK,
    owner=Owner("who_saw"),
    asked_when="The account of a mark or injury is absent, has changed, is unclear or does not fit, and no "
    "examiner has given an opinion by the end of the next working day. The same day when the baby is not "
    "shown "
    "to move about.",
    silent_when="A medical cause is recorded; an examiner has given an opinion, also an inconclusive one; "
    "the "
    "shins, knees or forehead of a child who walks, without a pattern.",
    blind_to="Accounts that were given and not judged: nothing said of whether it fits is not read as "
    "unclear. "
    "Accounts told to other families, friends or in other areas.",
    because={
        "not_moving": "The account does not settle it, no examiner has given an opinion, and the baby was "
        "not "
        "shown to move about.",
        "moving": "The account does not settle it, and no examiner has given an opinion.",
    },
    signal=signal,
    needs=("injury",),
    policy=(
        PolicyValue("opinion_within", 1, "working_days", "an opinion is due after it was written", PROCEDURE),
        PolicyValue("at_most", 7, "days", "however many working days are allowed", PROCEDURE),
    ),
    tempo_by={"not_moving": Tempo.NOW},
    procedure="unexplained-injury",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    cases=(
        # Day 0 is Monday 1 September 2025, so day 84 is Monday 24 November, day 81 Friday.
        Case(
            "unclear, and the next working day has passed",
            raises_on=86,
            evidence=(0,),
            facts=(_injury(84, "unclear"),),
        ),
        Case("over a weekend the next working day is Monday", raises_on=85, facts=(_injury(81, "changed"),)),
        Case("none given", raises_on=86, facts=(_injury(84, "none_given", "burn"),)),
        Case(
            "does not fit, and told late: counted from the writing",
            raises_on=86,
            facts=(_injury(60, "no", known_day=84),),
        ),
        Case(
            "more working days allowed: seven days at most",
            raises_on=91,
            policy={"opinion_within": 20},
            facts=(_injury(84, "no"),),
        ),
        Case("fits", silent_until=120, facts=(_injury(84, "yes"),)),
        Case(
            "nothing recorded of whether it fits",
            silent_until=120,
            facts=(_injury(84, None, explanation="fell"),),
        ),
        Case(
            "an opinion the next working day",
            silent_until=120,
            facts=(
                _injury(84, "unclear"),
                _medical(84, "accidental", 85),
            ),
        ),
        Case(
            "an inconclusive opinion is one",
            silent_until=120,
            facts=(
                _injury(84, "unclear"),
                _medical(85, "inconclusive", 85),
            ),
        ),
        Case(
            "examined, and no opinion recorded",
            raises_on=86,
            facts=(
                _injury(84, "unclear"),
                {"day": 84, "agency": "hospital", "kind": "medical", "outcome": "not_recorded"},
            ),
        ),
        Case(
            "an opinion that comes on the third day: asked before",
            raises_on=86,
            facts=(
                _injury(84, "unclear"),
                _medical(84, "accidental", 87),
            ),
        ),
        Case(
            "an opinion on an earlier mark",
            raises_on=86,
            evidence=(1,),
            facts=(
                _medical(40, "accidental", 41),
                _injury(84, "none_given"),
            ),
        ),
        Case("a medical cause", silent_until=120, facts=(_injury(84, "none_given", medical_cause=True),)),
        Case(
            "a walking child's shins and knee, nobody saw the fall",
            silent_until=420,
            facts=(
                _moves(390, walks=True),
                _injury(400, "none_given", site="both shins and left knee"),
            ),
        ),
        Case(
            "a walking child's forehead",
            silent_until=420,
            facts=(
                _moves(390, walks=True),
                _injury(400, "unclear", "head", site="Forehead"),
            ),
        ),
        Case(
            "a walking child's shin and ear",
            raises_on=402,
            facts=(
                _moves(390, walks=True),
                _injury(400, "unclear", site="shin and ear"),
            ),
        ),
        Case(
            "a walking child's shin, with a pattern",
            raises_on=402,
            facts=(
                _moves(390, walks=True),
                _injury(400, "unclear", site="shin", patterned=True),
            ),
        ),
        Case(
            "a walking child's burnt shin",
            raises_on=402,
            facts=(
                _moves(390, walks=True),
                _injury(400, "unclear", "burn", site="shin"),
            ),
        ),
        Case(
            "the shin of a child who crawls",
            raises_on=402,
            facts=(
                _moves(390, crawls=True, walks=False),
                _injury(400, "unclear", site="shin"),
            ),
        ),
        Case(
            "the site is not recorded",
            raises_on=402,
            facts=(
                _moves(390, walks=True),
                _injury(400, "unclear"),
            ),
        ),
        Case(
            "two agencies tell of one bruise: one event",
            raises_on=86,
            evidence=(0,),
            facts=(
                _injury(84, "unclear", site="cheek"),
                {**_injury(84, "none_given", site="cheek"), "agency": "nursery", "known_day": 85},
            ),
        ),
        Case(
            "only the order is known: counted from the writing",
            raises_on=86,
            facts=(_injury(70, "unclear", known_day=84, precision="order_only"),),
        ),
        Case(
            "an account of which no service knew",
            silent_until=120,
            facts=(
                {**_injury(84, "none_given"), "agency": "none"},
                _injury(20, "yes"),
            ),
        ),
    ),
)
