"""How clear an agency's referrals were to whoever received them, by quarter: for the agency to learn from.

Counts of the latest line of the receiver on each part. They are about the writing: they name no child and no
writer. What rests on fewer than five referrals is suppressed, which is never shown as 0.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncQuarter

from sightline.access.keys import agency_of
from sightline.agencies.models import Agency
from sightline.concerns.codes import PARTS, RATINGS
from sightline.concerns.models import Rating, Referral
from sightline.concerns.policy import FRONT_DOOR
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse

SMALL: Final = 5
"""Below so many referrals in a quarter nothing is shown of it."""
QUARTERS: Final = 8
OWN_AGENCY: Final = frozenset({"team_manager", "safeguarding_lead"}) | FRONT_DOOR
EVERY_AGENCY: Final = frozenset({"partnership_officer", "analyst"})

Cell = tuple[uuid.UUID, dt.date]
"""An agency, and the first day of a quarter."""


@dataclass(frozen=True, slots=True)
class PartCounts:
    """How clear one part was, in so many referrals each; `rated` is None where it is suppressed."""

    words: str
    rated: int | None
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Quarter:
    """What an agency sent in a quarter (London's days); `sent` is None where it is suppressed."""

    starts: dt.date
    sent: int | None
    parts: tuple[PartCounts, ...]

    @property
    def words(self) -> str:
        """`October to December 2026`, and whether it is still running."""
        last = self.starts + relativedelta(months=2)
        so_far = " (so far)" if clock.today() < self.starts + relativedelta(months=3) else ""
        return f"{self.starts:%B} to {last:%B %Y}{so_far}"


@dataclass(frozen=True, slots=True)
class Trend:
    """The quarters of one agency, the latest first."""

    agency: Agency
    quarters: tuple[Quarter, ...]

    @property
    def sent_any(self) -> bool:
        """Whether it sent a referral in any of them."""
        return any(one.sent != 0 for one in self.quarters)


def may_see_trend(actor: Actor) -> Decision:
    """Managers, leads and the front door for their own agency; the partnership's officers for every one."""
    if actor.role in EVERY_AGENCY or (actor.role in OWN_AGENCY and actor.agency_id):
        return allow("The counts name no child and no writer.")
    return refuse("These counts are for managers, safeguarding leads, the front door and the partnership.")


def trends_seen_by(actor: Actor) -> tuple[Trend, ...]:
    """The trend of each agency that the actor may see, by name; in as many queries for many as for one."""
    agencies = list(_agencies(actor).order_by("name"))
    quarters = last_quarters()
    sent, rated = _sent(agencies, quarters[-1]), _rated(agencies, quarters[-1])
    return tuple(
        Trend(one, tuple(_quarter(quarter, sent, rated, one.pk) for quarter in quarters)) for one in agencies
    )


def last_quarters(number: int = QUARTERS) -> list[dt.date]:
    """The first days of this quarter and of those before it, the latest first."""
    today = clock.today()
    this = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    return [this - relativedelta(months=3 * back) for back in range(number)]


def _agencies(actor: Actor) -> QuerySet[Agency]:
    if actor.role in EVERY_AGENCY:
        return Agency.unscoped.filter(partnership__code=actor.partnership)
    if actor.role in OWN_AGENCY:
        return Agency.unscoped.filter(pk=agency_of(actor))
    return Agency.unscoped.none()


def _sent(agencies: Iterable[Agency], since: dt.date) -> dict[Cell, int]:
    """How many referrals each agency sent in each quarter."""
    made = Referral.unscoped.filter(from_agency__in=agencies, sent_at__gte=clock.start_of(since))
    rows = (
        made.annotate(quarter=TruncQuarter("sent_at", tzinfo=clock.LONDON))
        .order_by()
        .values_list("from_agency_id", "quarter")
        .annotate(times=Count("pk"))
    )
    return {(agency, quarter.date()): times for agency, quarter, times in rows}


def _rated(agencies: Iterable[Agency], since: dt.date) -> dict[Cell, Counter[tuple[str, str]]]:
    """How often each part was found how clear: the latest line on each part of each referral counts."""
    later = Rating.unscoped.filter(
        Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk")),
        referral=OuterRef("referral"),
        part=OuterRef("part"),
    )
    latest = Rating.unscoped.filter(
        ~Exists(later),
        referral__from_agency__in=agencies,
        referral__sent_at__gte=clock.start_of(since),
    )
    rows = (
        latest.annotate(
            agency=F("referral__from_agency_id"),
            quarter=TruncQuarter("referral__sent_at", tzinfo=clock.LONDON),
        )
        .order_by()
        .values_list("agency", "quarter", "part", "rating")
        .annotate(times=Count("pk"))
    )
    found: dict[Cell, Counter[tuple[str, str]]] = {}
    for agency, quarter, part, rating, times in rows:
        found.setdefault((agency, quarter.date()), Counter())[part, rating] += times
    return found


def _quarter(
    starts: dt.date,
    sent: dict[Cell, int],
    rated: dict[Cell, Counter[tuple[str, str]]],
    agency: uuid.UUID,
) -> Quarter:
    found = rated.get((agency, starts), Counter())
    parts = tuple(_part(code, words, found) for code, words in PARTS.items())
    return Quarter(starts, _shown(sent.get((agency, starts), 0)), parts)


def _part(code: str, words: str, found: Counter[tuple[str, str]]) -> PartCounts:
    """One part of a quarter: nothing of it where it rests on a few referrals."""
    counts = tuple((rating, found[code, rating]) for rating in RATINGS)
    rated = _shown(sum(times for _, times in counts))
    return PartCounts(words, rated, counts if rated else ())


def _shown(number: int) -> int | None:
    return None if 0 < number < SMALL else number
