"""Referring on the pages: nothing typed is lost, nothing is sent twice, each side sees what became of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories import a_baby, an_actor, an_adult, an_agency, open_to
from sightline.agencies.models import Assignment
from sightline.chronology.actions import record
from sightline.chronology.kinds import Relationship
from sightline.chronology.models import Entry
from sightline.clocks.models import Clock
from sightline.concerns.drafting import begin_draft, keep_typed
from sightline.concerns.models import NotKnown, Referral, ReferralDraft, ReferredAdult, ReferredChild
from sightline.core import clock
from sightline.core.actors import IMPORT, Actor
from sightline.linkage.actions import link
from sightline.people.models import Baby, NetworkMember, Person

pytestmark = pytest.mark.django_db
WORRY = {
    "worry": "A round bruise on her left cheek.",
    "safe_now": "no",
    "where_now": "At home with her mother",
    "call_back": "01632 960 200",
    "speed": "whole",
}
DAY = {"lived_experience": "Sleeps in a sling."}
NEEDS = {
    "needed": "A medical today.",
    "tried": "Asked the mother.",
    "history": "None known.",
    "current": "The bruise.",
}
UNKNOWN = {"what-1": "Who cared for her on Sunday", "who-1": "The surgery", "parents_told": "told"}


@pytest.fixture
def visitor() -> Actor:
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


@pytest.fixture
def baby(visitor: Actor, door: Actor) -> Baby:
    found = a_baby("Marnie", "Askew")
    open_to(visitor, found)
    return found


@pytest.fixture
def father(visitor: Actor, baby: Baby) -> Person:
    person = an_adult("Lee", "Askew")
    NetworkMember.unscoped.create(child=baby.person, person=person, through="relationship")
    record(visitor, baby.person, Relationship("father"), about=person, people=(("to", baby.person),))
    return person


def begun(client: Client, baby: Baby) -> str:
    response = client.post(f"/babies/{baby.pk}/refer/")
    assert response.status_code == 302
    return str(ReferralDraft.unscoped.get(sent_as=None).pk)


def step(client: Client, draft: str, name: str, **said: Any) -> Any:
    return client.post(f"/drafts/{draft}/{name}/", said)


def sent(client: Client, baby: Baby, **day: str) -> ReferredChild:
    draft = begun(client, baby)
    for name, said in (("worry", WORRY), ("day", DAY | day), ("needs", NEEDS), ("unknown", UNKNOWN)):
        assert step(client, draft, name, **said).status_code == 302, name
    assert client.post(f"/drafts/{draft}/check/").status_code == 302
    return ReferredChild.unscoped.latest("referral__sent_at")


def test_four_short_steps_make_a_referral(sign_in: Any, visitor: Actor, baby: Baby, father: Person) -> None:
    client = sign_in(visitor)
    referred = sent(
        client, baby, **{f"adult-{father.pk}": "not_asked", "somebody_else": "A lodger called Kit"}
    )
    said = referred.referral
    assert (said.worry, said.needed, said.parents_told) == (WORRY["worry"], NEEDS["needed"], "told")
    assert NotKnown.unscoped.get().who_could_find_out == "The surgery"
    answers = set(ReferredAdult.unscoped.values_list("person_id", "words", "answer"))
    assert answers == {(father.pk, "", "not_asked"), (None, "A lodger called Kit", "added")}
    page = client.get(f"/referrals/sent/{said.pk}/").content.decode()
    assert said.reference in page
    assert "Front-door worker" in page


def test_an_adult_may_not_be_passed_over_in_silence(
    sign_in: Any, visitor: Actor, baby: Baby, father: Person
) -> None:
    client = sign_in(visitor)
    draft = begun(client, baby)
    response = step(client, draft, "day", **DAY)
    assert "Lee Askew: choose one answer" in response.content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    draft = begun(client, baby)
    response = step(client, draft, "worry", **WORRY | {"call_back": ""})
    assert "Give a number on which you can be rung back" in response.content.decode()
    assert ReferralDraft.unscoped.get().typed["worry"]["worry"] == [WORRY["worry"]]
    again = sign_in(visitor)
    assert WORRY["worry"] in again.get(f"/drafts/{draft}/worry/").content.decode()
    assert f"/drafts/{draft}/day/" not in begun(again, baby)
    assert ReferralDraft.unscoped.count() == 1


def test_an_unfinished_referral_is_not_sent(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    draft = begun(client, baby)
    step(client, draft, "worry", **WORRY)
    response = client.post(f"/drafts/{draft}/check/")
    assert "It cannot be sent yet" in response.content.decode()
    assert not Referral.unscoped.exists()


def test_an_urgent_one_is_sent_after_one_step(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    draft = begun(client, baby)
    assert step(client, draft, "worry", **WORRY | {"speed": "urgent"}).url.endswith("/check/")
    client.post(f"/drafts/{draft}/check/")
    assert Referral.unscoped.get().completed_at is None
    assert Clock.unscoped.filter(rule="referral_completion", state="running").count() == 1


def test_sending_twice_sends_once(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    referred = sent(client, baby)
    draft = ReferralDraft.unscoped.get()
    for address in ("check", "worry"):
        response = client.post(f"/drafts/{draft.pk}/{address}/", WORRY)
        assert response.url == f"/referrals/sent/{referred.referral_id}/"
    assert (Referral.unscoped.count(), Entry.unscoped.filter(kind="referral").count()) == (1, 1)
    assert ReferralDraft.unscoped.get().typed == {}


def test_a_ticked_risk_runs_until_it_is_sent_or_unticked(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    draft = begun(client, baby)
    step(client, draft, "worry", **WORRY)
    rules = Clock.unscoped.filter(process="referral_draft", state="running")
    assert set(rules.values_list("rule", flat=True)) == {"draft_reminder", "draft_with_risk"}
    step(client, draft, "day", **DAY)
    assert rules.count() == 2
    step(client, draft, "worry", **WORRY | {"safe_now": "yes"})
    assert not rules.exists()


def test_a_draft_is_its_writers_alone(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    draft = begun(sign_in(visitor), baby)
    colleague = sign_in(an_actor("health_visiting"))
    for address in ("worry", "check"):
        assert colleague.get(f"/drafts/{draft}/{address}/").status_code == 404
    assert colleague.post(f"/drafts/{draft}/discard/").status_code == 404
    assert sign_in(visitor).post(f"/drafts/{draft}/discard/").status_code == 302
    assert not ReferralDraft.unscoped.exists()


def test_the_front_door_decides_and_the_sender_reads_it(
    sign_in: Any, visitor: Actor, door: Actor, baby: Baby
) -> None:
    hers, theirs = sign_in(visitor), sign_in(door)
    referred = sent(hers, baby)
    assert "1 child waits" in theirs.get("/referrals/").content.decode().replace("One", "1")
    address = f"/referrals/{referred.pk}/"
    theirs.post(address + "read/")
    decided = theirs.post(
        address, {"decision": "strategy", "because": "Cannot roll.", "next_step": "Discussion at 3."}
    )
    assert decided.status_code == 302
    theirs.post(address + "rate/", {"part": "unknown", "rating": "clear", "line": "You named who knows."})
    page = hers.get(address).content.decode()
    for words in ("Strategy discussion", "Cannot roll.", "Discussion at 3.", "You named who knows."):
        assert words in page
    assert "Dee Front, " in page
    assert "Said before" not in page
    theirs.post(address + "rate/", {"part": "unknown", "rating": "partly", "line": "Which surgery?"})
    again = hers.get(address).content.decode()
    assert again.index("Which surgery?") < again.index("Said before about") < again.index("who knows.")
    assert "Decide, and tell the referrer" not in page


def test_closing_a_child_who_was_referred_before_is_confirmed(
    sign_in: Any, visitor: Actor, door: Actor, baby: Baby
) -> None:
    hers, theirs = sign_in(visitor), sign_in(door)
    closing = {"decision": "no_further_action", "because": "Explained.", "next_step": "None."}
    first = sent(hers, baby)
    assert theirs.post(f"/referrals/{first.pk}/", closing).status_code == 302
    second = sent(hers, baby)
    address = f"/referrals/{second.pk}/"
    assert "was referred before" in theirs.post(address, closing).content.decode()
    assert ReferredChild.unscoped.get(pk=second.pk).state == "received"
    assert theirs.post(address, closing | {"confirmed": "yes"}).status_code == 302


def test_a_second_decision_says_that_there_is_one(
    sign_in: Any, visitor: Actor, door: Actor, baby: Baby
) -> None:
    referred = sent(sign_in(visitor), baby)
    theirs, address = sign_in(door), f"/referrals/{referred.pk}/"
    said = {"decision": "advice", "because": "Within a health visitor’s work.", "next_step": "Ring Monday."}
    theirs.post(address, said)
    again = theirs.post(address, said | {"decision": "no_further_action"}).content.decode()
    assert "already: decided" in again
    assert ReferredChild.unscoped.get().decision == "advice"


def test_a_stranger_finds_no_referral(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    referred = sent(sign_in(visitor), baby)
    stranger = sign_in(an_actor("police"))
    for address in (f"/referrals/{referred.pk}/", f"/referrals/sent/{referred.referral_id}/"):
        assert stranger.get(address).status_code == 404
    for name in ("read", "rate", "take-back"):
        assert stranger.post(f"/referrals/{referred.pk}/{name}/").status_code == 404
    assert stranger.post(f"/babies/{baby.pk}/refer/").status_code == 404


def test_a_referral_is_taken_back_with_a_reason(sign_in: Any, visitor: Actor, baby: Baby) -> None:
    client = sign_in(visitor)
    referred = sent(client, baby)
    address = f"/referrals/{referred.pk}/take-back/"
    client.post(address, {"because": ""})
    assert ReferredChild.unscoped.get().state == "received"
    client.post(address, {"because": "The wrong baby."})
    assert ReferredChild.unscoped.get().state == "withdrawn"


def test_a_short_referral_is_completed_on_a_page_by_who_sent_it(
    sign_in: Any, visitor: Actor, door: Actor, baby: Baby
) -> None:
    client = sign_in(visitor)
    draft = begun(client, baby)
    step(client, draft, "worry", **WORRY | {"speed": "urgent"})
    client.post(f"/drafts/{draft}/check/")
    address = f"/referrals/{ReferredChild.unscoped.get().pk}/complete/"
    assert sign_in(door).get(address).status_code == 403
    half = client.post(address, NEEDS).content.decode()
    assert "Say one thing that you do not know" in half
    assert NEEDS["needed"] in half
    assert client.post(address, NEEDS | UNKNOWN).status_code == 302
    kept = Referral.unscoped.get()
    assert (kept.needed, kept.parents_told, kept.not_known.get().what) == (
        NEEDS["needed"],
        "told",
        UNKNOWN["what-1"],
    )
    assert Clock.unscoped.get(rule="referral_completion").state == "met"
    assert "This referral is complete" in client.post(address, NEEDS | UNKNOWN).content.decode()


def test_a_line_back_or_a_taking_back_that_is_not_right_says_so_and_keeps_the_words(
    sign_in: Any, visitor: Actor, door: Actor, baby: Baby
) -> None:
    hers = sign_in(visitor)
    referred = sent(hers, baby)
    said = sign_in(door).post(
        f"/referrals/{referred.pk}/rate/", {"part": "tried", "line": "What came of it?"}
    )
    assert "Choose how clear it was" in said.content.decode()
    assert "What came of it?" in said.content.decode()
    empty = hers.post(f"/referrals/{referred.pk}/take-back/", {"because": ""})
    assert "Say why you take it back" in empty.content.decode()


def test_a_draft_is_found_again_when_the_babys_records_were_linked(
    sign_in: Any, visitor: Actor, baby: Baby
) -> None:
    client = sign_in(visitor)
    draft = begun(client, baby)
    step(client, draft, "worry", **WORRY)
    survivor = a_baby("Marnie", "Askew", nhs_number="", agency=an_agency("gp"))
    for source in baby.person.source_people.all():
        link(IMPORT, source, survivor.person, "One baby.")
    assert WORRY["worry"] in client.get(f"/drafts/{draft}/worry/").content.decode()
    assert client.post(f"/drafts/{draft}/discard/").url == f"/babies/{survivor.pk}/"


def test_the_queue_makes_no_query_a_row(sign_in: Any, visitor: Actor, door: Actor, baby: Baby) -> None:
    hers, theirs = sign_in(visitor), sign_in(door)
    sent(hers, baby)
    theirs.get("/referrals/")
    of_one = _queries(theirs)
    for number in range(5):
        other = a_baby(f"Ash{number}", "Example")
        open_to(visitor, other)
        sent(hers, other)
    assert _queries(theirs) == of_one <= 16


def _queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        page = client.get("/referrals/").content.decode()
    assert "Marnie Askew" in page
    return len(captured)


def test_a_managers_page_shows_that_a_draft_was_left_without_its_words(
    sign_in: Any, visitor: Actor, baby: Baby
) -> None:
    manager = an_actor("health_visiting", "team_manager")
    draft = keep_typed(visitor, begin_draft(visitor, baby.person), "worry", {"worry": ["Secret words"]}, True)
    Assignment.unscoped.filter(professional_id=visitor.id).update(to_on=clock.today() - dt.timedelta(days=1))
    theirs = sign_in(manager)
    page = theirs.get("/referrals/").content.decode()
    assert "begun by Ruth Adeyemi" in page
    assert "Secret words" not in page
    address = f"/drafts/{draft.pk}/discard/"
    assert sign_in(an_actor("gp", "team_manager")).post(address, {"because": "x"}).status_code == 404
    assert theirs.post(address, {"because": "She rang it through."}).status_code == 302
    assert "begun by" not in theirs.get("/referrals/").content.decode()


def test_a_tick_in_the_first_step_keeps_a_referral_from_colleagues(
    sign_in: Any, visitor: Actor, door: Actor, baby: Baby, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(WORRY, "restricted", "yes")
    hers = sign_in(visitor)
    referred = sent(hers, baby)
    address = f"/referrals/{referred.pk}/"
    for reader in (hers, sign_in(door)):
        assert "Restricted:" in reader.get(address).content.decode()
    colleague = sign_in(an_actor("health_visiting"))
    assert colleague.get(address).status_code == 404
    assert colleague.get(address + "copy.pdf").status_code == 404
