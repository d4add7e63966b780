"""Who is involved with a baby, what is open on it, and who may or may not open its record besides."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.access.codes import BREAK_GLASS_REASONS, INVOLVEMENTS, OPENNESS
from sightline.agencies.models import Agency, Professional, Team
from sightline.core import clock
from sightline.core.models import Record
from sightline.people.models import Person


class Handover(Record):
    """A caseload moved whole, with its note."""

    from_professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="handovers_given"
    )
    to_professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, related_name="handovers_received"
    )
    at = models.DateTimeField(default=clock.now)
    note = models.TextField()

    unscoped: ClassVar[models.Manager[Handover]] = models.Manager()


class Involvement(Record):
    """That a team is involved with a baby, with its lead practitioner, between two days."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="involvements")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="involvements")
    professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="involvements"
    )
    part = models.CharField(max_length=30, choices=list(INVOLVEMENTS.items()))
    from_on = models.DateField(default=clock.today)
    to_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    """When somebody ended it: from that instant it opens nothing, though its last day is not over."""
    because = models.CharField(max_length=200, blank=True)
    handover = models.ForeignKey(
        Handover, on_delete=models.PROTECT, null=True, blank=True, related_name="involvements"
    )

    unscoped: ClassVar[models.Manager[Involvement]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["team", "to_on"]), models.Index(fields=["child", "to_on"])]


class OpenMatter(models.Model):
    """That something is open on a baby which lets agencies see more of each other: a projection of entries.

    Help is an early help assessment or plan agreed with the parents; a concern is a referral, enquiry,
    assessment or plan of social care. With neither, the baby is at *universal*.
    """

    child = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="open_matters")
    level = models.CharField(max_length=10, choices=[(k, v) for k, v in OPENNESS.items() if k != "universal"])
    what = models.CharField(max_length=80)
    entry_root = models.UUIDField(unique=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[OpenMatter]] = models.Manager()


class BreakGlass(Record):
    """That a practitioner opened a record outside their involvement, why, and its review.

    It opens the record to that professional in that role and team only, until `expires_at`.
    """

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="break_glass")
    professional = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="break_glass")
    role = models.CharField(max_length=40)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="break_glass")
    reason = models.CharField(max_length=30, choices=list(BREAK_GLASS_REASONS.items()))
    words = models.TextField(blank=True)
    opened_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    review_by = models.DateField()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="break_glass_reviewed"
    )
    finding = models.TextField(blank=True)

    unscoped: ClassVar[models.Manager[BreakGlass]] = models.Manager()


class Closure(Record):
    """That a baby's record is closed to a member of staff, or to an agency's office, invisibly.

    An office is one team of the agency; without one the whole agency is meant. Those who are closed out see
    what a stranger sees, in every role that they hold.
    """

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="closures")
    professional = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="closed_records"
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="closed_records"
    )
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="closed_records"
    )
    because = models.CharField(max_length=200)
    from_on = models.DateField(default=clock.today)
    to_on = models.DateField(null=True, blank=True)
    closed_by = models.CharField(max_length=64, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_by = models.CharField(max_length=64, blank=True)
    reopened_because = models.CharField(max_length=200, blank=True)

    unscoped: ClassVar[models.Manager[Closure]] = models.Manager()


class StaffPerson(Record):
    """That a professional is this person: no baby in whose care network the person is opens to them.

    It stands for as long as the row does, whatever the professional's role or team; a baby that the family
    has later is closed from the first day.
    """

    professional = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="own_persons")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="staff")
    recorded_by = models.CharField(max_length=64)
    recorded_at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[StaffPerson]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["professional", "person"], name="one_tie_a_professional")
        ]


class Notice(Record):
    """Something that a professional is told about a baby, until they say that they have read it."""

    professional = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="notices")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notices")
    words = models.TextField()
    break_glass = models.ForeignKey(
        BreakGlass, on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )
    at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Notice]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["professional", "read_at"])]
