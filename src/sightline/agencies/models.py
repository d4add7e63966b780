"""Partnerships, agencies, teams, and the professionals who work in them."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from sightline.agencies.roles import LEAD_KINDS, PROFESSIONS, ROLES
from sightline.core import clock, ids
from sightline.core.codes import SECTORS
from sightline.core.models import Record


class Partnership(Record):
    """A safeguarding partnership: it sets the policy for the babies of its area."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)

    unscoped: ClassVar[models.Manager[Partnership]] = models.Manager()

    def __str__(self) -> str:
        return self.name


class Agency(Record):
    """An organisation that records facts: a trust, a practice, a council service, a force."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    sector = models.CharField(max_length=40, choices=list(SECTORS.items()))
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="agencies")
    telephone = models.CharField(max_length=40, blank=True)

    unscoped: ClassVar[models.Manager[Agency]] = models.Manager()

    class Meta:
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


class Team(Record):
    """A team of an agency. Involvement with a baby is a team's; cover is within it."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=200)
    telephone = models.CharField(max_length=40, blank=True)

    unscoped: ClassVar[models.Manager[Team]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.name}, {self.agency.name}"


class ProfessionalManager(BaseUserManager["Professional"]):
    """What sign-in asks of the model that signs in."""

    def create_user(self, username: str, password: str | None = None, **fields: object) -> Professional:
        """A professional who can sign in; without a password, one who cannot."""
        person = self.model(username=username, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Professional(AbstractBaseUser):
    """A person who works in an agency, and who may sign in."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    username = models.CharField(max_length=80, unique=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=200)
    profession = models.CharField(max_length=40, choices=list(PROFESSIONS.items()), default="other")
    telephone = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[ProfessionalManager] = ProfessionalManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.name


class Assignment(Record):
    """That a professional holds a role in a team, between two days. Temporary staff have an end."""

    professional = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="assignments")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=40, choices=list(ROLES.items()))
    lead_kind = models.CharField(max_length=20, choices=list(LEAD_KINDS.items()), blank=True)
    from_on = models.DateField(default=clock.today)
    to_on = models.DateField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Assignment]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.professional.name}, {self.get_role_display()}, {self.team}"


class Cover(Record):
    """That one professional covers another's babies until a day, with a note."""

    away = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="covered_by")
    covering = models.ForeignKey(Professional, on_delete=models.PROTECT, related_name="covers")
    from_on = models.DateField(default=clock.today)
    to_on = models.DateField()
    note = models.TextField(blank=True)

    unscoped: ClassVar[models.Manager[Cover]] = models.Manager()


class PolicySetting(Record):
    """A value that a partnership set for one of its thresholds, from a day on. Rewrites nothing before it."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="settings")
    name = models.CharField(max_length=80)
    value = models.CharField(max_length=200)
    from_on = models.DateField(default=clock.today)
    source = models.TextField()
    set_by = models.CharField(max_length=64)
    set_at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[PolicySetting]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name", "from_on"], name="one_setting_a_day")
        ]


class Procedure(Record):
    """A procedure that governs a prompt, form or lesson: found by key, never by a chapter number."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="procedures")
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    address = models.URLField()
    version = models.CharField(max_length=40, blank=True)
    review_on = models.DateField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Procedure]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partnership", "key"], name="one_procedure_a_key")]


class DutyNumber(Record):
    """Whom to ring, for what and at which hours, in a partnership's area."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="duty_numbers")
    purpose = models.CharField(
        max_length=20, choices=[("mark", "A mark on a baby"), ("worry", "A worry about a baby")]
    )
    hours = models.CharField(max_length=20, choices=[("day", "Working hours"), ("night", "Nights, weekends")])
    name = models.CharField(max_length=200)
    telephone = models.CharField(max_length=40)

    unscoped: ClassVar[models.Manager[DutyNumber]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "purpose", "hours"], name="one_number_an_hour")
        ]


def professional_id(actor_id: str) -> uuid.UUID | None:
    """The professional behind an actor's id; None for a system actor."""
    return None if actor_id.startswith("system:") else uuid.UUID(actor_id)
