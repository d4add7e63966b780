"""Weight has slowed while something else was hard."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_answers, blocks_visits, blocks_weight
from sightline.signals import blocks_records as records
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

MISSED = ("not_brought", "no_access", "cancelled_by_family")
OF_BABY = ("poor_presentation", "excessive_crying", "unsettled")
SIGNS = (
    "rough_handling", "harsh_comment", "poor_home_conditions", "unsafe_sleep", "favours_a_child",
    "reluctant_to_engage",
)  # fmt: skip
CARRIED = (*records.HEALTH, *records.SUBSTANCE, "domestic_abuse_victim", "domestic_abuse_perpetrator")
HELPERS = ("hospital", "gp")
NG75 = Source(
    "NICE NG75: Faltering growth", 2017, "1.2; practice notes 4.1", "https://www.nice.org.uk/guidance/ng75"
)
QUESTIONS = Source("Sightline questions: when each question is fair", 2026, "section 2")


def signal(t: Tables, p: Parameters) -> Table:
    """A fall in weight, one other concern within eight weeks, and no cause or plan for feeding known."""
    weighed = t.step("weighed", blocks_weight.weighings(t))
    birth = t.step("birth", blocks_weight.at_birth(weighed, p))
    settled = t.step("settled", blocks_weight.settled(weighed, p))
    newest = t.step("newest", blocks_weight.newest(settled))
    fallen = t.step("fallen", without_cause(t, p, blocks_weight.fallen(t, p, birth, settled, newest)))
    concerns = t.step("concerns", dated(concerns_of(t, p)))
    near = blocks.having(
        concerns,
        fallen,
        concerns.child_id == fallen.child_id,
        concerns.happened_from >= fallen.weighed_day - p.near,
        concerns.happened_to <= fallen.weighed_day + p.near,
    )
    near = t.step("near", near)
    seen = blocks.having(fallen, near, "child_id")
    before = seen.select("child_id", entry_id=seen.from_entry_id)
    return both(rows(seen, "weight_now"), rows(before, "weight_before"), rows(near, "concern"))


def without_cause(t: Tables, p: Parameters, fallen: Table) -> Table:
    """Those of `fallen` for which no illness is known, and no help with feeding under way."""
    ill = t.observation
    ill = ill.filter(ill.code.isin(records.ILLNESS), ~records.is_past(ill))
    well = blocks.without(fallen, ill, "child_id")
    fed, sent, offered = t.observation, t.referral, t.offer
    fed = fed.filter(fed.code == "feeding_difficulty", fed.explored)
    sent = sent.filter(sent.to_sector.isin(HELPERS), sent.outcome.isin(("open", "accepted")))
    offered = offered.filter(offered.offer == "other", offered.outcome.isin(("accepted", "waiting")))
    helped = both(*(one.select("child_id", helped_day=blocks.latest(one)) for one in (fed, sent, offered)))
    helped_since = helped.helped_day >= well.weighed_day - p.near
    return blocks.without(well, helped, well.child_id == helped.child_id, helped_since)


def concerns_of(t: Tables, p: Parameters) -> tuple[Table, ...]:
    """What else was hard; how the baby is fed is never one of them, nor is money."""
    missed = t.appointment.filter(t.appointment.outcome.isin(MISSED))
    cancelled = missed.outcome == "cancelled_by_family"
    missed = missed.filter(~(cancelled & (missed.happened_to + p.made_up_within >= p.today)))
    missed = blocks_visits.not_made_up(t, missed, p.made_up_within)
    baby, signs, carried = t.observation, records.about_adults(t, *SIGNS), records.of_parents(t, *CARRIED)
    baby = baby.filter(baby.code.isin(OF_BABY), ~records.is_past(baby))
    signs = signs.filter(~records.is_past(signs))
    carried = records.still_so(t, "carried", carried)
    carried = carried.filter(records.stated(carried, "moderate", "high", "unstated"))
    marks, sent = t.injury, t.referral
    marks = marks.filter(~marks.medical_cause.fill_null(False), marks.explanation_fits.fill_null("") != "yes")
    sent = sent.filter(sent.to_sector == "social_care")
    return missed, baby, signs, carried, blocks_answers.said_by_family(t), marks, sent


def dated(concerns: tuple[Table, ...]) -> Table:
    """The concerns together, with the days that bound each."""
    return both(*(one.select("child_id", "entry_id", "happened_from", "happened_to") for one in concerns))


def _weight(day: int, kg: float, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "health_visiting", "kind": "measurement", "weight_kg": kg, **more}


def _centile(day: int, centile: float) -> dict[str, object]:
    return {"day": day, "agency": "health_visiting", "kind": "measurement", "weight_centile": centile}


def _noted(day: int, code: str, about: str = "mother", **more: object) -> dict[str, object]:
    return {"day": day, "agency": "gp", "kind": "observation", "about": about, "code": code, **more}


_GIRL = {"sex": "female", "gestation_weeks": 40}
_FALL = (_weight(0, 3.41), _weight(45, 4.49), _weight(140, 5.66))
_MISSED = {"day": 118, "agency": "gp", "kind": "appointment", "service": "gp", "outcome": "not_brought"}
_KEPT = {**_MISSED, "day": 125, "outcome": "attended"}
_SAID = {"day": 140, "agency": "health_visiting", "kind": "statement", "by": "mother", "code": "struggling"}
_REFERRED = {"day": 130, "agency": "gp", "kind": "referral", "to": "hospital", "outcome": "accepted"}
_FED = {"day": 130, "agency": "health_visiting", "kind": "offer", "offer": "other", "to": "mother"}
_MARK = {"day": 130, "agency": "gp", "kind": "injury", "injury": "mark", "site": "arm"}

POINT = LearningPoint(
    id="weight-faltering-with-concern",
    theme="struggling",
    title="Weight has slowed while something else was hard",
    finding="Poor weight gain was one of the signs that a parent could be struggling, but only beside "
    "others. The weights were on one chart and the other signs in other records.",
    sources=(briefing("Key learning 3: poor weight gain, alongside other concerns"), NG75),
    question="{baby}'s weight has slowed while other things were hard: has someone watched a feed, looked "
    "for illness, and asked if there is enough of everything?",
    short_question="Weight has slowed: who watched a feed and looked for illness?",
    tempo=Tempo.WEEK,
    owner=Owner("health_visitor"),
    asked_when="Since birth, or between weighings after the first fortnight, weight fell by two centile "
    "spaces (one when born below the 9th centile, three above the 91st), or is below the 2nd, and within "
    "eight weeks of that weighing something else was hard: an appointment missed, a parent who says so, a "
    "mark, a sign.",
    silent_when="An illness is known; feeding is being helped (looked into, referred, help accepted); two "
    "weighings after the first fortnight are not there; weight is rising again. How the baby is fed, and "
    "money, are never the concern.",
    blind_to="Other scales; a feeding plan that was not written; weights without a day.",
    because={
        "weight_now": "The newest weight, corrected for an early birth.",
        "weight_before": "The weight from which it fell.",
        "concern": "Also hard in these weeks.",
    },
    signal=signal,
    needs=("measurement",),
    policy=(
        PolicyValue("two_spaces", 1.33, "fraction", "SDS: two spaces, born on the 9th to 91st", NG75),
        PolicyValue("one_space", 0.67, "fraction", "SDS: one space, born below the 9th centile", NG75),
        PolicyValue("three_spaces", 2.0, "fraction", "SDS: three spaces, born above the 91st", NG75),
        PolicyValue("ninth", 1.34, "fraction", "SDS from the middle to the 9th and the 91st", NG75),
        PolicyValue("second", 2.0, "fraction", "SDS from the middle to the 2nd centile", NG75),
        PolicyValue("near", 56, "days", "between the weighing and the other concern", QUESTIONS),
        PolicyValue("first", 14, "days", "at first, in which a weighing does not count", NG75),
        PolicyValue("at_birth", 1, "days", "after the birth, in which a weight is that at birth", NG75),
        PolicyValue("made_up_within", 14, "days", "kept within this, it was not missed", QUESTIONS),
        PolicyValue("early", 37, "weeks", "born before so many weeks is early", NG75),
        PolicyValue("very_early", 32, "weeks", "from so many weeks the birth weight counts", NG75),
    ),
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    differs="NICE counts the fall from birth weight, the shared questions from two weighings after the first "
    "fortnight: the fall is counted from the highest of these, and two such weighings must be there.",
    cases=(
        Case(
            "two spaces and a missed appointment",
            raises_on=140,
            evidence=(0, 2, 3),
            baby=_GIRL,
            facts=(*_FALL, _MISSED),
        ),
        Case(
            "two spaces between weighings, no weight at birth",
            raises_on=140,
            baby=_GIRL,
            facts=(_weight(45, 4.9), _weight(140, 5.66), _MISSED),
        ),
        Case(
            "a little less than two spaces",
            silent_until=160,
            baby=_GIRL,
            facts=(_weight(0, 3.41), _weight(45, 4.49), _weight(140, 5.71), _MISSED),
        ),
        Case("weight alone", silent_until=160, baby=_GIRL, facts=_FALL),
        Case(
            "only one weighing after the fortnight",
            silent_until=160,
            baby=_GIRL,
            facts=(_weight(0, 3.41), _weight(10, 3.3), _weight(140, 5.66), _MISSED),
        ),
        Case(
            "born small: one space is enough",
            raises_on=140,
            baby=_GIRL,
            facts=(_weight(0, 2.79), _weight(45, 3.95), _weight(140, 5.1), _MISSED),
        ),
        Case(
            "born large: two spaces are not",
            silent_until=160,
            baby=_GIRL,
            facts=(_weight(0, 4.08), _weight(45, 4.9), _weight(140, 6.65), _MISSED),
        ),
        Case(
            "below the 2nd centile, whatever the birth weight",
            raises_on=140,
            baby=_GIRL,
            facts=(_weight(0, 2.7), _weight(45, 3.62), _weight(140, 5.13), _MISSED),
        ),
        Case(
            "small and rising",
            silent_until=160,
            baby=_GIRL,
            facts=(_weight(0, 2.4), _weight(45, 3.3), _weight(140, 5.13), _MISSED),
        ),
        Case(
            "rising again",
            silent_until=160,
            baby=_GIRL,
            facts=(_weight(0, 3.41), _weight(45, 3.6), _weight(140, 5.66), {**_MISSED, "day": 125}),
        ),
        Case(
            "the missed appointment was made up", silent_until=160, baby=_GIRL, facts=(*_FALL, _MISSED, _KEPT)
        ),
        Case(
            "cancelled by the family and not made up",
            raises_on=147,
            baby=_GIRL,
            facts=(*_FALL, {**_MISSED, "day": 132, "outcome": "cancelled_by_family"}),
        ),
        Case(
            "cancelled by the family, and the baby seen since",
            silent_until=160,
            baby=_GIRL,
            facts=(
                *_FALL,
                {**_MISSED, "day": 132, "outcome": "cancelled_by_family"},
                {"day": 139, "agency": "gp", "kind": "contact", "child_seen": True},
            ),
        ),
        Case(
            "cancelled by the service",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, {**_MISSED, "outcome": "cancelled_by_service"}),
        ),
        Case(
            "a baby who cries a great deal",
            raises_on=140,
            baby=_GIRL,
            facts=(*_FALL, _noted(120, "excessive_crying", "baby")),
        ),
        Case(
            "missed more than eight weeks before",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, {**_MISSED, "day": 83}),
        ),
        Case("missed eight weeks before", raises_on=140, baby=_GIRL, facts=(*_FALL, {**_MISSED, "day": 84})),
        Case("the concern came after", raises_on=170, baby=_GIRL, facts=(*_FALL, {**_MISSED, "day": 170})),
        Case(
            "a concern of which only the order is known",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, {**_MISSED, "precision": "order_only"}),
        ),
        Case("a parent says so", raises_on=140, baby=_GIRL, facts=(*_FALL, _SAID)),
        Case(
            "a low mood",
            raises_on=140,
            baby=_GIRL,
            facts=(*_FALL, _noted(100, "perinatal_low_mood", level="moderate")),
        ),
        Case(
            "an illness of the parent that is past",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, _noted(100, "mental_ill_health", past=True)),
        ),
        Case(
            "how the baby is fed is no concern",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, _noted(120, "feeding_difficulty", "baby")),
        ),
        Case(
            "money is no concern",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, _noted(120, "debt_or_housing")),
        ),
        Case("a mark", raises_on=140, baby=_GIRL, facts=(*_FALL, _MARK)),
        Case(
            "a mark with a medical cause",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, {**_MARK, "medical_cause": True}),
        ),
        Case(
            "a long illness is known",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, _MISSED, _noted(60, "chronic_condition", "baby")),
        ),
        Case(
            "feeding was looked into",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, _MISSED, _noted(120, "feeding_difficulty", "baby", explored=True)),
        ),
        Case("referred to the hospital", silent_until=160, baby=_GIRL, facts=(*_FALL, _MISSED, _REFERRED)),
        Case(
            "help with feeding accepted",
            silent_until=160,
            baby=_GIRL,
            facts=(*_FALL, _MISSED, {**_FED, "outcome": "accepted"}),
        ),
        Case(
            "help with feeding declined",
            raises_on=140,
            baby=_GIRL,
            facts=(*_FALL, _MISSED, {**_FED, "outcome": "declined"}),
        ),
        Case(
            "centiles only",
            raises_on=140,
            baby=_GIRL,
            evidence=(0, 2, 3),
            facts=(_centile(0, 50), _centile(45, 38), _centile(140, 8), _MISSED),
        ),
        Case(
            "a day that is not known",
            silent_until=160,
            baby=_GIRL,
            facts=(_weight(0, 3.41), _weight(45, 4.49, precision="month"), _weight(140, 5.66), _MISSED),
        ),
        Case(
            "born very early, slow at first",
            silent_until=160,
            facts=(
                _weight(0, 1.15),
                _weight(90, 2.9),
                _weight(110, 3.4),
                _weight(140, 4.1),
                {**_MISSED, "day": 130},
            ),
            baby={"sex": "female", "gestation_weeks": 28},
        ),
    ),
)
