"""A plan, assessment or early help, and no word of the baby's day."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

BRIEFING = briefing("Points for discussion: the lived experience of a baby")
QUESTIONS = Source("Sightline's own rule, to confirm with the partnership", 2026, "lived experience missing")
PLANS = ("child_protection", "child_in_need", "early_help", "looked_after")


def signal(t: Tables, p: Parameters) -> Table:
    """Three contacts running by the service that leads, or 90 days, without an account of the baby's day."""
    matters = t.step("matters", _since_told(t, _open_matters(t, p)))
    silent = t.step("silent", _silent_contacts(t, matters))
    count = blocks.counted(silent, "child_id", "matter_id")
    enough = t.step("enough", count.filter(count.n >= p.contacts))
    long = matters.filter(matters.since + p.days <= p.today)
    running = blocks.having(matters, enough, "child_id", "matter_id")
    asked = both(long, running).distinct()
    contacts = blocks.having(silent, enough, "child_id", "matter_id")
    return both(
        rows(asked.mutate(entry_id=asked.matter_id), "open"),
        rows(contacts, "no_word").distinct(),
    )


def _open_matters(t: Tables, p: Parameters) -> Table:
    """What is open on a born baby: since when, its entry and the service that leads."""
    import ibis

    plan = blocks.open_plan(t, p, *PLANS)
    work = t.assessment.filter(t.assessment.completed_day.isnull(), t.assessment.type != "other")
    begun = work.started_day.fill_null(blocks.latest(work))
    matters = ibis.union(
        plan.select("child_id", matter_id="entry_id", lead="sector", opened=plan.first_day),
        work.select("child_id", matter_id="entry_id", lead="sector", opened=begun),
    )
    baby = t.baby.filter(t.baby.born_day <= p.today).select("child_id", "born_day")
    joined = matters.join(baby, "child_id")
    return joined.filter(joined.opened <= p.today).select(
        "child_id", "matter_id", "lead", since=ibis.greatest(joined.opened, joined.born_day)
    )


def _since_told(t: Tables, matters: Table) -> Table:
    """The matters, each since its opening or the last account of the baby's day by any service."""
    import ibis

    told = t.contact.filter(t.contact.lived_experience)
    last = told.group_by("child_id").aggregate(told_day=blocks.latest(told).max())
    joined = matters.left_join(last, matters.child_id == last.child_id)
    return joined.select(
        matters.child_id,
        matters.matter_id,
        matters.lead,
        told_day=last.told_day,
        since=ibis.greatest(matters.since, last.told_day.fill_null(matters.since)),
    )


def _silent_contacts(t: Tables, matters: Table) -> Table:
    """Contacts of the leading service that saw the baby and say nothing of its day, since it last did."""
    told = t.contact.filter(t.contact.child_seen, ~t.contact.lived_experience.fill_null(False))
    joined = told.join(matters, [told.child_id == matters.child_id, told.sector == matters.lead])
    after = joined.filter(
        joined.happened_from >= joined.since,
        joined.told_day.isnull() | (joined.happened_from > joined.told_day),
    )
    return after.select("child_id", "entry_id", "matter_id")


def _visit(
    day: int, told: bool | None = None, agency: str = "social_care", **more: object
) -> dict[str, object]:
    seen: dict[str, object] = {"day": day, "agency": agency, "kind": "contact", "child_seen": True, **more}
    return seen if told is None else seen | {"lived_experience": told}


def _plan(day: int, type_: str = "child_in_need", **more: object) -> dict[str, object]:
    return {"day": day, "agency": "social_care", "kind": "plan", "type": type_, "start_day": day, **more}


POINT = LearningPoint(
    id="lived-experience-missing",
    theme="practice",
    title="Visits, and no word of the baby's day",
    finding="Records under a plan spoke of rent, arguments and appointments. How the baby woke, was fed, was "
    "held and slept was not among them, so nobody could say what life was like.",
    sources=(BRIEFING, QUESTIONS),
    question="Take one day and night of {baby}'s: where does {baby} wake, who comes, and what is it like?",
    short_question="What is one day and night like for the baby?",
    tempo=Tempo.NEXT,
    owner=Owner("lead_or_early_help"),
    asked_when="A plan, assessment or early help is open: three contacts running of the service that leads, "
    "after the birth, without a word of the baby's day; or 90 days of it with none by anybody.",
    silent_when="Universal services alone. A health visitor's good account counts for everyone.",
    blind_to="What was seen and not written. Whether an account is a good one.",
    because={
        "open": "Open, and no account of the baby's day since.",
        "no_word": "Seen; the day is not described.",
    },
    signal=signal,
    needs=("contact",),
    renewed_by=("open",),
    policy=(
        PolicyValue("contacts", 3, "count", "contacts running without an account", QUESTIONS),
        PolicyValue("days", 90, "days", "of a matter being open without an account", QUESTIONS),
    ),
    procedure="lived-experience",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "three visits under a plan",
            raises_on=56,
            evidence=(0, 1, 2, 3),
            facts=(
                _plan(10),
                _visit(14, False),
                _visit(35, False),
                _visit(56),
            ),
        ),
        Case(
            "the second tells of the day",
            silent_until=90,
            facts=(
                _plan(10),
                _visit(14, False),
                _visit(35, True),
                _visit(56, False),
                _visit(77, False),
            ),
        ),
        Case(
            "a health visitor tells of it between",
            silent_until=90,
            facts=(
                _plan(10),
                _visit(14, False),
                _visit(35, False),
                _visit(40, True, "health_visiting"),
                _visit(56, False),
            ),
        ),
        Case("90 days with none", raises_on=100, evidence=(0,), facts=(_plan(10), _visit(30, False))),
        Case(
            "a plan from before the birth: counted from the birth",
            raises_on=90,
            facts=(
                _plan(-70),
                _visit(20, False),
            ),
        ),
        Case(
            "the plan has ended",
            silent_until=200,
            facts=(
                _plan(10, end_day=50),
                _visit(14, False),
                _visit(35, False),
                _visit(56, False),
            ),
        ),
        Case(
            "no plan, no assessment",
            silent_until=200,
            facts=(
                _visit(14, False, "health_visiting"),
                _visit(35, False, "health_visiting"),
                _visit(56, False, "health_visiting"),
            ),
        ),
        Case(
            "contacts that did not see the baby",
            silent_until=90,
            facts=(
                _plan(10),
                *(_visit(day, False, child_seen=False) for day in (14, 35, 56)),
            ),
        ),
        Case(
            "visits of a service that does not lead",
            silent_until=90,
            facts=(
                _plan(10),
                *(_visit(day, False, "police") for day in (14, 35, 56)),
            ),
        ),
        Case("told of in the last 90 days", silent_until=140, facts=(_plan(10), _visit(60, True))),
    ),
)
