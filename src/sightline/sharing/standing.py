"""Where the questions stand: answered, silent, overdue, refused, not asked. Silence is shown as silence."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.db.models import Count, Max

from sightline.agencies.models import Agency
from sightline.clocks.models import Clock
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.codes import SECTORS
from sightline.sharing.asking import PROCESS
from sightline.sharing.models import Answer, InformationRequest
from sightline.sharing.routine import policy
from sightline.sharing.steps import INFORMATION_REQUEST

NOT_THE_SAME: Final = "Silence is not an answer, and nil is known only where and when somebody looked."


@dataclass(frozen=True)
class Asked:
    """One agency's latest request, as it stands now. `due_at` is None where no clock runs."""

    request: InformationRequest
    answer: Answer | None
    due_at: dt.datetime | None
    chased: int
    last_chase: dt.datetime | None

    @property
    def is_silent(self) -> bool:
        """Whether it was asked and has not answered."""
        return self.request.state == "asked"

    @property
    def is_overdue(self) -> bool:
        """Whether it is silent past its limit."""
        return self.is_silent and self.due_at is not None and self.due_at < clock.now()

    @property
    def words(self) -> str:
        """The line about this agency, without its name."""
        if self.is_silent:
            return self._silence()
        if self.answer is None:
            return f"no longer asked: {self.request.stopped_because}"
        state = INFORMATION_REQUEST.states[self.request.state].lower()
        return f"{state}, {self._age(self.answer)}{self._looked(self.answer)}"

    def _silence(self) -> str:
        chases = f"; chased {_times(self.chased)}" if self.chased else ""
        if self.due_at is None:
            return f"not answered{chases}"
        due = f"overdue since {_moment(self.due_at)}" if self.is_overdue else f"due {_moment(self.due_at)}"
        return f"not answered, {due}{chases}"

    def _age(self, answer: Answer) -> str:
        day = clock.day_of(answer.answered_at)
        said = f"answered {_day(day)}, {_ago(day)}"
        if answer.kind in ("given", "nil_known") and answer.as_of != day:
            said += f"; it says what was known on {_day(answer.as_of)}, {_ago(answer.as_of)}"
        return said

    def _looked(self, answer: Answer) -> str:
        if answer.kind != "nil_known":
            return f": {answer.because}" if answer.because and answer.kind != "given" else ""
        return f"; looked in: {answer.systems}, by {answer.looked_by}"


@dataclass(frozen=True)
class Standing:
    """Every agency asked about one referred child, and which sectors nobody asked.

    `not_here` are the sectors usually asked of which no agency of the partnership is in Sightline.
    """

    asked: tuple[Asked, ...]
    not_asked: tuple[str, ...]
    not_here: tuple[str, ...]

    @cached_property
    def silent(self) -> tuple[Asked, ...]:
        """Those asked that have not answered."""
        return tuple(one for one in self.asked if one.is_silent)

    @cached_property
    def overdue(self) -> tuple[Asked, ...]:
        """Those silent past their limit."""
        return tuple(one for one in self.asked if one.is_overdue)

    @cached_property
    def told_nothing(self) -> tuple[Asked, ...]:
        """Those that refused, or could not answer: what they hold is not known."""
        return tuple(one for one in self.asked if one.request.state in ("cannot", "refused"))

    @property
    def headline(self) -> str:
        """How many were asked, and how many of them told what they know."""
        if not self.asked:
            return "Nobody has been asked about this child."
        told = sum(one.request.state in ("given", "nil_known") for one in self.asked)
        parts = [f"{len(self.asked)} asked", f"{told} answered with what they know"]
        parts += [f"{len(self.silent)} not answered"] if self.silent else []
        parts += [f"{len(self.overdue)} overdue"] if self.overdue else []
        parts += [f"{len(self.told_nothing)} refused or could not answer"] if self.told_nothing else []
        return ", ".join(parts) + "."

    @property
    def in_words(self) -> list[str]:
        """The whole in lines of plain text: what a decision is kept with."""
        lines = [self.headline, *(f"{one.request.agency.name}: {one.words}." for one in self.asked)]
        if self.not_asked:
            lines.append(f"Not asked: {', '.join(self.not_asked)}.")
        if self.not_here:
            lines.append(f"Not in Sightline here, so not asked from it: {', '.join(self.not_here)}.")
        return [*lines, NOT_THE_SAME]


def standing_of(referred: ReferredChild) -> Standing:
    """Where the questions about a referred child stand now, in a fixed number of queries.

    The caller has decided that the actor may see it.
    """
    latest = _latest(referred)
    due = due_of({one.pk for one in latest})
    asked = tuple(
        Asked(one, getattr(one, "answer", None), due.get(one.pk), one.chased, one.last_chase)
        for one in latest
    )
    here = _sectors_of(referred)
    named = {one.agency.sector for one in latest if one.state != "stopped"}
    by_rule = {key for key, one in policy().sources.items() if one.is_asked_by_rule}
    return Standing(asked, _labels(here - named), _labels(by_rule - here - named))


def _latest(referred: ReferredChild) -> list[Any]:
    """The latest request to each agency, the silent ones first, with `chased` and `last_chase`."""
    every = InformationRequest.unscoped.filter(of=referred).select_related("agency", "answer", "child")
    counted = every.annotate(chased=Count("chases"), last_chase=Max("chases__at")).order_by("asked_at", "id")
    by_agency = {one.agency_id: one for one in counted}
    return sorted(by_agency.values(), key=lambda one: (one.state != "asked", one.agency.name))


def due_of(requests: set[uuid.UUID]) -> dict[uuid.UUID, dt.datetime]:
    """When the answer to each request is due, in one query."""
    rows = Clock.unscoped.filter(process=PROCESS, process_id__in=requests)
    return dict(rows.values_list("process_id", "due_at"))


def _sectors_of(referred: ReferredChild) -> set[str]:
    """The sectors of the partnership's agencies, but for the front door's own agency."""
    sent = referred.referral
    agencies = Agency.unscoped.filter(partnership_id=sent.partnership_id).exclude(pk=sent.to_agency_id)
    return set(agencies.values_list("sector", flat=True))


def _labels(sectors: Iterable[str]) -> tuple[str, ...]:
    named = set(sectors)
    return tuple(label for key, label in SECTORS.items() if key in named)


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _moment(instant: dt.datetime) -> str:
    local = instant.astimezone(clock.LONDON)
    return f"{_day(local.date())}, {local:%H:%M}"


def _ago(day: dt.date) -> str:
    days = (clock.today() - day).days
    return "today" if days == 0 else "1 day old" if days == 1 else f"{days} days old"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
