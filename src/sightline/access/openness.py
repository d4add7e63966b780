"""What is open on a baby: universal, help agreed with the parents, or concern."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Final, Literal

from django.db.models import Q

from sightline.access.models import OpenMatter
from sightline.core import clock

Openness = Literal["universal", "help", "concern"]
WIDTH: Final[dict[Openness, int]] = {"universal": 0, "help": 1, "concern": 2}
_NAMES: Final[dict[str, Openness]] = {name: name for name in WIDTH}


def openness_of(child_id: uuid.UUID | str, on: dt.date | None = None) -> Openness:
    """The widest matter that is open on the baby on a day (today)."""
    return openness_of_each([child_id], on)[uuid.UUID(str(child_id))]


def openness_of_each(
    child_ids: Iterable[uuid.UUID | str], on: dt.date | None = None
) -> dict[uuid.UUID, Openness]:
    """The openness of each baby, in one query."""
    asked = [uuid.UUID(str(child_id)) for child_id in child_ids]
    widest: dict[uuid.UUID, Openness] = dict.fromkeys(asked, "universal")
    matters = OpenMatter.unscoped.filter(open_on(on or clock.today()), child_id__in=asked)
    for child_id, level in matters.values_list("child_id", "level"):
        widest[child_id] = max(widest[child_id], _NAMES[level], key=WIDTH.__getitem__)
    return widest


def open_on(day: dt.date) -> Q:
    """The open matters in force on a day: from the first day to the last, both included."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
