"""Whoever signs in to the invented county finds concerns on the way on their lists, and no page fails."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from small_county import made

from sightline.agencies.models import Assignment
from sightline.challenge.models import Challenge, Thanks
from sightline.concerns.models import ReferralDraft, ReferredChild
from sightline.demo import staff
from sightline.marks.models import Sighting
from sightline.medicals.models import Medical
from sightline.sharing.models import InformationRequest
from sightline.strategy.models import Discussion, StrategyRequest

pytestmark = pytest.mark.django_db

LINK = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

LISTS = (
    "referrals", "asked", "strategy", "marks", "medicals", "challenges", "due", "tonight",
    "front-door/meetings",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def small_county(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), made():
        yield


def signed_in(user: str) -> Client:
    cache.clear()
    held = Assignment.unscoped.select_related("professional").get(professional__username=user)
    client = Client()
    client.force_login(held.professional)
    session = client.session
    session["second_step"], session["assignment"] = True, str(held.pk)
    session.save()
    return client


def listed(user: str, address: str) -> str:
    answer = signed_in(user).get(f"/{address}/")
    assert answer.status_code == 200
    return answer.content.decode()


def states(model: Any) -> Counter[str]:
    return Counter(model.unscoped.values_list("state", flat=True))


def test_each_concern_is_somewhere_on_its_way() -> None:
    decided = Counter(ReferredChild.unscoped.values_list("decision", flat=True))
    assert decided["no_further_action"] == 2
    assert (decided["assessment"], decided["strategy"]) == (1, 2)
    assert ReferralDraft.unscoped.get().sent_as is None
    assert len(states(InformationRequest)) == 4
    assert states(InformationRequest)["asked"] == 2
    assert states(StrategyRequest).keys() == {"asked", "refused", "held"}
    assert Discussion.unscoped.get().enquiry == "start"
    assert Discussion.unscoped.get().attendees.count() == 4
    assert len(states(Sighting)) == 2
    assert states(Medical)["asked"] == 1
    assert Medical.unscoped.filter(finished_at__isnull=False).count() == 1
    assert set(Challenge.unscoped.filter(ended_at__isnull=True).values_list("stage", flat=True)) == {2}
    assert Thanks.unscoped.get().what_for == "changing"


@pytest.mark.parametrize(
    ("user", "address"),
    [
        ("front.door", "referrals"),
        ("ruth.adeyemi", "referrals"),
        ("joan.pike", "referrals"),
        ("hosp.lead", "asked"),
        ("hv.lead", "asked"),
        ("gp.lead", "asked"),
        ("police.lead", "asked"),
        ("front.manager", "strategy"),
        ("ruth.adeyemi", "strategy"),
        ("dc.ferrier", "strategy"),
        ("s.imran", "marks"),
        ("ruth.adeyemi", "marks"),
        ("s.imran", "medicals"),
        ("front.door", "medicals"),
        ("ruth.adeyemi", "challenges"),
        ("front.manager", "challenges"),
        ("front.door", "due"),
        ("s.imran", "due"),
        ("ruth.adeyemi", "due"),
        ("duty.night", "tonight"),
        ("front.manager", "front-door/meetings"),
    ],
)
def test_a_list_has_something_for_its_role(user: str, address: str) -> None:
    """A list with something in it names a baby or links to one thing by its key."""
    page = listed(user, address).partition("<main")[2].partition("</main>")[0]
    assert LINK.search(page), page


@pytest.mark.parametrize(
    "user", sorted({(plan.role, plan.agency): plan.user for plan in staff.STAFF}.values())
)
def test_nobody_is_shown_a_failure_on_any_list(user: str) -> None:
    client = signed_in(user)
    for address in LISTS:
        assert client.get(f"/{address}/").status_code in (200, 302, 403, 404), address


def test_a_community_nursery_nurse_signs_in() -> None:
    assert listed("nursery.nurse", "babies")
