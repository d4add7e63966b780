"""Letters that did not leave, one's own choice of e-mail, and what /health says of both."""

from __future__ import annotations

import pytest
from django.test import Client

from factories import an_actor
from sightline.agencies.models import Professional
from sightline.core import clock
from sightline.core.unit import unit
from sightline.outbox.models import EmailChoice, Letter
from sightline.outbox.posting import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def given_up() -> Letter:
    with unit():
        made = post("ruth.adeyemi@example.org", "notice", {})
    said = {"attempts": 7, "refusals": 7, "failed_because": "SMTPRecipientsRefused 550"}
    Letter.unscoped.filter(pk=made.pk).update(state="given_up", taken_at=clock.now(), **said)
    return made


def test_an_administrator_sees_what_did_not_leave_without_the_whole_address(given_up, sign_in):
    said = sign_in(an_actor(role="administrator")).get("/outbox/").content.decode()
    assert "r***@example.org" in said
    assert "ruth.adeyemi" not in said
    assert "Something to read" in said
    assert "SMTPRecipientsRefused 550" in said


def test_an_administrator_has_it_tried_again_once(given_up, sign_in):
    client = sign_in(an_actor(role="administrator"))
    assert client.post("/outbox/", {"letter": given_up.pk}).status_code == 302
    given_up.refresh_from_db()
    assert (given_up.state, given_up.refusals) == ("failed", 0)
    Letter.unscoped.update(state="sent")
    assert client.post("/outbox/", {"letter": given_up.pk}).status_code == 404
    assert client.post("/outbox/", {"letter": "no key"}).status_code == 404


@pytest.mark.parametrize("role", ["practitioner", "safeguarding_lead", "front_door_manager"])
def test_nobody_else_has_such_a_page(given_up, sign_in, role):
    client = sign_in(an_actor(role=role))
    assert client.get("/outbox/").status_code == 404
    assert client.post("/outbox/", {"letter": given_up.pk}).status_code == 404
    given_up.refresh_from_db()
    assert given_up.state == "given_up"


def test_letters_are_switched_off_and_on_again(sign_in):
    actor = an_actor()
    Professional.objects.filter(pk=actor.id).update(email="ruth@example.org")
    client = sign_in(actor)
    assert "ruth@example.org" in client.get("/e-mail/").content.decode()
    for said, wanted in (("no", False), ("no", False), ("yes", True)):
        assert client.post("/e-mail/", {"wanted": said}).status_code == 302
        assert EmailChoice.unscoped.get().wanted is wanted
    assert "Choose yes or no" in client.post("/e-mail/", {}).content.decode()


def test_health_says_that_no_mail_server_is_set_and_that_letters_were_given_up(given_up, settings):
    settings.EMAIL_IS_SET, settings.DEMO = False, False
    answer = Client().get("/health").json()
    assert "No mail server is set" in answer["notes"]["email"]
    assert "1 letters were given up" in answer["not_well"]["letters"]
    settings.DEMO = True
    assert "letters" not in Client().get("/health").json()["not_well"]
