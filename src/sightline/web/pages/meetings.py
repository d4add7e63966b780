"""When a service last met a baby and when it next will, as far as its own records say."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Max, Min, Q

from sightline.access.keys import agency_of
from sightline.chronology.kinds import Appointment
from sightline.chronology.models import Entry
from sightline.chronology.queries import Line
from sightline.core.actors import Actor
from sightline.web.words import in_sentence, short_day

MET_BY_KIND: Final = ("contact", "measurement")
TO_COME: Final = "rescheduled"
"""The one outcome with which an appointment on a day to come stands; one without an outcome does too."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """The last day on which the service met the family, and the next that is recorded; None: no such day."""

    last: dt.date | None = None
    next: dt.date | None = None

    @property
    def words(self) -> str:
        """That nothing says when they will next be met, where nothing does; and when they last were."""
        last = short_day(self.last)
        met = f"Your service met them {last}." if self.last else "Your service has recorded no meeting."
        return met if self.next else f"Not recorded. {met}"

    @property
    def next_words(self) -> str:
        """When they are next seen, for a list."""
        return short_day(self.next) if self.next else "None recorded"

    @property
    def last_day(self) -> str:
        """The day on which they were last met, for a column of such days."""
        return short_day(self.last) if self.last else "Nothing recorded by your service"

    @property
    def last_words(self) -> str:
        """When they were last met, as a sentence."""
        return f"Last met: {in_sentence(self.last_day) if not self.last else self.last_day}."


NEVER: Final = Meetings()


def meetings_of(actor: Actor, children: Iterable[uuid.UUID], today: dt.date) -> dict[uuid.UUID, Meetings]:
    """The meetings of the actor's agency with each baby, in one query. A baby without any is left out."""
    kept = Q(kind="appointment", appointmentdetail_detail__outcome="attended")
    stands = Q(appointmentdetail_detail__outcome__isnull=True) | Q(appointmentdetail_detail__outcome=TO_COME)
    met = (Q(kind__in=MET_BY_KIND) | kept) & Q(happened_to__lte=today)
    to_come = stands & Q(kind="appointment", happened_to__gt=today)
    entries = Entry.unscoped.filter(
        met | to_come,
        agency_id=agency_of(actor),
        withdrawn=False,
        replaced_by__isnull=True,
        about__person_id__in=list(children),
    )
    rows = entries.values_list("about__person_id").annotate(
        last=Max("happened_to", filter=met), next=Min("happened_to", filter=to_come)
    )
    return {child: Meetings(last, following) for child, last, following in rows.order_by()}


def meetings_in(lines: Iterable[Line], agency_id: uuid.UUID, today: dt.date) -> Meetings:
    """The same from the lines of a baby's page, without asking again."""
    own = [line for line in lines if line.agency and line.agency.pk == agency_id and line.about_is_child]
    last = [day for line in own if (day := _met_on(line, today))]
    following = [day for line in own if (day := _to_come_on(line, today))]
    return Meetings(max(last, default=None), min(following, default=None))


def _met_on(line: Line, today: dt.date) -> dt.date | None:
    day, kind = line.entry.happened_to, line.entry.kind
    kept = isinstance(line.detail, Appointment) and line.detail.outcome == "attended"
    return day if day and day <= today and (kind in MET_BY_KIND or kept) else None


def _to_come_on(line: Line, today: dt.date) -> dt.date | None:
    day = line.entry.happened_to
    stands = isinstance(line.detail, Appointment) and line.detail.outcome in (None, TO_COME)
    return day if day and day > today and stands else None
