"""Building blocks about what makes a baby more vulnerable: each factor, who holds it, who put them together.

A factor is a row `child_id, entry_id, agency, sector, whose (baby or parent), person_id, factor, told_day,
explored, firm`. It is *firm* where a service wrote it down as such, or the baby came very early; a gestation
of 34 to 36 weeks, a twin or a toddler known only from the birth or the family are not firm by themselves.
"""

from __future__ import annotations

from typing import Final

from sightline.signals import blocks_records as records
from sightline.signals import blocks_siblings as siblings
from sightline.signals.blocks import having, without
from sightline.signals.grammar import Expression, Parameters, Table, Tables, both

BABY: Final = (
    "premature",
    "multiple_birth",
    "disability",
    "chronic_condition",
    "complex_needs",
    "learning_difficulty",
)
"""What the briefing names as making a baby more vulnerable, as a service would record it."""


def factors(t: Tables, p: Parameters) -> Table:
    """Every factor of the baby and its parents, `p.early` and `p.very_early` being days of pregnancy."""
    observed = t.step("observed", _observed(t))
    return both(observed, *_of_the_birth(t, p, observed), *_of_the_family(t, p), _of_parents(t))


def apart(t: Tables, p: Parameters, factors: Table) -> Table:
    """Those of `factors` that nobody explored and passed on, nor weighed in a finished assessment."""
    done = records.finished(t, p)
    done = done.filter(done.baby_factors)
    left = without(factors, done, factors.child_id == done.child_id, done.finished_day >= factors.told_day)
    settled = t.step("settled", _settled(t, factors))
    same = (settled.whose == left.whose) & (settled.factor == left.factor)
    one = same & (settled.person_id == left.person_id)
    all_of_them = (settled.whose == "baby") & (settled.told_day >= left.told_day)
    return without(left, settled, left.child_id == settled.child_id, one | all_of_them)


def _settled(t: Tables, factors: Table) -> Table:
    """Factors that were explored, and whose service then passed something on about the baby or its family."""
    told, around = t.shared, t.around.shared
    passed = both(
        told.select("child_id", "agency", passed_day=told.recorded_day),
        around.select("child_id", "agency", passed_day=around.recorded_day),
    )
    explored = factors.filter(factors.explored)
    return having(
        explored,
        passed,
        explored.child_id == passed.child_id,
        explored.agency == passed.agency,
        passed.passed_day >= explored.told_day,
    )


def _observed(t: Tables) -> Table:
    told = t.observation
    told = told.filter(told.code.isin(BABY), ~records.is_past(told))
    return _factor(told, "baby", told.code, told.recorded_day, told.explored.fill_null(False), True)


def _of_the_birth(t: Tables, p: Parameters, observed: Table) -> tuple[Table, Table]:
    """Born early, or one of several, where the birth says so and no service noted it."""
    birth = t.child
    early = birth.filter(birth.gestation_days < p.early)
    several = birth.filter(birth.multiple_birth)
    very = early.gestation_days < p.very_early
    return (
        _unnoted(_factor(early, "baby", "premature", early.recorded_day, False, very), observed),
        _unnoted(_factor(several, "baby", "multiple_birth", several.recorded_day, False, False), observed),
    )


def _unnoted(rows: Table, observed: Table) -> Table:
    return without(rows, observed, "child_id", "factor")


def _of_the_family(t: Tables, p: Parameters) -> tuple[Table, Table]:
    """A brother or sister under two at home; an older one with a plan, now or ever."""
    young = siblings.under_two_at_home(t, p.toddler)
    plans = siblings.plans_of_older(t)
    return (
        _factor(young, "baby", "toddler", young.told_day, False, False),
        _factor(plans, "baby", "sibling_plan", plans.told_day, False, True),
    )


def _of_parents(t: Tables) -> Table:
    """What parents carry; what is past and was explored is settled."""
    told = records.of_parents(t, *records.CARRIED)
    explored = told.explored.fill_null(False)
    told = told.filter(~(records.is_past(told) & explored))
    return _factor(told, "parent", told.code, told.recorded_day, told.explored.fill_null(False), True)


def _factor(
    rows: Table,
    whose: str,
    factor: Expression | str,
    told_day: Expression,
    explored: Expression | bool,
    firm: Expression | bool,
) -> Table:
    import ibis

    return rows.select(
        "child_id",
        "entry_id",
        "agency",
        "sector",
        whose=ibis.literal(whose),
        person_id=rows.about_id,
        factor=ibis.literal(factor) if isinstance(factor, str) else factor,
        told_day=told_day,
        explored=ibis.literal(explored) if isinstance(explored, bool) else explored,
        firm=ibis.literal(firm) if isinstance(firm, bool) else firm,
    )
