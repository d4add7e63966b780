"""Whatever is pressed, in any order: no mark ends without a referral, an opinion, an answer to parents."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marks_world import PARENTS, World, a_world, discuss, examined, hospital, refer, seen

from sightline.core.errors import SightlineError
from sightline.core.steps import Steps
from sightline.marks.deciding import close, decide, tell_referrer
from sightline.marks.examining import give_opinion, request_opinion, take_second_opinion
from sightline.marks.models import Sighting
from sightline.marks.steps import MARK, TABLES
from sightline.marks.telling_parents import ToParents, answer_parents

Press = Callable[[World, Sighting], Any]
PRESSES: dict[str, Press] = {
    "refer": lambda w, one: refer(w.visitor, w.baby),
    "ask": lambda w, one: request_opinion(w.visitor, one, hospital(w), ""),
    "examine": lambda w, one: give_opinion(w.door, one, examined()),
    "second": lambda w, one: take_second_opinion(w.door, one, examined(because="None was free.")),
    "discuss": discuss,
    "decide": lambda w, one: decide(w.door, one, "no_further_action", "As discussed.", "Ruth visits."),
    "tell": lambda w, one: answer_parents(w.visitor, one, PARENTS),
    "withhold": lambda w, one: answer_parents(w.visitor, one, ToParents(False, because="He is violent.")),
    "referrer": lambda w, one: tell_referrer(w.door, one, "Ruth"),
    "close": lambda w, one: close(w.door, one),
}
PAST = ("examined", "discussed", "decided", "parents_answered", "referrer_told", "closed")


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(PRESSES)), max_size=14))
def test_no_order_of_presses_ends_it_without_an_opinion(presses: list[str]) -> None:
    world = a_world()
    one = seen(world)
    for name in [*presses, "close"]:
        one.refresh_from_db()
        with suppress(SightlineError):
            PRESSES[name](world, one)
        one.refresh_from_db()
        assert (one.state in PAST) <= (one.opinion_id is not None)
        if one.state == "closed":
            assert one.referred_id is not None
            assert one.discussions.exists()
            assert one.parents_answers.exists()


def test_every_way_to_the_end_leads_through_the_opinion() -> None:
    without = Steps(
        "mark",
        MARK.start,
        {key: said for key, said in MARK.states.items() if key not in PAST},
        tuple(one for one in MARK.steps if one.to not in PAST and one.state not in PAST),
    )
    assert "closed" not in without.states
    into = {one.event for one in MARK.steps if one.to == "examined"}
    assert into == {"examine", "take_second_opinion"}
    assert [one.state for one in MARK.steps if one.to == "closed"] == ["referrer_told"]


def test_the_table_is_printed_with_the_others() -> None:
    assert MARK in TABLES
    assert MARK.is_over("closed")
    assert MARK.is_over("taken_back")
