"""Until when a baby is followed: to the second birthday, or the end of its last plan, whichever is later."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from django.db.models import Q

from sightline.agencies.models import PolicySetting
from sightline.chronology.ages import months_after
from sightline.chronology.kinds import Plan
from sightline.chronology.models import Entry, details_of
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import TICK, Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.events import DayPassed
from sightline.core.unit import current
from sightline.people.models import Baby
from sightline.people.queries import in_parts

SETTING: Final = "followed_until_months"
MONTHS: Final = 24
"""Where a partnership set nothing: the second birthday (the infants of the briefing are under two)."""


def followed_until(baby: Baby, last_plan_end: dt.date | None = None, months: int = MONTHS) -> dt.date | None:
    """The last day on which the baby is followed; None while it is not born."""
    if baby.born_on is None:
        return None
    birthday = months_after(baby.born_on, months) - dt.timedelta(days=1)
    return max(birthday, last_plan_end) if last_plan_end else birthday


def close_finished(passed: DayPassed) -> None:
    """As a day begins, close to daily view the babies whose last day has gone by."""
    close_babies(TICK, clock.from_day_number(passed.day))


def may_close(actor: Actor, day: dt.date) -> Decision:
    """The passing of a day closes pages; nobody does it by hand."""
    return allow("The day has passed.") if actor.is_system else refuse("Pages close by policy, as days pass.")


@action("babies.closed", may=may_close)
def close_babies(actor: Actor, day: dt.date) -> int:
    """Close each baby whose last day of being followed is before `day`; how many. Again closes none."""
    closed = 0
    for partnership, months in _months(day).items():
        born_before = Q(born_on__lt=months_after(day, -months) + dt.timedelta(days=4))
        old = Baby.unscoped.filter(born_before, partnership_id=partnership, closed_on__isnull=True)
        closed += _close(list(old), months, day)
    return closed


def _close(babies: list[Baby], months: int, day: dt.date) -> int:
    ends = _plan_ends({baby.pk for baby in babies})
    over = [baby for baby in babies if _is_over(baby, ends.get(baby.pk, []), months, day)]
    for baby in over:
        baby.closed_on = day
        baby.closed_because = "The second birthday has passed, and no plan is open."
        current().note(f"baby:{baby.pk}", str(baby.pk))
    Baby.unscoped.bulk_update(over, ["closed_on", "closed_because"], batch_size=500)
    return len(over)


def _is_over(baby: Baby, plan_ends: list[dt.date | None], months: int, day: dt.date) -> bool:
    if None in plan_ends:
        return False
    until = followed_until(baby, max((end for end in plan_ends if end), default=None), months)
    return until is not None and until < day


def _months(day: dt.date) -> dict[uuid.UUID, int]:
    """How many months each partnership follows a baby, by its setting in force on a day."""
    partnerships = Baby.unscoped.filter(closed_on__isnull=True).values_list("partnership_id", flat=True)
    months = dict.fromkeys(partnerships.distinct(), MONTHS)
    settings = PolicySetting.unscoped.filter(name=SETTING, from_on__lte=day).order_by("from_on")
    for partnership, value in settings.values_list("partnership_id", "value"):
        if partnership in months:
            months[partnership] = int(value)
    return months


def _plan_ends(child_ids: set[uuid.UUID]) -> dict[uuid.UUID, list[dt.date | None]]:
    """When each baby's plans end; None for one that has no end yet."""
    ends: dict[uuid.UUID, list[dt.date | None]] = defaultdict(list)
    for entry, plan in _plans(child_ids):
        ends[entry.about.person_id].append(plan.end_on)
    return ends


def _plans(child_ids: Iterable[uuid.UUID]) -> Iterator[tuple[Entry, Plan]]:
    for some in in_parts(child_ids):
        standing = Entry.unscoped.filter(
            kind="plan", about__person_id__in=some, replaced_by__isnull=True, withdrawn=False
        )
        entries = list(standing.select_related("about"))
        said = details_of(entries)
        for entry in entries:
            plan = said[entry.pk]
            if isinstance(plan, Plan):
                yield entry, plan
