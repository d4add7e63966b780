"""Building blocks about who holds a fact: who knows of the baby, and whether anybody else was told.

A held fact is a row `child_id, entry_id, agency, person_id, matter, told_day, happened_from`.
"""

from __future__ import annotations

from typing import Final

from sightline.signals.blocks import earliest, having, without
from sightline.signals.grammar import Expression, Table, Tables, both

ABOUT_THE_BABY: Final = (
    "appointment", "contact", "measurement", "mobility", "injury", "observation", "statement", "referral",
    "strategy", "medical", "assessment", "plan", "touchpoint", "offer", "gp_request", "challenge",
    "relationship", "stay", "area_move",
)  # fmt: skip
"""Tables whose rows about a baby show that the agency knew of it."""


def held(rows: Table, matter: str, person: Expression | None = None) -> Table:
    """`rows` as held facts about `person` (whom the row is about, by default)."""
    import ibis

    return rows.select(
        "child_id",
        "entry_id",
        "agency",
        person_id=rows.about_id if person is None else person,
        matter=ibis.literal(matter),
        told_day=rows.recorded_day,
        happened_from=earliest(rows).fill_null(rows.recorded_day),
    )


def knows_of_baby(t: Tables) -> Table:
    """From when each agency knew of the baby: child_id, agency, knows_day.

    It recorded something about the baby, or how somebody stands to it.
    """
    tables = (getattr(t, name) for name in ABOUT_THE_BABY)
    told = both(*(rows.select("child_id", "agency", "recorded_day") for rows in tables))
    return told.group_by("child_id", "agency").aggregate(knows_day=told.recorded_day.min())


def held_since(t: Tables, facts: Table, pregnancy: Expression) -> Table:
    """Those of `facts` whose holder knows of the baby, with `since_day`: when it held both.

    Not before the pregnancy began, `pregnancy` days before the birth is expected.
    """
    import ibis

    knows, baby = knows_of_baby(t), t.baby
    begins = (baby.due_day - pregnancy).fill_null(baby.born_day)
    joined = facts.join(knows, (facts.child_id == knows.child_id) & (facts.agency == knows.agency))
    joined = joined.select(facts, knows_day=knows.knows_day)
    joined = joined.join(baby, joined.child_id == baby.child_id).select(joined, begins=begins)
    latest = ibis.greatest(joined.told_day, joined.knows_day, joined.begins.fill_null(joined.told_day))
    return joined.mutate(since_day=latest)


def not_passed_on(t: Tables, facts: Table) -> Table:
    """Those of `facts` since which their holder passed nothing on, referred nobody and asked nobody in."""
    told, around, sent, asked = t.shared, t.around.shared, t.referral, t.strategy
    passed = both(*(_passed(rows) for rows in (told, around, sent, asked)))
    return without(
        facts,
        passed,
        facts.child_id == passed.child_id,
        facts.agency == passed.agency,
        passed.passed_day >= facts.told_day,
    )


def not_acted_on(t: Tables, facts: Table) -> Table:
    """Those of `facts` since which no discussion, medical or plan shows that several services know."""
    plan = t.plan
    plan = plan.filter(plan.type.isin(("child_protection", "child_in_need")))
    acted = both(*(_passed(rows) for rows in (t.strategy, t.medical, plan)))
    return without(facts, acted, facts.child_id == acted.child_id, acted.passed_day >= facts.happened_from)


def not_recorded_elsewhere(facts: Table, told: Table, *, near: Expression | None = None) -> Table:
    """Those of `facts` of whose matter and person no other agency has a record in `told`.

    With `near`, a record counts from so many days before the fact on; without, however old it is.
    """
    told = told.view()
    same = [facts[column] == told[column] for column in ("child_id", "matter", "person_id")]
    later = [] if near is None else [told.told_day >= facts.happened_from - near]
    return without(facts, told, *same, facts.agency != told.agency, *later)


def near_the_baby(rows: Table) -> Table:
    """Those of `rows` about parents, their partners, and whoever lives, stays or cares there."""
    return rows.filter(rows.is_parent | rows.is_partner | rows.at_home | rows.cares)


def held_by(rows: Table, other: Table) -> Table:
    """Those of `rows` that are entries of `other`."""
    return having(rows, other, "child_id", "entry_id")


def _passed(rows: Table) -> Table:
    return rows.select("child_id", "agency", passed_day=rows.recorded_day)
