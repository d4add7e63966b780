"""Signing in: a password, then a code, for every account; one role at a time."""

from __future__ import annotations

import re

import pyotp
import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client

from factories import a_professional, a_team, an_actor, an_agency
from sightline.agencies.models import Professional

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def ruth():
    actor = an_actor("health_visiting", name="Ruth Adeyemi")
    person = Professional.objects.get(pk=actor.id)
    person.set_password(PASSWORD)
    person.save()
    return person


def give_password(person):
    client = Client()
    cache.clear()
    response = client.post("/account/login/", {"login": person.username, "password": PASSWORD})
    return client, response


def test_a_password_alone_opens_nothing(ruth):
    TOTP.activate(ruth, SECRET)
    client, response = give_password(ruth)
    assert response["Location"].endswith("/2fa/authenticate/")
    assert client.get("/babies/")["Location"].startswith("/account/login/")


def test_a_password_and_the_code_open_my_babies(ruth):
    TOTP.activate(ruth, SECRET)
    client, response = give_password(ruth)
    client.post(response["Location"], {"code": pyotp.TOTP(SECRET).now()})
    said = client.get("/babies/").content.decode()
    assert re.search(r"Ruth Adeyemi(<[^>]*>)*, health visitor", said)


def test_a_wrong_code_says_what_to_do_and_opens_nothing(ruth):
    TOTP.activate(ruth, SECRET)
    client, response = give_password(ruth)
    said = client.post(response["Location"], {"code": "000000"}).content.decode()
    assert "That code did not open the door" in said
    assert client.get("/babies/").status_code == 302


def test_an_account_without_a_second_step_is_led_to_set_it_up(ruth):
    client, _ = give_password(ruth)
    setting_up = client.get("/babies/")["Location"]
    assert setting_up == "/account/2fa/totp/activate/"
    again = client.get(setting_up)["Location"]
    said = client.post(again, {"password": PASSWORD}, follow=True).content.decode()
    assert "Set up your second step" in said
    assert client.get("/babies/")["Location"] == setting_up


def test_nobody_signs_up(client):
    said = client.get("/account/signup/").content.decode()
    assert "Accounts are made by an administrator" in said


def test_somebody_with_two_roles_chooses_one_and_acts_in_it(ruth, sign_in):
    lead = an_actor(
        "health_visiting", "administrator", professional=ruth, team=a_team(an_agency("health_visiting"))
    )
    client = sign_in(lead)
    session = client.session
    del session["assignment"]
    session.save()
    assert client.get("/")["Location"] == "/role/"
    said = client.get("/role/").content.decode()
    assert "Practitioner, Team One" in said
    assert "Administrator, Team One" in said


def test_an_account_without_a_role_today_is_told_so():
    person = a_professional()
    client = Client()
    client.force_login(person)
    session = client.session
    session["second_step"] = True
    session.save()
    assert "You hold no role today" in client.get("/babies/", follow=True).content.decode()


def test_the_sign_ins_are_listed_in_the_demonstration_only(client, settings):
    settings.DEMO = False
    assert "Sign-ins of this demonstration" not in client.get("/account/login/").content.decode()
    settings.DEMO = True
    said = client.get("/account/login/").content.decode()
    assert "Sign-ins of this demonstration" in said
    assert "The next page shows the code to type." in said


def test_no_page_asks_another_host_or_runs_an_inline_script(client):
    response = client.get("/account/login/")
    said = response.content.decode()
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "http://" not in said.replace("http://www.w3.org/2000/svg", "")
    assert "<script>" not in said
    assert "style=" not in said
    assert "onclick" not in said
