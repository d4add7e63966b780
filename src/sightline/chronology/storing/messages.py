"""The message as received, and the records in it that have no place yet."""

from __future__ import annotations

from collections.abc import Iterable

from sightline.agencies.models import Agency
from sightline.chronology.models import Aside, Message
from sightline.chronology.proposals import Batch, KeptAside
from sightline.chronology.storing import digests
from sightline.chronology.storing.lengths import refuse_what_is_too_long
from sightline.core.actors import Actor
from sightline.core.unit import current
from sightline.people.queries import in_parts


def keep_message(actor: Actor, agency: Agency, batch: Batch) -> Message | None:
    """The message, stored the first time that its content comes; None when nothing was received as bytes."""
    if not batch.body and not batch.kept_aside:
        return None
    return _message(actor, agency, batch)


def keep_aside(
    actor: Actor, agency: Agency, batch: Batch, message: Message | None, asides: Iterable[KeptAside]
) -> None:
    """Keep each record without a place once, however often its content comes."""
    wanted = {digests.of_bytes(repr(one).encode()): one for one in asides}
    for some in in_parts(wanted):
        for known in Aside.unscoped.filter(message__agency=agency, digest__in=some).values_list(
            "digest", flat=True
        ):
            wanted.pop(known, None)
    if not wanted:
        return
    kept = message or _message(actor, agency, batch)
    rows = [
        Aside(
            message=kept,
            source_id=one.source_id,
            what=one.what,
            reason=one.reason,
            digest=digest,
            body=one.body,
        )
        for digest, one in wanted.items()
    ]
    refuse_what_is_too_long(rows)
    Aside.unscoped.bulk_create(rows, batch_size=500)


def _message(actor: Actor, agency: Agency, batch: Batch) -> Message:
    message, made = Message.unscoped.get_or_create(
        agency=agency,
        digest=digests.of_batch(batch),
        defaults={
            "source_system": batch.source_system,
            "name": batch.name[-500:],
            "body": batch.body,
            "received_by": actor.id,
        },
    )
    if made:
        current().note(f"message:{message.id}")
    return message
