"""What changed since this reader last looked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sightline.core import clock
from sightline.core.models import LedgerChild
from sightline.web.pages.baby.reading import Reading
from sightline.web.pages.baby.saying import SaidLine, say
from sightline.web.words import day

AT_ONCE: Final = 6
LOOKED: Final = "baby.looked"
ONE_VISIT: Final = dt.timedelta(hours=1)
"""Looks within it are one: coming back from recording does not hide what is new."""


@dataclass(frozen=True, slots=True)
class Changes:
    """When the reader last looked (None: never), and the lines that have become known since."""

    since: dt.datetime | None
    lines: tuple[SaidLine, ...]
    more: int

    @property
    def words(self) -> str:
        """The day of the last look; today, the hour."""
        if self.since is None:
            return ""
        on = clock.day_of(self.since)
        return f"{self.since.astimezone(clock.LONDON):%H:%M} today" if on == clock.today() else day(on)


def changes_of(reading: Reading) -> Changes:
    """The lines known since the reader's last look, the latest known first."""
    since = last_looked(reading)
    if since is None:
        return Changes(None, (), 0)
    fresh = [line for line in reading.shown if line.entry.known_at > since]
    fresh.sort(key=lambda line: (line.entry.known_at, line.entry.id), reverse=True)
    said = tuple(say(line, reading) for line in fresh[:AT_ONCE])
    return Changes(since, said, max(0, len(fresh) - AT_ONCE))


def last_looked(reading: Reading) -> dt.datetime | None:
    """When this reader last opened this baby's page, before the present visit to it."""
    looks = LedgerChild.ledger.filter(
        child_id=reading.child_id,
        entry__actor_id=reading.actor.id,
        entry__event=LOOKED,
        entry__at__lt=clock.now() - ONE_VISIT,
    )
    found: dt.datetime | None = looks.order_by("-entry__at").values_list("entry__at", flat=True).first()
    return found
