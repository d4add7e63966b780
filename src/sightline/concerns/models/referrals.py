"""A referral: what it says, about whom, and what was decided for each child."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Partnership, Professional, Team
from sightline.chronology.models import Entry
from sightline.concerns.codes import (
    ADULT_ANSWERS,
    DECISIONS,
    PARENTS_TOLD,
    PARTS,
    RATINGS,
    YES_NO_UNKNOWN,
)
from sightline.concerns.steps import REFERRED_CHILD
from sightline.core import clock
from sightline.core.codes import Codes
from sightline.core.models import Record
from sightline.people.models import Person


def _choices(codes: Codes) -> list[tuple[str, str]]:
    return list(codes.items())


class Referral(Record):
    """One referral to the front door, for one child or several. What was sent is never overwritten.

    A short one (`complete_by_later`) is sent at once when it is urgent; its other answers follow.
    """

    reference = models.CharField(max_length=12, unique=True)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="referrals")
    from_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="referrals_made")
    from_team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals_made"
    )
    referrer = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals_made"
    )
    to_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="referrals_received")
    is_urgent = models.BooleanField(default=False)
    is_restricted = models.BooleanField(default=False)
    """Only its writer, the front door and the safeguarding leads of both agencies read it."""
    worry = models.TextField()
    needed = models.TextField(blank=True)
    tried = models.TextField(blank=True)
    achieved = models.TextField(blank=True)
    history = models.TextField(blank=True)
    current = models.TextField(blank=True)
    safe_now = models.CharField(max_length=12, choices=_choices(YES_NO_UNKNOWN))
    where_now = models.CharField(max_length=300)
    parents_told = models.CharField(max_length=12, choices=_choices(PARENTS_TOLD), blank=True)
    parents_told_because = models.TextField(blank=True)
    call_back = models.CharField(max_length=80)
    sent_at = models.DateTimeField(default=clock.now)
    completed_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Referral]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["to_agency", "sent_at"], name="referral_queue"),
            models.Index(fields=["to_agency", "-is_urgent", "sent_at"], name="referral_urgent_first"),
        ]


class ReferredChild(Record):
    """One child of a referral: its own day, state and decision, and its entry in the chronology."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="children")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="referrals")
    entry_root = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    lived_experience = models.TextField(blank=True)
    mobility = models.CharField(max_length=300, blank=True)
    state = models.CharField(
        max_length=12, choices=_choices(REFERRED_CHILD.states), default=REFERRED_CHILD.start
    )
    decision = models.CharField(max_length=20, choices=_choices(DECISIONS), blank=True)
    decided_because = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals_decided"
    )
    told_referrer_at = models.DateTimeField(null=True, blank=True)

    earlier: int
    closed: int
    """These two are no columns: `queries.with_counts` sets them on the rows of a page."""

    unscoped: ClassVar[models.Manager[ReferredChild]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral", "child"], name="a_child_once_a_referral")]
        indexes = [
            models.Index(fields=["child", "state"], name="referral_of_child"),
            # Of all that were ever sent to a front door, few wait.
            models.Index(fields=["state", "referral"], name="referral_in_state"),
        ]


class ReferredAdult(Record):
    """What the referrer answered about one adult around the child: nobody is passed over in silence."""

    of = models.ForeignKey(ReferredChild, on_delete=models.PROTECT, related_name="adults")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=200, blank=True)
    """Who it is, where the record has no such person."""
    answer = models.CharField(max_length=12, choices=_choices(ADULT_ANSWERS))

    unscoped: ClassVar[models.Manager[ReferredAdult]] = models.Manager()


class NotKnown(Record):
    """One thing that the referrer does not know, and who could find out."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="not_known")
    what = models.CharField(max_length=300)
    who_could_find_out = models.CharField(max_length=200, blank=True)

    unscoped: ClassVar[models.Manager[NotKnown]] = models.Manager()


class Rating(Record):
    """What the receiver found of one part of a referral. It is about the writing, never about a family.

    A second line on the same part stands beside the first: nobody's line is overwritten.
    """

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="ratings")
    part = models.CharField(max_length=10, choices=_choices(PARTS))
    rating = models.CharField(max_length=10, choices=_choices(RATINGS))
    line = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Rating]] = models.Manager()
