"""Starting, meeting and stopping a clock, within the action of the process that it belongs to."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import QuerySet

from sightline.agencies.models import Agency, Partnership, Professional, Team
from sightline.clocks.counting import CALENDAR_VERSION, due_at
from sightline.clocks.models import GOING, Clock
from sightline.clocks.rules import rule_on
from sightline.core import clock
from sightline.core.unit import current
from sightline.people.models import Person


@dataclass(frozen=True, slots=True)
class Owner:
    """Who must meet a clock: a role of an agency, or a team, or one practitioner of a team."""

    agency: Agency
    team: Team | None = None
    role: str = ""
    professional: Professional | None = None


def start_clock(
    rule: str,
    process: str,
    process_id: uuid.UUID,
    owner: Owner,
    *,
    partnership: Partnership,
    child: Person | None = None,
    started: dt.datetime | None = None,
    is_risk: bool = False,
) -> Clock:
    """Let a rule's limit run, as the partnership has it today. A process has one clock a rule at a time."""
    begun = started or clock.now()
    told = rule_on(partnership.code, rule, clock.day_of(begun))
    made = Clock.unscoped.create(
        partnership=partnership,
        rule=rule,
        limit=told.limit,
        rule_version=told.version,
        calendar_version=CALENDAR_VERSION,
        process=process,
        process_id=process_id,
        child=child,
        owner_agency=owner.agency,
        owner_team=owner.team,
        owner_role=owner.role,
        owner_professional=owner.professional,
        is_risk=is_risk,
        started_at=begun,
        due_at=due_at(told, begun),
    )
    current().note(f"clock:{made.pk}", *([str(child.pk)] if child else []))
    return made


def meet_clock(process: str, process_id: uuid.UUID, *rules: str) -> int:
    """What was due is done, late or in time: end the process's clocks of these rules. How many there were."""
    return _end(process, process_id, rules, "met", "")


def stop_clock(process: str, process_id: uuid.UUID, *rules: str, because: str) -> int:
    """What was due is no longer needed, because. Without rules, every clock of the process."""
    return _end(process, process_id, rules, "stopped", because)


def is_running(process: str, process_id: uuid.UUID, rule: str) -> bool:
    """Whether the process has a clock of this rule that has not ended."""
    return _going(process, process_id).filter(rule=rule).exists()


def _going(process: str, process_id: uuid.UUID) -> QuerySet[Clock]:
    return Clock.unscoped.filter(process=process, process_id=process_id, state__in=GOING)


def _end(process: str, process_id: uuid.UUID, rules: tuple[str, ...], state: str, because: str) -> int:
    going = _going(process, process_id)
    ended = going.filter(rule__in=rules) if rules else going
    return ended.update(state=state, ended_at=clock.now(), ended_because=because)
