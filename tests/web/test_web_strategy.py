"""Strategy discussions on the pages: asked for in a minute, answered with reasons, held; closed to others."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories import a_baby, an_actor, open_to
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Baby
from sightline.strategy.models import Attendee, Discussion, StrategyRequest

pytestmark = pytest.mark.django_db
MONDAY = dt.datetime(2026, 11, 23, 10, tzinfo=clock.LONDON)
ASK = {"why": "Two bruises in a week.", "safe_now": "not_known", "call_back": "01632 960 300"}
REFUSE = {"because": "The bruises are explained.", "instead": "A visit on Tuesday."}
PLAN = {"on-day": "23", "on-month": "11", "on-year": "2026", "at": "14:30", "place": "By video"}
HELD = {"on-day": "23", "on-month": "11", "on-year": "2026", "at": "09:30", "decided": "A medical today."}


@pytest.fixture(autouse=True)
def _a_monday_morning() -> Iterator[None]:
    with clock.at(MONDAY):
        yield


@pytest.fixture
def nursery() -> Actor:
    return an_actor("nursery", name="Nell Nursery")


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_manager", name="Dee Front")


@pytest.fixture
def baby(nursery: Actor, door: Actor) -> Baby:
    found = a_baby("Marnie", "Askew", born_days_ago=120)
    open_to(nursery, found)
    return found


def asked(client: Client, baby: Baby, **other: str) -> StrategyRequest:
    response = client.post(f"/babies/{baby.pk}/strategy/", ASK | other)
    assert response.status_code == 302, text(response)
    return StrategyRequest.unscoped.get()


def agreed(client: Client, request: StrategyRequest) -> Discussion:
    response = client.post(f"/strategy/requests/{request.pk}/agree/", PLAN)
    assert response.status_code == 302, text(response)
    return Discussion.unscoped.get()


def text(response: Any) -> str:
    plain = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", plain)


def test_a_nursery_asks_and_sees_what_became_of_it(
    sign_in: Any, nursery: Actor, door: Actor, baby: Baby
) -> None:
    mine, theirs = sign_in(nursery), sign_in(door)
    made = asked(mine, baby)
    assert "Asked for, not answered" in text(mine.get("/strategy/"))
    assert "Marnie Askew" in text(theirs.get("/strategy/"))
    theirs.post(f"/strategy/requests/{made.pk}/refuse/", REFUSE)
    page = text(mine.get(f"/strategy/requests/{made.pk}/"))
    assert "The bruises are explained." in page
    assert "A visit on Tuesday." in page


def test_what_was_typed_is_kept_when_an_answer_lacks(sign_in: Any, nursery: Actor, baby: Baby) -> None:
    response = sign_in(nursery).post(f"/babies/{baby.pk}/strategy/", ASK | {"call_back": ""})
    assert response.status_code != 302
    assert "Two bruises in a week." in text(response)
    assert "Give a number on which you can be rung back" in text(response)
    assert not StrategyRequest.unscoped.exists()


def test_a_challenge_is_offered_to_whoever_asked_and_not_to_who_refused(
    sign_in: Any, nursery: Actor, door: Actor, baby: Baby
) -> None:
    mine, theirs = sign_in(nursery), sign_in(door)
    made = asked(mine, baby)
    theirs.post(f"/strategy/requests/{made.pk}/refuse/", REFUSE)
    assert "You may challenge this" in text(mine.get(f"/strategy/requests/{made.pk}/"))
    assert "You may challenge this" not in text(theirs.get(f"/strategy/requests/{made.pk}/"))


def test_a_challenge_of_silence_is_offered_once_the_working_day_is_over(
    sign_in: Any, nursery: Actor, door: Actor, baby: Baby
) -> None:
    made = asked(sign_in(nursery), baby)
    due = made.asked_at + dt.timedelta(days=1)
    for at, offered in ((MONDAY, False), (due + dt.timedelta(days=1), True)):
        with clock.at(at):
            page = text(sign_in(nursery).get(f"/strategy/requests/{made.pk}/"))
        assert ("You may challenge the silence" in page) is offered


def test_of_two_managers_the_second_reads_that_it_was_answered(
    sign_in: Any, nursery: Actor, door: Actor, baby: Baby
) -> None:
    made = asked(sign_in(nursery), baby)
    theirs = sign_in(door)
    agreed(theirs, made)
    second = theirs.post(f"/strategy/requests/{made.pk}/refuse/", REFUSE)
    assert second.status_code != 302
    assert StrategyRequest.unscoped.get().state == "agreed"
    assert Discussion.unscoped.count() == 1


def test_below_the_minimum_the_page_says_who_is_missing_and_keeps_what_was_typed(
    sign_in: Any, nursery: Actor, door: Actor, baby: Baby
) -> None:
    made = asked(sign_in(nursery), baby)
    theirs = sign_in(door)
    discussion = agreed(theirs, made)
    assert "Still needed" in text(theirs.get(f"/strategy/discussions/{discussion.pk}/"))
    came = {f"came-{one.pk}": "present" for one in Attendee.unscoped.all()}
    address = f"/strategy/discussions/{discussion.pk}/hold/"
    response = theirs.post(address, HELD | came)
    assert "the police" in text(response)
    assert "A medical today." in text(response)
    approved = {"missing_because": "No officer was free.", "missing_approved_by": "Dee Front"}
    assert theirs.post(address, HELD | came | approved).status_code == 302
    assert Discussion.unscoped.get().state == "held"


def test_who_has_no_part_in_it_finds_nothing(sign_in: Any, nursery: Actor, door: Actor, baby: Baby) -> None:
    made = asked(sign_in(nursery), baby)
    discussion = agreed(sign_in(door), made)
    stranger = sign_in(an_actor("gp", "safeguarding_lead", name="Gil Lead"))
    for address in (
        f"/strategy/requests/{made.pk}/",
        f"/strategy/requests/{made.pk}/refuse/",
        f"/strategy/discussions/{discussion.pk}/",
        f"/strategy/discussions/{discussion.pk}/hold/",
    ):
        assert stranger.get(address).status_code == 404
        assert stranger.post(address, REFUSE).status_code in (404, 405)
    assert "Marnie" not in text(stranger.get("/strategy/"))


@pytest.mark.parametrize(("sector", "role"), [("nursery", "practitioner"), ("police", "safeguarding_lead")])
def test_every_role_reads_that_it_may_ask(sign_in: Any, sector: str, role: str) -> None:
    page = text(sign_in(an_actor(sector, role)).get("/strategy/you-may-ask/"))
    assert "Any agency that knows the child may ask" in page
    assert "one working day" in page


def test_the_list_asks_no_more_for_more_rows(sign_in: Any, nursery: Actor, door: Actor) -> None:

    mine, theirs = sign_in(nursery), sign_in(door)
    counts = []
    for number in range(5):
        child = a_baby(f"Baby{number}", "Askew", born_days_ago=100)
        open_to(nursery, child)
        mine.post(f"/babies/{child.pk}/strategy/", ASK)
        if number in (0, 4):
            theirs.get("/strategy/")
            with CaptureQueriesContext(connection) as caught:
                theirs.get("/strategy/")
            counts.append(len(caught))
    assert counts[0] == counts[1]
