"""The tables of a concern on its way to an outcome."""

from sightline.concerns.models.drafts import ReferralDraft
from sightline.concerns.models.referrals import (
    NotKnown,
    PublicReferrer,
    Rating,
    Referral,
    ReferredAdult,
    ReferredChild,
)

__all__ = [
    "NotKnown",
    "PublicReferrer",
    "Rating",
    "Referral",
    "ReferralDraft",
    "ReferredAdult",
    "ReferredChild",
]
