"""Building blocks about weight: weighings by UK-WHO at corrected age, and how far the weight has fallen."""

from __future__ import annotations

from typing import Final

from sightline.signals.blocks import earliest, having
from sightline.signals.grammar import Expression, Parameters, Table, Tables

BANDS: Final = (
    (0.4, 2.275, 0.667), (2.275, 9.12, 0.667), (9.12, 25.25, 0.667), (25.25, 50.0, 0.667),
    (50.0, 74.75, 0.667), (74.75, 90.88, 0.667), (90.88, 97.725, 0.667), (97.725, 99.6, 0.667),
)  # fmt: skip
"""Between the lines of the UK-WHO chart: centiles below and above, and the SDS between them."""
LOWEST: Final = 2.667
"""The lowest line is that many SDS below the middle."""


def weighings(t: Tables) -> Table:
    """Each weighing on a known day: child_id, entry_id, weighed_day, sds, born_day, due_day, early (in days).

    Where a service sent a centile and no weight, the SDS is read off between the lines of the chart.
    """
    told, baby = t.measurement, t.baby
    sds = told.weight_sds.fill_null(from_centile(told.weight_centile))
    exact = told.mutate(sds=sds).filter(told.happened_from == told.happened_to)
    exact = exact.filter(exact.sds.notnull())
    joined = exact.join(baby, [exact.child_id == baby.child_id, exact.happened_from >= baby.born_day])
    return joined.select(
        child_id=exact.child_id,
        entry_id=exact.entry_id,
        weighed_day=earliest(exact),
        sds=exact.sds,
        born_day=baby.born_day,
        due_day=baby.due_day.fill_null(baby.born_day),
        gestation_days=baby.gestation_days,
    )


def from_centile(centile: Expression) -> Expression:
    """The SDS of a centile, by straight lines between the chart's; null stays null."""
    found = centile * 0 - LOWEST
    for low, high, rise in BANDS:
        part = (centile > low).ifelse(centile, low)
        part = (part < high).ifelse(part, high)
        found = found + (part - low) * (rise / (high - low))
    return found


def at_birth(weighings: Table, p: Parameters) -> Table:
    """The first weighing in the first days: child_id, entry_id, sds."""
    import ibis

    first = weighings.filter(weighings.weighed_day <= weighings.born_day + p.at_birth)
    place = ibis.window(group_by=first.child_id, order_by=[first.weighed_day, first.entry_id])
    first = first.mutate(place=ibis.row_number().over(place))
    return first.filter(first.place == 0).drop("place")


def settled(weighings: Table, p: Parameters) -> Table:
    """Weighings after the first fortnight, counted from the expected day for a baby born early."""
    early = (weighings.gestation_days < p.early).fill_null(False) & (weighings.due_day > weighings.born_day)
    start = early.ifelse(weighings.due_day, weighings.born_day)
    return weighings.filter(weighings.weighed_day > start + p.first)


def newest(weighings: Table) -> Table:
    """Each baby's last weighing; the lighter of two on one day."""
    import ibis

    order = [weighings.weighed_day.desc(), weighings.sds, weighings.entry_id]
    ranked = weighings.mutate(place=ibis.row_number().over(group_by=weighings.child_id, order_by=order))
    return ranked.filter(ranked.place == 0).drop("place")


def fallen(t: Tables, p: Parameters, birth: Table, settled: Table, newest: Table) -> Table:
    """The newest weighing of babies whose weight fell by as many spaces as their birth weight allows.

    The fall is from the highest earlier weighing, that at birth included (except of a baby born very early).
    A fall needs two weighings after the first fortnight, and the newest is not above all the others.
    `from_entry_id` is the weighing from which it fell.
    """
    top = t.step("top", _highest_before(newest, settled))
    high = t.step("high", _highest_before(newest, _from_birth(birth, p).union(settled)))
    both = newest.join(high, "child_id").select(newest, from_sds=high.sds, from_entry_id=high.entry_id)
    both = both.join(top, "child_id").select(both, top_sds=top.sds)
    both = both.left_join(birth, both.child_id == birth.child_id).select(both, birth_sds=birth.sds)
    falls = both.from_sds - both.sds >= _allowed(both.birth_sds, p)
    return both.filter(both.top_sds >= both.sds, falls | (both.sds < 0 - p.second))


def _allowed(birth_sds: Expression, p: Parameters) -> Expression:
    """How far it may fall. A birth weight that is not known reads as one between the 9th and 91st centile."""
    small, large = (birth_sds < 0 - p.ninth).fill_null(False), (birth_sds > p.ninth).fill_null(False)
    return small.ifelse(p.one_space, large.ifelse(p.three_spaces, p.two_spaces))


def _from_birth(birth: Table, p: Parameters) -> Table:
    """Birth weights from which a fall is counted: a baby born very early falls for other reasons at first."""
    return birth.filter(birth.gestation_days.isnull() | (birth.gestation_days >= p.very_early))


def _highest_before(newest: Table, rows: Table) -> Table:
    import ibis

    rows = rows.select("child_id", "entry_id", "weighed_day", "sds")
    before = having(rows, newest, rows.child_id == newest.child_id, rows.weighed_day < newest.weighed_day)
    order = [before.sds.desc(), before.weighed_day, before.entry_id]
    ranked = before.mutate(place=ibis.row_number().over(group_by=before.child_id, order_by=order))
    return ranked.filter(ranked.place == 0).drop("place")
