"""Challenging on the pages: each side writes, nothing typed is lost, and nothing is done twice."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputing import Dispute, a_dispute, a_referral, proposed, raised
from factories import a_baby, an_actor, open_to
from sightline.challenge.models import Challenge, Resolution, SafetyAction, SideView, StatementRead, Thanks
from sightline.challenge.moving import move_on
from sightline.core import clock
from sightline.core.models import LedgerEntry
from sightline.strategy.requesting import request_discussion
from sightline.strategy.written import Asking
from sightline.web.pages.challenge_one import PAGES

pytestmark = pytest.mark.django_db
WRITTEN = {
    "what": "It was closed without a medical.",
    "why": "He cannot roll.",
    "asked": "A strategy discussion today.",
    "safe_now": "yes",
}


@pytest.fixture
def case(a_monday: dt.date) -> Dispute:
    return a_dispute()


def begin(case: Dispute) -> str:
    return f"/challenge/begin/referral/{case.referred.pk}/"


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_a_challenge_begins_at_the_decision_and_is_followed_to_its_end(sign_in: Any, case: Dispute) -> None:
    hers, theirs = sign_in(case.visitor), sign_in(case.door)
    drawn = page(hers, begin(case))
    assert "Front door, Social Care" in drawn
    key = re.search(r'name="form_key" value="([^"]+)"', drawn).group(1)
    sent = hers.post(begin(case), WRITTEN | {"form_key": key})
    again = hers.post(begin(case), WRITTEN | {"form_key": key})
    assert sent.url == again.url
    one = Challenge.unscoped.get()
    address = f"/challenges/{one.pk}/"
    assert "Dee Front" in page(hers, address)
    assert "has not written how they see it" in page(theirs, address)
    theirs.post(address, {"do": "view", "view-words": "The account fits."})
    settled = {
        "propose-agreed": "A medical today.",
        "propose-changed": "yes",
        "propose-effect": "He is seen.",
    }
    theirs.post(address, settled | {"do": "propose"})
    assert "I confirm it" not in page(theirs, address)
    assert "I confirm it" in page(hers, address)
    confirmed = {"do": "confirm", "resolution": str(Resolution.unscoped.get().pk)}
    hers.post(address, confirmed)
    over = page(hers, address)
    for words in ("Settled, confirmed by both sides", "A medical today.", "He is seen.", "The account fits."):
        assert words in over
    assert "Take it further" not in over
    assert Challenge.unscoped.get().state == "settled"


def test_what_is_missing_is_said_and_what_was_typed_is_kept(sign_in: Any, case: Dispute) -> None:
    client = sign_in(case.visitor)
    said = client.post(begin(case), WRITTEN | {"safe_now": "no", "asked": ""}).content.decode()
    for words in ("Say what you ask for", "Say what keeps the child safe meanwhile", "Say by which day"):
        assert words in said
    assert WRITTEN["why"] in said
    assert not Challenge.unscoped.exists()


def test_a_child_who_is_not_safe_has_something_done_before_it_is_sent(sign_in: Any, case: Dispute) -> None:
    client = sign_in(case.visitor)
    safety = {
        "safety_what": "Her aunt stays.", "safety_who": "The duty social worker", "safety_time": "17:00",
        "safety_by-day": "23", "safety_by-month": "11", "safety_by-year": "2026",
    }  # fmt: skip
    assert client.post(begin(case), WRITTEN | safety | {"safe_now": "no"}).status_code == 302
    one = Challenge.unscoped.get()
    address = f"/challenges/{one.pk}/"
    said = page(client, address)
    assert "Stage 3 of 5" in said
    assert "Her aunt stays." in said
    client.post(address, {"do": "done", "safety": str(SafetyAction.unscoped.get().pk)})
    assert SafetyAction.unscoped.get().done_at is not None
    yesterday = {f"safety-{name}": value for name, value in safety.items()} | {"safety-safety_by-day": "22"}
    assert "That day is over" in client.post(address, yesterday | {"do": "safety"}).content.decode()
    client.post(address, yesterday | {"safety-safety_by-day": "24", "do": "safety"})
    assert SafetyAction.unscoped.count() == 2


def test_something_not_done_is_challenged_from_the_babys_page(sign_in: Any, case: Dispute) -> None:
    midwife = an_actor("midwifery")
    open_to(midwife, case.baby)
    client, address = sign_in(case.visitor), f"/babies/{case.baby.pk}/challenge/"
    assert "Whom do you challenge?" in page(client, address)
    assert "Choose whom you challenge" in client.post(address, WRITTEN).content.decode()
    assert client.post(address, WRITTEN | {"whom": str(midwife.team_id)}).status_code == 302
    assert Challenge.unscoped.get().with_agency.sector == "midwifery"


def test_a_page_that_is_out_of_date_takes_nothing_two_stages_further(sign_in: Any, case: Dispute) -> None:
    one = raised(case)
    client, address = sign_in(case.visitor), f"/challenges/{one.pk}/"
    move = {"do": "move", "stage": "1", "move-because": "We still differ."}
    assert client.post(address, move).status_code == 302
    again = client.post(address, move)
    assert "at stage 2 already" in again.content.decode()
    assert "We still differ." in again.content.decode()
    assert Challenge.unscoped.get().stage == 2
    assert "Say why it goes further" in client.post(address, {"do": "move", "stage": "2"}).content.decode()
    assert client.post(address, {"do": "move", "stage": "x", "move-because": "x"}).status_code == 200


def test_an_answer_to_what_was_answered_meanwhile_says_so(sign_in: Any, case: Dispute) -> None:
    one = raised(case)
    resolution = proposed(case, one)
    client, address = sign_in(case.visitor), f"/challenges/{one.pk}/"
    sent = {"do": "decline", "resolution": str(resolution.pk), "decline-because": "Nobody examined him."}
    assert client.post(address, sent).status_code == 302
    again = client.post(address, sent | {"decline-because": "As I said."}).content.decode()
    assert "answered already" in again
    assert "As I said." in again
    odd = client.post(address, {"do": "confirm", "resolution": "x"}).content.decode()
    assert "not there any more" in odd
    assert "no such step" in client.post(address, {"do": "done", "safety": "x"}).content.decode()
    assert client.post(address, {"do": "nothing"}).status_code == 200


def test_the_designated_lead_decides_at_the_last_stage(sign_in: Any, case: Dispute) -> None:
    one = raised(case)
    address, client = f"/challenges/{one.pk}/", sign_in(case.designated)
    assert client.get(address).status_code == 404
    for stage in range(1, 5):
        move_on(case.visitor, one, stage, "Still.")
    said = page(client, address)
    assert "Decide above both sides" in said
    assert "Add to your side" not in said
    assert "The baby’s page" not in said
    decided = {"decide-agreed": "A medical.", "decide-changed": "partly", "decide-effect": "Seen today."}
    assert "Give the reasons" in client.post(address, decided | {"do": "decide"}).content.decode()
    client.post(address, decided | {"do": "decide", "decide-because": "Nobody examined him."})
    assert Challenge.unscoped.get().state == "decided"
    assert "Nobody examined him." in page(sign_in(case.visitor), address)
    assert client.get(address).status_code == 404, "it is over"


def test_who_may_not_is_told_why_and_nothing_changes(sign_in: Any, case: Dispute) -> None:
    one = raised(case)
    move_on(case.visitor, one, 1, "We still differ.")
    client, address = sign_in(case.door), f"/challenges/{one.pk}/"
    assert "Write what was agreed" not in page(client, address)
    settled = {"propose-agreed": "x", "propose-changed": "no", "propose-effect": "x", "do": "propose"}
    assert "Only the raiser, or who has the role" in client.post(address, settled).content.decode()
    assert not Resolution.unscoped.exists()


def test_what_was_typed_into_a_locked_session_is_laid_out_again(sign_in: Any, case: Dispute) -> None:
    one = raised(case)
    client, address = sign_in(case.door), f"/challenges/{one.pk}/"
    session = client.session
    session["kept"] = {"path": address, "fields": {"do": ["view"], "view-words": ["The account fits."]}}
    session.save()
    said = page(client, address)
    assert "The account fits." in said
    assert "It is not saved yet" in said
    assert SideView.unscoped.count() == 1


@pytest.mark.parametrize("who", ["stranger", "police lead", "auditor", "closed"])
def test_others_find_nothing_at_any_address(sign_in: Any, case: Dispute, who: str) -> None:
    one = raised(case)
    actor = {
        "stranger": an_actor("gp"),
        "police lead": an_actor("police", "safeguarding_lead"),
        "auditor": an_actor("social_care", "auditor"),
        "closed": an_actor("social_care"),
    }[who]
    client = sign_in(actor)
    of_referral = f"referral/{case.referred.pk}/"
    addresses = [f"/challenges/{one.pk}/", f"/challenge/begin/{of_referral}"]
    addresses += [f"/challenges/statement/{of_referral}"]
    if who != "auditor":
        addresses += [f"/babies/{case.baby.pk}/challenge/"]
    for address in addresses:
        if who == "closed" and "begin" in address:
            continue
        assert client.get(address).status_code == 404, address
        assert client.post(address, {"do": "view", "view-words": "x"} | WRITTEN).status_code == 404, address
    assert "Marnie" not in page(client, "/challenges/")


def test_an_unknown_process_is_not_found(sign_in: Any, case: Dispute) -> None:
    client = sign_in(case.visitor)
    assert client.get(f"/challenge/begin/nothing/{case.referred.pk}/").status_code == 404


def test_thanks_reach_a_colleague_and_a_team_without_the_childs_name(sign_in: Any, case: Dispute) -> None:
    one = raised(case)
    client, address = sign_in(case.door), f"/challenges/{one.pk}/"
    line = {"do": "thank", "thank-what_for": "raising", "thank-words": "You made us look again."}
    assert "choose one of those listed" in page_of(client.post(address, line | {"thank-whom": "x"}))
    for _ in "twice":
        client.post(address, line | {"thank-whom": case.visitor.id})
    client.post(address, line | {"thank-whom": str(case.visitor.team_id), "thank-words": "All of you."})
    assert Thanks.unscoped.count() == 2
    hers, colleagues = (
        page(sign_in(case.visitor), "/challenges/"),
        page(sign_in(case.colleague), "/challenges/"),
    )
    assert "You made us look again." in hers
    assert "All of you." in hers
    assert "You made us look again." not in colleagues
    assert "All of you." in colleagues


def page_of(answer: Any) -> str:
    return answer.content.decode()


def test_the_statement_is_shown_and_each_ticks_once_that_it_was_read(sign_in: Any, case: Dispute) -> None:
    client, address = sign_in(case.door), f"/challenges/statement/referral/{case.referred.pk}/"
    assert "Anybody here may disagree" in page(client, "/challenges/statement/")
    assert "Nobody has said so yet" in page(client, address)
    for _ in "twice":
        assert client.post(address).status_code == 302
    assert "Dee Front says that it was read" in page(client, address)
    assert StatementRead.unscoped.count() == 1


def test_the_counts_are_for_managers_leads_and_roles_that_see_no_child(sign_in: Any, case: Dispute) -> None:
    assert sign_in(case.visitor).get("/challenges/counts/").status_code == 403
    for role in ("team_manager", "safeguarding_lead", "auditor", "partnership_officer", "analyst"):
        client = sign_in(an_actor("health_visiting", role))
        assert "None was raised" in page(client, "/challenges/counts/")
    raised(case)
    said = page(client, "/challenges/counts/")
    assert "suppressed" in said
    assert "Ruth" not in said
    assert "Marnie" not in said
    assert "None raised is not the same as none needed" in said


def test_the_list_makes_no_query_a_row(sign_in: Any, case: Dispute) -> None:
    client = sign_in(case.visitor)
    raised(case)
    few = _queries(client)
    for number in range(6):
        case.baby = a_baby(f"Ash{number}", "Example")
        open_to(case.visitor, case.baby)
        case.referred = a_referral(case)
        raised(case)
    assert _queries(client) <= few + 1


def _queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        page(client, "/challenges/")
    return len(captured)


def test_what_is_challenged_is_one_link_away(sign_in: Any, case: Dispute) -> None:
    asked = request_discussion(case.visitor, Asking(case.baby.person, "A second mark.", "no", "01632"))
    client, process = sign_in(case.visitor), f"strategy_request/{asked.pk}/"
    address = client.post(f"/challenge/begin/{process}", WRITTEN).url
    assert reverse("strategy_request", args=[asked.pk]) in page(client, address)
    for name in PAGES:
        assert reverse(name, args=[asked.pk])


def test_looking_at_a_challenge_is_in_the_ledger(sign_in: Any, case: Dispute) -> None:
    one = raised(case)
    page(sign_in(case.door), f"/challenges/{one.pk}/")
    looked = LedgerEntry.ledger.get(event="challenge.looked")
    assert looked.records == [f"challenge:{one.pk}"]
    assert looked.children.get().child_id == case.baby.pk
    assert clock.today() == dt.date(2026, 11, 23)
