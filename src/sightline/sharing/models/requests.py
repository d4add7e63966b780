"""A request for information to one agency about one child, its chases, and its one answer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Professional
from sightline.agencies.roles import ROLES
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.codes import SENSITIVITIES
from sightline.core.models import Record
from sightline.people.models import Person
from sightline.sharing.codes import ANSWERS, REACHED_BY, VIA, WHO_RANG
from sightline.sharing.steps import INFORMATION_REQUEST


class InformationRequest(Record):
    """That the front door asked one agency about one child: what, about whom, why, and by what way.

    It is addressed to a role of the agency, never to one person: whoever holds the role answers.
    """

    of = models.ForeignKey(ReferredChild, on_delete=models.PROTECT, related_name="information_requests")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="information_requests")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="information_asked")
    role = models.CharField(max_length=40, choices=list(ROLES.items()), default="safeguarding_lead")
    asked_by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="information_asked"
    )
    asked_at = models.DateTimeField(default=clock.now)
    is_urgent = models.BooleanField(default=False)
    what = models.TextField()
    because = models.TextField()
    reached_by = models.CharField(max_length=10, choices=list(REACHED_BY.items()))
    state = models.CharField(
        max_length=10, choices=list(INFORMATION_REQUEST.states.items()), default=INFORMATION_REQUEST.start
    )
    stopped_because = models.TextField(blank=True)

    unscoped: ClassVar[models.Manager[InformationRequest]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["agency", "state"], name="request_of_agency")]
        constraints = [
            models.UniqueConstraint(
                fields=["of", "agency"], condition=models.Q(state="asked"), name="one_request_waits"
            )
        ]


class AskedAdult(Record):
    """One adult about whom the agency is asked besides the child: somebody of the record, or in words."""

    of = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="adults")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=200, blank=True)

    unscoped: ClassVar[models.Manager[AskedAdult]] = models.Manager()


class Answer(Record):
    """What an agency answered, once. A nil says which systems were looked in, by whom, as of when.

    By telephone it is entered by the front door in the agency's name, with who rang whom and when.
    """

    of = models.OneToOneField(InformationRequest, on_delete=models.PROTECT, related_name="answer")
    kind = models.CharField(max_length=10, choices=list(ANSWERS.items()))
    words = models.TextField(blank=True)
    systems = models.TextField(blank=True)
    looked_by = models.CharField(max_length=200, blank=True)
    as_of = models.DateField()
    because = models.TextField(blank=True)
    sensitivity = models.CharField(max_length=12, choices=list(SENSITIVITIES.items()), default="restricted")
    via = models.CharField(max_length=10, choices=list(VIA.items()), default="sightline")
    by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="information_answered"
    )
    by_name = models.CharField(max_length=200)
    """Who answered, as they gave their name; `by` is who entered it, where they sign in."""
    answered_at = models.DateTimeField(default=clock.now)
    who_rang = models.CharField(max_length=4, choices=list(WHO_RANG.items()), blank=True)
    rang_at = models.DateTimeField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Answer]] = models.Manager()


class Chase(Record):
    """That the front door asked again for an answer that had not come."""

    of = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="chases")
    by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="information_chased"
    )
    at = models.DateTimeField(default=clock.now)
    words = models.CharField(max_length=300, blank=True)

    unscoped: ClassVar[models.Manager[Chase]] = models.Manager()
