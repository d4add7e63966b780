"""Asking, answering and sharing on the pages: nothing typed is lost, nothing asked twice, silence shown."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories import a_baby, a_team, an_actor, an_adult, an_agency, entry_on, open_to
from sightline.agencies.models import Agency, Assignment
from sightline.chronology.kinds import Observation
from sightline.concerns.models import ReferredAdult, ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenAdult, WrittenChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.models import LedgerEntry
from sightline.people.models import Baby
from sightline.sharing import reaching
from sightline.sharing.models import (
    Answer,
    Chase,
    InformationRequest,
    Mailbox,
    ParentsTold,
    PassedOn,
    ShareDecision,
    StandingKept,
)
from sightline.web.pages.sharing import links

pytestmark = pytest.mark.django_db
ASK = {"speed": "usual", "what": "What do you hold?", "because": "A bruise on a baby who does not roll."}
CLOSE = {"decision": "no_further_action", "because": "Explained.", "next_step": "None."}
URGENT = Written(
    (),
    worry="A round bruise, and what her mother said about Lee.",
    safe_now="no",
    where_now="At home",
    call_back="01632 960 200",
    is_urgent=True,
)
WEIGHED = {"detriment": "He may learn who told.", "weighed_because": "She is not safe otherwise."}


@pytest.fixture
def visitor() -> Actor:
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


@pytest.fixture
def lead() -> Actor:
    return an_actor("police", "safeguarding_lead", name="Asha Rao")


@pytest.fixture
def baby(visitor: Actor) -> Baby:
    found = a_baby("Marnie", "Askew")
    open_to(visitor, found)
    return found


@pytest.fixture
def referred(visitor: Actor, door: Actor, lead: Actor, baby: Baby) -> ReferredChild:
    adults = (WrittenAdult("confirmed", an_adult("Lee", "Askew")),)
    written = replace(URGENT, children=(WrittenChild(baby.person, adults=adults),))
    return send_referral(visitor, written).children.get()


@pytest.fixture
def posted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The links that were posted."""
    links_: list[str] = []
    monkeypatch.setattr(reaching, "post", lambda to, kind, values: links_.append(values["link"]))
    monkeypatch.setattr(settings, "EMAIL_IS_SET", True)
    yield links_
    cache.clear()


def asked(client: Client, referred: ReferredChild, *agencies: str, **said: str) -> list[InformationRequest]:
    response = client.post(f"/referrals/{referred.pk}/ask/", ASK | said | {"agencies": list(agencies)})
    assert response.status_code == 302, response.content.decode()
    return [InformationRequest.unscoped.filter(agency__code=one).latest("asked_at") for one in agencies]


def text(response: Any) -> str:
    plain = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", plain)


def test_the_usual_agencies_are_ticked_and_asked_in_one_press(
    sign_in: Any, door: Actor, referred: ReferredChild
) -> None:
    for sector in ("hospital", "housing", "mental_health"):
        an_agency(sector)
    client = sign_in(door)
    page = client.get(f"/referrals/{referred.pk}/ask/").content.decode()
    ticked = {box for box in re.findall(r"<input[^>]*>", page) if "checked" in box}
    for name in ("police", "hospital", "housing"):
        assert any(f'value="{name}"' in box for box in ticked), name
    assert not any('value="mental_health"' in box for box in ticked)
    assert "Lee Askew" in page
    assert "round bruise" not in page
    asked(client, referred, "police", "hospital", "housing")
    assert InformationRequest.unscoped.count() == 3
    client.post(f"/referrals/{referred.pk}/ask/", ASK | {"agencies": ["police"]})
    assert InformationRequest.unscoped.count() == 3


def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    sign_in: Any, door: Actor, referred: ReferredChild
) -> None:
    client = sign_in(door)
    page = text(client.post(f"/referrals/{referred.pk}/ask/", ASK | {"because": ""}))
    for words in ("Nobody is asked yet", "Choose at least one agency", "Say why you ask", ASK["what"]):
        assert words in page
    assert not InformationRequest.unscoped.exists()


def test_the_lead_sees_who_what_and_why_and_no_more(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    adult = ReferredAdult.unscoped.get()
    [one] = asked(sign_in(door), referred, "police", adults=str(adult.person_id))
    client = sign_in(lead)
    assert "One request waits" in text(client.get("/asked/"))
    page = text(client.get(f"/asked/{one.pk}/"))
    for words in ("Marnie Askew", "NHS number", "Lee Askew", ASK["what"], ASK["because"], "article 10"):
        assert words in page
    assert "round bruise" not in page
    assert client.get(f"/babies/{referred.child_id}/").status_code == 404
    assert client.get(f"/referrals/{referred.pk}/").status_code == 404


def test_a_routine_answer_takes_one_press_and_the_front_door_reads_it(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    theirs, ours = sign_in(door), sign_in(lead)
    [one] = asked(theirs, referred, "police")
    response = ours.post(f"/asked/{one.pk}/", {"kind": "given", "words": "Two calls in May."})
    assert response.status_code == 302
    assert ShareDecision.unscoped.get(holder_id=lead.agency_id).purpose
    for address in (f"/asked/{one.pk}/", f"/referrals/{referred.pk}/", f"/referrals/{referred.pk}/sharing/"):
        page = text(theirs.get(address))
        assert "nformation given" in page, address
    assert "Two calls in May." in text(theirs.get(f"/asked/{one.pk}/"))
    after = text(ours.get(f"/asked/{one.pk}/"))
    assert "Two calls in May." in after
    assert "NHS number" not in after
    again = ours.post(f"/asked/{one.pk}/", {"kind": "given", "words": "Sent twice."})
    for words in ("already: information given", "What you wrote, and did not send", "Sent twice."):
        assert words in text(again)
    assert Answer.unscoped.count() == 1


def test_nil_known_is_said_with_its_systems_and_its_day(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    theirs, ours = sign_in(door), sign_in(lead)
    [one] = asked(theirs, referred, "police")
    bare = ours.post(f"/asked/{one.pk}/", {"kind": "nil_known"})
    for words in ("Say which systems were looked in", "Say who looked", "Say as of which day"):
        assert words in text(bare)
    day = clock.today() - dt.timedelta(days=2)
    said = {
        "kind": "nil_known",
        "systems": ["Custody"],
        "looked_by": "PC Hart",
        "as_of-day": day.day,
        "as_of-month": day.month,
        "as_of-year": day.year,
    }
    assert ours.post(f"/asked/{one.pk}/", said).status_code == 302
    page = text(theirs.get(f"/referrals/{referred.pk}/"))
    assert "nil known" in page
    assert "looked in: Custody, by PC Hart" in page
    assert "2 days old" in page
    assert "no concerns" not in page.lower()


def test_a_refusal_says_what_was_weighed_and_is_listed(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    theirs, ours = sign_in(door), sign_in(lead)
    [one] = asked(theirs, referred, "police")
    bare = text(ours.post(f"/asked/{one.pk}/", {"kind": "refused"}))
    assert "what harm to the child you considered" in bare
    assert "Give the reason" in bare
    assert ours.post(f"/asked/{one.pk}/", {"kind": "refused"} | WEIGHED).status_code == 302
    assert "They hold something, and do not share it" in text(theirs.get(f"/asked/{one.pk}/"))
    listed = text(ours.get("/sharing/?which=refused"))
    assert "Refused to share" in listed
    assert WEIGHED["detriment"] in listed
    assert "Refused to share." not in text(sign_in(an_actor("police")).get("/sharing/"))


def test_entries_are_chosen_and_passed_on_as_they_stand(
    sign_in: Any, door: Actor, lead: Actor, baby: Baby, referred: ReferredChild
) -> None:
    entry = entry_on(baby.person, Observation("domestic_abuse_victim"), agency=an_agency("police"))
    theirs, ours = sign_in(door), sign_in(lead)
    [one] = asked(theirs, referred, "police")
    assert f'value="{entry.pk}"' in ours.get(f"/asked/{one.pk}/").content.decode()
    ours.post(f"/asked/{one.pk}/", {"kind": "given", "words": "", "entries": [str(entry.pk)]})
    assert PassedOn.unscoped.get().entry_id == entry.pk
    assert "Entries passed on as they stood" in text(theirs.get(f"/asked/{one.pk}/"))


def test_the_silent_are_shown_chased_and_taken_back(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    client = sign_in(door)
    [one] = asked(client, referred, "police")
    assert "not answered, due" in text(client.get(f"/referrals/{referred.pk}/"))
    assert client.post(f"/asked/{one.pk}/chase/", {"words": "We meet at three."}).status_code == 302
    client.post(f"/asked/{one.pk}/chase/", {"words": "We meet at three."})
    assert Chase.unscoped.count() == 1
    assert "chased once" in text(client.get(f"/referrals/{referred.pk}/sharing/"))
    assert "Marnie Askew" in text(client.get("/asked/"))
    assert "Say why it is no longer asked" in text(client.post(f"/asked/{one.pk}/stop/", {"because": ""}))
    assert client.post(f"/asked/{one.pk}/stop/", {"because": "They rang."}).status_code == 302
    assert "no longer asked" in text(client.get(f"/referrals/{referred.pk}/sharing/"))


def test_closing_a_child_while_an_agency_is_silent_is_confirmed_and_kept(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    client = sign_in(door)
    asked(client, referred, "police")
    address = f"/referrals/{referred.pk}/"
    page = text(client.get(address))
    assert "Not answered yet: Police." in page
    refused = text(client.post(address, CLOSE))
    assert "Agencies that were asked have not answered" in refused
    assert ReferredChild.unscoped.get().state == "received"
    assert client.post(address, CLOSE | {"silence": "yes"}).status_code == 302
    assert StandingKept.unscoped.get().was_silent
    assert "As it was when the decision was taken" in text(client.get(address))


def test_another_decision_does_not_wait_for_the_silent(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    client = sign_in(door)
    asked(client, referred, "police")
    said = CLOSE | {"decision": "strategy", "next_step": "Discussion at three."}
    assert client.post(f"/referrals/{referred.pk}/", said).status_code == 302
    assert StandingKept.unscoped.get().was_silent


def test_with_nobody_asked_the_page_says_so(sign_in: Any, door: Actor, referred: ReferredChild) -> None:
    page = text(sign_in(door).get(f"/referrals/{referred.pk}/"))
    assert "Nobody has been asked about this child." in page
    assert "Not asked:" in page


def test_the_referrer_sees_neither_who_was_asked_nor_an_answer_until_it_is_passed_on(
    sign_in: Any, door: Actor, lead: Actor, visitor: Actor, referred: ReferredChild
) -> None:
    theirs, hers = sign_in(door), sign_in(visitor)
    [one] = asked(theirs, referred, "police")
    sign_in(lead).post(f"/asked/{one.pk}/", {"kind": "given", "words": "Two calls in May."})
    page = text(hers.get(f"/referrals/{referred.pk}/"))
    assert "Two calls in May." not in page
    assert "Who was asked" not in page
    assert hers.get(f"/asked/{one.pk}/").status_code == 404
    assert hers.get(f"/referrals/{referred.pk}/sharing/").status_code == 403
    answer = Answer.unscoped.get()
    assert "Say what harm" in text(theirs.post(f"/answers/{answer.pk}/pass-on/", {"because": "x"}))
    said = {"detriment": "None greater.", "because": "She visits tomorrow."}
    assert theirs.post(f"/answers/{answer.pk}/pass-on/", said).status_code == 302
    assert "Two calls in May." in text(hers.get(f"/referrals/{referred.pk}/"))


def test_a_telephone_answer_says_that_it_was_one(sign_in: Any, door: Actor, referred: ReferredChild) -> None:
    client = sign_in(door)
    an_agency("probation")
    [one] = asked(client, referred, "probation")
    assert "nobody there signs in" in text(client.get(f"/asked/{one.pk}/"))
    day = clock.today() - dt.timedelta(days=1)
    said = {
        "kind": "given",
        "words": "Supervised since May.",
        "who_rang": "we",
        "spoke_to": "Jo Reed, probation officer",
        "rang_on-day": day.day,
        "rang_on-month": day.month,
        "rang_on-year": day.year,
        "rang_time": "9.05",
    }
    wrong = client.post(f"/asked/{one.pk}/telephone/", said | {"rang_time": "noon"})
    assert "write it like 14:30" in text(wrong)
    assert client.post(f"/asked/{one.pk}/telephone/", said).status_code == 302
    page = text(client.get(f"/asked/{one.pk}/"))
    for words in ("Jo Reed, probation officer", "by telephone", "we rang them", "09:05", "Dee Front"):
        assert words in page


def test_what_the_parents_were_told_is_kept(sign_in: Any, door: Actor, referred: ReferredChild) -> None:
    client = sign_in(door)
    address = f"/referrals/{referred.pk}/sharing/"
    assert "Nobody has written down" in text(client.get(address))
    assert "what risk telling them" in text(client.post(address, {"told": "not_told"}))
    assert client.post(address, {"told": "not_told", "because": "He reads her post."}).status_code == 302
    assert "He reads her post." in text(client.get(address))
    assert ParentsTold.unscoped.count() == 1


def test_a_sharing_is_kept_from_the_babys_page(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    an_agency("nursery")
    address = f"/babies/{baby.pk}/sharing/"
    said = {
        "recipient": "nursery",
        "decision": "shared",
        "what": "That he may not collect her.",
        "purpose_kind": "early_help",
        "consent": "refused",
        "parents": "told",
        "third_party": "no",
    }
    assert "The parents said no to early help" in text(client.post(address, said))
    over = said | {"purpose_kind": "protection"}
    assert "what harm to the child" in text(client.post(address, over))
    assert client.post(address, over | WEIGHED).status_code == 302
    assert ShareDecision.unscoped.get().objection == "overridden"
    assert "A parent objected." in text(client.get(address))


def test_the_link_shows_no_child_before_it_is_opened_and_answers_once(
    sign_in: Any, door: Actor, referred: ReferredChild, posted: list[str]
) -> None:
    Mailbox.unscoped.create(agency=an_agency("housing"), address="safe@housing.example", kept_by="test")
    [one] = asked(sign_in(door), referred, "housing")
    path = posted[0].removeprefix(settings.SITE_ADDRESS.rstrip("/"))
    nobody = Client()
    closed = text(nobody.get(path))
    assert "Marnie" not in closed
    assert "Marnie" not in text(nobody.post(path, {}))
    opened = nobody.post(path, {"step": "open"})
    assert "Marnie Askew" in text(opened)
    assert "At home" not in text(opened)
    assert "no-store" in opened["Cache-Control"]
    assert one.links.get().opened_at is not None
    wrong = nobody.post(path, {"step": "answer", "kind": "given", "words": "Kept words", "by_name": "Jo"})
    assert "Say what you are" in text(wrong)
    assert "Kept words" in text(wrong)
    said = {"step": "answer", "kind": "given", "words": "Two notices.", "by_name": "Jo", "by_post": "lead"}
    assert nobody.post(path, said).status_code == 302
    used = nobody.get(path)
    assert (used.status_code, "The answer was received" in text(used)) == (410, True)
    assert nobody.post(path, said).status_code == 410
    assert nobody.post(path, {"step": "open"}).status_code == 410
    assert "Marnie" not in text(used)
    assert Answer.unscoped.get().by_name == "Jo, lead"
    page = text(sign_in(door).get(f"/asked/{one.pk}/"))
    assert "by the one-time link" in page


def test_an_expired_link_says_so_and_shows_nothing(
    sign_in: Any, door: Actor, referred: ReferredChild, posted: list[str]
) -> None:
    Mailbox.unscoped.create(agency=an_agency("housing"), address="safe@housing.example", kept_by="test")
    asked(sign_in(door), referred, "housing")
    path = posted[0].removeprefix(settings.SITE_ADDRESS.rstrip("/"))
    with clock.at(clock.now() + dt.timedelta(hours=73)):
        for answer in (Client().get(path), Client().post(path, {"step": "open"})):
            assert answer.status_code == 410
            assert "This link has expired" in text(answer)
            assert "Marnie" not in text(answer)


def test_wrong_tokens_are_not_found_traced_and_bounded(posted: list[str]) -> None:
    nobody = Client()
    for _ in range(links.WRONG_ALLOWED):
        assert nobody.get("/answer/" + "x" * 43 + "/").status_code == 404
    assert nobody.get("/answer/" + "y" * 43 + "/").status_code == 429
    assert nobody.get("/answer/" + "y" * 43 + "/", REMOTE_ADDR="10.0.0.9").status_code == 404
    refused = LedgerEntry.ledger.filter(event="information_link.opened", outcome="refused")
    assert refused.count() == links.WRONG_ALLOWED + 1


def test_a_mailbox_is_kept_by_the_front_doors_manager(sign_in: Any, referred: ReferredChild) -> None:
    an_agency("housing")
    client = sign_in(an_actor("social_care", "front_door_manager"))
    assert "None kept" in text(client.get("/sharing/mailboxes/"))
    bad = client.post("/sharing/mailboxes/", {"agency": "housing", "address": "nowhere"})
    assert "Write it like" in text(bad)
    said = {"agency": "housing", "address": "safe@housing.example"}
    assert client.post("/sharing/mailboxes/", said).status_code == 302
    assert Mailbox.unscoped.get().agency.code == "housing"
    assert sign_in(an_actor("gp")).get("/sharing/mailboxes/").status_code == 403


def test_a_lead_whose_role_ended_finds_nothing_and_answers_nothing(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    [one] = asked(sign_in(door), referred, "police")
    client = sign_in(lead)
    assert client.get(f"/asked/{one.pk}/").status_code == 200
    Assignment.unscoped.filter(professional_id=lead.id).update(to_on=clock.today() - dt.timedelta(days=1))
    for answer in (client.get(f"/asked/{one.pk}/"), client.post(f"/asked/{one.pk}/", {"kind": "cannot"})):
        assert answer.status_code in (302, 404)
    assert not Answer.unscoped.exists()


def test_the_front_door_does_not_answer_for_an_agency_without_saying_so(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    client = sign_in(door)
    [one] = asked(client, referred, "police")
    assert client.post(f"/asked/{one.pk}/", {"kind": "given", "words": "x"}).status_code == 403
    assert not Answer.unscoped.exists()


def test_a_sector_of_many_is_picked_from_a_list(sign_in: Any, door: Actor, referred: ReferredChild) -> None:
    for number in range(12):
        a_team(an_agency("gp", f"surgery-{number}"))
    client = sign_in(door)
    page = client.get(f"/referrals/{referred.pk}/ask/").content.decode()
    assert page.count('name="agencies"') < 6
    assert '<option value="surgery-7"' in page
    response = client.post(f"/referrals/{referred.pk}/ask/", ASK | {"another": "surgery-7"})
    assert response.status_code == 302
    assert InformationRequest.unscoped.get().agency == Agency.unscoped.get(code="surgery-7")


def test_lists_ask_the_database_no_more_for_more_requests(
    sign_in: Any, door: Actor, lead: Actor, visitor: Actor, referred: ReferredChild
) -> None:
    client, theirs = sign_in(lead), sign_in(door)
    asked(theirs, referred, "police")
    counted = {one: _queries(client, one) for one in ("/asked/", "/sharing/")}
    at_the_door = {one: _queries(theirs, one) for one in ("/asked/", "/sharing/")}
    for number in range(30):
        another = a_baby("Piran", f"Askew {number}")
        open_to(visitor, another)
        again = replace(URGENT, children=(WrittenChild(another.person),))
        sent = send_referral(visitor, again).children.get()
        asked(theirs, sent, "police")
    assert all(_queries(client, one) <= number for one, number in counted.items())
    assert all(_queries(theirs, one) <= number for one, number in at_the_door.items())
    page = text(client.get("/asked/"))
    assert "31 requests wait" in page
    assert "Page 1 of 2" in page
    assert "Page 2 of 2" in text(client.get("/asked/?waits=2"))


def _queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_due_list_leads_whoever_answers_to_the_request(
    sign_in: Any, door: Actor, lead: Actor, referred: ReferredChild
) -> None:
    client = sign_in(door)
    [one] = asked(client, referred, "police", speed="urgent")
    link = f'href="/asked/{one.pk}/"'
    assert link in sign_in(lead).get("/due/").content.decode()
    assert link not in sign_in(an_actor("police")).get("/due/?whose=agency").content.decode()
    night = sign_in(an_actor("social_care", "emergency_duty_worker")).get("/tonight/")
    assert "Police was asked for information and has not answered" in text(night)
