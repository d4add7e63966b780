"""An older brother or sister has, or had, a plan: what that means for this baby."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals import blocks_records as records
from sightline.signals import blocks_siblings as siblings
from sightline.signals.grammar import Parameters, Table, Tables, rows

FACTORS = Source("Practice notes: vulnerability factors from the briefing", 2026, "5.6; questions, section 2")


def signal(t: Tables, p: Parameters) -> Table:
    """A plan of an older child, known for 28 days, that nobody weighed for this baby."""
    plans = siblings.plans_of_older(t)
    known = plans.filter(plans.told_day + p.after <= p.today, plans.since_day + p.after <= p.today)
    left = not_weighed(t, p, t.step("known", records.born(known, t, p, p.after)))
    return rows(left, (left.relation == "half_sibling").ifelse("half_sibling_plan", "sibling_plan"))


def not_weighed(t: Tables, p: Parameters, plans: Table) -> Table:
    """Those of `plans` since which no assessment of the baby weighed its own story, or that child."""
    done = records.finished(t, p)
    done = done.filter(done.baby_factors)
    whole = blocks.without(plans, done, plans.child_id == done.child_id, done.finished_day >= plans.told_day)
    named = records.weighed_people(t, p)
    return blocks.without(
        whole,
        named,
        whole.child_id == named.child_id,
        whole.about_id == named.person_id,
        named.finished_day >= whole.told_day,
    )


def _plan(day: int = -600, end: int | None = -240, **more: object) -> dict[str, object]:
    ended = {} if end is None else {"end_day": end}
    return {
        "day": day,
        "agency": "social_care",
        "kind": "plan",
        "about": "sib",
        "type": "child_in_need",
        "start_day": day,
        **ended,
        **more,
    }


def _assessed(day: int, *people: str, **more: object) -> dict[str, object]:
    return {
        "day": day,
        "agency": "social_care",
        "kind": "assessment",
        "type": "pre_birth",
        "started_day": day - 40,
        "completed_day": day,
        "considered": list(people),
        **more,
    }


_SEEN = {"day": 20, "agency": "health_visiting", "kind": "contact", "child_seen": True}
_SIB = ({"id": "sib", "role": "sibling", "age_months_at_birth": 30},)
_HALF = ({"id": "sib", "role": "half_sibling", "age_months_at_birth": 70},)
_UNKNOWN_AGE = ({"id": "sib", "role": "sibling"},)
_TWIN = ({"id": "sib", "role": "sibling", "age_months_at_birth": 0},)
_COUSIN = ({"id": "sib", "role": "cousin", "age_months_at_birth": 30},)

POINT = LearningPoint(
    id="sibling-plan-history",
    theme="vulnerable",
    title="An older brother or sister has, or had, a plan",
    finding="Babies whose brothers or sisters are, or were, on a child in need or child protection plan were "
    "among those more often harmed. What the plan had been about was not always asked again for the baby.",
    sources=(briefing("Key learning 2: infants that may be more vulnerable"), FACTORS),
    question="An older child once had a plan: what was hard then, what helped, and what is different for "
    "{baby}?",
    short_question="An older child had a plan: what is different now?",
    tempo=Tempo.WEEK,
    owner=Owner("lead_social_worker"),
    asked_when="An older brother, sister or half-sibling is or ever was on a child protection or child in "
    "need plan, or looked after, and 28 days after the birth (or after it was known) nobody weighed it for "
    "this baby.",
    silent_when="A plan for disability services alone (need code N2); an early help plan; weighed in an "
    "assessment of this baby finished since: of the baby's own factors, or one that names the older child.",
    blind_to="Plans of other areas that were never sent here; the need code where it is not sent. Names and "
    "details of a half-sibling's other parent are never shown.",
    because={
        "sibling_plan": "An older child's plan, not weighed for this baby.",
        "half_sibling_plan": "Not weighed for this baby. The older child's other parent is not shown.",
    },
    signal=signal,
    needs=("plan",),
    policy=(PolicyValue("after", 28, "days", "after the birth, or after it was known", FACTORS),),
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    differs="The briefing names child in need and child protection plans; a child looked after is asked "
    "about too, as the graver of the three.",
    cases=(
        Case(
            "a plan that ended before the pregnancy",
            raises_on=28,
            evidence=(0,),
            facts=(_plan(), _SEEN),
            people=_SIB,
        ),
        Case("a half-sibling's plan", raises_on=28, facts=(_plan(), _SEEN), people=_HALF),
        Case("a plan that is open", raises_on=28, facts=(_plan(end=None), _SEEN), people=_SIB),
        Case("an age that nobody wrote", raises_on=28, facts=(_plan(), _SEEN), people=_UNKNOWN_AGE),
        Case(
            "known only when the baby was here", raises_on=88, facts=(_plan(known_day=60), _SEEN), people=_SIB
        ),
        Case(
            "a plan that began after the birth", raises_on=128, facts=(_plan(100, None), _SEEN), people=_SIB
        ),
        Case(
            "ended after the birth: the clock is not set back",
            raises_on=28,
            facts=(_plan(end=20), _SEEN),
            people=_SIB,
        ),
        Case(
            "which day is not known, only the order",
            raises_on=28,
            people=_SIB,
            facts=(
                _plan(precision="order_only"),
                _SEEN,
            ),
        ),
        Case(
            "weighed: the baby's own factors",
            silent_until=60,
            people=_SIB,
            facts=(
                _plan(),
                _SEEN,
                _assessed(-60, "mother", baby_factors=True),
            ),
        ),
        Case(
            "weighed: the older child is named",
            silent_until=60,
            people=_SIB,
            facts=(
                _plan(),
                _SEEN,
                _assessed(28, "mother", "sib"),
            ),
        ),
        Case(
            "weighed before, and its end came after",
            silent_until=60,
            people=_SIB,
            facts=(
                _plan(end=10),
                _SEEN,
                _assessed(-60, "mother", baby_factors=True),
            ),
        ),
        Case(
            "an assessment of the parents only",
            raises_on=28,
            people=_SIB,
            facts=(
                _plan(),
                _SEEN,
                _assessed(-60, "mother", "father"),
            ),
        ),
        Case(
            "an assessment still open",
            raises_on=28,
            people=_SIB,
            facts=(
                _plan(),
                _SEEN,
                {**_assessed(10, "mother", "sib"), "completed_day": 60},
            ),
        ),
        Case(
            "an assessment of the older child himself",
            raises_on=28,
            people=_SIB,
            facts=(
                _plan(),
                _SEEN,
                _assessed(-300, "sib", about="sib", baby_factors=True),
            ),
        ),
        Case("disability services alone", silent_until=60, facts=(_plan(need_code="N2"), _SEEN), people=_SIB),
        Case(
            "protection of a child with a disability",
            raises_on=28,
            people=_SIB,
            facts=(
                _plan(need_code="N2", type="child_protection"),
                _SEEN,
            ),
        ),
        Case("early help", silent_until=60, facts=(_plan(type="early_help"), _SEEN), people=_SIB),
        Case("the baby's twin", silent_until=60, facts=(_plan(10, None), _SEEN), people=_TWIN),
        Case("the baby's own plan", silent_until=60, facts=(_plan(-60, None, about="baby"), _SEEN)),
        Case("a cousin", silent_until=60, facts=(_plan(), _SEEN), people=_COUSIN),
    ),
)
