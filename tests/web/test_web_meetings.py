"""When a service last met a baby and when it next will: on the baby's page and in the list."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_baby, an_actor, an_agency, entry_on, open_to
from sightline.chronology.actions import record
from sightline.chronology.kinds import Appointment, Contact, Injury
from sightline.core import clock
from sightline.web.pages.meetings import Meetings, meetings_in, meetings_of
from sightline.web.words import short_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor():
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def marnie(visitor):
    baby = a_baby("Marnie", "Askew", born_days_ago=60)
    open_to(visitor, baby)
    return baby


def days_from_now(days):
    return clock.today() + dt.timedelta(days=days)


def of_both(visitor, marnie):
    """The list's meetings and the page's, which must agree."""
    from sightline.web.pages.baby.reading import read_baby

    listed = meetings_of(visitor, [marnie.pk], clock.today()).get(marnie.pk, Meetings())
    on_page = meetings_in(read_baby(visitor, marnie.pk).shown, visitor.agency_id, clock.today())
    assert listed == on_page
    return listed


def test_an_appointment_moved_to_a_day_to_come_is_when_you_next_see_them(visitor, marnie, sign_in):
    coming = Appointment("health_visiting", "rescheduled")
    entry_on(marnie.person, coming, days_from_now(3), agency=an_agency("health_visiting"))
    assert of_both(visitor, marnie).next == days_from_now(3)
    said = sign_in(visitor).get(f"/babies/{marnie.pk}/").content.decode()
    assert short_day(days_from_now(3)) in said
    assert "no next appointment is recorded" not in said


def test_an_appointment_called_off_is_no_next_meeting(visitor, marnie):
    gone = Appointment("health_visiting", "cancelled_by_service")
    entry_on(marnie.person, gone, days_from_now(3), agency=an_agency("health_visiting"))
    assert of_both(visitor, marnie) == Meetings()


def test_a_baby_not_brought_was_not_met(visitor, marnie):
    record(visitor, marnie.person, Contact(True), happened_on=days_from_now(-9))
    record(
        visitor, marnie.person, Appointment("health_visiting", "not_brought"), happened_on=days_from_now(-2)
    )
    assert of_both(visitor, marnie).last == days_from_now(-9)


def test_an_appointment_that_was_kept_is_a_meeting(visitor, marnie):
    record(visitor, marnie.person, Appointment("health_visiting", "attended"), happened_on=days_from_now(-2))
    assert of_both(visitor, marnie).last == days_from_now(-2)


def test_another_services_meeting_is_not_yours(visitor, marnie):
    midwife = an_actor("midwifery")
    open_to(midwife, marnie)
    record(midwife, marnie.person, Contact(True), happened_on=days_from_now(-1))
    assert of_both(visitor, marnie) == Meetings()


def test_without_a_next_appointment_the_page_says_so_with_the_last_meeting(visitor, marnie, sign_in):
    record(visitor, marnie.person, Contact(True), happened_on=days_from_now(-9))
    said = sign_in(visitor).get(f"/babies/{marnie.pk}/").content.decode()
    met = short_day(days_from_now(-9))
    assert f"Not recorded. Your service met them {met}." in said


def test_my_babies_says_when_they_were_last_met_where_no_next_appointment_is_recorded(
    visitor, marnie, sign_in
):
    record(visitor, marnie.person, Contact(True), happened_on=days_from_now(-9))
    record(visitor, marnie.person, Injury("bruise", site="left cheek"), happened_on=days_from_now(-1))
    said = sign_in(visitor).get("/babies/").content.decode()
    assert "You next see them" not in said
    assert f'data-head="You last met them">{short_day(days_from_now(-9))}</td>' in said


def test_my_babies_says_of_whom_nothing_is_recorded(visitor, marnie, sign_in):
    record(visitor, marnie.person, Injury("bruise", site="left cheek"), happened_on=days_from_now(-1))
    assert "Nothing recorded by your service" in sign_in(visitor).get("/babies/").content.decode()
