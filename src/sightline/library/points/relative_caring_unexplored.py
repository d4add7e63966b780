"""A relative or friend who does much of the caring, and nobody has asked how that came about."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_home
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

BRIEFING = briefing("Key learning 5: the reasons why family members took on a caring role")
FOSTERING = Source("Children Act 1989", 1989, "section 66: privately fostered children")


def signal(t: Tables, p: Parameters) -> Table:
    """Care taken on four weeks ago, why not asked; or a friend's care while no parent lives with the baby."""
    came = blocks_home.arrivals(t, "care", "takes_on_care")
    carers = t.network.filter(t.network.cares, t.network.adult, ~t.network.is_parent, ~t.network.is_partner)
    carers = carers.filter(carers.relation != "carer").select("child_id", "person_id", "relation")
    came = came.join(carers, ["child_id", "person_id"])
    due = came.filter(came.came_day + p.wait <= p.today, came.nights_a_week.fill_null(p.nights) >= p.nights)
    due = t.step("due", without_returned(t, due))
    unasked = t.step("unasked", blocks_home.without_reason(t, due, "takes_on_care"))
    friends = unasked.filter(unasked.relation == "friend")
    return both(
        rows(unasked.filter(unasked.relation != "friend"), "unasked"),
        rows(both(friends, privately(t, due)).distinct(), "friend"),
    )


def without_returned(t: Tables, due: Table) -> Table:
    """Leave out care that ended when a parent took it on again."""
    back = t.around.stay
    back = back.filter(back.is_parent, back.change == "takes_on_care", back.for_child_id == back.child_id)
    return blocks.without(due, back, due.child_id == back.child_id, blocks.latest(back) > due.came_day)


def privately(t: Tables, due: Table) -> Table:
    """Those of `due` who are friends, while no parent lives with the baby and social care was not told."""
    friends = due.filter(due.relation == "friend", due.sector != "social_care")
    home = t.network.filter(t.network.is_parent, t.network.lives_here)
    gone = t.network.filter(t.network.is_parent, ~t.network.at_home)
    alone = blocks.having(blocks.without(friends, home, "child_id"), gone, "child_id")
    told = t.around.shared.filter(t.around.shared.with_sector == "social_care")
    return blocks.without(alone, told, alone.child_id == told.child_id, alone.root_id == told.of_entry_id)


def _care(day: int, who: str = "gran", change: str = "takes_on_care", **more: object) -> dict[str, object]:
    return {"day": day, "agency": "gp", "kind": "household", "about": who, "change": change, **more}


def _is(day: int, who: str, kind: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "gp", "kind": "relationship", "about": who, "type": kind, **more}


_GRAN = ({"id": "gran", "role": "grandmother", "sex": "female"},)
_AUNT = ({"id": "aunt", "role": "relative", "sex": "female"},)
_FRIEND = ({"id": "friend", "role": "friend", "sex": "female"},)
_FRIENDSHIP = _is(81, "friend", "friend")
_MOTHER_LEAVES = _care(80, "mother", "moves_out", reason_known=True)

POINT = LearningPoint(
    id="relative-caring-unexplored",
    theme="relationships",
    title="A relative who does much of the caring",
    finding="Grandparents and others had taken on the baby's care. It was welcome, and nobody asked why it "
    "had become necessary, or what it asked of them.",
    sources=(BRIEFING, FOSTERING),
    question="Somebody in the family is doing a lot for {baby}: how did it come about, and what do they "
    "need?",
    short_question="A relative does a lot of the caring: how did it come about?",
    tempo=Tempo.NEXT,
    owner=Owner("lead_social_worker"),
    asked_when="A relative or friend took on care four weeks ago or more, on two days or nights a week (or "
    "how many is not said), and why is not recorded as asked. A friend also when no parent lives with the "
    "baby, whatever the reason: social care is to be told, for it may be private fostering.",
    silent_when="The reason is known (work, study, agreed family care); weighed in an assessment since; a "
    "parent took the care on again; a childminder or foster carer. Care in the family is a strength.",
    blind_to="Days and nights, where nobody says how many. Relatives who are too distant to count as family "
    "in law. Care of which no service was told.",
    because={
        "unasked": "Has taken on care; why is not recorded.",
        "friend": "A friend has taken on care. After 28 days it may be private fostering: tell social care.",
    },
    signal=signal,
    needs=("household",),
    policy=(
        PolicyValue("wait", 28, "days", "caring for so long", FOSTERING, to_confirm=False),
        PolicyValue("nights", 2, "count", "days or nights a week", BRIEFING),
    ),
    procedure="family-and-friends-care",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "an aunt, four weeks on",
            raises_on=110,
            evidence=(0,),
            people=_AUNT,
            facts=(
                _care(82, "aunt", reason_known=False),
                _is(82, "aunt", "relative"),
            ),
        ),
        Case("nothing is said of the reason", raises_on=110, people=_GRAN, facts=(_care(82),)),
        Case(
            "she was met, and the reason not asked",
            raises_on=110,
            evidence=(0,),
            people=_AUNT,
            facts=(
                _care(82, "aunt", reason_known=False),
                {"day": 83, "agency": "gp", "kind": "seen", "about": "aunt", "how": "met"},
            ),
        ),
        Case(
            "told late, after four weeks of it",
            raises_on=140,
            people=_GRAN,
            facts=(_care(82, known_day=140),),
        ),
        Case(
            "only the order is known: counted from the writing",
            raises_on=118,
            people=_GRAN,
            facts=(_care(82, known_day=90, precision="order_only"),),
        ),
        Case("while the mother works", silent_until=300, people=_GRAN, facts=(_care(82, reason_known=True),)),
        Case(
            "the reason is asked afterwards",
            silent_until=300,
            people=_GRAN,
            facts=(
                _care(82, reason_known=False),
                {**_care(100, reason_known=True), "agency": "health_visiting"},
            ),
        ),
        Case("one night a week", silent_until=300, people=_GRAN, facts=(_care(82, nights_a_week=1),)),
        Case("two nights a week", raises_on=110, people=_GRAN, facts=(_care(82, nights_a_week=2),)),
        Case(
            "weighed in an assessment since",
            silent_until=300,
            people=_GRAN,
            facts=(
                _care(82),
                {
                    "day": 100,
                    "agency": "social_care",
                    "kind": "assessment",
                    "type": "child_and_family",
                    "completed_day": 100,
                    "considered": ["mother", "gran"],
                },
            ),
        ),
        Case(
            "weighed before it began",
            raises_on=110,
            evidence=(1,),
            people=_GRAN,
            facts=(
                {
                    "day": 40,
                    "agency": "social_care",
                    "kind": "assessment",
                    "type": "child_and_family",
                    "completed_day": 40,
                    "considered": ["mother", "gran"],
                },
                _care(82),
            ),
        ),
        Case(
            "ended within four weeks",
            silent_until=300,
            people=_GRAN,
            facts=(
                _care(82),
                _care(105, change="moves_out"),
            ),
        ),
        Case(
            "the mother took it on again",
            silent_until=300,
            people=_GRAN,
            facts=(
                _care(82),
                _care(105, "mother", reason_known=True),
            ),
        ),
        Case(
            "a father who takes on care",
            silent_until=300,
            facts=(
                _is(1, "father", "father"),
                _care(82, "father", reason_known=False),
            ),
        ),
        Case(
            "a childminder",
            silent_until=300,
            facts=(
                _care(82, "minder", reason_known=False),
                _is(82, "minder", "carer"),
            ),
            people=({"id": "minder", "role": "childminder"},),
        ),
        Case(
            "stays often, and does not care",
            silent_until=300,
            people=_GRAN,
            facts=(_care(82, change="stays_often", reason_known=False),),
        ),
        Case(
            "a friend, the reason not asked",
            raises_on=110,
            evidence=(1,),
            people=_FRIEND,
            facts=(
                _FRIENDSHIP,
                _care(82, "friend", reason_known=False),
            ),
        ),
        Case(
            "a friend helps while the mother works",
            silent_until=300,
            people=_FRIEND,
            facts=(
                _is(1, "mother", "mother"),
                _FRIENDSHIP,
                _care(82, "friend", reason_known=True),
            ),
        ),
        Case(
            "a friend, the reason known, and the mother lives elsewhere",
            raises_on=110,
            evidence=(2,),
            people=_FRIEND,
            facts=(_MOTHER_LEAVES, _FRIENDSHIP, _care(82, "friend", reason_known=True)),
        ),
        Case(
            "a friend, the mother gone, social care knows",
            silent_until=300,
            people=_FRIEND,
            facts=(
                _MOTHER_LEAVES,
                _FRIENDSHIP,
                {**_care(82, "friend", reason_known=True), "agency": "social_care"},
            ),
        ),
        Case(
            "a friend, the mother gone, passed on to social care",
            silent_until=300,
            people=_FRIEND,
            facts=(
                _MOTHER_LEAVES,
                _FRIENDSHIP,
                {**_care(82, "friend", reason_known=True), "id": "care"},
                {"day": 90, "agency": "gp", "kind": "shared", "ref": "care", "with": ["social_care"]},
            ),
        ),
        Case(
            "a grandmother, the reason known, the mother gone",
            silent_until=300,
            people=_GRAN,
            facts=(_MOTHER_LEAVES, _care(82, reason_known=True)),
        ),
        Case(
            "no service knows",
            silent_until=300,
            people=_GRAN,
            facts=(
                {**_care(82), "agency": "none"},
                _care(10, "father", "moves_in", reason_known=True),
            ),
        ),
    ),
)
