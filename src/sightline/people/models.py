"""Source people, persons, followed babies, identifiers, addresses and the care network.

A *source person* is one agency's own record of somebody; entries hang on it. A *person* is the set of source
people claimed to be the same (`linkage`). What a person row says of itself (name, sex, birth) is a summary of
its source people, restated whenever a claim moves: never the home of a fact.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Partnership, Professional
from sightline.core import clock
from sightline.core.codes import SEXES
from sightline.core.models import Record
from sightline.people.fields import NameKeyField, PlaceKeyField

PERSON_KINDS = {"baby": "Baby", "person": "Person"}
IDENTIFIER_TYPES = {
    "nhs_number": "NHS number",
    "upn": "Unique pupil number",
    "local": "Local",
    "other": "Other",
}
IDENTIFIER_STATES = {
    "verified": "Verified",
    "unverified": "Not verified",
    "failed_check": "Failed its check: kept, never used to link",
}
IDENTITY_NAMED = "named"


class Person(Record):
    """Somebody: the set of source people claimed to be the same."""

    kind = models.CharField(max_length=10, choices=list(PERSON_KINDS.items()), default="person")
    given_name = models.CharField(max_length=300, blank=True)
    family_name = models.CharField(max_length=300, blank=True)
    sex = models.CharField(max_length=10, choices=list(SEXES.items()), default="unknown")
    born_from = models.DateField(null=True, blank=True)
    born_to = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True, db_index=True)
    created_at = models.DateTimeField(default=clock.now)
    joined_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="joined_from"
    )
    """Whom all its source people were claimed to be; null while it has any. Only `linkage` writes it."""

    unscoped: ClassVar[models.Manager[Person]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["family_name", "given_name", "born_from"])]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in full, or words for its absence."""
        return f"{self.given_name} {self.family_name}".strip() or "Name not recorded"


class Baby(models.Model):
    """A followed baby, born or not: the header of its page, restated from its entries.

    Followed from pregnancy to the second birthday or the end of the last plan (policy), then closed to daily
    view. `sealed` marks a child placed for adoption, who cannot be found through birth family.
    """

    person = models.OneToOneField(Person, on_delete=models.PROTECT, primary_key=True, related_name="baby")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="babies")
    due_on = models.DateField(null=True, blank=True)
    born_on = models.DateField(null=True, blank=True)
    gestation_days = models.PositiveSmallIntegerField(null=True, blank=True)
    birth_weight_g = models.PositiveIntegerField(null=True, blank=True)
    multiple_birth = models.BooleanField(null=True)
    followed_from = models.DateField(default=clock.today)
    closed_on = models.DateField(null=True, blank=True)
    closed_because = models.CharField(max_length=200, blank=True)
    sealed = models.BooleanField(default=False)
    language = models.CharField(max_length=80, blank=True)
    interpreter = models.BooleanField(null=True)
    safe_contact = models.TextField(blank=True)
    registered_gp = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="registered_babies"
    )
    named_gp = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="named_for"
    )

    unscoped: ClassVar[models.Manager[Baby]] = models.Manager()

    class Meta:
        verbose_name_plural = "babies"
        # Few are sealed, and every page asks who is: that is not to read every baby there is.
        indexes = [models.Index(fields=["person"], name="sealed_babies", condition=models.Q(sealed=True))]

    def __str__(self) -> str:
        return self.person.name

    @property
    def is_born(self) -> bool:
        """Whether a birth is known."""
        return self.born_on is not None


class SourcePerson(Record):
    """One agency's own record of somebody, as last received. `key` is that agency's."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="source_people")
    source_system = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=list(PERSON_KINDS.items()), default="person")
    given_name = models.CharField(max_length=300, blank=True)
    family_name = models.CharField(max_length=300, blank=True)
    given_key = NameKeyField(of="given_name")
    family_key = NameKeyField(of="family_name")
    sex = models.CharField(max_length=10, choices=list(SEXES.items()), default="unknown")
    born_from = models.DateField(null=True, blank=True)
    born_to = models.DateField(null=True, blank=True)
    birth_order = models.PositiveSmallIntegerField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    telephone = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=80, blank=True)
    interpreter = models.BooleanField(null=True)
    source_version = models.CharField(max_length=80, blank=True)
    withdrawn = models.BooleanField(default=False)
    digest = models.CharField(max_length=64, blank=True)
    """Of what the agency last sent: the same content again changes nothing."""
    received_at = models.DateTimeField(default=clock.now)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="source_people")
    """Who this is now: the person of the claim in force. Only `linkage` moves it."""

    unscoped: ClassVar[models.Manager[SourcePerson]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "source_system", "key"], name="one_source_person_a_key")
        ]
        indexes = [
            models.Index(fields=["family_key", "born_from"]),
            models.Index(fields=["family_key", "given_key"]),
        ]

    @property
    def born_on(self) -> dt.date | None:
        """The day of birth where the agency holds it exactly."""
        return self.born_from if self.born_from == self.born_to else None

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip() or self.key


class Identifier(Record):
    """A number that an agency holds for somebody, and what we make of it."""

    source_person = models.ForeignKey(SourcePerson, on_delete=models.PROTECT, related_name="identifiers")
    type = models.CharField(max_length=20, choices=list(IDENTIFIER_TYPES.items()))
    value = models.CharField(max_length=200, db_index=True)
    system = models.CharField(max_length=200, blank=True)
    sender_verified = models.BooleanField(default=False)
    state = models.CharField(max_length=20, choices=list(IDENTIFIER_STATES.items()), default="unverified")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[Identifier]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_person", "type", "value"], name="one_identifier_a_source_person"
            )
        ]


class Address(Record):
    """That somebody stays at an address, as one agency holds it."""

    source_person = models.ForeignKey(SourcePerson, on_delete=models.PROTECT, related_name="addresses")
    lines = models.TextField()
    postcode = models.CharField(max_length=10, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    confidential = models.BooleanField(default=False)
    place = PlaceKeyField()

    unscoped: ClassVar[models.Manager[Address]] = models.Manager()

    class Meta:
        verbose_name_plural = "addresses"
        indexes = [
            models.Index(fields=["place"], name="confidential_places", condition=models.Q(confidential=True))
        ]


class NetworkMember(models.Model):
    """That a person is, or was, in a baby's care network: a projection of entries and claims.

    `through` says how the person comes into it: a relationship to the baby, a stay, or a relationship to a
    parent. It is what decides whose entries stand on a baby's page and which babies an entry touches.
    """

    child = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="network")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="networks")
    through = models.CharField(max_length=40)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    unscoped: ClassVar[models.Manager[NetworkMember]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "person", "through"], name="one_network_place_each_way")
        ]
