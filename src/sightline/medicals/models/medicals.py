"""A child protection medical: who asked whom for what, and where and when it is held."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Partnership, Professional, Team
from sightline.chronology.models import Entry
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.codes import SENSITIVITIES
from sightline.core.models import Record
from sightline.medicals.codes import CALLED_OFF, POLICE, URGENCIES
from sightline.medicals.steps import MEDICAL
from sightline.people.models import Person


class Medical(Record):
    """That one agency asked another's examiners to examine a child, and what became of it.

    It is addressed to the role of examiner, never to one person. What was examined and opined hangs on it,
    and is added to, never overwritten.
    """

    reference = models.CharField(max_length=12, unique=True)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="medicals")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="medicals")
    referral = models.ForeignKey(
        ReferredChild, on_delete=models.PROTECT, null=True, blank=True, related_name="medicals"
    )
    from_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="medicals_asked")
    from_team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="medicals_asked"
    )
    asked_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="medicals_asked"
    )
    to_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="medicals_received")
    entry_root = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    sensitivity = models.CharField(max_length=12, choices=list(SENSITIVITIES.items()), default="restricted")
    why = models.TextField()
    questions = models.TextField()
    urgency = models.CharField(max_length=10, choices=list(URGENCIES.items()))
    where_now = models.CharField(max_length=300)
    who_may_consent = models.TextField()
    call_back = models.CharField(max_length=80)
    asked_at = models.DateTimeField(default=clock.now)
    state = models.CharField(max_length=12, choices=list(MEDICAL.states.items()), default=MEDICAL.start)

    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    because = models.TextField(blank=True)
    """Why it was declined, taken back or called off."""
    called_off = models.CharField(max_length=20, choices=list(CALLED_OFF.items()), blank=True)
    place = models.CharField(max_length=300, blank=True)
    booked_for = models.DateTimeField(null=True, blank=True)
    attending = models.TextField(blank=True)
    chaperone = models.CharField(max_length=200, blank=True)
    police = models.CharField(max_length=20, choices=list(POLICE.items()), blank=True)
    police_because = models.CharField(max_length=300, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Medical]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["to_agency", "state"], name="medical_of_agency"),
            models.Index(fields=["child", "state"], name="medical_of_child"),
            models.Index(fields=["to_agency", "finished_at"], name="medical_finished"),
            models.Index(fields=["partnership", "asked_at"], name="medical_measured"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "to_agency"],
                condition=models.Q(state="asked"),
                name="one_medical_waits",
            )
        ]


class MedicalAdult(Record):
    """One adult whom the request names: somebody of the record, or in words."""

    of = models.ForeignKey(Medical, on_delete=models.PROTECT, related_name="adults")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=200, blank=True)

    unscoped: ClassVar[models.Manager[MedicalAdult]] = models.Manager()
