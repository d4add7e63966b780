"""How clear an agency's referrals were: counted by quarter, of the latest line; the few are suppressed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import a_partnership, a_team, an_actor, an_agency
from sightline.agencies.models import Agency, Professional
from sightline.agencies.roles import ROLES
from sightline.concerns.deciding import rate_part
from sightline.concerns.models import Rating, Referral
from sightline.concerns.trend import Quarter, last_quarters, may_see_trend, trends_seen_by
from sightline.core import clock
from sightline.core.actors import Actor

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
MAY = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)
THIS, MAYS = dt.date(2026, 10, 1), dt.date(2026, 4, 1)


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker")


@pytest.fixture
def lead() -> Actor:
    return an_actor("health_visiting", "safeguarding_lead")


def a_referral(door: Actor, sender: Agency, sent_at: dt.datetime = NOON) -> Referral:
    """One that the sender sent; what is counted does not ask about whom."""
    return Referral.unscoped.create(
        reference=f"T{Referral.unscoped.count():06d}",
        partnership=sender.partnership,
        from_agency=sender,
        to_agency_id=door.agency_id,
        worry="A bruise.",
        safe_now="no",
        where_now="At home",
        call_back="01632 960 200",
        sent_at=sent_at,
    )


def rated(door: Actor, sent: Referral, rating: str, part: str = "needed", at: dt.datetime = NOON) -> None:
    by = Professional.objects.get(pk=door.id)
    Rating.unscoped.create(referral=sent, part=part, rating=rating, by=by, at=at)


def quarter(actor: Actor, starts: dt.date, agency: str = "health_visiting") -> Quarter:
    with clock.at(NOON):
        [trend] = [one for one in trends_seen_by(actor) if one.agency.code == agency]
    return next(one for one in trend.quarters if one.starts == starts)


def needed(of: Quarter) -> tuple[int | None, dict[str, int]]:
    part = of.parts[0]
    return part.rated, dict(part.counts)


def test_five_referrals_are_counted_and_four_are_suppressed(door: Actor, lead: Actor) -> None:
    sender = an_agency("health_visiting")
    for number in range(5):
        rated(door, a_referral(door, sender), "clear" if number < 3 else "partly")
    for _ in range(4):
        rated(door, a_referral(door, sender, MAY), "missing")
    now, may = quarter(lead, THIS), quarter(lead, MAYS)
    assert (now.sent, *needed(now)) == (5, 5, {"clear": 3, "partly": 2, "missing": 0})
    assert (may.sent, *needed(may)) == (None, None, {})


def test_a_part_that_few_were_told_of_is_suppressed_though_many_were_sent(door: Actor, lead: Actor) -> None:
    sender = an_agency("health_visiting")
    sent = [a_referral(door, sender) for _ in range(6)]
    for one in sent[:4]:
        rated(door, one, "missing")
    now = quarter(lead, THIS)
    assert (now.sent, *needed(now)) == (6, None, {})
    assert now.parts[1].rated == 0


def test_of_two_lines_on_one_part_the_latest_counts(door: Actor, lead: Actor) -> None:
    sender = an_agency("health_visiting")
    with clock.at(NOON):
        sent = [a_referral(door, sender) for _ in range(5)]
        for one in sent:
            rate_part(door, one, "needed", "missing", "What for?")
    with clock.at(NOON + dt.timedelta(minutes=5)):
        rate_part(door, sent[0], "needed", "clear", "Now I see.")
    assert needed(quarter(lead, THIS)) == (5, {"clear": 1, "partly": 0, "missing": 4})


def test_a_quarter_without_a_referral_has_none(door: Actor, lead: Actor) -> None:
    assert quarter(lead, THIS).sent == 0


def test_a_line_is_counted_in_the_quarter_in_which_london_sent_the_referral(door: Actor, lead: Actor) -> None:
    sender = an_agency("health_visiting")
    late = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
    for _ in range(5):
        rated(door, a_referral(door, sender, late), "clear")
    assert quarter(lead, dt.date(2026, 7, 1)).sent == 5
    assert quarter(lead, MAYS).sent == 0
    assert needed(quarter(lead, dt.date(2026, 7, 1)))[0] == 5


def test_what_was_sent_before_the_quarters_shown_is_left_out(door: Actor, lead: Actor) -> None:
    sender = an_agency("health_visiting")
    for _ in range(5):
        a_referral(door, sender, dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    with clock.at(NOON):
        [trend] = trends_seen_by(lead)
    assert not trend.sent_any
    assert len(trend.quarters) == 8


def test_the_quarters_go_back_over_the_year(door: Actor) -> None:
    with clock.at(dt.datetime(2026, 3, 31, 12, tzinfo=dt.UTC)):
        assert last_quarters(3) == [dt.date(2026, 1, 1), dt.date(2025, 10, 1), dt.date(2025, 7, 1)]
        words = [Quarter(one, 0, ()).words for one in last_quarters(2)]
    assert words == ["January to March 2026 (so far)", "October to December 2025"]


def test_an_agency_sees_its_own_and_the_partnerships_officers_every_one(door: Actor, lead: Actor) -> None:
    far = a_partnership("farshire")
    an_agency("police", "far-police", far)
    officer = an_actor("social_care", "partnership_officer")
    stranger = an_actor("police", "analyst", team=a_team(an_agency("police", "far-police", far)))

    def seen(actor: Actor) -> set[str]:
        return {one.agency.code for one in trends_seen_by(actor)}

    assert seen(lead) == {"health_visiting"}
    assert seen(door) == {"social_care"}
    assert seen(officer) == {"health_visiting", "social_care"}
    assert seen(stranger) == {"far-police"}


@pytest.mark.parametrize("role", ROLES)
def test_who_may_not_see_a_trend_is_given_none(role: str, door: Actor) -> None:
    actor = an_actor("health_visiting", role)
    assert bool(may_see_trend(actor)) is bool(trends_seen_by(actor))
    assert bool(may_see_trend(actor)) is (
        role
        in {
            "team_manager", "safeguarding_lead", "front_door_worker", "front_door_manager",
            "emergency_duty_worker", "partnership_officer", "analyst",
        }
    )  # fmt: skip


def test_many_agencies_cost_no_more_queries_than_one(door: Actor, lead: Actor) -> None:
    officer = an_actor("social_care", "partnership_officer")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            trends_seen_by(officer)
        return len(captured)

    few = queries()
    for number in range(5):
        sender = an_agency("gp", f"surgery-{number}")
        for _ in range(2):
            rated(door, a_referral(door, sender), "clear")
    assert queries() == few
