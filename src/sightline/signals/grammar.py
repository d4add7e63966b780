"""How a signal is written: a function of the signal tables and the parameters, in Ibis.

    def signal(t: Tables, p: Parameters) -> Table:
        missed = t.appointment.filter(t.appointment.outcome == "not_brought")
        return rows(missed, because="missed")

It returns `child_id`, `entry_id`, `because`: the evidence, one row an entry. No rows, no question. It is
compiled once (`signals.compiling`) and committed as SQL; Ibis is not there at run time, so a lesson's file
imports it only inside functions, if at all. Expressions are typed `Any` for the same reason.

**Tables.** `t.appointment` and every other signal table holds the rows about the followed babies themselves,
with a column `child_id`; already filtered to what was known at `p.as_of` and to `p.level`. `t.around.met`
holds the rows about anyone in a baby's care network, with the columns of the table and of the network.
`t.baby` and `t.network` are described in `signals.shared`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, Final, TypeAlias

from sightline.learning.policy import PolicyValue
from sightline.signals import parameters as names
from sightline.signals.statement import AROUND
from sightline.signals.tables import BY_NAME

Table: TypeAlias = Any
Expression: TypeAlias = Any


RESULT: Final = ("child_id", "entry_id", "because")

IBIS_TYPES: Final = {
    "text": "string",
    "day": "int64",
    "instant": "int64",
    "int": "int64",
    "real": "float64",
    "flag": "boolean",
}


# Unmistakable values that Ibis writes into the SQL, to be found again and made placeholders.
SENTINEL_INT: Final = 987654321000000
SENTINEL_REAL: Final = 98765432.0625


class Parameters:
    """The parameters by name: `p.today`, `p.as_of`, `p.level`, `p.partnership`, and the lesson's own policy.

    A `working_days` value is a day: a rule reads `start_day <= p.answer_within`. `weeks` are days. A
    `yes_no` value is a condition; a `choice` is compared with `==`, once for each variant.
    """

    def __init__(self, policy: Iterable[PolicyValue] = (), key: str = "") -> None:
        self._types = dict(names.COMMON)
        self._full = {name: name for name in names.COMMON}
        for value in policy:
            self._full[value.name] = f"{key}__{value.name}"
            self._types[self._full[value.name]] = names.TYPES[value.unit]
        self.sentinels: dict[str, str] = {}

    def __getattr__(self, name: str) -> Expression:
        if name.startswith("_") or name not in self._full:
            raise AttributeError(f"No parameter is called {name}: declare a PolicyValue of that name.")
        return self._sentinel(self._full[name])

    def _sentinel(self, name: str) -> Expression:
        import ibis

        place = sorted(self._types).index(name)
        kind = self._types[name]
        if kind == "text":
            self.sentinels[f"'<<{name}>>'"] = name
            return ibis.literal(f"<<{name}>>")
        if kind == "real":
            self.sentinels[str(SENTINEL_REAL + place)] = name
            return ibis.literal(SENTINEL_REAL + place, "float64")
        if kind == "flag":
            self.sentinels[f"'<<{name}>>' = 'yes'"] = name
            return ibis.literal(f"<<{name}>>") == "yes"
        self.sentinels[str(SENTINEL_INT + place)] = name
        return ibis.literal(SENTINEL_INT + place, "int64")


class Tables:
    """The signal tables as a signal may read them; see the module's text."""

    def __init__(self, p: Parameters) -> None:
        self.p = p
        self.steps: dict[str, Table] = {}

    def __getattr__(self, name: str) -> Table:
        if name.startswith("_") or name not in BY_NAME:
            raise AttributeError(f"There is no signal table called {name}.")
        return shared_table(name)

    @cached_property
    def baby(self) -> Table:
        """The followed babies, one row each."""
        return shared_table("baby")

    @cached_property
    def network(self) -> Table:
        """The people around each followed baby, one row a baby and person."""
        return shared_table("network")

    @cached_property
    def around(self) -> Around:
        """The tables, about the people around a baby and not the baby itself."""
        return Around()

    def step(self, name: str, rows: Table) -> Table:
        """`rows` under a name: worked out once, however often the signal reads them.

        Name whatever is read twice, in the practitioner's word for it, unique in the signal. Steps that
        several signals take in the same words are worked out once for all of them (`signals.sharing`).
        """
        import ibis

        if name in self.steps and self.steps[name].equals(rows):
            return ibis.table(rows.schema(), name=name)
        if name in self.steps or name in BY_NAME or name in ("baby", "network"):
            raise ValueError(f"There is already something called {name}.")
        self.steps[name] = rows
        return ibis.table(rows.schema(), name=name)


class Around:
    """The signal tables about anyone in the care network: the table's columns and the network's."""

    def __getattr__(self, name: str) -> Table:
        if name.startswith("_") or name not in BY_NAME:
            raise AttributeError(f"There is no signal table called {name}.")
        return shared_table(AROUND + name)


def rows(evidence: Table, because: str | Expression) -> Table:
    """The result of a signal: `evidence` (with child_id and entry_id), each row for the reason `because`."""
    import ibis

    reason = ibis.literal(because) if isinstance(because, str) else because
    return evidence.select("child_id", "entry_id", because=reason)


def both(*results: Table) -> Table:
    """Several results as one."""
    import ibis

    return ibis.union(*results) if len(results) > 1 else results[0]


def shared_table(name: str) -> Table:
    """A table that is worked out once a statement and read by many signals (`signals.shared`)."""
    import ibis

    from sightline.signals import shared

    return ibis.table(shared.schema(name), name=name)
