"""Whom to ring at this minute: asked of the database once a minute, and not for every page."""

from __future__ import annotations

from typing import Final

from django.core.cache import cache

from sightline.agencies.duty import numbers_now
from sightline.agencies.models import DutyNumber
from sightline.core import clock

KEPT_SECONDS: Final = 60


def whom_to_ring(partnership: str) -> dict[str, DutyNumber]:
    """The number for each purpose (`mark`, `worry`) now; the minute when hours change is never kept over."""
    key = f"whom_to_ring:{partnership}:{clock.now():%Y%m%d%H%M}"
    found: dict[str, DutyNumber] | None = cache.get(key)
    if found is None:
        found = numbers_now(partnership)
        cache.set(key, found, KEPT_SECONDS)
    return found
