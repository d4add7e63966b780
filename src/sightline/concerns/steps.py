"""What may happen to each process of a concern, as tables."""

from __future__ import annotations

from typing import Final

from sightline.core.steps import Step, Steps

FRONT_DOOR: Final = "a front-door worker or manager, or the emergency duty team"

REFERRED_CHILD: Final = Steps(
    "referral",
    "received",
    {
        "received": "Received, not yet read",
        "read": "Being considered",
        "decided": "Decided",
        "withdrawn": "Taken back by the referrer",
    },
    (
        Step("received", "read", "read", FRONT_DOOR, "referral.read"),
        Step("received", "decide", "decided", FRONT_DOOR, "referral.decided"),
        Step("read", "decide", "decided", FRONT_DOOR, "referral.decided"),
        Step("received", "withdraw", "withdrawn", "the referrer's team", "referral.withdrawn"),
    ),
)
"""One child of a referral: each has its own decision."""

TABLES: Final[tuple[Steps, ...]] = (REFERRED_CHILD,)
