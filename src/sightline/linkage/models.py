"""Claims that source people are the same person, and candidates for a person to decide."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.core import clock
from sightline.core.models import Record
from sightline.people.models import Person, SourcePerson

BASES = {
    "own_record": "The agency's own record",
    "nhs_number_and_birth": "Verified NHS number and agreeing date of birth",
    "decided": "Decided by a person",
    "birth": "The unborn baby was born",
}
CANDIDATE_STATES = {
    "open": "Waiting for a decision",
    "same": "The same person",
    "not_same": "Not the same person",
}


class Claim(Record):
    """That a source person is this person. The claim in force is the latest that is not void.

    A link is right or wrong, it is not true for a while: undoing makes it void, and every reading, as of any
    date, leaves void claims out. Facts never move.
    """

    source_person = models.ForeignKey(SourcePerson, on_delete=models.PROTECT, related_name="claims")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="claims")
    basis = models.CharField(max_length=30, choices=list(BASES.items()))
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.CharField(max_length=64)
    because = models.TextField(blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.CharField(max_length=64, blank=True)
    void_because = models.TextField(blank=True)

    unscoped: ClassVar[models.Manager[Claim]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["source_person", "made_at"])]


class Candidate(Record):
    """Two source people who may be the same person, or were decided to be or not to be.

    A decision `not_same` is remembered for ever: the pair is never a candidate again. The lower id is left.
    """

    left = models.ForeignKey(SourcePerson, on_delete=models.PROTECT, related_name="+")
    right = models.ForeignKey(SourcePerson, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=list(CANDIDATE_STATES.items()), default="open")
    found_at = models.DateTimeField(default=clock.now)
    found_because = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=64, blank=True)
    because = models.TextField(blank=True)

    unscoped: ClassVar[models.Manager[Candidate]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["left", "right"], name="one_candidate_a_pair")]
