"""A baby on a child protection plan for whom the surgery was asked, and who was not seen that day."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

BRIEFING = briefing("Evidencing impact: children on plans seen, or in contact, the day they ask")


def signal(t: Tables, p: Parameters) -> Table:
    """Asked for while on a plan and no contact that day; or seen, but not by a permanent clinician."""
    plan = blocks.on_plan(t, "child_protection")
    asked = t.step("asked", _on_plan(t.gp_request, plan))
    asked = t.step("recent", asked.filter(asked.requested_day >= p.today - p.look_back))
    late = asked.filter(
        (asked.seen_day.isnull() & (asked.requested_day <= p.today)) | (asked.seen_day > asked.requested_day)
    )
    in_surgery = asked.filter(asked.how.fill_null("in_surgery") == "in_surgery")
    passing = in_surgery.filter(
        in_surgery.seen_day == in_surgery.requested_day, in_surgery.clinician == "locum"
    )
    return both(
        rows(_not_reached(t, late), "not_that_day"), rows(passing.filter(p.permanent_only), "not_permanent")
    )


def _on_plan(asked: Table, plan: Table) -> Table:
    """The requests made while the plan was open."""
    return blocks.having(
        asked,
        plan,
        asked.child_id == plan.child_id,
        plan.first_day <= asked.requested_day,
        plan.last_day.isnull() | (plan.last_day >= asked.requested_day),
    )


def _not_reached(t: Tables, late: Table) -> Table:
    """Those for whom the surgery recorded no contact of another kind on the day."""
    contact = t.contact.filter(t.contact.sector == "gp")
    return blocks.without(
        late,
        contact,
        late.child_id == contact.child_id,
        contact.happened_from >= late.requested_day,
        contact.happened_to <= late.requested_day,
    )


def _asked(day: int, seen: int | None, clinician: str = "permanent", **more: object) -> dict[str, object]:
    told: dict[str, object] = {"day": day, "agency": "gp", "kind": "gp_request", "requested_day": day, **more}
    return told if seen is None else told | {"seen_day": seen, "clinician": clinician}


_PLAN = {"day": 10, "agency": "social_care", "kind": "plan", "type": "child_protection", "start_day": 10}
_NEED = {"day": 10, "agency": "social_care", "kind": "plan", "type": "child_in_need", "start_day": 10}

POINT = LearningPoint(
    id="plan-baby-not-seen-same-day",
    theme="practice",
    title="A baby on a plan, not seen the day it was asked for",
    finding="Surgeries agreed to see, or speak to the family of, any child on a child protection plan on the "
    "day that they ask, in the surgery with a clinician who stays, so that somebody knows the baby over time."
    "",
    sources=(BRIEFING,),
    question="{baby} was asked for today: what would it take to be seen today, and who has read the record?",
    short_question="On a plan, asked for and not seen that day: what would it take?",
    tempo=Tempo.NOW,
    owner=Owner("practice_safeguarding_lead"),
    asked_when="On a child protection plan, and no contact on the day of the request; or seen in the surgery "
    "by somebody who is not permanent there.",
    silent_when="Telephone or video the same day counts. No plan, or a child in need plan.",
    blind_to="The hour of the request: one after closing may be met the next morning. A locum today is "
    "better than a partner tomorrow; the question is put either way, so that the record is read.",
    because={
        "not_that_day": "Asked for, and no contact that day.",
        "not_permanent": "Seen that day, by a clinician who is not permanent.",
    },
    signal=signal,
    needs=("gp_request",),
    policy=(
        PolicyValue("look_back", 14, "days", "a request is asked about for this long", BRIEFING),
        PolicyValue(
            "permanent_only", True, "yes_no", "whether a locum in the surgery is asked about", BRIEFING
        ),
    ),
    procedure="same-day-contact",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case("seen the next day", raises_on=64, evidence=(1,), facts=(_PLAN, _asked(64, 65))),
        Case("seen the same day by somebody permanent", silent_until=80, facts=(_PLAN, _asked(64, 64))),
        Case(
            "spoken to the same day, by a locum",
            silent_until=80,
            facts=(
                _PLAN,
                _asked(64, 64, "locum", how="remote"),
            ),
        ),
        Case("a locum in the surgery", raises_on=64, facts=(_PLAN, _asked(64, 64, "locum"))),
        Case(
            "a partnership that does not ask about locums",
            silent_until=80,
            policy={"permanent_only": False},
            facts=(_PLAN, _asked(64, 64, "locum")),
        ),
        Case("who saw the baby is not recorded", silent_until=80, facts=(_PLAN, _asked(64, 64, "unknown"))),
        Case("never seen", raises_on=64, facts=(_PLAN, _asked(64, None))),
        Case(
            "a contact of the surgery that day",
            silent_until=80,
            facts=(
                _PLAN,
                {"day": 64, "agency": "gp", "kind": "contact", "child_seen": True},
                _asked(64, None),
            ),
        ),
        Case("a child in need plan", silent_until=80, facts=(_NEED, _asked(64, 65))),
        Case("before the plan began", silent_until=80, facts=(_asked(5, 7), _PLAN)),
    ),
)
