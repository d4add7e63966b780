"""Chance, a column at a time: codes, flags, days, with what is not recorded as null."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Numbers: TypeAlias = npt.NDArray[Any]
Column: TypeAlias = Any
"""A pyarrow array."""


class Chance:
    """A source of columns that is the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.generator = np.random.default_rng(seed)

    def whole(self, low: int, high: int, count: int) -> Numbers:
        """Whole numbers from `low` to `high`, ends included."""
        return self.generator.integers(low, high + 1, count)

    def yes(self, part: float | Numbers, count: int) -> Numbers:
        """True for about this part."""
        return self.generator.random(count) < part

    def code(self, weights: Mapping[Any, float], count: int) -> Column:
        """Codes (or flags) by their weights; None is null."""
        parts = np.array(list(weights.values()))
        drawn = self.generator.choice(len(parts), count, p=parts / parts.sum())
        return pa.array(list(weights)).take(pa.array(drawn))

    def either(self, first: Numbers, weights: Mapping[Any, float], otherwise: Mapping[Any, float]) -> Column:
        """Codes by one set of weights where `first` holds, by another elsewhere."""
        count = len(first)
        return pc.if_else(pa.array(first), self.code(weights, count), self.code(otherwise, count))

    def flag(self, yes: float, no: float, count: int) -> Column:
        """True, false, and null for the rest."""
        return self.code({True: yes, False: no, None: max(0.0, 1 - yes - no)}, count)


def number(values: Numbers, missing: Numbers | None = None) -> Column:
    """A column of numbers, null where `missing`."""
    return pa.array(values, mask=missing)


def constant(value: Any, count: int) -> Column:
    """One value all the way."""
    return pa.repeat(pa.scalar(value), count)
