"""A question raised for a baby, its evidence, its answers, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Professional, Team
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.core.codes import SENSITIVITIES
from sightline.core.models import Record
from sightline.people.models import Person

STATES = {
    "open": "Waiting",
    "answered": "Answered",
    "resolved": "Resolved by the record",
    "withdrawn": "Withdrawn: it stood on a link that was undone",
    "closed": "Closed with the following of the baby",
}
TEMPOS = {"now": "Today", "week": "This week", "next": "Next contact"}
ANSWERS = {
    "acted_on": "Acted on",
    "already_known": "Already known",
    "does_not_fit": "Does not fit, because",
    "not_safe_to_ask": "Not safe to ask now",
}


class Prompt(Record):
    """One question about one baby. It comes back only with new evidence (`keys` not all seen before).

    `level` is the lowest sensitivity at which its signal still returns rows; its basis is the evidence of
    that level. The owner is the practitioner of `owner_team`, or, where `owner_role` is set, whoever holds
    that role in `owner_agency` (in `owner_team`, where that is set too).
    """

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="prompts")
    point = models.CharField(max_length=60)
    state = models.CharField(max_length=12, choices=list(STATES.items()), default="open")
    tempo = models.CharField(max_length=6, choices=list(TEMPOS.items()))
    level = models.CharField(max_length=12, choices=list(SENSITIVITIES.items()), default="shared")
    raised_on = models.DateField()
    raised_at = models.DateTimeField(default=clock.now)
    due_on = models.DateField(null=True, blank=True)
    owner_part = models.CharField(max_length=40)
    owner_role = models.CharField(max_length=40, blank=True)
    owner_team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="prompts"
    )
    owner_professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="prompts"
    )
    owner_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="prompts"
    )
    policy = models.JSONField(default=dict)
    """The version of each policy value that it was raised by."""
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    unscoped: ClassVar[models.Manager[Prompt]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["child", "state"]),
            models.Index(fields=["owner_team", "state"]),
            models.Index(fields=["owner_agency", "state"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "point"], condition=models.Q(state="open"), name="one_open_prompt_a_point"
            )
        ]


class Evidence(models.Model):
    """One piece of a prompt's evidence. `renews` marks those that must be new for it to come back."""

    prompt = models.ForeignKey(Prompt, on_delete=models.PROTECT, related_name="evidence")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    root_id = models.UUIDField()
    because = models.CharField(max_length=40)
    renews = models.BooleanField(default=False)
    level = models.CharField(max_length=12, choices=list(SENSITIVITIES.items()), default="shared")
    added_at = models.DateTimeField(default=clock.now)
    gone_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Evidence]] = models.Manager()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["prompt", "entry", "because"], name="one_evidence_a_reason")
        ]


class Answer(Record):
    """What a practitioner answered, and when. Answers flow back to the lesson."""

    prompt = models.ForeignKey(Prompt, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=20, choices=list(ANSWERS.items()))
    words = models.TextField(blank=True)
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="answers")
    role = models.CharField(max_length=40)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="answers")
    at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Answer]] = models.Manager()


class Postponed(models.Model):
    """That a baby waits for the day to pass: too many babies are around somebody whom an entry named."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="postponed")
    since = models.DateTimeField(default=clock.now)
    undone = models.BooleanField(default=False)
    """Whether a link around it was undone meanwhile: what vanishes then is withdrawn, not resolved."""
    evaluated_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Postponed]] = models.Manager()

    class Meta:
        verbose_name_plural = "postponed"
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=models.Q(evaluated_at__isnull=True), name="one_wait_a_baby"
            )
        ]


class Evaluation(models.Model):
    """That everyone was evaluated for a day: the tick's memory, so that a missed day is caught up."""

    day = models.DateField(unique=True)
    finished_at = models.DateTimeField(default=clock.now)
    raised = models.PositiveIntegerField(default=0)
    resolved = models.PositiveIntegerField(default=0)

    unscoped: ClassVar[models.Manager[Evaluation]] = models.Manager()
