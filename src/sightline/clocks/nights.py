"""The night: until when it lasts, who is on duty, and every number that is needed when the system is down."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from sightline.access.staff import held_on
from sightline.agencies.duty import hours_at, working_hours
from sightline.agencies.models import Agency, Assignment, DutyNumber
from sightline.clocks.holding import HANDED_TO_THE_NIGHT, NIGHT
from sightline.core import clock

LEAD: Final = "safeguarding_lead"


@dataclass(frozen=True, slots=True)
class Number:
    """Whom to ring: a name, for what or of which agency, and the telephone; empty when none is kept."""

    name: str
    of: str
    telephone: str


def is_night(partnership: str) -> bool:
    """Whether it is outside the partnership's working hours now."""
    return hours_at(clock.now(), partnership) == "night"


def morning_after(partnership: str, instant: dt.datetime) -> dt.datetime:
    """When the day team is next back after an instant: the beginning of the next working day's hours."""
    day = clock.day_of(instant)
    while True:
        begins = dt.datetime.combine(day, working_hours(partnership, day).begins, clock.LONDON)
        if clock.is_working_day(day) and begins > instant:
            return begins
        day += dt.timedelta(days=1)


def on_duty_tonight(partnership: str) -> list[Number]:
    """Who is an emergency duty worker today. There is no rota: who of them is at work is not known."""
    return [_number(one) for one in _holding(partnership, {NIGHT})]


def safeguarding_leads(partnership: str) -> list[Number]:
    """The safeguarding leads of every agency, and the agencies that have none today."""
    held = _holding(partnership, {LEAD})
    have = {one.team.agency_id for one in held}
    without = Agency.unscoped.filter(partnership__code=partnership).exclude(pk__in=have)
    none = [Number("No safeguarding lead today", one.name, one.telephone) for one in without]
    return sorted([_number(one) for one in held] + none, key=lambda one: (one.of, one.name))


def front_doors(partnership: str) -> list[Number]:
    """The numbers to ring for each purpose and hour, and those of the teams of front door and night."""
    duty = DutyNumber.unscoped.filter(partnership__code=partnership).order_by("-purpose", "hours")
    kept = [
        Number(one.name, f"{one.get_purpose_display()}, {one.get_hours_display().lower()}", one.telephone)
        for one in duty
    ]
    teams = {one.team_id: one.team for one in _holding(partnership, HANDED_TO_THE_NIGHT)}
    own = [Number(one.name, one.agency.name, one.telephone or one.agency.telephone) for one in teams.values()]
    return kept + own


def _holding(partnership: str, roles: frozenset[str] | set[str]) -> list[Assignment]:
    here = Q(team__agency__partnership__code=partnership, role__in=roles)
    held = Assignment.unscoped.filter(held_on(clock.today()), here)
    return list(held.select_related("professional", "team__agency").order_by("team__agency__name", "id"))


def _number(held: Assignment) -> Number:
    telephone = held.professional.telephone or held.team.telephone or held.team.agency.telephone
    return Number(held.professional.name, held.team.agency.name, telephone)
