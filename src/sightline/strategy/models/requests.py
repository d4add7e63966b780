"""A request for a strategy discussion: by whom, why, and what was answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Partnership, Professional, Team
from sightline.chronology.models import Entry
from sightline.concerns.codes import YES_NO_UNKNOWN
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.codes import SENSITIVITIES
from sightline.core.models import Record
from sightline.people.models import Person
from sightline.strategy.steps import REQUEST


class StrategyRequest(Record):
    """What any agency sends to children's social care. What was sent is never overwritten."""

    reference = models.CharField(max_length=12, unique=True)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="strategy_requests")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="strategy_requests")
    referral = models.ForeignKey(
        ReferredChild, on_delete=models.PROTECT, null=True, blank=True, related_name="strategy_requests"
    )
    entry_root = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    sensitivity = models.CharField(max_length=12, choices=list(SENSITIVITIES.items()))
    from_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="strategy_requests_made")
    from_team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="strategy_requests_made"
    )
    asked_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="strategy_requests_received")
    why = models.TextField()
    safe_now = models.CharField(max_length=12, choices=list(YES_NO_UNKNOWN.items()))
    call_back = models.CharField(max_length=80)
    asked_at = models.DateTimeField(default=clock.now)
    state = models.CharField(max_length=12, choices=list(REQUEST.states.items()), default=REQUEST.start)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    because = models.TextField(blank=True)
    instead = models.TextField(blank=True)
    """What will happen instead, where it was refused."""
    challenge_offered_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[StrategyRequest]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["to_agency", "state", "asked_at"], name="strategy_queue"),
            models.Index(fields=["from_team", "asked_at"], name="strategy_of_team"),
            models.Index(fields=["child", "state"], name="strategy_of_child"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "from_agency"],
                condition=models.Q(state="asked"),
                name="one_strategy_request_waits",
            )
        ]
