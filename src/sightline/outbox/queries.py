"""The letters that did not leave, for administrators and for /health; and one's own choice."""

from __future__ import annotations

from django.db.models import QuerySet

from sightline.access.keys import own_id
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.outbox.models import TO_SEND, EmailChoice, Letter
from sightline.outbox.sending_rules import sending_rules

KEEPS_THE_OUTBOX = "administrator"


def letters_seen_by(actor: Actor) -> QuerySet[Letter]:
    """The letters that were refused or given up, the latest first: for administrators, for others none."""
    if actor.role != KEEPS_THE_OUTBOX:
        return Letter.unscoped.none()
    return Letter.unscoped.filter(state__in=("failed", "given_up")).order_by("-taken_at", "-id")


def wants_letters(actor: Actor) -> bool:
    """Whether the actor has not switched letters off."""
    return not EmailChoice.unscoped.filter(professional_id=own_id(actor), wanted=False).exists()


def masked(address: str) -> str:
    """An address with its name but for the first letter hidden: `r***@example.org`."""
    name, _, host = address.rpartition("@")
    return f"{name[:1]}***@{host}"


def waiting_long() -> int:
    """How many letters have waited for longer than they should."""
    late = clock.now() - sending_rules().late
    return Letter.unscoped.filter(state__in=(*TO_SEND, "sending"), next_try_at__lt=late).count()


def given_up() -> int:
    """How many letters were given up and not tried again."""
    return Letter.unscoped.filter(state="given_up").count()
