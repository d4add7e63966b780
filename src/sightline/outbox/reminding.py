"""Letters that say only that something waits: to somebody who was told something, and each morning's digest.

They go to professionals who have an e-mail address and have not switched letters off.
"""

from __future__ import annotations

import datetime as dt
import uuid

from sightline.access.events import NoticeGiven
from sightline.access.models import Notice
from sightline.agencies.models import Professional
from sightline.core import clock
from sightline.core.events import DigestDue
from sightline.core.unit import current
from sightline.outbox.models import TO_SEND, EmailChoice, Letter
from sightline.outbox.posting import draft
from sightline.outbox.sending_rules import sending_rules


def remind(event: NoticeGiven) -> None:
    """One letter for all that waits to be read, an hour after the last one at the earliest.

    Of two at the same moment the database keeps one: a reminder that waits stands for both.
    """
    reader = _reader(event.professional_id)
    if reader is None or _waits(reader):
        return
    letter = draft(reader.email, "notice", {}, professional=reader, next_try_at=_not_before(reader))
    Letter.unscoped.bulk_create([letter], ignore_conflicts=True)


def send_digest(event: DigestDue) -> None:
    """The morning's counts, and nothing about anybody."""
    reader = _reader(event.professional_id)
    if reader is None:
        return
    counts = {name: str(getattr(event, name)) for name in ("overdue", "today", "week")}
    letter = draft(reader.email, "digest", counts, professional=reader)
    letter.save(force_insert=True)
    current().note(f"letter:{letter.pk}")


def is_still_needed(letter: Letter) -> bool:
    """Whether the letter still tells the truth: a reminder, only while something is unread and wanted."""
    if letter.professional_id is None:
        return True
    if _reader(letter.professional_id) is None:
        return False
    unread = Notice.unscoped.filter(professional_id=letter.professional_id, read_at__isnull=True)
    return letter.kind != "notice" or unread.exists()


def _reader(professional_id: uuid.UUID) -> Professional | None:
    refused = EmailChoice.unscoped.filter(wanted=False).values("professional_id")
    rows = Professional.objects.filter(pk=professional_id, is_active=True).exclude(email="")
    return rows.exclude(pk__in=refused).first()


def _waits(reader: Professional) -> bool:
    return Letter.unscoped.filter(professional=reader, kind="notice", state__in=TO_SEND).exists()


def _not_before(reader: Professional) -> dt.datetime:
    """Now, or when the last reminder is old enough."""
    sent = Letter.unscoped.filter(professional=reader, kind="notice", state__in=("sending", "sent"))
    last = sent.order_by("-taken_at").values_list("taken_at", flat=True).first()
    return max(clock.now(), last + sending_rules().reminder) if last else clock.now()
