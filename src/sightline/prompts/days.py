"""The passing of days: everyone is evaluated once a day, and days without an evaluation are caught up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from django.db.models import Max

from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import TICK, Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.events import DayPassed, publish
from sightline.prompts.evaluating import evaluate_everyone
from sightline.prompts.models import Evaluation

CATCH_UP_DAYS: Final = 31
"""Days that are caught up one by one; before them, only the day itself can still be asked about."""


def catch_up(today: dt.date) -> Iterator[Evaluation]:
    """Evaluate everyone for each day since the last evaluation, `today` included. Twice a day is once."""
    last = Evaluation.unscoped.aggregate(last=Max("day"))["last"]
    first = max(last + dt.timedelta(days=1), today - dt.timedelta(days=CATCH_UP_DAYS)) if last else today
    for number in range((today - first).days + 1):
        yield pass_day(TICK, first + dt.timedelta(days=number))


def may_pass_day(actor: Actor, day: dt.date) -> Decision:
    """Only the system lets a day pass, and not one that has yet to come."""
    if not actor.is_system:
        return refuse("Days pass by themselves.")
    if day > clock.today():
        return refuse("That day has not come yet.")
    return allow("The clock's work.")


@action("day.passed", may=may_pass_day)
def pass_day(actor: Actor, day: dt.date) -> Evaluation:
    """Let `day` begin and evaluate everyone for it, with what is known now. Again, only differences count.

    The day's row is taken first: of two who let the same day pass at once, one waits for the other.
    """
    evaluation, _ = Evaluation.unscoped.get_or_create(day=day)
    publish(DayPassed(clock.day_number(day)))
    kept = evaluate_everyone(day)
    evaluation.finished_at = clock.now()
    evaluation.raised += kept.raised
    evaluation.resolved += kept.resolved
    evaluation.save()
    return evaluation
