"""Offers that have not suited the family, in more than one service or of more than one kind."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_span, blocks_visits
from sightline.signals import blocks_records as records
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

PROCEDURE = Source("Pan-Sussex procedures: children who are not brought", 2022, "5.3; practice notes 5.1")
QUESTIONS = Source("Sightline questions: when each question is fair", 2026, "section 2")


def signal(t: Tables, p: Parameters) -> Table:
    """Three in eight weeks, of two kinds or in two services."""
    told = both(not_suited(t, p), offers_declined(t), cut_short(t, p))
    events = blocks.once(t, "event", told, "service", "kind")
    near = blocks_span.close_together(t, p, events, p.span)
    count = blocks_span.enough(p, near, p.span)
    found = count.filter(count.n >= p.events, (count.kinds >= p.kinds) | (count.services >= p.services))
    shown = blocks_span.those_of(near, found)
    return rows(shown, shown.kind)


def not_suited(t: Tables, p: Parameters) -> Table:
    """Appointments declined, or with no access; not those soon made up, or done by another provider."""
    told = t.appointment.filter(t.appointment.outcome.isin(("declined", "no_access")))
    left = blocks_visits.done_elsewhere(t, blocks_visits.not_made_up(t, told, p.made_up_within))
    return blocks_span.event(left, left.service, left.outcome)


def offers_declined(t: Tables) -> Table:
    """Help declined; not where the same help was taken elsewhere."""
    told, taken = t.offer, t.offer.view()
    told = told.filter(told.outcome == "declined")
    taken = taken.filter(taken.outcome == "accepted")
    left = blocks.without(told, taken, told.child_id == taken.child_id, told.offer == taken.offer)
    return blocks_span.event(left, left.sector, "offer_declined")


def cut_short(t: Tables, p: Parameters) -> Table:
    """Calls cut short and the like, of which nobody has written the reason."""
    told = records.unweighed(t, "cut", p, records.about_adults(t, "reluctant_to_engage"))
    told = told.filter(~records.is_past(told))
    return blocks_span.event(told, told.sector, "cut_short")


def _visit(day: int, outcome: str, service: str = "health_visiting", **more: object) -> dict[str, object]:
    return {
        "day": day,
        "agency": service,
        "kind": "appointment",
        "service": service,
        "outcome": outcome,
        **more,
    }


def _offer(day: int, outcome: str = "declined", **more: object) -> dict[str, object]:
    return {
        "day": day,
        "agency": "early_help",
        "kind": "offer",
        "offer": "parenting",
        "to": "mother",
        "outcome": outcome,
        **more,
    }


def _cut(day: int, **more: object) -> dict[str, object]:
    return {
        "day": day,
        "agency": "health_visiting",
        "kind": "observation",
        "about": "mother",
        "code": "reluctant_to_engage",
        **more,
    }


POINT = LearningPoint(
    id="reluctant-to-engage",
    theme="struggling",
    title="Our offers have not suited this family",
    finding="A reluctance to see services was one of the signs that a parent could be struggling. Each "
    "service knew its own closed door; what was in the way was not asked.",
    sources=(briefing("Key learning 3: a reluctance to engage with services"), PROCEDURE),
    question="Our offers have not suited {baby}'s family: what is in the way, and who, where or when would "
    "suit them?",
    short_question="Our offers have not suited: what is in the way?",
    tempo=Tempo.WEEK,
    owner=Owner("health_visitor"),
    asked_when="Three in eight weeks of: an appointment declined, nobody in, help declined, calls cut "
    "short; in two services or of two kinds.",
    silent_when="One offer declined: services are voluntary. Three of one kind in one service. Seen by that "
    "service within 14 days; the same review or help taken elsewhere; the reason looked into and written.",
    blind_to="Why: a language, a shift, an earlier fear of services, a letter that did not come. Ask this "
    "first.",
    because={
        "declined": "An appointment was declined.",
        "no_access": "Nobody could be seen at home.",
        "offer_declined": "Help was offered and declined, as anyone may.",
        "cut_short": "Contact was hard to make, and the reason is not written.",
    },
    signal=signal,
    needs=(("appointment", "offer", "observation"),),
    policy=(
        PolicyValue("events", 3, "count", "within the span", QUESTIONS),
        PolicyValue("span", 56, "days", "in which they lie", QUESTIONS),
        PolicyValue("kinds", 2, "count", "kinds of event, or", QUESTIONS),
        PolicyValue("services", 2, "count", "services", QUESTIONS),
        PolicyValue("made_up_within", 14, "days", "seen within this is not declined", QUESTIONS),
    ),
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "declined, nobody in, cut short",
            raises_on=66,
            evidence=(0, 1, 2),
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _cut(66),
            ),
        ),
        Case("two only", silent_until=120, facts=(_visit(44, "declined"), _visit(58, "no_access"))),
        Case(
            "three of one kind in one service",
            silent_until=160,
            facts=(
                _visit(44, "declined"),
                _visit(60, "declined"),
                _visit(76, "declined"),
            ),
        ),
        Case(
            "three of one kind in two services",
            raises_on=76,
            facts=(
                _visit(44, "declined"),
                _visit(60, "declined", "gp"),
                _visit(76, "declined"),
            ),
        ),
        Case(
            "on the last day of eight weeks",
            raises_on=100,
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _cut(100),
            ),
        ),
        Case(
            "a day more than eight weeks",
            silent_until=160,
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _cut(101),
            ),
        ),
        Case(
            "known late",
            raises_on=130,
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _cut(66, known_day=130),
            ),
        ),
        Case(
            "help declined counts as one",
            raises_on=70,
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _offer(70),
            ),
        ),
        Case(
            "the same help taken elsewhere",
            silent_until=120,
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _offer(70),
                {**_offer(70, "accepted"), "agency": "health_visiting"},
            ),
        ),
        Case(
            "nobody in, and seen a week later",
            silent_until=120,
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _visit(65, "attended"),
                _cut(66),
            ),
        ),
        Case(
            "nobody in, and the baby seen at home the week after",
            silent_until=120,
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _cut(75),
                {"day": 72, "agency": "health_visiting", "kind": "contact", "child_seen": True},
            ),
        ),
        Case(
            "the review was done by another",
            silent_until=120,
            facts=(
                _visit(44, "declined", routine="six_week"),
                _visit(90, "attended", "gp", routine="six_week"),
                _visit(91, "no_access"),
                _cut(96),
            ),
        ),
        Case(
            "one told by two agencies is one",
            silent_until=120,
            facts=(
                _visit(44, "declined"),
                {**_visit(44, "declined"), "agency": "gp"},
                _visit(58, "no_access"),
            ),
        ),
        Case(
            "the reason is written",
            silent_until=120,
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _cut(66, explored=True),
            ),
        ),
        Case(
            "it was so once",
            silent_until=120,
            facts=(
                _visit(44, "declined"),
                _visit(58, "no_access"),
                _cut(66, past=True),
            ),
        ),
        Case(
            "cancelled, by either side, is not declined",
            silent_until=120,
            facts=(
                _visit(44, "cancelled_by_family"),
                _visit(58, "cancelled_by_service"),
                _cut(66),
                _visit(70, "no_access"),
            ),
        ),
        Case(
            "no dates: order only",
            silent_until=120,
            facts=(
                _visit(44, "declined", precision="order_only"),
                _visit(58, "no_access"),
                _cut(66),
            ),
        ),
        Case(
            "a month in which it may have been earlier",
            silent_until=160,
            facts=(
                _visit(60, "declined", precision="month"),
                _visit(70, "no_access"),
                _cut(100),
            ),
        ),
    ),
)
