"""The page on how clear referrals were: for those who help the writers; it names no child and no writer."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factories import an_actor, an_agency
from sightline.agencies.models import Agency, Professional
from sightline.concerns.models import Rating, Referral
from sightline.core.actors import Actor
from sightline.core.models import LedgerEntry

pytestmark = pytest.mark.django_db
ADDRESS = "/referrals/how-clear/"


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


def sent_and_rated(door: Actor, sender: Agency, writer: Actor, times: int) -> None:
    for _ in range(times):
        sent = Referral.unscoped.create(
            reference=f"T{Referral.unscoped.count():06d}",
            partnership=sender.partnership,
            from_agency=sender,
            referrer_id=writer.id,
            to_agency_id=door.agency_id,
            worry="A bruise.",
            safe_now="no",
            where_now="At home",
            call_back="01632 960 200",
        )
        by = Professional.objects.get(pk=door.id)
        Rating.unscoped.create(referral=sent, part="tried", rating="missing", line="Which?", by=by)


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_lead_reads_the_counts_of_their_own_agency(sign_in: Any, door: Actor) -> None:
    writer = an_actor("health_visiting", name="Ruth Adeyemi")
    sent_and_rated(door, an_agency("health_visiting"), writer, 6)
    sent_and_rated(door, an_agency("police"), an_actor("police"), 7)
    lead = an_actor("health_visiting", "safeguarding_lead", name="Lena Lead")
    answer = sign_in(lead).get(ADDRESS)
    page = text(answer)
    assert answer.status_code == 200
    assert "0 clear, 0 partly clear, 6 missing (of 6 rated)" in page
    assert "nothing written back" in page
    for words in ("Ruth Adeyemi", "Police", "of 7 rated", "Which?"):
        assert words not in page
    assert LedgerEntry.ledger.get(event="referral_trend.looked").actor_id == lead.id


def test_a_few_are_suppressed_and_not_shown_as_none(sign_in: Any, door: Actor) -> None:
    sent_and_rated(door, an_agency("health_visiting"), an_actor("health_visiting"), 4)
    page = text(sign_in(an_actor("health_visiting", "team_manager")).get(ADDRESS))
    assert re.search(r"\(so far\) suppressed [A-Z]", page)
    assert page.count("suppressed") == 1
    assert len(re.findall(r"\d{4} none ", page)) == 7
    assert "4 missing" not in page
    assert "It does not mean 0." in page


def test_an_officer_reads_every_agency_and_which_sent_none(sign_in: Any, door: Actor) -> None:
    sent_and_rated(door, an_agency("health_visiting"), an_actor("health_visiting"), 5)
    sent_and_rated(door, an_agency("police"), an_actor("police"), 5)
    an_agency("nursery")
    page = text(sign_in(an_actor("social_care", "partnership_officer")).get(ADDRESS))
    assert "Health Visiting, by the quarter" in page
    assert "Police, by the quarter" in page
    assert "these two years by: Nursery and Social Care." in page


def test_an_agency_that_has_sent_none_is_told_so(sign_in: Any, door: Actor) -> None:
    page = text(sign_in(an_actor("nursery", "team_manager")).get(ADDRESS))
    assert "Your agency has sent no referral in Sightline in these two years." in page


@pytest.mark.parametrize("role", ["practitioner", "examiner", "administrator", "auditor"])
def test_other_roles_are_refused_in_words(sign_in: Any, role: str) -> None:
    answer = sign_in(an_actor("health_visiting", role)).get(ADDRESS)
    assert answer.status_code == 403
    assert "for managers, safeguarding leads, the front door and the partnership" in text(answer)
