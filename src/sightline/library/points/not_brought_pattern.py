"""A pattern of appointments to which the baby was not brought."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

MISSED = ("not_brought", "no_access", "cancelled_by_family")
SERVICE_FAULT = ("cancelled_by_service", "unable_to_invite")
PLANS = ("child_protection", "child_in_need")
PROCEDURE = Source("Pan-Sussex procedures: children who are not brought", 2022, "5.3; practice notes 5.2")


def signal(t: Tables, p: Parameters) -> Table:
    """Two running in one service; three in a year and a fifth of those offered; one while on a plan."""
    kept = t.step("kept", kept_days(t))
    missed = blocks.once(t, "missed", misses(t, p, kept), "service", "outcome")
    since = t.step("since_kept", misses_since_kept(t, missed, kept))
    count = blocks.counted(since, "child_id", "service")
    runs = blocks.having(since, count.filter(count.n >= p.running), "child_id", "service")
    return both(
        rows(runs, "missed_running"),
        rows(often(t, p, missed), "missed_often"),
        rows(while_on_plan(t, since), "missed_on_plan"),
    )


def misses(t: Tables, p: Parameters, kept: Table) -> Table:
    """Appointments of the last year that count as missed."""
    told = blocks.within(t.appointment.filter(t.appointment.outcome.isin(MISSED)), p, p.look_back)
    cancelled = told.outcome == "cancelled_by_family"
    told = told.filter(~(cancelled & (told.happened_to + p.made_up_within >= p.today)))
    return blocks.without(
        told,
        kept,
        told.child_id == kept.child_id,
        told.service == kept.service,
        told.outcome == "cancelled_by_family",
        kept.kept_day >= told.happened_from,
        kept.kept_day <= told.happened_to + p.made_up_within,
    )


def kept_days(t: Tables) -> Table:
    """Days on which a service had the baby with it: an appointment kept, or a contact that saw the baby."""
    kept = t.appointment.filter(t.appointment.outcome == "attended")
    seen = t.contact.filter(t.contact.child_seen)
    return both(
        kept.select("child_id", "service", kept_day=blocks.latest(kept)),
        seen.select("child_id", service=seen.sector, kept_day=blocks.latest(seen)),
    )


def misses_since_kept(t: Tables, missed: Table, kept: Table) -> Table:
    """The misses since the service last had the baby with it, or was itself at fault."""
    fault = t.appointment.filter(t.appointment.outcome.isin(SERVICE_FAULT))
    ends = both(kept, fault.select("child_id", "service", kept_day=blocks.latest(fault)))
    return blocks.without(
        missed,
        ends,
        missed.child_id == ends.child_id,
        missed.service == ends.service,
        ends.kept_day >= missed.happened_from,
    )


def often(t: Tables, p: Parameters, missed: Table) -> Table:
    """The misses of babies who missed so many, and so great a part of what they were offered."""
    offered = blocks.within(t.appointment, p, p.look_back)
    offered = offered.filter(offered.outcome.notin((*SERVICE_FAULT, "rescheduled")))
    every = blocks.counted(blocks.once(t, "offered", offered, "service", "outcome"), "child_id")
    every = every.rename(offered="n")
    count = blocks.counted(missed, "child_id").join(every, "child_id")
    many = count.filter(count.n >= p.in_a_year, count.n >= p.part * count.offered)
    return blocks.having(missed, many, "child_id")


def while_on_plan(t: Tables, missed: Table) -> Table:
    """The misses that certainly fell while the baby was on a plan."""
    plan = blocks.on_plan(t, *PLANS)
    return blocks.having(
        missed,
        plan,
        missed.child_id == plan.child_id,
        plan.first_day <= missed.happened_from,
        plan.last_day.isnull() | (plan.last_day >= missed.happened_to),
    )


def _appointment(day: int, outcome: str, service: str = "hospital", **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": service, "kind": "appointment", "service": service, "outcome": outcome, **more,
    }  # fmt: skip


_PLAN = {"day": 20, "agency": "social_care", "kind": "plan", "type": "child_in_need", "start_day": 20}

POINT = LearningPoint(
    id="not-brought-pattern",
    theme="struggling",
    title="A pattern of not being brought",
    finding="Babies who were later harmed had often missed appointments. Each miss was written down, and "
    "nobody asked what the misses meant together for the baby, or what made it hard to come.",
    sources=(briefing("Key learning 3: signs that a parent could be struggling"), PROCEDURE),
    question="{baby} has not been brought more than once: what might it mean for {baby}, and what made it "
    "hard to come?",
    short_question="Not brought: what might it mean, and what made it hard?",
    tempo=Tempo.WEEK,
    owner=Owner("service_that_missed"),
    asked_when="Two misses running in one service; or three in twelve months that are a fifth of those "
    "offered; or one while on a child protection, child in need or pre-birth plan.",
    silent_when="The service cancelled or could not invite (the count starts again); rescheduled; cancelled "
    "by the family and kept within 14 days; seen again since by the service.",
    blind_to="Why: a letter to an old address, no interpreter, strikes and ward stays are known only when "
    "recorded as the service's. Appointments of services that send none.",
    because={
        "missed_running": "Missed, and not seen by this service since.",
        "missed_often": "Missed: one of several in twelve months, in more than one service perhaps.",
        "missed_on_plan": "Missed while on a plan.",
    },
    signal=signal,
    needs=("appointment",),
    policy=(
        PolicyValue("running", 2, "count", "misses running in one service", PROCEDURE),
        PolicyValue("in_a_year", 3, "count", "misses in the time looked back on", PROCEDURE),
        PolicyValue("part", 0.2, "fraction", "of those offered, for babies with many", PROCEDURE),
        PolicyValue("look_back", 365, "days", "how far back misses count", PROCEDURE),
        PolicyValue("made_up_within", 14, "days", "a cancellation kept within this is none", PROCEDURE),
    ),
    procedure="not-brought",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "two running, not the one that the hospital cancelled",
            raises_on=109,
            evidence=(1, 2),
            facts=(
                _appointment(60, "cancelled_by_service"),
                _appointment(88, "not_brought"),
                _appointment(109, "not_brought"),
            ),
        ),
        Case(
            "seen between the two",
            silent_until=130,
            facts=(
                _appointment(88, "not_brought"),
                _appointment(95, "attended"),
                _appointment(109, "not_brought"),
            ),
        ),
        Case(
            "one each in two services",
            silent_until=130,
            facts=(
                _appointment(88, "not_brought"),
                _appointment(109, "not_brought", "gp"),
            ),
        ),
        Case(
            "the service cancelled between: the count starts again",
            silent_until=130,
            facts=(
                _appointment(88, "not_brought"),
                _appointment(95, "cancelled_by_service"),
                _appointment(109, "not_brought"),
            ),
        ),
        Case(
            "told by two agencies, one event",
            silent_until=130,
            facts=(
                _appointment(88, "not_brought"),
                {**_appointment(88, "not_brought"), "agency": "gp", "known_day": 99},
            ),
        ),
        Case(
            "cancelled by the family and kept within 14 days",
            silent_until=130,
            facts=(
                _appointment(80, "cancelled_by_family"),
                _appointment(94, "attended"),
                _appointment(100, "cancelled_by_family"),
                {"day": 110, "agency": "hospital", "kind": "contact", "child_seen": True},
            ),
        ),
        Case(
            "cancelled twice and not kept: counts once the 14 days have passed",
            raises_on=115,
            facts=(
                _appointment(80, "cancelled_by_family"),
                _appointment(100, "cancelled_by_family"),
            ),
        ),
        Case(
            "three in a year, in three services, a fifth of those offered",
            raises_on=200,
            facts=(
                _appointment(30, "attended"),
                _appointment(90, "not_brought", "gp"),
                _appointment(150, "not_brought", "health_visiting"),
                _appointment(200, "not_brought"),
            ),
        ),
        Case(
            "three among very many",
            silent_until=200,
            facts=(
                *(_appointment(day, "attended") for day in range(1, 14)),
                _appointment(90, "not_brought", "gp"),
                _appointment(150, "not_brought", "health_visiting"),
                _appointment(200, "not_brought"),
            ),
        ),
        Case(
            "one while on a plan",
            raises_on=40,
            evidence=(1,),
            facts=(
                _PLAN,
                _appointment(40, "not_brought", "gp"),
            ),
        ),
        Case(
            "one in a week that may have been before the plan",
            silent_until=60,
            facts=(
                _PLAN,
                _appointment(24, "not_brought", "gp", precision="week"),
            ),
        ),
        Case(
            "no dates: order only",
            silent_until=60,
            facts=(
                _appointment(24, "not_brought", "gp", precision="order_only"),
                _appointment(34, "not_brought", "gp", precision="order_only"),
            ),
        ),
        Case(
            "not supplied by those who know nothing",
            silent_until=130,
            facts=(
                {**_appointment(88, "not_brought"), "agency": "none"},
                {**_appointment(109, "not_brought"), "agency": "none"},
                {"day": 110, "agency": "gp", "kind": "contact", "child_seen": True},
            ),
        ),
    ),
)
