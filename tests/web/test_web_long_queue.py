"""The front door's queue at length: the queries of a short one, urgent first, and nothing that is closed."""

from __future__ import annotations

import datetime as dt
import random
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories import a_baby, an_actor, entry_on
from sightline.access.models import Closure, OpenMatter
from sightline.agencies.models import Agency
from sightline.chronology.kinds import Referral as ReferralDetail
from sightline.concerns.models import Referral, ReferredChild
from sightline.concerns.queries import first_waiting, queue, with_counts
from sightline.core import clock, ids
from sightline.core.actors import Actor
from sightline.people.models import Baby
from sightline.web.pages.referrals import LISTED

pytestmark = pytest.mark.django_db


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


@pytest.fixture
def babies() -> list[Baby]:
    """Six babies, on each of whom a concern is open."""
    made = [a_baby(f"Ash{number}", "Example") for number in range(6)]
    OpenMatter.unscoped.bulk_create(
        OpenMatter(
            child=baby.person, level="concern", what="Referral", entry_root=ids.new_id(), since=clock.today()
        )
        for baby in made
    )
    return made


def waiting(door: Actor, babies: list[Baby], count: int, *, by_shuffle: int = 7) -> list[ReferredChild]:
    """So many referrals of these babies at the door, a third of them urgent, many sent in the same minute."""
    drawn, now = random.Random(by_shuffle), clock.now()
    entry = entry_on(babies[0].person, ReferralDetail("social_care"))
    care = Agency.unscoped.get(pk=door.agency_id)
    sent = Referral.unscoped.bulk_create(
        Referral(
            reference=f"{by_shuffle:03}{number:09}",
            partnership=care.partnership,
            from_agency=care,
            to_agency=care,
            worry="A round bruise on the cheek.",
            safe_now="not_known",
            where_now="At home",
            call_back="01632 960 200",
            is_urgent=drawn.random() < 0.3,
            sent_at=now - dt.timedelta(minutes=drawn.randrange(1, 60)),
        )
        for number in range(count)
    )
    return ReferredChild.unscoped.bulk_create(
        ReferredChild(
            referral=one,
            child=babies[number % len(babies)].person,
            entry_root=entry,
            state=drawn.choice(["received", "read"]),
        )
        for number, one in enumerate(sent)
    )


def in_order(rows: list[ReferredChild]) -> list[Any]:
    """The keys of these rows, urgent ones first, then those sent first, then by key: sorted in Python."""
    by_key = sorted((not one.referral.is_urgent, one.referral.sent_at, one.pk) for one in rows)
    return [key for *_, key in by_key]


def opened(client: Client, page: int) -> tuple[int, list[str]]:
    """How many queries a page of the queue made, and the keys that it lists."""
    with CaptureQueriesContext(connection) as captured:
        shown = client.get(f"/referrals/?page={page}").content.decode()
    return len(captured), re.findall(r'<th scope="row"><a href="/referrals/([0-9a-f-]{36})/"', shown)


def test_a_queue_of_300_makes_the_queries_of_a_queue_of_3(
    sign_in: Any, door: Actor, babies: list[Baby]
) -> None:
    theirs = sign_in(door)
    rows = waiting(door, babies, 3)
    opened(theirs, 1)
    of_three, listed = opened(theirs, 1)
    assert listed == [str(key) for key in in_order(rows)]
    rows += waiting(door, babies, 297, by_shuffle=8)
    order = [str(key) for key in in_order(rows)]
    for page in (1, 2, 12):
        queries, listed = opened(theirs, page)
        assert (queries, listed) == (of_three, order[(page - 1) * 25 : page * 25])


def test_the_first_of_the_queue_are_those_of_the_whole_queue(door: Actor, babies: list[Baby]) -> None:
    order = in_order(waiting(door, babies, 60))
    assert [one.pk for one in queue(door)] == order
    for count in (1, 20, 59):
        found = first_waiting(door, count)
        assert (found.keys, found.is_more) == (order[:count], True)
    whole = first_waiting(door, 60)
    assert (whole.keys, whole.is_more) == (order, False)


def test_what_is_closed_to_the_actor_is_neither_listed_nor_counted(
    sign_in: Any, door: Actor, babies: list[Baby]
) -> None:
    rows = waiting(door, babies, 300)
    Closure.unscoped.create(child=babies[0].person, professional_id=door.id, because="Her niece.")
    Baby.unscoped.filter(pk=babies[1].pk).update(sealed=True)
    hidden = {babies[0].pk, babies[1].pk}
    order = in_order([one for one in rows if one.child_id not in hidden])
    assert len(order) == 200
    # A third of those at the head are hidden: more than are read to spare, so the queue is read again.
    found = first_waiting(door, 100)
    assert (found.keys, found.is_more) == (order[:100], True)
    assert [one.pk for one in queue(door)] == order
    assert (first_waiting(door, 200).keys, first_waiting(door, 200).is_more) == (order, False)
    assert "200 children wait for a decision" in sign_in(door).get("/referrals/").content.decode()


def test_a_queue_longer_than_is_listed_says_so(sign_in: Any, door: Actor, babies: list[Baby]) -> None:
    waiting(door, babies, LISTED)
    theirs = sign_in(door)
    assert f"{LISTED} children wait for a decision" in theirs.get("/referrals/").content.decode()
    waiting(door, babies, 1, by_shuffle=8)
    shown = theirs.get("/referrals/").content.decode()
    assert f"More than {LISTED} children wait for a decision" in shown
    assert f"The first {LISTED} are listed here" in shown


def test_what_came_before_is_counted_for_each_row_of_a_page(door: Actor, babies: list[Baby]) -> None:
    rows = waiting(door, babies, 40)
    decided = rows[::4]
    ReferredChild.unscoped.filter(pk__in=[one.pk for one in decided]).update(
        state="decided", decision="no_further_action"
    )
    for one in with_counts(one.pk for one in rows):
        earlier = [
            each
            for each in rows
            if each.child_id == one.child_id and each.referral.sent_at < one.referral.sent_at
        ]
        assert one.earlier == len(earlier)
        assert one.closed == sum(each in decided for each in earlier)


def test_nobody_elses_queue_is_listed(door: Actor, babies: list[Baby]) -> None:
    waiting(door, babies, 3)
    for role in ("practitioner", "team_manager", "safeguarding_lead"):
        assert first_waiting(an_actor("social_care", role), 10).keys == []
    assert first_waiting(an_actor("police", "front_door_worker"), 10).keys == []
