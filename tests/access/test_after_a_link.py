"""What opens, closes and seals a record, when a link joins its baby to another, and when it is undone."""

from __future__ import annotations

import uuid

import pytest

from factories import a_baby, a_source_person, an_actor, an_agency, open_to
from sightline.access.actions import break_glass
from sightline.access.models import BreakGlass, Closure, Notice
from sightline.access.openings import is_named, openings_seen_by, read_during
from sightline.access.queries import involved_with, notices_for, who_has_looked
from sightline.access.scope import babies_seen_by, may_open
from sightline.access.telling import tell
from sightline.core import ledger
from sightline.core.actors import IMPORT, Actor
from sightline.core.unit import unit
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


@pytest.fixture
def lead() -> Actor:
    """The safeguarding lead of the hospital."""
    return an_actor("hospital", "safeguarding_lead")


@pytest.fixture
def opened(gps: Baby, midwifes: Baby, lead: Actor) -> BreakGlass:
    """An opening of the midwives' record, whose baby was then found to be the practice's."""
    break_glass(an_actor("hospital"), name="Ash Exampel", born_on=midwifes.born_on, reason="urgent_care")
    joined(midwifes, gps)
    return BreakGlass.unscoped.get(child=midwifes.person)


def test_an_opening_is_not_told_of_to_whom_the_baby_is_closed_through_a_link(
    gps: Baby, opened: BreakGlass, lead: Actor
) -> None:
    assert list(openings_seen_by(lead)) == [opened]
    Closure.unscoped.create(child=gps.person, professional_id=lead.id, because="Her own family.")
    assert list(openings_seen_by(lead)) == []


def test_an_opening_does_not_name_a_baby_that_is_sealed_through_a_link(gps: Baby, opened: BreakGlass) -> None:
    assert is_named(opened)
    Baby.unscoped.filter(pk=gps.pk).update(sealed=True)
    assert not is_named(opened)


def test_what_was_read_after_a_link_is_part_of_the_review(gps: Baby, opened: BreakGlass, lead: Actor) -> None:
    doctor = Actor(str(opened.professional_id), "Doctor", opened.role, agency_code="hospital")
    ledger.looked(doctor, "baby.looked", ["baby"], [str(gps.pk)])
    assert "baby.looked" in [look.event for look in read_during(lead, opened)]


def test_a_notice_is_shown_while_the_baby_is_open_to_whom_it_tells(gps: Baby, midwifes: Baby) -> None:
    midwife = an_actor("midwifery")
    involved = open_to(midwife, midwifes)
    told = Notice.unscoped.create(professional_id=midwife.id, child=midwifes.person, words="Decided.")
    assert list(notices_for(midwife)) == [told]
    joined(midwifes, gps)
    assert list(notices_for(midwife)) == [told]
    Closure.unscoped.create(child=gps.person, professional_id=midwife.id, because="Her own family.")
    assert list(notices_for(midwife)) == []
    Closure.unscoped.all().delete()
    involved.delete()
    assert list(notices_for(midwife)) == []


def test_nobody_is_told_of_a_joined_record_whose_page_is_closed_to_them(gps: Baby, midwifes: Baby) -> None:
    midwife, gp = an_actor("midwifery"), an_actor("gp")
    joined(midwifes, gps)
    Closure.unscoped.create(child=gps.person, professional_id=midwife.id, because="Her cousin.")
    with unit():
        told = tell([uuid.UUID(midwife.id), uuid.UUID(gp.id)], midwifes.pk, "Something is due.")
    assert told == 1
    Baby.unscoped.filter(pk=gps.pk).update(sealed=True)
    with unit():
        assert tell([uuid.UUID(gp.id)], midwifes.pk, "Something is due.") == 0
