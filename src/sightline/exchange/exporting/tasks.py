"""Writing lists, in the worker: with what their reader may see at that moment, and with their progress."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django_tasks import task

from sightline.agencies.acting import actor_of, assignments_of
from sightline.agencies.models import Professional
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.unit import current
from sightline.exchange.exporting.cells import written
from sightline.exchange.exporting.lists import LISTS, Line
from sightline.exchange.exporting.policy import may_finish_list
from sightline.exchange.models import EXPORT_STEPS, Export

AT_ONCE: Final = 500
KEPT: Final = dt.timedelta(hours=24)
"""How long a list lies ready; then its rows are gone, and that it was taken stays."""


@task()
def write_list(export_id: str) -> None:
    """Write what was asked for. One that is not waiting any more is left as it is."""
    asked = Export.unscoped.get(pk=export_id)
    if not move(asked, "writing"):
        return
    actor = _reader(asked)
    if actor is None or not LISTS[asked.listing].is_for(actor):
        move(asked, "refused")
        return
    finish(actor, asked, _lines(actor, asked))


def _lines(actor: Actor, asked: Export) -> list[Line]:
    listing, lines = LISTS[asked.listing], []
    Export.unscoped.filter(pk=asked.pk).update(rows=listing.rows(actor).count())
    for line in listing.lines(actor, AT_ONCE):
        lines.append(line)
        if len(lines) % AT_ONCE == 0:
            Export.unscoped.filter(pk=asked.pk).update(rows_written=len(lines))
    return lines


def _reader(asked: Export) -> Actor | None:
    """Who asked, as they are now; None when they no longer hold the role."""
    held = assignments_of(Professional.objects.get(pk=asked.asked_by))
    actors = [actor_of(one) for one in held]
    same = (one for one in actors if {"role": one.role, "team": str(one.team_id)} == asked.asked_as)
    return next(same, None)


def move(asked: Export, state: str) -> bool:
    """Take it one step further, unless it stands elsewhere by now; whether it was taken."""
    before = [name for name, after in EXPORT_STEPS.items() if state in after]
    taken = Export.unscoped.filter(pk=asked.pk, state__in=before).update(state=state)
    asked.state = state if taken else asked.state
    return bool(taken)


def let_old_lists_go() -> int:
    """Take the rows of lists that have lain ready for a day; how many. That they were taken stays."""
    old = Export.unscoped.filter(asked_at__lt=clock.now() - KEPT, finished_at__isnull=False)
    return old.exclude(data=b"").update(data=b"")


@action("export.written", may=may_finish_list)
def finish(actor: Actor, asked: Export, lines: list[Line]) -> None:
    """Keep the list ready. The ledger names every record in it, in the same transaction."""
    listing = LISTS[asked.listing]
    asked.data = written(listing.headings, (line.cells for line in lines))
    asked.children = sorted({str(line.child_id) for line in lines if line.child_id})
    asked.rows = asked.rows_written = len(lines)
    asked.state, asked.finished_at = "done", clock.now()
    asked.save(update_fields=["data", "children", "rows", "rows_written", "state", "finished_at"])
    for line in lines:
        current().note(line.record, *([str(line.child_id)] if line.child_id else []))
