"""What opens, closes and seals a record, when a link joins its baby to another, and when it is undone."""

from __future__ import annotations

import pytest

from factories import a_baby, a_source_person, an_actor, an_agency, open_to
from sightline.access.actions import break_glass
from sightline.access.models import Closure
from sightline.access.queries import involved_with, who_has_looked
from sightline.access.scope import babies_seen_by, may_open
from sightline.core import ledger
from sightline.core.actors import IMPORT, Actor
from sightline.linkage.actions import link, unlink
from sightline.linkage.models import Claim
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db


@pytest.fixture
def gps() -> Baby:
    """The baby as the practice knows it."""
    return a_baby("Ash", "Example", agency=an_agency("gp"))


@pytest.fixture
def midwifes() -> Baby:
    """The same baby as the midwives know it."""
    return a_baby("Ash", "Exampel", nhs_number="", agency=an_agency("midwifery"))


def joined(one: Baby, other: Baby) -> Claim:
    """All records of the one are the other's from now on."""
    [source] = one.person.source_people.all()
    return link(IMPORT, source, other.person, "The same date of birth and mother.")


def sees(actor: Actor, baby: Baby) -> bool:
    """As a list and as a page, which must agree."""
    on_page = bool(may_open(actor, baby.pk))
    assert (baby.pk in {one.pk for one in babies_seen_by(actor)}) is on_page
    return on_page


def test_a_team_keeps_its_baby_through_a_link_and_its_undoing(gps: Baby, midwifes: Baby) -> None:
    midwife = an_actor("midwifery")
    open_to(midwife, midwifes)
    claim = joined(midwifes, gps)
    assert sees(midwife, gps)
    assert not sees(midwife, midwifes)
    assert [one.sector for one in involved_with(midwife, gps.pk)] == ["midwifery"]
    unlink(IMPORT, claim, "Two babies after all.")
    assert sees(midwife, midwifes)
    assert not sees(midwife, gps)


def test_a_record_opened_in_an_emergency_stays_open_through_a_link(gps: Baby, midwifes: Baby) -> None:
    doctor = an_actor("hospital")
    break_glass(doctor, name="Ash Exampel", born_on=midwifes.born_on, reason="urgent_care")
    joined(midwifes, gps)
    assert sees(doctor, gps)


def test_a_record_that_is_closed_to_somebody_stays_closed_through_a_link(gps: Baby, midwifes: Baby) -> None:
    nurse = an_actor("gp")
    open_to(nurse, gps)
    Closure.unscoped.create(child=midwifes.person, professional_id=nurse.id, because="Her sister's.")
    assert sees(nurse, gps)
    joined(midwifes, gps)
    assert not sees(nurse, gps)


def test_a_sealed_baby_stays_sealed_through_a_link(gps: Baby, midwifes: Baby) -> None:
    nurse = an_actor("gp")
    open_to(nurse, gps)
    Baby.unscoped.filter(pk=midwifes.pk).update(sealed=True)
    joined(midwifes, gps)
    assert not sees(nurse, gps)


def test_who_has_looked_is_told_of_both_records(gps: Baby, midwifes: Baby) -> None:
    midwife = an_actor("midwifery", name="Mo Wife")
    ledger.looked(midwife, "baby.looked", [], [str(midwifes.pk)])
    joined(midwifes, gps)
    lead = an_actor("gp", "safeguarding_lead")
    assert "Mo Wife" in {look.name for look in who_has_looked(lead, gps.pk)}


def test_a_link_of_an_adult_opens_nothing(gps: Baby) -> None:
    stranger = an_actor("health_visiting")
    other = a_source_person(an_agency("health_visiting"), given_name="Robin")
    assert other.person_id
    assert not sees(stranger, gps)
