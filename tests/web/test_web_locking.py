"""The lock of an idle session: nothing opens, and nothing typed is lost."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_baby, an_actor, open_to
from sightline.agencies.models import Professional
from sightline.chronology.models import Entry
from sightline.core import clock

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


@pytest.fixture
def visitor():
    actor = an_actor("health_visiting")
    person = Professional.objects.get(pk=actor.id)
    person.set_password(PASSWORD)
    person.save()
    return actor


@pytest.fixture
def marnie(visitor):
    baby = a_baby("Marnie", "Askew")
    open_to(visitor, baby)
    return baby


def later(minutes):
    return clock.at(clock.now() + dt.timedelta(minutes=minutes))


def test_a_session_in_use_stays_open(visitor, sign_in):
    client = sign_in(visitor)
    client.get("/babies/")
    with later(14):
        assert client.get("/babies/").status_code == 200


def test_an_idle_session_opens_nothing(visitor, marnie, sign_in):
    client = sign_in(visitor)
    client.get("/babies/")
    with later(16):
        assert client.get(f"/babies/{marnie.pk}/")["Location"] == "/locked/"
        assert client.get("/babies/")["Location"] == "/locked/"


def test_what_was_typed_comes_back_after_the_password_and_is_not_saved_by_itself(visitor, marnie, sign_in):
    client = sign_in(visitor)
    address = f"/babies/{marnie.pk}/record/measurement/"
    client.get(address)
    with later(16):
        assert client.post(address, {"weight_kg": "4.24", "note": "Other scales"})["Location"] == "/locked/"
        assert "What you typed is kept" in client.get("/locked/").content.decode()
        back = client.post("/locked/", {"password": PASSWORD})
        assert back["Location"] == address
        said = client.get(address).content.decode()
    assert "4.24" in said
    assert "Other scales" in said
    assert "It is not saved yet." in said
    assert not Entry.unscoped.exists()


def test_a_wrong_password_does_not_unlock_and_five_end_the_session(visitor, sign_in):
    client = sign_in(visitor)
    client.get("/babies/")
    with later(16):
        client.get("/babies/")
        for _ in range(4):
            assert client.post("/locked/", {"password": "wrong"}).status_code == 422
        client.post("/locked/", {"password": "wrong"})
        assert client.get("/babies/")["Location"].startswith("/account/login/")


def test_the_page_itself_can_lock_the_session(visitor, sign_in):
    client = sign_in(visitor)
    assert client.post("/still-here/", {"lock": "1"}).status_code == 204
    assert client.get("/babies/")["Location"] == "/locked/"


def test_a_session_ends_after_ten_hours_however_busy(visitor, sign_in):
    client = sign_in(visitor)
    client.get("/babies/")
    start = clock.now()
    for minutes in range(10, 610, 10):
        with clock.at(start + dt.timedelta(minutes=minutes)):
            last = client.get("/babies/")
    assert last["Location"].startswith("/account/login/")
