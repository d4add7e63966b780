"""Every sharing and every refusal to share; what was passed on; what was known when it was decided."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Professional
from sightline.chronology.models import Entry
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.models import Record
from sightline.people.models import Person
from sightline.sharing.codes import CONSENTS, DECISIONS, OBJECTIONS, PARENTS, PURPOSES, TOLD_BY_DOOR
from sightline.sharing.models.requests import Answer, InformationRequest


class ShareDecision(Record):
    """Who held it, who got it or did not, what, for what purpose, on what basis, by whom, and when.

    Never changed and never deleted. `policy_version` says which routine filled purpose and basis; it is empty
    where a person wrote them.
    """

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="share_decisions")
    holder = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="shares_decided")
    recipient = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="shares_received")
    request = models.ForeignKey(
        InformationRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="share_decisions"
    )
    answer = models.ForeignKey(
        Answer, on_delete=models.PROTECT, null=True, blank=True, related_name="share_decisions"
    )
    decision = models.CharField(max_length=10, choices=list(DECISIONS.items()))
    purpose_kind = models.CharField(max_length=12, choices=list(PURPOSES.items()), default="protection")
    what = models.TextField()
    purpose = models.TextField()
    basis = models.TextField()
    policy_version = models.CharField(max_length=40, blank=True)
    third_party = models.BooleanField(default=False)
    objection = models.CharField(max_length=10, choices=list(OBJECTIONS.items()), default="none")
    detriment = models.TextField()
    because = models.TextField(blank=True)
    consent = models.CharField(max_length=12, choices=list(CONSENTS.items()), default="not_needed")
    consent_because = models.TextField(blank=True)
    parents = models.CharField(max_length=12, choices=list(PARENTS.items()))
    parents_because = models.TextField(blank=True)
    by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="shares_decided"
    )
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[ShareDecision]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["holder", "at"], name="share_of_holder"),
            models.Index(fields=["child", "at"], name="share_of_child"),
        ]


class PassedOn(Record):
    """That a sharing passed on an entry of the holder's, and the chronology's own entry that says so."""

    decision = models.ForeignKey(ShareDecision, on_delete=models.PROTECT, related_name="passed_on")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    entry_root = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    unscoped: ClassVar[models.Manager[PassedOn]] = models.Manager()


class StandingKept(Record):
    """Who had answered, who was silent and who was not asked when the front door decided on a child."""

    of = models.OneToOneField(ReferredChild, on_delete=models.PROTECT, related_name="standing_kept")
    lines = models.JSONField(default=list)
    was_silent = models.BooleanField(default=False)
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[StandingKept]] = models.Manager()


class ParentsTold(Record):
    """What the front door says of the parents: told what is shared, or why not. The latest one stands."""

    of = models.ForeignKey(ReferredChild, on_delete=models.PROTECT, related_name="parents_told_of_sharing")
    told = models.CharField(max_length=12, choices=list(TOLD_BY_DOOR.items()))
    because = models.TextField(blank=True)
    by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="parents_told_of_sharing"
    )
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[ParentsTold]] = models.Manager()
