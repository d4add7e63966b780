"""Too few talks about crying, or none near its peak."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_icon
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

ICON = Source("ICON: coping with crying, the five touchpoints", 2022, "practice notes 3.1, 3.2")
OWN = Source("Sightline's own rule", 2026, "time for a talk to reach the record")


def signal(t: Tables, p: Parameters) -> Table:
    """At home for eight weeks, and fewer than three of the five talks, or none since the third week."""
    due = t.step("due", blocks_icon.due(t, p, p.by + p.to_record, p.until))
    talks = t.step("talks", blocks_icon.talks(t))
    near = blocks.without(
        due, talks, due.child_id == talks.child_id, talks.talk_day >= due.home_day + p.peak_from
    )
    gaps = t.step("gaps", both(near, few(p, due, talks)).distinct())
    return both(rows(gaps, "due"), rows(blocks.having(talks, gaps, "child_id"), "given"))


def few(p: Parameters, due: Table, talks: Table) -> Table:
    """Those due who had fewer than enough of the five."""
    five = talks.filter(talks.number.isin(blocks_icon.FIVE))
    given = five.group_by("child_id").aggregate(n=five.number.nunique())
    return blocks.without(due, given.filter(given.n >= p.enough), "child_id")


def _talk(day: int, number: int | str, *received_by: str, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "touchpoint", "programme": "icon", "number": number,
        "received_by": list(received_by) or ["mother"], **more,
    }  # fmt: skip


def _unit(day: int) -> dict[str, object]:
    return {"day": day, "agency": "neonatal_unit", "kind": "contact", "child_seen": True}


_BIRTH = {"day": 0, "agency": "hospital", "kind": "contact", "child_seen": True}

POINT = LearningPoint(
    id="icon-gap",
    theme="practice",
    title="Too few talks about crying",
    finding="Babies were shaken at the age at which crying is hardest. Agencies say that every parent hears "
    "about it; whether this baby's parents did was not known.",
    sources=(briefing("Evidencing impact: ICON across the partnership; next steps"), ICON),
    question="Crying peaks about now: who has talked through, for {baby}, what to do when it is too much?",
    short_question="Who has talked through what to do when crying is too much?",
    tempo=Tempo.NEXT,
    owner=Owner("health_visitor"),
    asked_when="Eight weeks at home (and a week for the record to arrive) with fewer than three of the five "
    "talks, or with none since the third week.",
    silent_when="Nobody sends talks; the baby moved here after the birth; older than six months at home. A "
    "stay in the neonatal unit counts from home. An extra talk counts as one near the peak.",
    blind_to="Talks that were given and not recorded: real coverage may be better, and a team's figures are "
    "to be looked at before a family's. When the baby left the unit, where the unit wrote nothing then.",
    because={
        "due": "Eight weeks at home, and few of the five talks on record, or none since the third week.",
        "given": "A talk that was given.",
    },
    signal=signal,
    needs=("touchpoint",),
    policy=(
        PolicyValue("enough", 3, "count", "of the five", ICON),
        PolicyValue("by", 8, "weeks", "at home", ICON),
        PolicyValue("peak_from", 3, "weeks", "one at least since this age at home", ICON),
        PolicyValue("to_record", 7, "days", "for a talk to reach the record", OWN),
        PolicyValue("until", 26, "weeks", "at home, and no longer asked after", ICON),
    ),
    renewed_by=("due",),
    procedure="icon",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "two of the five",
            raises_on=63,
            evidence=(0, 1, 2),
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(50, 5),
            ),
        ),
        Case(
            "three of the five, one near the peak",
            silent_until=200,
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(7, 2),
                _talk(21, 4),
            ),
        ),
        Case(
            "three of the five, all before the third week",
            raises_on=63,
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(7, 2),
                _talk(20, 3),
            ),
        ),
        Case(
            "all before the third week, then an extra one",
            silent_until=200,
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(7, 2),
                _talk(20, 3),
                _talk(45, "extra"),
            ),
        ),
        Case(
            "the same one three times",
            raises_on=63,
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(7, 1),
                _talk(40, 1),
            ),
        ),
        Case(
            "extra ones are not of the five",
            raises_on=63,
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(30, "extra"),
                _talk(45, "extra"),
                _talk(50, 5),
            ),
        ),
        Case(
            "told late, within the week for it",
            silent_until=200,
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(7, 2),
                _talk(54, 5, known_day=62),
            ),
        ),
        Case(
            "given late: asked until then",
            raises_on=63,
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(7, 2),
                _talk(70, 5),
            ),
        ),
        Case(
            "in a week that may have reached the third",
            silent_until=200,
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(7, 2),
                _talk(23, 3, precision="week"),
            ),
        ),
        Case(
            "days are only an order",
            silent_until=200,
            facts=(
                _BIRTH,
                _talk(1, 1, precision="order_only"),
                _talk(2, 2, precision="order_only"),
                _talk(3, 3, precision="order_only", known_day=30),
            ),
        ),
        Case(
            "none at all, while others are sent",
            raises_on=63,
            evidence=(0,),
            facts=(_BIRTH,),
            also_supplied=("touchpoint",),
        ),
        Case("nobody sends talks", silent_until=200, facts=(_BIRTH,)),
        Case(
            "a talk of which no service knew",
            raises_on=63,
            facts=(
                _BIRTH,
                _talk(1, 1),
                _talk(7, 2),
                {**_talk(30, 3), "agency": "none"},
            ),
        ),
        Case(
            "six weeks in the neonatal unit: counted from home",
            raises_on=105,
            facts=(
                _unit(0),
                _unit(42),
                _talk(40, 1),
                _talk(50, 2),
            ),
        ),
        Case(
            "from the unit, three talks with one near the peak at home",
            silent_until=250,
            facts=(
                _unit(0),
                _talk(42, 1, agency="neonatal_unit"),
                _talk(50, 2),
                _talk(64, 3),
            ),
        ),
        Case(
            "moved here at seven weeks",
            silent_until=200,
            facts=({"day": 50, "agency": "gp", "kind": "moved_area", "from_area": "another county"},),
            also_supplied=("touchpoint",),
        ),
        Case(
            "moved here before the birth",
            raises_on=63,
            facts=(
                {"day": -50, "agency": "gp", "kind": "moved_area", "from_area": "another county"},
                _BIRTH,
            ),
            also_supplied=("touchpoint",),
        ),
        Case(
            "first known at seven months",
            silent_until=300,
            facts=({**_BIRTH, "day": 210, "agency": "gp"},),
            also_supplied=("touchpoint",),
        ),
    ),
)
