"""Uploading a file for one's own agency, and seeing what came of it."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.db.models import QuerySet

from sightline.chronology.policy import own_agency
from sightline.chronology.proposals import RefusedFile
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError, Unfindable
from sightline.core.unit import current
from sightline.exchange import reading
from sightline.exchange.importing import tasks
from sightline.exchange.models import Upload

UPLOADS: Final = frozenset({"administrator", "safeguarding_lead"})
"""Roles that bring in their own agency's records. What comes of it is shown in numbers, never as a record."""
_LONGEST_NAME: Final = 255


def may_upload(actor: Actor) -> Decision:
    """Administrators and safeguarding leads, for their own agency."""
    if actor.role in UPLOADS and actor.agency_id is not None:
        return allow("Administrators and safeguarding leads bring in their own agency's records.")
    return refuse("Only an administrator or a safeguarding lead brings in the records of their agency.")


def may_submit(actor: Actor, name: str, data: bytes, dry_run: bool) -> Decision:
    """As `may_upload`."""
    return may_upload(actor)


@action("upload.submitted", may=may_submit)
def submit(actor: Actor, name: str, data: bytes, dry_run: bool) -> Upload:
    """Take a file and put it in the worker's queue. With `dry_run` nothing of it will be stored.

    Raises SightlineError, saying why, for a file that is empty or larger than 50 MiB.
    """
    try:
        reading.refuse_unreadable(data, name)
    except RefusedFile as refused:
        raise SightlineError(refused.refusal.reason) from refused
    upload = Upload.unscoped.create(
        agency_id=own_agency(actor),
        name=name[-_LONGEST_NAME:],
        size=len(data),
        data=data,
        uploaded_by=actor.id,
        uploaded_by_name=actor.name,
        uploaded_at=clock.now(),
        dry_run=dry_run,
    )
    current().note(f"upload:{upload.id}")
    queue: Any = tasks.bring_in
    queue.enqueue(str(upload.id))
    return upload


def uploads_seen_by(actor: Actor) -> QuerySet[Upload]:
    """The uploads of the actor's own agency, the latest first, without their bytes; none for other roles."""
    if not may_upload(actor):
        return Upload.unscoped.none()
    mine = Upload.unscoped.filter(agency_id=own_agency(actor)).select_related("agency")
    return mine.defer("data").order_by("-uploaded_at", "-id")


def find_upload(actor: Actor, upload_id: uuid.UUID) -> Upload:
    """One upload. Raises Unfindable when there is none, or none that the actor may know of."""
    found = uploads_seen_by(actor).filter(pk=upload_id).first()
    if found is None:
        raise Unfindable("There is no such upload.", next_step="Go back to the list of uploads.")
    return found
