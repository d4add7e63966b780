"""The digest: how much is due of a person this morning. Counts only, so that it may leave the system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import IntegrityError
from django.db.models import Count, Q

from sightline.access.staff import held_on
from sightline.agencies.acting import actor_of, assignments_of
from sightline.agencies.duty import working_hours
from sightline.agencies.models import Assignment, Partnership, Professional
from sightline.clocks.models import GOING, Clock, DigestDay
from sightline.clocks.queries import due_for, overdue
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.events import DigestDue, publish

WEEK: Final = 5
"""`This week` is the next so many working days, as for questions."""


@dataclass(frozen=True, slots=True)
class Digest:
    """How many clocks of a person are overdue, due by the end of today, and due in five working days."""

    overdue: int = 0
    today: int = 0
    week: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.overdue or self.today or self.week)


def digest_of(professional: Professional) -> Digest:
    """What is due of the professional in all the roles that they hold today; a clock counts once.

    It counts what stands on their own due list and nothing else: a clock that they may not see, or that
    stands still, is not in it.
    """
    theirs = Q(pk__in=())
    for held in assignments_of(professional):
        theirs |= Q(pk__in=due_for(actor_of(held), "mine").order_by().values("pk"))
    late, today = overdue(), clock.today()
    ends = clock.end_of(today), clock.end_of(clock.add_working_days(today, WEEK))
    counted = Clock.unscoped.filter(theirs, state="running").aggregate(
        overdue=Count("pk", filter=late),
        today=Count("pk", filter=~late & Q(due_at__lte=ends[0])),
        week=Count("pk", filter=Q(due_at__gt=ends[0], due_at__lte=ends[1])),
    )
    return Digest(**counted)


def send_digests(actor: Actor) -> int:
    """Tell everybody who has something due, once a working day, when their partnership's day begins.

    How many were told. Counting is done outside the transaction that tells, one transaction a partnership.
    """
    return sum(tell_digests(actor, one, _digests(one)) for one in waiting_for_digests())


def waiting_for_digests() -> list[Partnership]:
    """The partnerships whose working day has begun and whose digests of today are not sent."""
    now, today = clock.now(), clock.today()
    if not clock.is_working_day(today):
        return []
    sent = DigestDay.unscoped.filter(day=today).values("partnership_id")
    waiting = Partnership.unscoped.exclude(pk__in=sent).order_by("code")
    local = now.astimezone(clock.LONDON).time()
    return [one for one in waiting if working_hours(one.code, today).begins <= local]


def may_tell(actor: Actor, partnership: Partnership, digests: Mapping[Professional, Digest]) -> Decision:
    """Only the system sends digests."""
    return allow("The clock's work.") if actor.is_system else refuse("Digests are sent by the system.")


@action("digests.sent", may=may_tell)
def tell_digests(actor: Actor, partnership: Partnership, digests: Mapping[Professional, Digest]) -> int:
    """Publish a partnership's digests, and keep that they are sent.

    How many there were. Raises SightlineError the second time on one day.
    """
    try:
        DigestDay.unscoped.create(partnership=partnership, day=clock.today(), sent=len(digests))
    except IntegrityError as error:
        raise SightlineError("The digests of today are sent already.") from error
    for professional, one in digests.items():
        publish(DigestDue(professional.pk, one.overdue, one.today, one.week))
    return len(digests)


def _digests(partnership: Partnership) -> dict[Professional, Digest]:
    """The digest of everybody who works where something runs, and has something due."""
    owing = Clock.unscoped.filter(state__in=GOING).values("owner_agency_id")
    held = Assignment.unscoped.filter(
        held_on(clock.today()), team__agency__partnership=partnership, team__agency_id__in=owing
    )
    people = Professional.objects.filter(is_active=True, pk__in=held.values("professional_id"))
    counted = {one: digest_of(one) for one in people.order_by("id")}
    return {professional: one for professional, one in counted.items() if one}
