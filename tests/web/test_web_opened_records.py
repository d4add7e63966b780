"""Reviewing the records that were opened outside an involvement."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_baby, an_actor, an_nhs_number, open_to
from sightline.access.actions import break_glass
from sightline.access.models import BreakGlass, Closure
from sightline.access.scope import may_open
from sightline.agencies.roles import ROLES
from sightline.core import clock
from sightline.core.models import LedgerEntry
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db
FRIDAY = dt.datetime(2026, 11, 20, 19, 30, tzinfo=clock.LONDON)
LIST = "/opened-records/"


@pytest.fixture(autouse=True)
def _a_friday_evening():
    with clock.at(FRIDAY):
        yield


@pytest.fixture
def doctor():
    return an_actor("hospital", name="Dr Night")


@pytest.fixture
def lead():
    return an_actor("hospital", "safeguarding_lead", name="Lee Named")


def opened(doctor, name="Marnie"):
    number = an_nhs_number()
    a_baby(name, "Askew", nhs_number=number)
    return break_glass(doctor, nhs_number=number, reason="urgent_care", words="Fitting in resus.")


def test_a_lead_sees_who_opened_what_and_why_and_by_when(doctor, lead, sign_in):
    one = opened(doctor)
    client = sign_in(lead)
    listed = client.get(LIST).content.decode()
    assert "Marnie Askew" in listed
    assert "Tuesday 24 November 2026" in listed
    said = client.get(f"{LIST}{one.pk}/").content.decode()
    for words in ("Dr Night", "The baby is in front of me for urgent care", "Fitting in resus."):
        assert words in said


def test_what_was_read_meanwhile_is_listed_and_nothing_of_anybody_else(doctor, lead, sign_in):
    one = opened(doctor)
    sign_in(doctor).get(f"/babies/{one.child_id}/growth/")
    other = an_actor("health_visiting")
    open_to(other, Baby.unscoped.get(pk=one.child_id))
    sign_in(other).get(f"/babies/{one.child_id}/chronology/")
    said = sign_in(lead).get(f"{LIST}{one.pk}/").content.decode()
    assert "Opened the growth charts" in said
    assert "Opened the chronology" not in said


def test_those_past_their_day_come_first_and_say_so(doctor, lead, sign_in):
    with clock.at(FRIDAY - dt.timedelta(days=10)):
        opened(doctor, "Early")
    opened(doctor, "Late")
    said = sign_in(lead).get(LIST).content.decode()
    assert said.index("Early Askew") < said.index("Late Askew")
    assert said.count("Overdue since") == 1


def test_a_review_is_saved_closes_the_record_and_stays_listed(doctor, lead, sign_in):
    one = opened(doctor)
    client = sign_in(lead)
    answer = {"finding": "Not in front of them.", "access": "ends"}
    response = client.post(f"{LIST}{one.pk}/", answer, follow=True)
    said = response.content.decode()
    assert "Nothing waits for review." in said
    assert "Not in front of them." in said.split("Reviewed</h2>")[1]
    assert "Lee Named" in said
    assert not may_open(doctor, one.child_id)
    assert LedgerEntry.ledger.filter(event="glass.reviewed", outcome="allowed").exists()
    again = client.get(f"{LIST}{one.pk}/").content.decode()
    assert '<form method="post" action="/opened-records' not in again


def test_a_review_without_a_finding_says_what_is_missing_and_keeps_what_was_chosen(doctor, lead, sign_in):
    one = opened(doctor)
    said = sign_in(lead).post(f"{LIST}{one.pk}/", {"access": "ends"}).content.decode()
    assert "Write what the review found" in said
    assert "The review is not saved yet" in said
    assert 'value="ends" checked' in said
    assert BreakGlass.unscoped.get().reviewed_at is None


def test_when_the_time_has_run_out_nothing_is_asked_about_closing(doctor, lead, sign_in):
    one = opened(doctor)
    with clock.at(FRIDAY + dt.timedelta(days=2)):
        client = sign_in(lead)
        assert "still open to them" not in client.get(f"{LIST}{one.pk}/").content.decode()
        client.post(f"{LIST}{one.pk}/", {"finding": "In order."})
    assert BreakGlass.unscoped.get().finding == "In order."


def test_a_second_review_is_refused_in_words_and_keeps_what_was_typed(doctor, lead, sign_in):
    one = opened(doctor)
    client = sign_in(lead)
    for _ in range(2):
        response = client.post(f"{LIST}{one.pk}/", {"finding": "In order.", "access": "stays"})
    assert response.status_code == 200
    assert "reviewed already" in response.content.decode()


@pytest.mark.parametrize("role", [role for role in ROLES if role != "safeguarding_lead"])
def test_a_role_that_does_not_review_finds_no_such_page(role, doctor, sign_in):
    one = opened(doctor)
    client = sign_in(an_actor("hospital", role))
    assert client.get(LIST).status_code == 404
    assert client.get(f"{LIST}{one.pk}/").status_code == 404
    assert client.post(f"{LIST}{one.pk}/", {"finding": "Fine.", "access": "stays"}).status_code == 404
    assert "Opened records" not in client.get("/lessons/").content.decode()
    assert BreakGlass.unscoped.get().reviewed_at is None


def test_another_agencys_lead_sees_nothing_of_it(doctor, sign_in):
    one = opened(doctor)
    client = sign_in(an_actor("gp", "safeguarding_lead"))
    assert "Marnie" not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}{one.pk}/").status_code == 404


def test_a_lead_finds_the_way_in_the_navigation(lead, sign_in):
    assert f'href="{LIST}"' in sign_in(lead).get("/lessons/").content.decode()


def test_nobody_reads_of_their_own_opening_nor_of_a_baby_closed_to_them(doctor, lead, sign_in):
    one = opened(doctor)
    Closure.unscoped.create(child_id=one.child_id, professional_id=lead.id, because="His sister's.")
    assert "Marnie" not in sign_in(lead).get(LIST).content.decode()
    assert sign_in(doctor).get(f"{LIST}{one.pk}/").status_code == 404


def test_a_baby_that_is_sealed_since_has_no_name_here(doctor, lead, sign_in):
    one = opened(doctor)
    Baby.unscoped.filter(pk=one.child_id).update(sealed=True)
    client = sign_in(lead)
    for page in (LIST, f"{LIST}{one.pk}/"):
        said = client.get(page).content.decode()
        assert "Marnie" not in said
        assert "sealed since" in said


def test_the_lead_practitioner_who_was_told_reads_it_but_does_not_decide(doctor, sign_in):
    visitor = an_actor("health_visiting", name="Ruth Adeyemi")
    number = an_nhs_number()
    baby = a_baby("Marnie", "Askew", nhs_number=number)
    involvement = open_to(visitor, baby)
    one = break_glass(doctor, nhs_number=number, reason="urgent_care")
    client = sign_in(visitor)
    assert f"{LIST}{one.pk}/" in client.get("/babies/").content.decode()
    said = client.get(f"{LIST}{one.pk}/").content.decode()
    assert "Dr Night" in said
    assert "Save the review" not in said
    client.post(f"{LIST}{one.pk}/", {"finding": "Fine.", "access": "stays"})
    assert BreakGlass.unscoped.get().reviewed_at is None
    involvement.ended_at = clock.now()
    involvement.save()
    assert client.get(f"{LIST}{one.pk}/").status_code == 404
