"""What may happen to a request for information, as a table."""

from __future__ import annotations

from typing import Final

from sightline.core.steps import Step, Steps

ASKED: Final = "the safeguarding lead of the agency asked, by link, or the front door in its name"
FRONT_DOOR: Final = "the front door that asked"
ANSWERED: Final = "information_request.answered"

INFORMATION_REQUEST: Final = Steps(
    "request",
    "asked",
    {
        "asked": "Asked, not answered",
        "given": "Information given",
        "nil_known": "Nil known",
        "cannot": "Cannot answer",
        "refused": "Refused to share",
        "stopped": "No longer asked",
    },
    (
        Step("asked", "give", "given", ASKED, ANSWERED),
        Step("asked", "find_nothing", "nil_known", ASKED, ANSWERED),
        Step("asked", "fail", "cannot", ASKED, ANSWERED),
        Step("asked", "refuse", "refused", ASKED, ANSWERED),
        Step("asked", "stop", "stopped", FRONT_DOOR, "information_request.stopped"),
    ),
)
"""One agency asked about one child. Asked again after an answer, it is a request of its own."""

TABLES: Final[tuple[Steps, ...]] = (INFORMATION_REQUEST,)
