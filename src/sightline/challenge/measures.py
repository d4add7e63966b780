"""Challenges in figures: by agency and by stage, time to resolve, and how often it changed something.

Never by a named practitioner. A count of one to four is suppressed, and where one hidden figure could be
worked out from the total, a second goes with it. None raised is shown as none raised: it is not the same as
none needed.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q, QuerySet

from sightline.agencies.models import Agency
from sightline.agencies.roles import SEES_NO_CHILD
from sightline.challenge.models import Challenge, Resolution
from sightline.challenge.sides import LEADING
from sightline.challenge.stages import stages_on
from sightline.challenge.steps import OPEN
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse

SMALL: Final = 5
SUPPRESSED: Final = "suppressed"
YEAR: Final = dt.timedelta(days=365)
Row = tuple[str, str]
"""A name and a figure as it may be shown."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one partnership for what was raised between two days, each as it may be shown.

    `hours` is the median from raising to the end; `changed` the share of ended ones that changed the decision
    wholly or in part; `silent` how many ended without a word from the challenged side.
    """

    since: dt.date
    until: dt.date
    raised: str
    by_raiser: tuple[Row, ...]
    by_challenged: tuple[Row, ...]
    by_stage: tuple[Row, ...]
    per_hundred: tuple[Row, ...]
    hours: str
    changed: str
    silent: str
    open_now: str
    none_raised: bool


def may_count(actor: Actor) -> Decision:
    """Roles that see no child, managers, leads and auditors of the agencies."""
    if actor.role in SEES_NO_CHILD | LEADING | {"auditor"}:
        return allow("Counts name nobody.")
    return refuse("The counts are for managers, leads, auditors and the partnership.")


def measures_of(partnership: str, since: dt.date | None = None, until: dt.date | None = None) -> Measures:
    """The figures for what was raised in the year before today, or between two days, both included."""
    last = until or clock.today()
    first = since or last - YEAR
    raised = Challenge.unscoped.filter(
        partnership__code=partnership,
        raised_at__gte=clock.start_of(first),
        raised_at__lte=clock.end_of(last),
    )
    total = raised.count()
    by_raiser = _by_agency(raised, "from_agency")
    return Measures(
        since=first,
        until=last,
        raised=shown(total),
        by_raiser=suppressed(by_raiser),
        by_challenged=suppressed(_by_agency(raised, "with_agency")),
        by_stage=suppressed(_by_stage(raised, partnership)),
        per_hundred=_per_hundred(by_raiser, partnership, first, last),
        hours=_median_hours(raised),
        changed=_share_changed(raised),
        silent=_silent(raised),
        open_now=shown(raised.filter(state__in=OPEN).count()),
        none_raised=total == 0,
    )


def shown(count: int) -> str:
    """One count as it may be shown: from one to four it is suppressed."""
    return SUPPRESSED if 0 < count < SMALL else str(count)


def suppressed(counts: Mapping[str, int]) -> tuple[Row, ...]:
    """The counts of a column as they may be shown beside its total.

    Where the hidden ones together are still small, the smallest other is hidden with them: else they could be
    worked out from the total.
    """
    hidden = {name for name, count in counts.items() if 0 < count < SMALL}
    others = sorted((count, name) for name, count in counts.items() if count >= SMALL)
    if 0 < sum(counts[name] for name in hidden) < SMALL:
        hidden |= {name for _, name in others[:1]}
    return tuple((name, SUPPRESSED if name in hidden else str(counts[name])) for name in sorted(counts))


def _by_agency(raised: QuerySet[Challenge], whose: str) -> dict[str, int]:
    rows = raised.order_by().values_list(f"{whose}__name").annotate(times=Count("pk"))
    return dict(rows)


def _by_stage(raised: QuerySet[Challenge], partnership: str) -> dict[str, int]:
    """By the last stage that each reached; a stage that none reached counts none."""
    reached = Counter(raised.values_list("stage", flat=True))
    each = stages_on(partnership).each
    return {f"{stage.number}. {stage.title}": reached.get(stage.number, 0) for stage in each}


def _per_hundred(
    by_raiser: Mapping[str, int], partnership: str, first: dt.date, last: dt.date
) -> tuple[Row, ...]:
    """Challenges for each hundred children that the agency referred; shown where both counts are large."""
    sent = ReferredChild.unscoped.filter(
        referral__partnership__code=partnership,
        referral__sent_at__gte=clock.start_of(first),
        referral__sent_at__lte=clock.end_of(last),
    )
    rows = sent.order_by().values_list("referral__from_agency__name").annotate(times=Count("pk"))
    referred = dict(rows)
    hidden = {name for name, said in suppressed(by_raiser) if said == SUPPRESSED}
    return tuple(
        (name, f"{100 * by_raiser[name] / referred[name]:.0f}")
        for name in sorted(by_raiser)
        if name not in hidden and referred.get(name, 0) >= SMALL
    )


def _ended(raised: QuerySet[Challenge]) -> QuerySet[Challenge]:
    return raised.filter(ended_at__isnull=False)


def _median_hours(raised: QuerySet[Challenge]) -> str:
    rows = _ended(raised).values_list("raised_at", "ended_at")
    spans = [end - begun for begun, end in rows if end]
    if len(spans) < SMALL:
        return SUPPRESSED if spans else ""
    return f"{statistics.median(span.total_seconds() for span in spans) / 3600:.0f}"


def _share_changed(raised: QuerySet[Challenge]) -> str:
    """`7 of 12 ended, 58%`; empty while none has ended, suppressed where either part is small."""
    ended = _ended(raised)
    how = Resolution.unscoped.filter(Q(confirmed_at__isnull=False) | Q(side="above"), of__in=ended)
    of_all = how.count()
    changed = how.filter(changed__in=("yes", "partly")).count()
    if of_all == 0:
        return ""
    if of_all < SMALL or 0 < changed < SMALL or 0 < of_all - changed < SMALL:
        return SUPPRESSED
    return f"{changed} of {of_all} that ended, {100 * changed // of_all}%"


def _silent(raised: QuerySet[Challenge]) -> str:
    return shown(_ended(raised).exclude(views__side="challenged").count())


def agencies_without(partnership: str, counts: Measures) -> list[str]:
    """The agencies of the partnership that raised none in the time: not a success, a question."""
    named = {name for name, _ in counts.by_raiser}
    every = Agency.unscoped.filter(partnership__code=partnership).order_by("name")
    return [name for name in every.values_list("name", flat=True) if name not in named]
