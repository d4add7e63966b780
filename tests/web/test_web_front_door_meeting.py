"""The pages of the front-door meeting."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from disputing import Dispute, a_dispute, raised
from factories import an_actor
from sightline.core.models import LedgerEntry
from sightline.meetings.models import Item, Meeting, MeetingAction

pytestmark = pytest.mark.django_db
TODAY = {"held_on-day": "23", "held_on-month": "11", "held_on-year": "2026"}


@pytest.fixture
def case(a_monday: dt.date) -> Dispute:
    made = a_dispute()
    raised(made)
    return made


def called(client: Client) -> str:
    answer = client.post("/front-door/meetings/", TODAY)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.url)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_a_meeting_is_called_held_and_closed(sign_in: Any, case: Dispute) -> None:
    client = sign_in(case.doors_manager)
    assert "None has been called yet" in page(client, "/front-door/meetings/")
    address = called(client)
    assert "Marnie Askew" in page(client, address)
    item = f"/front-door/items/{Item.unscoped.get().pk}/"
    assert "Write what was said" in client.post(item, {"do": "note"}).content.decode()
    client.post(item, {"do": "note", "note-words": "Both sides were heard."})
    give = {
        "do": "give", "give-what": "Ring the surgery.", "give-due_on-day": "24", "give-due_on-month": "11",
        "give-due_on-year": "2026",
    }  # fmt: skip
    assert "Choose who does it" in client.post(item, give).content.decode()
    client.post(item, give | {"give-owner": f"{case.doors_lead.agency_id}:safeguarding_lead"})
    client.post(item, {"do": "pin"})
    said = page(client, address)
    for words in ("Both sides were heard.", "Ring the surgery.", "Kept for the next meeting"):
        assert words in said
    assert "Say who came" in client.post(address, {"do": "close"}).content.decode()
    client.post(address, {"do": "attend", "came": [case.doors_manager.id, case.doors_lead.id]})
    client.post(address, {"do": "close"})
    minutes = page(client, address)
    assert "Minutes, Monday 23 November 2026" in minutes
    assert "Li Front" in minutes
    assert "Close the minutes" not in minutes
    late = client.post(item, {"do": "note", "note-words": "And this."}).content.decode()
    assert "The minutes of this meeting are closed" in late
    assert "And this." in late
    lead = sign_in(case.doors_lead)
    assert "Ring the surgery." in page(lead, "/front-door/meetings/")
    lead.post(address, {"do": "done", "action": str(MeetingAction.unscoped.get().pk)})
    assert MeetingAction.unscoped.get().done_at is not None


def test_a_lead_who_may_not_open_it_reads_a_case_of_its_agency(sign_in: Any, case: Dispute) -> None:
    address = called(sign_in(case.doors_manager))
    police = sign_in(an_actor("police", "safeguarding_lead"))
    said = page(police, address)
    assert "A case of Social Care" in said
    assert "Marnie" not in said
    assert police.get(f"/front-door/items/{Item.unscoped.get().pk}/").status_code == 404
    looks = LedgerEntry.ledger.filter(event="meeting.looked", actor_name="Morgan Example", outcome="allowed")
    assert not looks.get().children.exists()


@pytest.mark.parametrize("role", ["practitioner", "team_manager", "front_door_worker", "partnership_officer"])
def test_others_find_no_meeting(sign_in: Any, case: Dispute, role: str) -> None:
    address = called(sign_in(case.doors_manager))
    client = sign_in(an_actor("social_care", role))
    for each in ("/front-door/meetings/", address, f"/front-door/items/{Item.unscoped.get().pk}/"):
        assert client.get(each).status_code == 404
        assert client.post(each, TODAY | {"do": "gather"}).status_code == 404
    assert Meeting.unscoped.count() == 1


def test_bad_input_is_answered_in_words_and_changes_nothing(sign_in: Any, case: Dispute) -> None:
    client = sign_in(case.doors_manager)
    address = called(client)
    assert "Say on which day" in client.post("/front-door/meetings/", {}).content.decode()
    past = TODAY | {"held_on-day": "20"}
    assert "That day is over" in client.post("/front-door/meetings/", past).content.decode()
    item = f"/front-door/items/{Item.unscoped.get().pk}/"
    for each in (address, item):
        for do in ("", "nothing", "done"):
            assert client.post(each, {"do": do, "action": "x"}).status_code == 200
    assert client.post(address, {"do": "attend", "came": "x"}).status_code == 200
    assert not MeetingAction.unscoped.exists()
