"""Reading uploads, in the worker: one after the other, each from waiting to done or refused."""

from __future__ import annotations

from django_tasks import task

from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import IMPORT, Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.unit import current
from sightline.exchange.importing.destinations import Destination
from sightline.exchange.importing.files import bring_in_bytes
from sightline.exchange.importing.results import FileResult, Result
from sightline.exchange.models import UPLOAD_STEPS, Upload


@task()
def bring_in(upload_id: str) -> None:
    """Read an upload and store what it says. One that is not waiting any more is left as it is."""
    upload = Upload.unscoped.select_related("agency").get(pk=upload_id)
    if not move(upload, "reading"):
        return
    destination = Destination(upload.agency.code, upload.agency.sector, own_only=True)

    def tell(records: int) -> None:
        upload.records = records
        move(upload, "storing")

    brought = bring_in_bytes(
        bytes(upload.data), upload.name, destination, dry_run=upload.dry_run, when_read=tell
    )
    finish(IMPORT, upload, brought)


def move(upload: Upload, state: str) -> bool:
    """Take an upload one step further, unless it stands elsewhere by now; whether it was taken."""
    before = [name for name, after in UPLOAD_STEPS.items() if state in after]
    standing = Upload.unscoped.filter(pk=upload.pk, state__in=before)
    taken = bool(standing.update(state=state, records=upload.records))
    upload.state = state if taken else upload.state
    return taken


def may_finish(actor: Actor, upload: Upload, brought: FileResult) -> Decision:
    """Only the import says what came of an upload."""
    if actor != IMPORT:
        return refuse("Only the import says what came of an upload.")
    return allow("The import has read it.")


@action("upload.finished", may=may_finish)
def finish(actor: Actor, upload: Upload, brought: FileResult) -> None:
    """Keep what came of an upload, and let its bytes go: what was stored has them in its message."""
    result = Result(upload.agency.code)
    result.add(brought)
    upload.state = "done" if brought.refusal is None else "refused"
    upload.result, upload.faults = result.as_json(), list(brought.faults)
    upload.finished_at, upload.data = clock.now(), b""
    upload.save(update_fields=["state", "result", "faults", "finished_at", "data"])
    current().note(f"upload:{upload.id}")
