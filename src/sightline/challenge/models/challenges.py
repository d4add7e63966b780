"""A challenge, and the stages that it reached. Nothing of it is ever deleted: `keeping` sees to that."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Partnership, Professional, Team
from sightline.challenge.codes import SAFE_NOW
from sightline.challenge.steps import CHALLENGE, OPEN
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.core.models import Record
from sightline.people.models import Person


class Challenge(Record):
    """That somebody disagrees with a decision about a child, or with nothing having been done.

    `process` and `process_id` say what is challenged (`matters`); `about` is what it was called then. For
    something that was not done, the process is `baby` and the id the child's.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="challenges")
    process = models.CharField(max_length=30)
    process_id = models.UUIDField()
    about = models.CharField(max_length=300)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="challenges")
    from_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="challenges_raised")
    from_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="challenges_raised")
    raiser = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="challenges_raised")
    with_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="challenges_received")
    with_team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="challenges_received"
    )
    with_professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="challenges_received"
    )
    """Who decided, where one person did. Nobody is counted by name."""
    what = models.TextField()
    why = models.TextField()
    asked = models.TextField()
    safe_now = models.CharField(max_length=12, choices=list(SAFE_NOW.items()))
    state = models.CharField(max_length=10, choices=list(CHALLENGE.states.items()), default=CHALLENGE.start)
    stage = models.PositiveSmallIntegerField()
    stages_version = models.CharField(max_length=20)
    raised_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()
    """The form that was sent: sent twice, it raises one challenge."""

    unscoped: ClassVar[models.Manager[Challenge]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["raiser", "form_key"], name="one_challenge_a_form"),
            models.UniqueConstraint(
                fields=["process", "process_id", "from_agency"],
                condition=models.Q(state__in=OPEN) & ~models.Q(process="baby"),
                name="one_open_challenge_an_agency",
            ),
        ]
        indexes = [
            models.Index(fields=["with_agency", "state"], name="challenge_of_challenged"),
            models.Index(fields=["from_agency", "state"], name="challenge_of_raiser"),
            models.Index(fields=["child", "state"], name="challenge_of_child"),
            models.Index(fields=["process", "process_id"], name="challenge_of_process"),
        ]

    @property
    def is_open(self) -> bool:
        """Whether it is not over."""
        return self.state in OPEN


class StageReached(Record):
    """That a challenge came to a stage, when, by whom and why; its entry in the chronology."""

    of = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    entry_root = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(default=clock.now)
    because = models.TextField(blank=True)
    by = models.ForeignKey(Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """Nobody: the time of the stage before it was over."""

    unscoped: ClassVar[models.Manager[StageReached]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="a_stage_once")]
