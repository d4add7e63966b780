"""Sending the letters that wait, by SMTP.

Nothing is lost: a letter is stored with what it tells of, and leaves `to send` only for `sent`, `given up`
(told of on /health and on a page) or `not needed`. Each is taken by a conditional update that is committed
before anything is sent, so that of several workers one takes it; what is noted afterwards is committed by
itself. A worker that stops between taking and noting leaves the letter `being sent`: after
`left_behind_minutes` it is taken again. The mail server may then have it twice, with one Message-ID, by which
a repeat is recognised: at least once, and never a second letter. Between a server that has accepted and a
worker that could not note it, no protocol can promise more.

A server that cannot be reached ends the round and counts against no letter; one that refuses a letter counts,
and after the last of the policy's waits the letter is given up.
"""

from __future__ import annotations

import datetime as dt
import smtplib
from email.utils import format_datetime
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q, QuerySet

from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.unit import current
from sightline.outbox.kinds import kind_of
from sightline.outbox.models import TO_SEND, Letter
from sightline.outbox.reminding import is_still_needed
from sightline.outbox.sending_rules import sending_rules

AT_ONCE: Final = 100
REFUSALS: Final = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPDataError,
    ValueError,
)
"""The server is there and will not have this letter, or the letter is not one that may leave."""


def send_waiting(actor: Actor) -> int:
    """Send what is due to be sent, the oldest first; how many were taken by the mail server.

    Without EMAIL_URL nothing is tried and everything waits. A letter that fails keeps up no other.
    """
    if not settings.EMAIL_IS_SET or not is_any_to_send():
        return 0
    server = get_connection()
    try:
        return _send_round(actor, server)
    finally:
        _close(server)


def is_any_to_send() -> bool:
    """Whether a letter is due to be tried."""
    return _due().exists()


def _send_round(actor: Actor, server: BaseEmailBackend) -> int:
    sent = 0
    for letter in list(_due().order_by("next_try_at", "id")[:AT_ONCE]):
        if not take_letter(actor, letter):
            continue
        failure = _send(server, letter)
        note_letter(actor, letter, failure)
        sent += failure is None
        if failure is not None and not isinstance(failure, REFUSALS):
            break
    return sent


def _due() -> QuerySet[Letter]:
    now = clock.now()
    left_behind = Q(state="sending", taken_at__lt=now - sending_rules().left_behind)
    return Letter.unscoped.filter(Q(state__in=TO_SEND, next_try_at__lte=now) | left_behind)


def may_take(actor: Actor, letter: Letter) -> Decision:
    """Only the system sends letters."""
    return _system_only(actor)


@action("letter.taken", may=may_take)
def take_letter(actor: Actor, letter: Letter) -> bool:
    """Take a letter to send it: whether it was this worker that got it, and it is still needed."""
    current().note(f"letter:{letter.pk}")
    needed = is_still_needed(letter)
    now = clock.now()
    taken = _due().filter(pk=letter.pk, attempts=letter.attempts).update(
        state="sending" if needed else "not_needed", taken_at=now, attempts=F("attempts") + 1
    )  # fmt: skip
    letter.attempts += taken
    return bool(taken) and needed


def may_note(actor: Actor, letter: Letter, failure: Exception | None) -> Decision:
    """Only the system notes what became of a letter."""
    return _system_only(actor)


@action("letter.tried", may=may_note)
def note_letter(actor: Actor, letter: Letter, failure: Exception | None) -> None:
    """Note that a letter was sent, or why not and when it is tried again.

    A letter that another worker took meanwhile is left to that worker, unless it was truly sent.
    """
    current().note(f"letter:{letter.pk}")
    sending = Letter.unscoped.filter(pk=letter.pk, state="sending")
    if failure is None:
        sending.update(state="sent", sent_at=clock.now(), values={}, failed_because="")
    else:
        _note_failure(sending.filter(attempts=letter.attempts), letter, failure)


def _note_failure(sending: QuerySet[Letter], letter: Letter, failure: Exception) -> None:
    waits, refusals = sending_rules().waits, letter.refusals + isinstance(failure, REFUSALS)
    wait: dt.timedelta | None = sending_rules().server_wait
    if isinstance(failure, REFUSALS):
        wait = waits[refusals - 1] if refusals <= len(waits) else None
    sending.update(
        state="failed" if wait is not None else "given_up",
        refusals=refusals,
        next_try_at=clock.now() + (wait or dt.timedelta()),
        failed_because=_in_short(failure),
    )


def _send(server: BaseEmailBackend, letter: Letter) -> Exception | None:
    """Hand the letter to the server; why it was not taken, if it was not."""
    try:
        if not server.send_messages([message_of(letter)]):
            return smtplib.SMTPServerDisconnected("nothing was sent")
    except (OSError, ValueError) as failure:  # smtplib's own are kinds of OSError
        if not isinstance(failure, REFUSALS):
            _close(server)
        return failure
    return None


def message_of(letter: Letter) -> EmailMessage:
    """The letter as it leaves. Raises ValueError when its values are not what its kind takes."""
    kind = kind_of(letter.kind)
    headers = {
        "Message-ID": letter.message_id,
        "Date": format_datetime(letter.made_at.astimezone(clock.LONDON)),
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(kind.subject, kind.written(letter.values), to=[letter.to], headers=headers)


def _in_short(failure: Exception) -> str:
    code = getattr(failure, "smtp_code", "")
    if isinstance(failure, smtplib.SMTPRecipientsRefused):
        code = next(iter(failure.recipients.values()), ("",))[0]
    return f"{type(failure).__name__} {code}".strip()


def _close(server: BaseEmailBackend) -> None:
    try:
        server.close()
    except OSError:
        return  # the server has gone already, which is what closing wanted


def _system_only(actor: Actor) -> Decision:
    return allow("The outbox's work.") if actor.is_system else refuse("Letters are sent by the system.")
