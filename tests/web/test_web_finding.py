"""Finding a baby: exactly, or not at all; and opening the record of a baby in front of somebody."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_baby, an_actor, open_to
from sightline.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor():
    return an_actor("health_visiting")


@pytest.fixture
def marnie(visitor):
    baby = a_baby("Marnie", "Askew", born_on=clock.today() - dt.timedelta(days=60))
    open_to(visitor, baby)
    return baby


def search(client, **fields):
    return client.post("/babies/find/", fields).content.decode()


def test_the_exact_number_finds_the_baby(visitor, marnie, sign_in):
    number = marnie.person.nhs_number
    spaced = f"{number[:3]} {number[3:6]} {number[6:]}"
    assert "Marnie Askew" in search(sign_in(visitor), nhs_number=spaced)


def test_the_exact_name_and_birth_find_the_baby(visitor, marnie, sign_in):
    born = marnie.born_on
    day = {"born_on-day": born.day, "born_on-month": born.month, "born_on-year": born.year}
    assert "Marnie Askew" in search(sign_in(visitor), given_name="marnie", family_name="Askew", **day)


@pytest.mark.parametrize("family_name", ["Aske", "Askews", "A%", ""])
def test_a_search_that_is_nearly_right_shows_nothing(family_name, visitor, marnie, sign_in):
    born = marnie.born_on
    day = {"born_on-day": born.day, "born_on-month": born.month, "born_on-year": born.year}
    said = search(sign_in(visitor), given_name="Marnie", family_name=family_name, **day)
    assert str(marnie.pk) not in said


def test_a_baby_that_may_not_be_known_and_one_that_is_not_there_look_the_same(marnie, sign_in):
    from factories import an_nhs_number

    client = sign_in(an_actor("gp"))
    hidden = search(client, nhs_number=marnie.person.nhs_number)
    absent = search(client, nhs_number=an_nhs_number())
    for said in (hidden, absent):
        assert "Nothing that you may open" in said
    assert "Marnie" not in hidden


def test_the_box_on_my_babies_finds_whole_words_of_a_name(visitor, marnie, sign_in):
    client = sign_in(visitor)
    assert client.post("/babies/find/", {"whom": "askew"})["Location"] == f"/babies/{marnie.pk}/"
    assert "Nothing that you may open" in client.post("/babies/find/", {"whom": "Ask"}).content.decode()


def test_a_number_with_a_wrong_figure_says_so(visitor, sign_in):
    assert "a figure is wrong or missing" in search(sign_in(visitor), nhs_number="999 000 0001")


def test_an_emergency_doctor_opens_the_record_with_a_reason(marnie, sign_in):
    client = sign_in(an_actor("hospital"))
    assert client.get(f"/babies/{marnie.pk}/").status_code == 404
    told = {
        "open-nhs_number": marnie.person.nhs_number,
        "open-reason": "urgent_care",
        "open-words": "Brought in by ambulance",
    }
    response = client.post("/babies/open/", told)
    assert response["Location"] == f"/babies/{marnie.pk}/"
    assert client.get(f"/babies/{marnie.pk}/").status_code == 200


def test_opening_without_a_reason_says_what_is_missing(marnie, sign_in):
    client = sign_in(an_actor("hospital"))
    said = client.post("/babies/open/", {"open-nhs_number": marnie.person.nhs_number}).content.decode()
    assert "Choose why you need to open it" in said
    assert client.get(f"/babies/{marnie.pk}/").status_code == 404
