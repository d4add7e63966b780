"""The one statement that asks every lesson's question, of one baby or of a partnership. No Ibis here.

It is put together from the committed SQL of `library/compiled/<dialect>/`: first what signals share, each as
a common table expression, then one part a point, joined by UNION ALL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any, Final, Literal, NamedTuple

from sightline.learning.catalogue import catalogue
from sightline.learning.points import LearningPoint
from sightline.signals.placeholders import placeholders
from sightline.signals.sharing import shared_steps
from sightline.signals.tables import BY_NAME

COMPILED: Final = Path(__file__).parents[1] / "library" / "compiled"
Variant = Literal["baby", "population", "slice"]
"""For one baby; for everyone; for everyone whose id lies from `:from_child` until before `:to_child`."""
VARIANTS: Final[tuple[Variant, ...]] = ("baby", "population")
"""Those that are compiled; a slice is the population, narrowed."""
AROUND: Final = "around_"
SHARED: Final = frozenset({"baby", "network", *BY_NAME, *(AROUND + name for name in BY_NAME)})
ALWAYS: Final = ("baby", "supply")
"""What every statement reads, whatever its points."""
GROUNDS: Final = "_grounds.sql"
_NAMED: Final = re.compile(r"THEN '([\w-]+)'")
_NAMES: Final = re.compile(r'"(\w+)"')
_QUOTED: Final = re.compile(r'(?:FROM|JOIN) "([a-z_]+)"')


class Evidence(NamedTuple):
    """One entry that raises a question: which point, about which child, which entry, for which reason."""

    point: str
    child_id: str
    entry_id: str
    because: str


class Statement(NamedTuple):
    """SQL and the names of the parameters that it binds, in order of first use."""

    text: str
    names: tuple[str, ...]

    def bind(self, values: dict[str, Any]) -> dict[str, Any]:
        """Only the values that it binds. Raises KeyError when one is missing."""
        return {name: values[name] for name in self.names}


def computed(points: Iterable[LearningPoint] | None = None) -> tuple[LearningPoint, ...]:
    """The points that have a signal; of the whole catalogue when none are given."""
    return tuple(point for point in (points or catalogue()) if point.signal is not None)


def statement(dialect: str, variant: Variant, ids: tuple[str, ...] | None = None) -> Statement:
    """The statement for these points (all by default): rows of `Evidence`, in no order."""
    return _build(dialect, variant, ids or tuple(point.id for point in computed()))


def first_statement(dialect: str) -> Statement:
    """For one baby: rows of the points that any baby may be asked, and in which others there is any ground.

    The latter are the ids in `because`, with blanks between them, of the one row without a `point`; see
    `signals.grounds`. What stands in them has to be asked by a `statement` of its own.
    """
    rest = set(with_grounds(dialect))
    any_baby = tuple(point.id for point in computed() if point.id not in rest)
    return _build(dialect, "baby", any_baby, read(dialect, GROUNDS))


def with_grounds(dialect: str) -> tuple[str, ...]:
    """The points that ask nothing of a baby without some row that few babies have."""
    named = set(_NAMED.findall(read(dialect, GROUNDS)))
    return tuple(point.id for point in computed() if point.id in named)


def shared_statement(dialect: str, variant: Variant, name: str) -> Statement:
    """The rows of a shared table by itself, `network` or `baby` say; see `signals.shared`."""
    common = [_common(each, dialect, variant) for each in _in_order([name], dialect, variant)]
    text = f'WITH {", ".join(common)}\nSELECT * FROM "{name}"'
    return Statement(text, placeholders(dialect, text))


@cache
def _build(dialect: str, variant: Variant, ids: tuple[str, ...], grounds: str = "") -> Statement:
    parts = [(point, read(dialect, f"{point}.sql")) for point in ids]
    texts = [grounds, *(sql for _, sql in parts)]
    order = _in_order([*ALWAYS, *(name for sql in texts for name in reads(sql))], dialect, variant)
    common = _narrowed(order, dialect, variant, texts)
    steps, left = shared_steps(dict(parts))
    told = [f'"{name}" AS (\n{body}\n)' for name, body in steps.items()]
    # Side by side, not one inside another: SQLite reads no more than a hundred levels deep.
    points = [f'"{point}" AS (\n{indent(sql, "  ")})' for point, sql in left.items()]
    asked = "\nUNION ALL\n".join(
        f"SELECT '{point}' AS point, child_id, entry_id, because FROM \"{point}\"" for point in ids
    )
    whole = _ONCE_FOR_ALL.format(asked=asked + _fence(dialect, variant))
    whole += _AND_GROUNDS.format(grounds=grounds) if grounds else ""
    text = f"WITH {', '.join([*common, *_needs(ids), *told, *points])}\n{whole}"
    return Statement(text, placeholders(dialect, text))


_IN_SLICE: Final = "\nWHERE child_id >= :from_child AND child_id < :to_child"
_ONCE_FOR_ALL_READS: Final = {"child_id", "kind"}
# What holds of every point is worked out once, not once a point: starting a plan costs by its size.
_ONCE_FOR_ALL: Final = (
    "SELECT DISTINCT point, child_id, entry_id, because FROM (\n{asked}\n) AS asked\n"
    'WHERE child_id IN (SELECT child_id FROM "baby")\n'
    'AND point NOT IN (SELECT point FROM "unsupplied")\n'
)

_AND_GROUNDS: Final = (
    "UNION ALL\nSELECT '' AS point, child_id, '' AS entry_id, points AS because\n"
    "FROM (\n{grounds}) AS grounds\n"
)


def _fence(dialect: str, variant: Variant) -> str:
    """Keeps PostgreSQL from working what holds of every point into each: one baby pays for each part."""
    return "\nOFFSET 0" if (dialect, variant) == ("postgres", "baby") else ""


def _needs(ids: tuple[str, ...]) -> tuple[str, str]:
    """What each point needs; and the points of which some need is supplied by none of its kinds."""
    rows = [
        f"('{point.id}', {place}, '{kind}')"
        for point in computed()
        if point.id in ids
        for place, need in enumerate(point.needs)
        for kind in ([need] if isinstance(need, str) else need)
    ]
    values = ", ".join(rows or ["('', 0, '')"])
    return (
        f'"needs" (point, place, kind) AS (VALUES {values})',
        '"unsupplied" AS (SELECT needs.point FROM needs '
        'LEFT JOIN "supply" AS supply ON supply.kind = needs.kind '
        "GROUP BY needs.point, needs.place HAVING COUNT(supply.kind) = 0)",
    )


def _narrowed(order: list[str], dialect: str, variant: Variant, texts: list[str]) -> list[str]:
    """The shared tables with only the columns that some text names: what is kept is kept whole by engines."""
    from sightline.signals.shared import schema  # which reads this module

    reading = [*texts, *(read(dialect, file_name(name, variant)) for name in order)]
    named = [(set(reads(text)), set(_NAMES.findall(text))) for text in reading]
    common = []
    for name in order:
        wanted = _ONCE_FOR_ALL_READS.union(*(names for tables, names in named if name in tables))
        columns = ", ".join(f'"{column}"' for column in schema(name) if column in wanted)
        common.append(_common(name, dialect, variant, columns))
    return common


def _common(name: str, dialect: str, variant: Variant, columns: str = "*") -> str:
    text = indent(read(dialect, file_name(name, variant)), "  ")
    narrow = _IN_SLICE if variant == "slice" and name in BY_NAME and name != "supply" else ""
    return f'"{name}" AS (\nSELECT {columns} FROM (\n{text}) AS shared{narrow})'


def _in_order(names: list[str], dialect: str, variant: Variant) -> list[str]:
    """These shared tables, each after those that it reads itself."""
    order: list[str] = []

    def visit(name: str) -> None:
        if name in order:
            return
        for below in reads(read(dialect, file_name(name, variant))):
            visit(below)
        order.append(name)

    for name in names:
        visit(name)
    return order


def reads(text: str) -> list[str]:
    """The shared tables that some SQL reads, each once."""
    return [name for name in dict.fromkeys(_QUOTED.findall(text)) if name in SHARED]


def file_name(name: str, variant: Variant) -> str:
    """The file of a shared table; only signal tables differ between the variants."""
    stored = "population" if variant == "slice" else variant
    return f"_{name}.{stored}.sql" if name in BY_NAME else f"_{name}.sql"


@cache
def read(dialect: str, name: str) -> str:
    """A compiled file. Raises FileNotFoundError naming the command that writes it."""
    path = COMPILED / dialect / name
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: run python -m sightline.signals.compiling.")
    return path.read_text()
