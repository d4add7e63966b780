"""The lessons that there are: adding a lesson is adding a file."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from sightline.learning.points import LearningPoint

POINTS = "sightline.library.points"


@cache
def catalogue(package: str = POINTS) -> tuple[LearningPoint, ...]:
    """Every learning point in `package`, one a module (its variable POINT), in order of id.

    Raises ValueError when a file holds no POINT, or one that is called otherwise than its file.
    """
    home = importlib.import_module(package)
    names = sorted(module.name for module in pkgutil.iter_modules(home.__path__))
    return tuple(sorted((_load(package, name) for name in names), key=lambda point: point.id))


def point(point_id: str) -> LearningPoint:
    """The learning point with that id. Raises KeyError when there is none."""
    return {point.id: point for point in catalogue()}[point_id]


def _load(package: str, name: str) -> LearningPoint:
    found = getattr(importlib.import_module(f"{package}.{name}"), "POINT", None)
    if not isinstance(found, LearningPoint):
        raise ValueError(f"{package}.{name} holds no POINT.")
    if found.key != name:
        raise ValueError(f"{package}.{name} holds {found.id}: its file would be {found.key}.py.")
    return found
