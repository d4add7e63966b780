"""What the walk of the addresses needs of `outbox`: a letter that was given up."""

from __future__ import annotations

import uuid
from typing import Any, Final

from sightline.outbox.models import Letter

GIVEN_UP: Final = uuid.UUID("01a20000-0000-7000-8000-000000000001")
POSTED: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "outbox": ({"letter": str(GIVEN_UP)}, "letter.retried"),
    "email_choice": ({"wanted": "no"}, "email.chosen"),
}
"""A form that each changing address takes, and the event that it leaves."""


def a_letter_given_up() -> None:
    """One that the mail server has not taken yet."""
    Letter.unscoped.create(
        id=GIVEN_UP,
        to="gone@example.org",
        kind="notice",
        state="failed",
        message_id="<gone@sightline.invalid>",
    )
