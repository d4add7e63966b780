"""Babies that wait: those around somebody with too many babies are evaluated when the day passes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from sightline.core import clock
from sightline.people.queries import in_parts
from sightline.prompts.models import Postponed


def postpone(children: Iterable[uuid.UUID], *, undone: bool = False) -> None:
    """Remember that these babies wait, and whether because a link was undone.

    One that waits already goes on waiting since then.
    """
    wanted = set(children)
    if not wanted:
        return
    Postponed.unscoped.bulk_create(
        [Postponed(child_id=child) for child in sorted(wanted - waiting(wanted))],
        batch_size=500,
        ignore_conflicts=True,
    )
    if undone:
        for some in in_parts(wanted):
            Postponed.unscoped.filter(evaluated_at__isnull=True, child_id__in=some).update(undone=True)


def waiting(children: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Those of these babies that wait to be evaluated."""
    return {
        child
        for some in in_parts(children)
        for child in Postponed.unscoped.filter(evaluated_at__isnull=True, child_id__in=some).values_list(
            "child_id", flat=True
        )
    }


def undone_among(children: Iterable[uuid.UUID] | None) -> set[uuid.UUID]:
    """Those of these babies (of everyone, when None) that wait because a link around them was undone."""
    found = set(
        Postponed.unscoped.filter(evaluated_at__isnull=True, undone=True).values_list("child_id", flat=True)
    )
    return found if children is None else found & set(children)


def evaluated(children: Iterable[uuid.UUID] | None) -> None:
    """These babies (everyone, when None) wait no more."""
    still = Postponed.unscoped.filter(evaluated_at__isnull=True)
    if children is None:
        still.update(evaluated_at=clock.now())
        return
    for some in in_parts(children):
        still.filter(child_id__in=some).update(evaluated_at=clock.now())
