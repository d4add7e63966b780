"""Building blocks about the talks on crying: from when they are counted, and who was there for them."""

from __future__ import annotations

from typing import Any

from sightline.signals.blocks import latest, without
from sightline.signals.grammar import Parameters, Table, Tables

FIVE = ("1", "2", "3", "4", "5")


def due(t: Tables, p: Parameters, after: Any, until: Any) -> Table:
    """Babies who have been at home for so long and no longer: child_id, entry_id (the birth), home_day.

    A stay in the neonatal unit counts from the last time that the unit wrote of the baby in its care. Left
    out are babies who moved here after their birth: the talks of another area are not in these records.
    """
    home = t.baby.filter(t.baby.born_day.notnull())
    unit = t.step("in_unit", _in_unit(t))
    home = home.left_join(unit, "child_id").select(
        home.child_id,
        home.entry_id,
        home.born_day,
        home_day=(unit.unit_day > home.born_day).fill_null(False).ifelse(unit.unit_day, home.born_day),
    )
    moved = t.area_move
    home = without(home, moved, home.child_id == moved.child_id, latest(moved) >= home.born_day)
    return home.filter(home.home_day + after <= p.today, home.home_day + until >= p.today)


def _in_unit(t: Tables) -> Table:
    import ibis

    told = (t.contact, t.observation, t.touchpoint, t.measurement)
    days = ibis.union(*(each.select("child_id", "sector", day=latest(each)) for each in told))
    days = days.filter(days.sector == "neonatal_unit")
    return days.group_by("child_id").aggregate(unit_day=days.day.max())


def talks(t: Tables) -> Table:
    """The talks on crying about the babies, each with `talk_day`, the last day on which it can have been."""
    told = t.touchpoint.filter(t.touchpoint.programme == "icon")
    return told.mutate(talk_day=latest(told))
