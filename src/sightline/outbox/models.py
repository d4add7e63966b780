"""Letters that leave the system by e-mail, and who does not want them."""

from __future__ import annotations

from typing import ClassVar, Final

from django.db import models
from django.db.models import Q

from sightline.agencies.models import Professional
from sightline.core import clock
from sightline.core.models import Record

STATES: Final = {
    "waiting": "Waits to be sent",
    "sending": "Being sent",
    "failed": "Not taken yet; is tried again",
    "sent": "Sent",
    "given_up": "Given up",
    "not_needed": "Not sent: what it was about was read before",
}
TO_SEND: Final = ("waiting", "failed")


class Letter(Record):
    """One letter to one address. `values` are counts and addresses only, and are forgotten once it is sent.

    `message_id` stays the same however often it is tried, so that whoever receives it twice can tell.
    `attempts` counts how often it was taken; `refusals` how often the mail server would not have it.
    """

    to = models.EmailField()
    kind = models.CharField(max_length=40)
    values = models.JSONField(default=dict)
    professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="letters"
    )
    state = models.CharField(max_length=12, choices=list(STATES.items()), default="waiting")
    attempts = models.PositiveIntegerField(default=0)
    refusals = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=clock.now)
    next_try_at = models.DateTimeField(default=clock.now)
    taken_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    message_id = models.CharField(max_length=120, unique=True)
    failed_because = models.CharField(max_length=80, blank=True)
    """The kind of failure and the server's three figures: never its words, which may repeat the address."""

    unscoped: ClassVar[models.Manager[Letter]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="letter_to_send"),
            models.Index(fields=["professional", "kind", "made_at"], name="letter_of_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["professional"],
                condition=Q(kind="notice", state="waiting"),
                name="one_reminder_waits",
            )
        ]


class EmailChoice(Record):
    """Whether a professional wants letters. Without a row they do."""

    professional = models.OneToOneField(Professional, on_delete=models.PROTECT, related_name="email_choice")
    wanted = models.BooleanField()
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[EmailChoice]] = models.Manager()
