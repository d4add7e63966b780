"""The tables of asking for information and of every sharing."""

from sightline.sharing.models.decisions import ParentsTold, PassedOn, ShareDecision, StandingKept
from sightline.sharing.models.reaching import InformationLink, Mailbox
from sightline.sharing.models.requests import Answer, AskedAdult, Chase, InformationRequest

__all__ = [
    "Answer",
    "AskedAdult",
    "Chase",
    "InformationLink",
    "InformationRequest",
    "Mailbox",
    "ParentsTold",
    "PassedOn",
    "ShareDecision",
    "StandingKept",
]
