"""The tables of a concern on its way to an outcome."""

from sightline.concerns.models.drafts import ReferralDraft
from sightline.concerns.models.referrals import (
    NotKnown,
    Rating,
    Referral,
    ReferredAdult,
    ReferredChild,
)

__all__ = [
    "NotKnown",
    "Rating",
    "Referral",
    "ReferralDraft",
    "ReferredAdult",
    "ReferredChild",
]
