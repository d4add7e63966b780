"""Evaluating: a baby in the transaction that writes about it, everyone when a day passes."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from sightline.agencies.models import Partnership
from sightline.core import clock
from sightline.core.unit import current
from sightline.people.models import Baby
from sightline.prompts.finding import Found, Key, find_for_babies, find_for_partnership
from sightline.prompts.keeping import Kept, keep
from sightline.prompts.postponing import evaluated, undone_among

ONE_BY_ONE: Final = 200
"""Above this many babies, the population statement is quicker than one statement a baby."""

BASKET: Final = "babies to evaluate"
UNDONE: Final = "babies whose link was undone"


def evaluate_later(children: Iterable[uuid.UUID], *, undone: bool = False) -> None:
    """Evaluate these babies once, last thing before this transaction commits."""
    work = current()
    work.gather(BASKET, children)
    if undone:
        work.gather(UNDONE, children)
    work.before_commit("prompts", _evaluate_gathered, last=True)


def _evaluate_gathered() -> None:
    work = current()
    children, undone = work.take(BASKET), work.take(UNDONE)
    evaluate_babies(children, clock.today(), undone=undone)
    evaluated(children)


def evaluate_babies(
    children: Iterable[uuid.UUID], day: dt.date, *, undone: Collection[uuid.UUID] = ()
) -> Kept:
    """Evaluate these babies for `day` with what is known now, and write the differences.

    `undone` are those around whom a link was undone in this transaction.
    """
    wanted = set(children)
    if not wanted:
        return Kept(0, 0)
    found = _find(wanted, day)
    return keep(found, children=wanted, day=day, undone=undone_among(wanted).union(undone))


def _find(children: set[uuid.UUID], day: dt.date) -> Mapping[Key, Found]:
    if len(children) <= ONE_BY_ONE:
        rows = Baby.unscoped.filter(person_id__in=list(children)).exclude(closed_on__lte=day)
        return find_for_babies(dict(rows.values_list("person_id", "partnership__code")), day, clock.now())
    return {key: one for key, one in _find_everyone(day).items() if key[0] in children}


def _find_everyone(day: dt.date) -> dict[Key, Found]:
    """What is asked about everyone who is followed."""
    found: dict[Key, Found] = {}
    for code in Partnership.unscoped.values_list("code", flat=True):
        found |= find_for_partnership(code, day, clock.now())
    return found


def evaluate_everyone(day: dt.date) -> Kept:
    """Evaluate every followed baby for `day` with what is known now, and write the differences."""
    found, undone = _find_everyone(day), undone_among(None)
    kept = keep(found, children=None, day=day, undone=undone, resolving=day >= clock.today())
    evaluated(None)
    return kept
