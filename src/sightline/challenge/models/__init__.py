"""The tables of a professional challenge."""

from sightline.challenge.models.challenges import Challenge, StageReached
from sightline.challenge.models.said import Resolution, SafetyAction, SideView
from sightline.challenge.models.thanks import StatementRead, Thanks

__all__ = [
    "Challenge",
    "Resolution",
    "SafetyAction",
    "SideView",
    "StageReached",
    "StatementRead",
    "Thanks",
]
