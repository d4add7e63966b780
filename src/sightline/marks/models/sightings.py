"""A sighting: one mark or several seen together, and what surrounds them. The entry says what a mark is."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sightline.agencies.models import Agency, Partnership, Professional, Team
from sightline.chronology.models import Entry
from sightline.concerns.models import ReferredChild
from sightline.core import clock
from sightline.core.codes import Codes
from sightline.core.models import Record
from sightline.marks.codes import COLOURS, DECISIONS, DELAYS, SKIN_SEEN, SKIN_TONES
from sightline.marks.regions import regions
from sightline.marks.steps import MARK
from sightline.people.models import Person


def choices(codes: Codes) -> list[tuple[str, str]]:
    """A code set as the choices of a column."""
    return list(codes.items())


class Sighting(Record):
    """One sighting on a baby who is not mobile, on its way to an outcome.

    `definition` is the version by which the baby did not count as moving about; what it was seen to do is an
    entry of the chronology (`mobility_entry`). `front_door` is None where the partnership has none.
    `medical_id` is the child protection medical that grew out of it, once that room keeps one.
    """

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sightings")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="sightings")
    by_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="sightings")
    by_team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="sightings"
    )
    by = models.ForeignKey(
        Professional, on_delete=models.PROTECT, null=True, blank=True, related_name="sightings"
    )
    front_door = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="sightings_received"
    )
    state = models.CharField(max_length=20, choices=choices(MARK.states), default=MARK.start)
    seen_at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=clock.now)
    seen_first_by = models.CharField(max_length=200, blank=True)
    definition = models.CharField(max_length=40)
    mobility_entry = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    skin_seen = models.CharField(max_length=10, choices=choices(SKIN_SEEN))
    skin_tone = models.CharField(max_length=10, choices=choices(SKIN_TONES), blank=True)
    delay = models.CharField(max_length=10, choices=choices(DELAYS), blank=True)
    delay_words = models.TextField(blank=True)
    referred = models.ForeignKey(
        ReferredChild, on_delete=models.PROTECT, null=True, blank=True, related_name="sightings"
    )
    asked_of = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="sightings_to_examine"
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(max_length=200, blank=True)
    asked_words = models.TextField(blank=True)
    medical_entry = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    medical_id = models.UUIDField(null=True, blank=True)
    opinion = models.ForeignKey(
        "marks.Opinion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The opinion with which it went on. There may be later ones."""
    decision = models.CharField(max_length=20, choices=choices(DECISIONS), blank=True)
    decided_because = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    referrer_told_at = models.DateTimeField(null=True, blank=True)
    referrer_told_how = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    unscoped: ClassVar[models.Manager[Sighting]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["child", "state"], name="sighting_of_child"),
            models.Index(fields=["front_door", "state"], name="sighting_of_door"),
            models.Index(fields=["asked_of", "state"], name="sighting_of_examiner"),
            models.Index(fields=["by_agency", "state"], name="sighting_of_agency"),
        ]
        constraints = [
            models.CheckConstraint(
                name="no_end_without_an_opinion",
                condition=models.Q(opinion__isnull=False)
                | models.Q(state__in=["observed", "referred", "requested", "taken_back"]),
            )
        ]


class Mark(Record):
    """One mark of a sighting. Kind, place, pattern and what was said of it stand in the entry."""

    of = models.ForeignKey(Sighting, on_delete=models.PROTECT, related_name="marks")
    entry_root = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    region = models.CharField(max_length=30, choices=[(key, one.words) for key, one in regions().items()])
    size_mm = models.PositiveSmallIntegerField(null=True, blank=True)
    across_mm = models.PositiveSmallIntegerField(null=True, blank=True)
    colour = models.CharField(max_length=10, choices=choices(COLOURS), blank=True)
    shape = models.CharField(max_length=120, blank=True)
    petechiae = models.BooleanField(null=True)
    said_birthmark = models.BooleanField(null=True)
    """Whether somebody says that it is a birthmark or from the birth. It counts only as `birthmarks` says."""
    photograph_at = models.CharField(max_length=300, blank=True)
    """Where a photograph is kept, by whom, with whose consent. No photograph is kept here."""

    unscoped: ClassVar[models.Manager[Mark]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry_root"], name="one_mark_an_entry")]


class Account(Record):
    """That somebody explained a mark: who, when, to whom. The words are in that version of its entry."""

    of = models.ForeignKey(Mark, on_delete=models.PROTECT, related_name="accounts")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=200, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    heard_by = models.CharField(max_length=200)
    recorded_at = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[Account]] = models.Manager()


class Carer(Record):
    """Somebody who had the baby in the time in which a mark can have happened."""

    of = models.ForeignKey(Sighting, on_delete=models.PROTECT, related_name="carers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)

    unscoped: ClassVar[models.Manager[Carer]] = models.Manager()


class OtherChild(Record):
    """A twin or another young child of the home: who has looked at them and when, or nobody yet."""

    of = models.ForeignKey(Sighting, on_delete=models.PROTECT, related_name="others")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=200, blank=True)
    looked_by = models.CharField(max_length=200, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    found = models.TextField(blank=True)

    unscoped: ClassVar[models.Manager[OtherChild]] = models.Manager()

    @property
    def name(self) -> str:
        """How the child is called on the page."""
        return self.person.name if self.person else self.words
