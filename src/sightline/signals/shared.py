"""What signals read, worked out once a statement: every signal table as it was known, `baby` and `network`.

**A signal table** (`appointment`, `met` ...): the rows about the followed babies, with `child_id`.
**around_<table>**: the rows about anyone in the care network, with the network's columns.

**baby** one row for each followed baby: `child_id`, `entry_id`, `partnership`, `born_day` and `age_days`
(null while unborn), `due_day`, `gestation_days`, `multiple_birth`, `sex`, `birth_weight_g`.

**network** one row for each baby and person around it: relatives, the partner of a parent, and whoever stays
with or cares for the baby; never the baby itself.

- `relation`: mother, father, parent, partner, grandparent, sibling ...: the latest; a parent stays a parent.
  Empty where only a stay is known. `identity`: the latest state (named, described, not_asked ...).
- `is_parent`, `is_sibling`, `is_partner` (of a parent), `adult` (a parent, or not a brother or sister and not
  known to be under 18; a brother or sister known to be 18).
- `lives_here`, `stays_often`, `cares`: by the latest household change; a named or described parent lives here
  until a change says otherwise. `at_home`: lives here or stays often.
- `home_entry_id`, `home_day`, `home_reason_known`: the latest change into the home or into care.
- `since_entry_id`, `since_day`: the entry that first put the person in the network, and the day on which its
  agency recorded it.
- `person_sex`, `person_born_from`, `person_born_to`, where known.
"""

from __future__ import annotations

from typing import Final

from sightline.signals.grammar import IBIS_TYPES, Parameters, Table, Tables
from sightline.signals.statement import AROUND, Variant
from sightline.signals.tables import BY_NAME, PREFIX

Columns = tuple[tuple[str, str], ...]

COLUMNS: Final[dict[str, Columns]] = {
    "baby": (
        ("child_id", "string"),
        ("entry_id", "string"),
        ("partnership", "string"),
        ("born_day", "int64"),
        ("age_days", "int64"),
        ("due_day", "int64"),
        ("gestation_days", "int64"),
        ("multiple_birth", "boolean"),
        ("sex", "string"),
        ("birth_weight_g", "int64"),
    ),
    "network": (
        ("child_id", "string"),
        ("person_id", "string"),
        ("relation", "string"),
        ("identity", "string"),
        ("is_parent", "boolean"),
        ("is_sibling", "boolean"),
        ("is_partner", "boolean"),
        ("adult", "boolean"),
        ("lives_here", "boolean"),
        ("stays_often", "boolean"),
        ("cares", "boolean"),
        ("at_home", "boolean"),
        ("home_entry_id", "string"),
        ("home_day", "int64"),
        ("home_reason_known", "boolean"),
        ("since_entry_id", "string"),
        ("since_day", "int64"),
        ("person_sex", "string"),
        ("person_born_from", "int64"),
        ("person_born_to", "int64"),
    ),
}


# The column that says which baby a row of a table is for, where it is not `about_id`.
CHILD_COLUMN: Final = {
    "relationship": "to_id",
    "stay": "child_id",
    "considered": "child_id",
    "offer": "child_id",
}
NAMES: Final = ("baby", "network", *BY_NAME, *(AROUND + name for name in BY_NAME if name != "supply"))
"""Everything that a statement may work out once."""


def schema(name: str) -> dict[str, str]:
    """The columns of something shared, and their Ibis types."""
    if name in COLUMNS:
        return dict(COLUMNS[name])
    if name.startswith(AROUND):
        own = _stored_schema(name.removeprefix(AROUND))
        if "child_id" in own:
            own = {("for_child_id" if column == "child_id" else column): own[column] for column in own}
        return own | {column: kind for column, kind in COLUMNS["network"] if column not in own}
    own = _stored_schema(name)
    return own if name == "supply" else own | {"child_id": "string"}


def build(name: str, t: Tables, variant: Variant) -> Table:
    """How something shared is worked out."""
    from sightline.signals.network import network

    p = t.p
    if name == "baby":
        return _baby(t, p)
    if name == "network":
        return network(t, p)
    if name.startswith(AROUND):
        return _around(name.removeprefix(AROUND), p)
    return _about_babies(name, p, variant)


def known(name: str, p: Parameters) -> Table:
    """A whole stored table as it was known at `p.as_of`, at `p.level`; not scoped to babies."""
    import ibis

    rows = ibis.table(_stored_schema(name), name=PREFIX + name)
    kept = rows.filter(rows.known_from <= p.as_of, rows.known_until > p.as_of)
    return kept.filter(kept.sensitivity <= p.level) if "sensitivity" in kept.columns else kept


def _stored_schema(name: str) -> dict[str, str]:
    return {column.name: IBIS_TYPES[column.type] for column in BY_NAME[name].columns}


def _about_babies(name: str, p: Parameters, variant: Variant) -> Table:
    rows = known(name, p)
    if name == "supply":
        return rows.filter(rows.partnership == p.partnership)
    child = rows[CHILD_COLUMN.get(name, "about_id")]
    if variant == "baby":
        rows = rows.filter(child == p.child_id)
    return rows if "child_id" in rows.columns else rows.mutate(child_id=child)


def _around(name: str, p: Parameters) -> Table:
    rows, network = known(name, p), Tables(p).network
    if "child_id" in rows.columns:
        rows = rows.rename(for_child_id="child_id")
    theirs = {column: network[column] for column in network.columns if column not in rows.columns}
    return network.join(rows, network.person_id == rows.about_id).select(rows, **theirs)


def _baby(t: Tables, p: Parameters) -> Table:
    """The followed babies of the partnership: until the age that policy sets, or while a plan is open."""
    child, plan = t.child, t.plan
    open_plan = plan.filter(plan.start_day <= p.today, plan.end_day.isnull() | (plan.end_day >= p.today))
    young = child.born_day.isnull() | (child.born_day >= p.today - p.followed_days)
    planned = child.child_id.isin(open_plan.child_id)
    followed = child.filter(
        child.partnership == p.partnership,
        child.last_day.isnull() | (child.last_day >= p.today),
        young | planned,
    )
    aged = followed.mutate(age_days=p.today - followed.born_day)
    return aged.select(*(name for name, _ in COLUMNS["baby"]))
