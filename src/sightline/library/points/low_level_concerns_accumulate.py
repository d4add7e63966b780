"""Small concerns, each noted by another, read together."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_span
from sightline.signals import blocks_records as records
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

SETTLING = ("excessive_crying", "unsettled", "feeding_difficulty")
OF_BABY = (*SETTLING, "poor_presentation")
DRUGS = ("cannabis", "substance_misuse")
OF_ADULTS = (
    *DRUGS, "alcohol", "rough_handling", "harsh_comment", "poor_home_conditions", "unsafe_sleep",
    "favours_a_child", "reluctant_to_engage",
)  # fmt: skip
QUESTIONS = Source("Sightline questions: when each question is fair", 2026, "section 2")


def signal(t: Tables, p: Parameters) -> Table:
    """Three low concerns of two kinds from two agencies in twelve weeks, none of them explored."""
    low = records.unweighed(t, "noted", p, both(*(_alike(one) for one in of_baby_and_adults(t))))
    low = low.filter(~records.is_past(low), records.stated(low, "low", "unstated"))
    done = records.finished(t, p)
    low = blocks.without(low, done, low.child_id == done.child_id, done.finished_day >= low.recorded_day)
    kind = low.code.isin(SETTLING).ifelse("settling", low.code.isin(DRUGS).ifelse("drugs", low.code))
    events = blocks.once(t, "event", blocks_span.event(low, low.agency, kind), "kind")
    near = blocks_span.close_together(t, p, events, p.span)
    count = blocks_span.enough(p, near, p.span)
    found = count.filter(count.n >= p.concerns, count.kinds >= p.kinds, count.services >= p.agencies)
    return rows(blocks_span.those_of(near, found), "small")


def of_baby_and_adults(t: Tables) -> tuple[Table, Table]:
    """What was noted of the baby, and of the adults around it; money and housing are never counted."""
    own = t.observation
    return own.filter(own.code.isin(OF_BABY)), records.about_adults(t, *OF_ADULTS)


def _alike(noted: Table) -> Table:
    shared = (
        "child_id", "entry_id", "about_id", "agency", "happened_from", "happened_to", "recorded_day",
        "known_from", "code", "level", "explored", "past",
    )  # fmt: skip
    return noted.select(*shared)


def _low(day: int, code: str, agency: str, about: str = "mother", **more: object) -> dict[str, object]:
    return {
        "day": day,
        "agency": agency,
        "kind": "observation",
        "about": about,
        "code": code,
        "level": "low",
        **more,
    }


_NAPPY = _low(55, "poor_presentation", "health_visiting", "baby")
_SNAP = _low(72, "harsh_comment", "gp")
_HOME = _low(90, "poor_home_conditions", "nursery")
_ASSESSED = {
    "day": 89,
    "agency": "social_care",
    "kind": "assessment",
    "type": "child_and_family",
    "started_day": 75,
    "completed_day": 89,
}

POINT = LearningPoint(
    id="low-level-concerns-accumulate",
    theme="curiosity",
    title="Small concerns that nobody has read together",
    finding="Concerns that each service saw as low level were not explored. Those who met much need every "
    "day grew used to what would otherwise have worried them, and nobody read the small things together.",
    sources=(briefing("Key learning 4: over-optimism and lack of curiosity"), QUESTIONS),
    question="Each was small: read together, what is a day like for {baby}?",
    short_question="Each was small: read together, what is a day like?",
    tempo=Tempo.WEEK,
    owner=Owner("lead_social_worker"),
    asked_when="Three low concerns (or of no stated level) of two kinds, from two agencies, within twelve "
    "weeks, none of them explored.",
    silent_when="Money and housing are never counted; one event told by several is one; crying, an "
    "unsettled baby and feeding are one kind, so that crying alone asks nothing; explored; an assessment "
    "finished since.",
    blind_to="Concerns that were spoken and not written; whether two records of one day are one event.",
    because={"small": "Small by itself, and not explored."},
    signal=signal,
    needs=("observation",),
    policy=(
        PolicyValue("concerns", 3, "count", "low concerns within the span", QUESTIONS),
        PolicyValue("kinds", 2, "count", "kinds", QUESTIONS),
        PolicyValue("agencies", 2, "count", "agencies", QUESTIONS),
        PolicyValue("span", 84, "days", "in which they lie", QUESTIONS),
    ),
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case("three in three records", raises_on=90, evidence=(0, 1, 2), facts=(_NAPPY, _SNAP, _HOME)),
        Case("two", silent_until=160, facts=(_NAPPY, _SNAP)),
        Case(
            "three of one kind",
            silent_until=160,
            facts=(
                _SNAP,
                {**_SNAP, "day": 80, "agency": "nursery"},
                {**_SNAP, "day": 90},
            ),
        ),
        Case(
            "three from one agency",
            silent_until=160,
            facts=(
                _NAPPY,
                {**_SNAP, "agency": "health_visiting"},
                {**_HOME, "agency": "health_visiting"},
            ),
        ),
        Case(
            "two of one kind and one of another, in two agencies",
            raises_on=90,
            facts=(
                _SNAP,
                {**_SNAP, "day": 80},
                _HOME,
            ),
        ),
        Case("on the last day of twelve weeks", raises_on=139, facts=(_NAPPY, _SNAP, {**_HOME, "day": 139})),
        Case("a day more", silent_until=200, facts=(_NAPPY, _SNAP, {**_HOME, "day": 140})),
        Case("known late", raises_on=150, facts=(_NAPPY, {**_SNAP, "known_day": 150}, _HOME)),
        Case(
            "crying, unsettled and feeding are one",
            silent_until=160,
            facts=(
                _low(30, "excessive_crying", "gp", "baby"),
                _low(40, "unsettled", "nursery", "baby"),
                _low(50, "feeding_difficulty", "health_visiting", "baby"),
            ),
        ),
        Case(
            "money and housing",
            silent_until=160,
            facts=(
                _NAPPY,
                _SNAP,
                {**_HOME, "code": "debt_or_housing"},
            ),
        ),
        Case(
            "one event told by two agencies",
            silent_until=160,
            facts=(
                _NAPPY,
                _SNAP,
                {**_SNAP, "agency": "nursery", "known_day": 75},
            ),
        ),
        Case("one explored", silent_until=160, facts=(_NAPPY, _SNAP, {**_HOME, "explored": True})),
        Case(
            "one explored later, in another record",
            raises_on=90,
            evidence=(0, 1, 2),
            facts=(
                _NAPPY,
                _SNAP,
                _HOME,
                {**_SNAP, "day": 100, "agency": "health_visiting", "explored": True},
            ),
        ),
        Case(
            "one explored in time, in another record",
            silent_until=160,
            facts=(
                _NAPPY,
                _SNAP,
                {**_SNAP, "day": 80, "agency": "health_visiting", "explored": True},
                _HOME,
            ),
        ),
        Case(
            "an assessment finished after two of them",
            silent_until=160,
            facts=(
                _NAPPY,
                _SNAP,
                _ASSESSED,
                _HOME,
            ),
        ),
        Case(
            "a moderate one is not small",
            silent_until=160,
            facts=(
                _NAPPY,
                _SNAP,
                {**_HOME, "level": "moderate"},
            ),
        ),
        Case("level not stated", raises_on=90, facts=(_NAPPY, _SNAP, {**_HOME, "level": None})),
        Case("long past", silent_until=160, facts=(_NAPPY, _SNAP, {**_HOME, "past": True})),
        Case(
            "what a parent lived through is no concern",
            silent_until=160,
            facts=(
                _NAPPY,
                _SNAP,
                _low(80, "care_leaver", "social_care"),
                _low(85, "perinatal_low_mood", "gp"),
            ),
        ),
        Case(
            "which day is not known, only the order",
            silent_until=160,
            facts=(
                _NAPPY,
                _SNAP,
                {**_HOME, "precision": "order_only"},
            ),
        ),
        Case(
            "known to nobody in services",
            silent_until=160,
            facts=(
                _NAPPY,
                _SNAP,
                {**_HOME, "agency": "none"},
            ),
        ),
    ),
)
