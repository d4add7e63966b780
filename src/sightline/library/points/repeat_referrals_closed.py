"""Several people were worried, and each referral was closed on its own."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, rows

SCREENING = Source("Pan-Sussex procedures: screening of referrals", 2022, "4.1; practice notes 7.3")
CLOSED = ("no_further_action", "advice", "declined")
ASSESSED = ("child_and_family", "section_47", "pre_birth", "early_help")


def signal(t: Tables, p: Parameters) -> Table:
    """Three closed within a year, from two sources or more, with no assessment since the first of them."""
    told = t.referral.filter(t.referral.to_sector == "social_care", t.referral.outcome.isin(CLOSED))
    told = told.mutate(source=told.source_key.fill_null(told.agency))
    events = blocks.once(t, "events", blocks.within(told, p, p.look_back), "to_sector")
    unassessed = t.step("unassessed", _since_assessed(t, _one_a_caller(t, events)))
    count = unassessed.group_by("child_id").aggregate(
        n=unassessed.count(), sources=unassessed.source.nunique()
    )
    many = count.filter(count.n >= p.closed, count.sources >= p.sources)
    return rows(blocks.having(unassessed, many, "child_id"), "closed")


def _one_a_caller(t: Tables, events: Table) -> Table:
    """One caller who rings again counts once: the first of those with the same known caller."""
    earlier = events.view()
    return blocks.without(
        events,
        earlier,
        events.child_id == earlier.child_id,
        events.source_key == earlier.source_key,
        (earlier.known_from < events.known_from)
        | ((earlier.known_from == events.known_from) & (earlier.entry_id < events.entry_id)),
    )


def _since_assessed(t: Tables, closed: Table) -> Table:
    """Those made after the last assessment."""
    done = t.assessment.filter(t.assessment.type.isin(ASSESSED))
    done = done.select(
        "child_id", on=done.completed_day.fill_null(done.started_day).fill_null(blocks.latest(done))
    )
    return blocks.without(closed, done, closed.child_id == done.child_id, done.on >= closed.happened_from)


def _closed(day: int, agency: str, outcome: str = "no_further_action", **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": agency, "kind": "referral", "to": "social_care", "outcome": outcome,
        "outcome_day": day + 2, **more,
    }  # fmt: skip


_ASSESSED = {
    "day": 100, "agency": "social_care", "kind": "assessment", "type": "child_and_family", "started_day": 85,
    "completed_day": 100, "considered": ["mother", "father"],
}  # fmt: skip

POINT = LearningPoint(
    id="repeat-referrals-closed",
    theme="curiosity",
    title="Several referrals, each closed on its own",
    finding="Different people rang about one baby, weeks apart. Each call was weighed alone and closed; "
    "nobody asked what they said together.",
    sources=(briefing("Key learning 4: low-level concerns and curiosity"), SCREENING),
    question="Several people have now been worried about {baby}: taken together, what are they telling us?",
    short_question="Closed more than once: taken together, what do they say?",
    tempo=Tempo.WEEK,
    owner=Owner("front_door_manager"),
    asked_when="Three referrals to social care closed or answered with advice within twelve months, from two "
    "sources or more, and no assessment since the first of them.",
    silent_when="One caller, or callers nobody can tell apart, however often; the same event told by several "
    "agencies; an assessment between.",
    blind_to="Malice and feuds; calls about money alone, which ask for help and not for an enquiry. "
    "Travellers, same-sex and migrant families are reported more, which says nothing of them.",
    because={"closed": "A referral that was closed or answered with advice."},
    signal=signal,
    needs=("referral",),
    policy=(
        PolicyValue("closed", 3, "count", "closed referrals", SCREENING),
        PolicyValue("sources", 2, "count", "different sources among them", SCREENING),
        PolicyValue("look_back", 365, "days", "how far back they count", SCREENING),
    ),
    procedure="referrals",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "three from three, each closed",
            raises_on=152,
            evidence=(0, 1, 2),
            facts=(
                _closed(75, "police"),
                _closed(120, "nursery"),
                _closed(150, "gp", "advice"),
            ),
        ),
        Case("two", silent_until=200, facts=(_closed(75, "police"), _closed(120, "nursery"))),
        Case(
            "three, all taken by social care from callers nobody can tell apart",
            silent_until=200,
            facts=(
                _closed(75, "social_care"),
                _closed(120, "social_care"),
                _closed(150, "social_care"),
            ),
        ),
        Case(
            "assessed between",
            silent_until=200,
            facts=(
                _closed(75, "police"),
                _closed(80, "nursery"),
                _ASSESSED,
                _closed(150, "gp"),
            ),
        ),
        Case(
            "one was accepted",
            silent_until=200,
            facts=(
                _closed(75, "police"),
                _closed(120, "nursery", "accepted"),
                _closed(150, "gp"),
            ),
        ),
        Case(
            "not decided yet",
            silent_until=151,
            facts=(
                _closed(75, "police"),
                _closed(120, "nursery"),
                _closed(150, "gp"),
            ),
        ),
        Case(
            "the same event told by two agencies",
            silent_until=200,
            facts=(
                _closed(75, "police"),
                _closed(120, "nursery"),
                _closed(120, "gp"),
            ),
        ),
        Case(
            "the first is more than a year ago",
            silent_until=460,
            facts=(
                _closed(20, "police"),
                _closed(120, "nursery"),
                _closed(400, "gp"),
            ),
        ),
        Case(
            "referrals to early help are offers of help",
            silent_until=200,
            facts=(
                _closed(75, "police", to="early_help"),
                _closed(120, "nursery", to="early_help"),
                _closed(150, "gp", to="early_help"),
            ),
        ),
    ),
)
