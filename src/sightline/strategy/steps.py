"""What may happen to a request for a strategy discussion, and to the discussion, as tables."""

from __future__ import annotations

from typing import Final

from sightline.core.steps import Step, Steps

CARE: Final = "a front-door worker or a manager of children's social care"
MANAGER: Final = "a manager of children's social care"
ASKER: Final = "the team that asked"

REQUEST: Final = Steps(
    "request for a strategy discussion",
    "asked",
    {
        "asked": "Asked for, not answered",
        "agreed": "Agreed",
        "refused": "Refused",
        "held": "The discussion was held",
        "withdrawn": "Taken back",
    },
    (
        Step("asked", "agree", "agreed", CARE, "strategy.agreed"),
        Step("asked", "refuse", "refused", CARE, "strategy.refused"),
        Step("asked", "withdraw", "withdrawn", ASKER, "strategy.withdrawn"),
        Step("refused", "agree", "agreed", CARE, "strategy.agreed"),
        Step("agreed", "hold", "held", CARE, "strategy.held"),
        Step("agreed", "call_off", "refused", CARE, "strategy.called_off"),
    ),
)
"""A refusal may still be agreed to, after a challenge; a discussion that is called off is a refusal."""

DISCUSSION: Final = Steps(
    "strategy discussion",
    "planned",
    {
        "planned": "Planned",
        "called_off": "Called off",
        "held": "Held; section 47 not decided",
        "enquiry": "Held; a section 47 enquiry was started",
        "no_enquiry": "Held; no section 47 enquiry",
    },
    (
        Step("planned", "call_off", "called_off", CARE, "strategy.called_off"),
        Step("planned", "hold", "held", CARE, "strategy.held"),
        Step("held", "start", "enquiry", MANAGER, "strategy.enquiry_decided"),
        Step("held", "do_not_start", "no_enquiry", MANAGER, "strategy.enquiry_decided"),
    ),
)

TABLES: Final[tuple[Steps, ...]] = (REQUEST, DISCUSSION)
