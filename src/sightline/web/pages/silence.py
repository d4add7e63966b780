"""Who sends nothing: silence of an agency is said, so that it is never read as nothing to say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from django.core.cache import cache
from django.db.models import Max

from sightline.core import clock
from sightline.core.codes import SECTORS
from sightline.projection.models import SIGNAL_MODELS

ASK_EVERY_SECONDS: Final = 60
LATE: Final = dt.timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Silent:
    """A kind of agency that has sent nothing since a day."""

    name: str
    since: dt.date


def silent_agencies(partnership: str, today: dt.date) -> list[Silent]:
    """The kinds of agency that used to send and have sent nothing for four weeks; asked once a minute."""
    key = f"silent:{partnership}:{today}"
    found: list[Silent] | None = cache.get(key)
    if found is None:
        found = _silent(partnership, today)
        cache.set(key, found, ASK_EVERY_SECONDS)
    return found


def _silent(partnership: str, today: dt.date) -> list[Silent]:
    last = _supply().filter(partnership=partnership).values_list("sector").annotate(last=Max("last_day"))
    found = [(sector, clock.from_day_number(day)) for sector, day in last.order_by("sector")]
    return [Silent(SECTORS.get(sector, sector), day) for sector, day in found if day < today - LATE]


def _supply() -> Any:
    return SIGNAL_MODELS["supply"].unscoped
