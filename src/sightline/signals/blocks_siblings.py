"""Building blocks about brothers and sisters: who is small and at home, and who has had a plan."""

from __future__ import annotations

from typing import Final

from sightline.signals.blocks import having, latest, without
from sightline.signals.grammar import Expression, Table, Tables

PLANS: Final = ("child_protection", "child_in_need", "looked_after")
"""Plans that say a child needed protection or help by law; an early help plan is help freely taken."""
DISABILITY_NEED: Final = "N2"
"""Need code of the census: the child's own disability or illness."""


def plans_of_older(t: Tables) -> Table:
    """Plans, open or ended, of the baby's older brothers and sisters, with `told_day`, when it was known.

    Not a plan for disability services alone. A twin's plan is the baby's own story.
    """
    plan = t.around.plan
    plan = plan.filter(plan.is_sibling, plan.type.isin(PLANS))
    disability = (plan.need_code.fill_null("") == DISABILITY_NEED) & (plan.type != "child_protection")
    plan = plan.filter(~disability).mutate(told_day=_told_day(plan))
    return without(plan, t.baby, plan.child_id == t.baby.child_id, plan.person_born_from >= _birth(t.baby))


def under_two_at_home(t: Tables, age_days: Expression) -> Table:
    """What told of each older brother or sister certainly younger than that at the birth, and not away.

    Rows of `t.relationship` with `told_day`. A half-sibling is at home only where somebody said so.
    """
    young = having(
        t.network.filter(t.network.is_sibling),
        t.baby,
        t.network.child_id == t.baby.child_id,
        t.network.person_born_from > _birth(t.baby) - age_days,
        t.network.person_born_to < _birth(t.baby),
    )
    stay = t.around.stay
    stay = stay.filter(stay.change == "moves_out", stay.for_child_id == stay.child_id)
    lives = without(young.filter(young.relation == "sibling"), stay, "child_id", "person_id")
    home = young.filter(young.at_home).union(lives)
    told = t.relationship
    told = having(told, home, told.child_id == home.child_id, told.about_id == home.person_id)
    return told.mutate(told_day=told.recorded_day)


def _birth(baby: Table) -> Expression:
    """The day of birth; the expected day while unborn."""
    return baby.born_day.fill_null(baby.due_day)


def _told_day(rows: Table) -> Expression:
    """When a fact became known. A later version is recorded anew, when no more than its end was news."""
    first = rows.entry_id == rows.root_id
    return first.ifelse(rows.recorded_day, latest(rows))
