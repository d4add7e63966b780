"""Somebody new in the home, and nobody has asked who that is to the baby."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_home
from sightline.signals.grammar import Parameters, Table, Tables, rows

PANEL = Source("Practice Review Panel: The Myth of Invisible Men", 2021, "practice notes 5.3, 5.5")


def signal(t: Tables, p: Parameters) -> Table:
    """Moved in or stays often, four weeks on; no reason asked, and met by nobody."""
    came = blocks_home.arrivals(t, "came", *blocks_home.INTO_HOME)
    around = blocks_home.open_to_contact(t, t.network)
    around = around.filter(around.at_home, ~around.is_parent, around.adult | around.is_partner)
    new = blocks.having(came, around, "child_id", "person_id")
    new = without_hosts(t, new.filter(new.came_day + p.wait <= p.today))
    new = t.step("new", blocks_home.without_reason(t, new, *blocks_home.INTO_HOME))
    return rows(blocks_home.unreached(t, new), "new")


def without_hosts(t: Tables, came: Table) -> Table:
    """Leave out whoever came on the day on which a parent moved too: the family came to them, or with "
    "them."""
    moved = t.around.stay
    moved = moved.filter(moved.is_parent, moved.change == "moves_in", moved.for_child_id == moved.child_id)
    return blocks.without(
        came,
        moved,
        came.child_id == moved.child_id,
        came.happened_from <= moved.happened_to,
        came.happened_to >= moved.happened_from,
    )


def _home(day: int, who: str, change: str, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "household", "about": who, "change": change, **more,
    }  # fmt: skip


def _is(day: int, who: str, kind: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "nursery", "kind": "relationship", "about": who, "type": kind, **more}


_PARTNER = ({"id": "partner", "role": "mothers_partner", "sex": "male"},)
_GRAN = ({"id": "gran", "role": "grandmother", "sex": "female"},)
_FRIEND = ({"id": "friend", "role": "friend", "sex": "female"},)
_MOVES_IN = _home(125, "partner", "moves_in", reason_known=False)

POINT = LearningPoint(
    id="new-adult-in-home",
    theme="relationships",
    title="Somebody new in the home",
    finding="Homes changed and services did not notice, or noted it in passing. Who had come, why, and what "
    "they were to the baby was not asked.",
    sources=(briefing("Key learning 5: significant adults at the same address"), PANEL),
    question="Home has changed for {baby}: who is the new person to {baby}, and how is everyone finding it?",
    short_question="Somebody new in the home: who are they to the baby?",
    tempo=Tempo.NEXT,
    owner=Owner("lead_social_worker"),
    asked_when="An adult who is not a parent moved in or stays often, four weeks ago or more; why is not "
    "recorded as asked, and no service has met them.",
    silent_when="The reason is known, help after the birth for instance; met or spoken to; weighed in an "
    "assessment since; gone within four weeks; the family itself moved that day, to hosts or to a refuge.",
    blind_to="Comings and goings that nobody told a service. A move of the whole family, where only the "
    "other "
    "person's part of it is recorded.",
    because={"new": "Came to live or stay here; why is not recorded, and no service has met them."},
    signal=signal,
    needs=("household",),
    policy=(PolicyValue("wait", 28, "days", "in the home for so long", PANEL),),
    procedure="fathers-and-other-adults",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "a partner, four weeks on",
            raises_on=153,
            evidence=(1,),
            people=_PARTNER,
            facts=(
                _is(118, "partner", "partner", to="mother"),
                _MOVES_IN,
            ),
        ),
        Case(
            "stays often, and nothing is said of the reason",
            raises_on=128,
            people=_PARTNER,
            facts=(_home(100, "partner", "stays_often"),),
        ),
        Case(
            "told late, after four weeks in the home",
            raises_on=170,
            people=_PARTNER,
            facts=({**_MOVES_IN, "known_day": 170},),
        ),
        Case(
            "in a month: counted from its last day",
            raises_on=153,
            people=_PARTNER,
            facts=({**_MOVES_IN, "precision": "month"},),
        ),
        Case(
            "only the order is known: counted from the writing",
            raises_on=168,
            people=_PARTNER,
            facts=({**_MOVES_IN, "known_day": 140, "precision": "order_only"},),
        ),
        Case(
            "the reason is known",
            silent_until=200,
            people=_PARTNER,
            facts=(_home(125, "partner", "moves_in", reason_known=True),),
        ),
        Case(
            "the reason is asked later",
            silent_until=200,
            people=_PARTNER,
            facts=(
                _MOVES_IN,
                _home(150, "partner", "moves_in", reason_known=True),
            ),
        ),
        Case(
            "spoken to",
            silent_until=200,
            people=_PARTNER,
            facts=(
                _MOVES_IN,
                {"day": 140, "agency": "gp", "kind": "contact", "spoke_to": ["partner"]},
            ),
        ),
        Case(
            "weighed in an assessment since",
            silent_until=200,
            people=_PARTNER,
            facts=(
                _MOVES_IN,
                {
                    "day": 150,
                    "agency": "social_care",
                    "kind": "assessment",
                    "type": "child_and_family",
                    "completed_day": 150,
                    "considered": ["mother", "partner"],
                },
            ),
        ),
        Case(
            "leaves within four weeks",
            silent_until=200,
            people=_PARTNER,
            facts=(
                _MOVES_IN,
                _home(152, "partner", "moves_out"),
            ),
        ),
        Case(
            "leaves and comes back: counted anew",
            raises_on=188,
            evidence=(2,),
            people=_PARTNER,
            facts=(
                _MOVES_IN,
                _home(140, "partner", "moves_out"),
                _home(160, "partner", "moves_in"),
            ),
        ),
        Case(
            "first stays, then lives there",
            raises_on=128,
            evidence=(0,),
            people=_PARTNER,
            facts=(
                _home(100, "partner", "stays_often"),
                _home(120, "partner", "moves_in"),
            ),
        ),
        Case(
            "a grandmother who helps after the birth",
            silent_until=120,
            people=_GRAN,
            facts=(_home(3, "gran", "stays_often", reason_known=True),),
        ),
        Case(
            "a female partner likewise",
            raises_on=128,
            facts=(_home(100, "wife", "moves_in"),),
            people=({"id": "wife", "role": "mothers_partner", "sex": "female"},),
        ),
        Case(
            "mother and baby move to a friend's",
            silent_until=200,
            people=_FRIEND,
            facts=(
                _home(100, "mother", "moves_in", reason_known=True),
                _home(100, "friend", "moves_in"),
            ),
        ),
        Case(
            "a father is no newcomer",
            silent_until=200,
            facts=(
                _is(20, "father", "father"),
                _home(100, "father", "moves_in"),
            ),
        ),
        Case(
            "a cousin of twelve",
            silent_until=200,
            facts=(_home(100, "cousin", "moves_in"),),
            people=({"id": "cousin", "role": "relative", "age_at_birth": 12},),
        ),
        Case(
            "takes on care elsewhere",
            silent_until=200,
            people=_GRAN,
            facts=(_home(100, "gran", "takes_on_care", reason_known=False),),
        ),
        Case(
            "no contact is permitted",
            silent_until=200,
            people=_PARTNER,
            facts=(
                _MOVES_IN,
                _is(130, "partner", "relative", identity="no_contact_permitted"),
            ),
        ),
        Case(
            "no service knows",
            silent_until=200,
            people=_PARTNER,
            facts=(
                {**_MOVES_IN, "agency": "none"},
                _home(20, "father", "moves_in", reason_known=True),
            ),
        ),
    ),
)
