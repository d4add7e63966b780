"""What nobody supplies cannot be computed: it is said so, never raised and never taken as clear."""

from __future__ import annotations

from typing import Any, Final

from sightline.learning.points import LearningPoint
from sightline.signals.parameters import Values
from sightline.signals.placeholders import placeholder
from sightline.signals.statement import computed
from sightline.signals.tables import PREFIX

_TEXT: Final = (
    "SELECT DISTINCT kind FROM {table} WHERE partnership = {partnership} "
    "AND known_from <= {as_of} AND known_until > {as_of}"
)


def supplied_kinds(cursor: Any, dialect: str, values: Values) -> set[str]:
    """The kinds of entry that some agency sends about babies of the partnership."""
    names = {name: placeholder(dialect, name) for name in ("partnership", "as_of")}
    bound = {name: values[name] for name in names}
    cursor.execute(_TEXT.format(table=f"{PREFIX}supply", **names), bound)
    return {kind for (kind,) in cursor.fetchall()}


def not_computable(cursor: Any, dialect: str, values: Values) -> list[str]:
    """The ids of the points that need a kind of entry which nobody supplies."""
    kinds = supplied_kinds(cursor, dialect, values)
    return [point.id for point in computed() if missing(point, kinds)]


def missing(point: LearningPoint, kinds: set[str]) -> list[str]:
    """What the point needs and is not there; kinds of which any will do are joined by `or`."""
    needs = [(need,) if isinstance(need, str) else need for need in point.needs]
    return [" or ".join(need) for need in needs if not kinds & set(need)]
