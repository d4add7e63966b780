"""What is known of a baby, one row for each stretch of time in which the same was known. Pure.

A pregnancy and a birth are entries like any other, told by several agencies and corrected later. A signal
reads one row a baby: the latest word on each matter at that time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from sightline.projection.rows import Row

_MATTERS: Final = ("born_day", "due_day", "gestation_days", "multiple_birth", "sex", "birth_weight_g")
_UNSAID: Final = (None, "unknown")
TERM_DAYS: Final = 280
"""Forty weeks: the expected day is that long after the start of pregnancy."""


def versions_of(told: Iterable[Row], partnership: str, last_day: int | None = None) -> Iterator[Row]:
    """The rows of `child` for one baby, from the rows that each of its entries gives (`rows.rows_of`).

    `last_day` is the last day on which the baby is followed. A row is as sensitive as the most sensitive
    entry that it draws upon.
    """
    rows = sorted(told, key=lambda row: (row["known_from"], row["entry_id"]))
    instants = sorted({row[name] for row in rows for name in ("known_from", "known_until")})
    for since, until in pairwise(instants):
        known = [row for row in rows if row["known_from"] <= since < row["known_until"]]
        if known:
            yield _merged(known) | {
                "partnership": partnership,
                "last_day": last_day,
                "known_from": since,
                "known_until": until,
            }


def _merged(known: list[Row]) -> Row:
    merged = dict(known[-1])
    for matter in _MATTERS:
        merged[matter] = next((row[matter] for row in reversed(known) if row[matter] not in _UNSAID), None)
    if merged["due_day"] is None and None not in (merged["born_day"], merged["gestation_days"]):
        merged["due_day"] = merged["born_day"] + TERM_DAYS - merged["gestation_days"]
    return merged | {"sensitivity": max(row["sensitivity"] for row in known)}
