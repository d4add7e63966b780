"""Saying that a notice was read."""

from __future__ import annotations

from sightline.access.models import Notice
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.unit import current


def may_read_notice(actor: Actor, notice: Notice) -> Decision:
    """Whoever it is for."""
    if str(notice.professional_id) == actor.id:
        return allow("It is the actor's own notice.")
    return refuse("A notice is read by whom it is for.")


@action("notice.read", may=may_read_notice)
def read_notice(actor: Actor, notice: Notice) -> Notice:
    """Say that a notice was read; the first time counts."""
    Notice.unscoped.filter(pk=notice.pk, read_at__isnull=True).update(read_at=clock.now())
    notice.refresh_from_db()
    current().note(f"notice:{notice.id}", str(notice.child_id))
    return notice
