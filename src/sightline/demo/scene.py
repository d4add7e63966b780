"""Who acts in the county's concerns, about which baby, and when: counted back from the county's today."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Final

from sightline.agencies.acting import actor_of, assignments_of
from sightline.agencies.models import Agency, Professional
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.demo.twists import TWISTS
from sightline.people.models import Person, SourcePerson

WORKING_HOURS: Final = dt.time(9)


def who(user: str) -> Actor:
    """The actor who signs in with that name."""
    return actor_of(assignments_of(Professional.objects.get(username=user))[0])


def agency(code: str) -> Agency:
    """The agency with that code."""
    return Agency.unscoped.select_related("partnership").get(code=code)


def baby(lesson: str) -> Person:
    """The baby of the family that was made for a lesson."""
    key = f"county-{list(TWISTS).index(lesson):03d}:baby"
    source = SourcePerson.unscoped.filter(kind="baby", key=key).select_related("person").first()
    assert source is not None, "every lesson has its family"
    return source.person


def ago(working_days: int, hours: float) -> dt.datetime:
    """So many hours after nine, on the working day that is so many before today."""
    day = _working_day(clock.today(), working_days)
    return dt.datetime.combine(day, WORKING_HOURS, clock.LONDON) + dt.timedelta(hours=hours)


def just(minutes: int) -> dt.datetime:
    """So many minutes before now."""
    return clock.now() - dt.timedelta(minutes=minutes)


@cache
def _working_day(today: dt.date, before: int) -> dt.date:
    day = today
    for _ in range(before):
        day -= dt.timedelta(days=1)
        while not clock.is_working_day(day):
            day -= dt.timedelta(days=1)
    return day
