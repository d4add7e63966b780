"""What is due in a real browser: the front door, the night, the sheet, and the morning; wide and narrow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from entering import press, sign_in, who_signs_in
from playwright.sync_api import Page, expect

from factories import a_team, an_actor, an_agency
from sightline.agencies.models import Professional
from sightline.clocks.models import Clock
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock
from sightline.people.models import Baby

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def referral(ruth: Professional, marnie: Baby) -> Clock:
    """An urgent referral whose decision is late; a front door, its manager, and a night to hold it."""
    who_signs_in(
        an_actor("social_care", "front_door_manager", name="Mo Manager"), "mo", telephone="01632 960 117"
    )
    who_signs_in(
        an_actor("social_care", "front_door_worker", name="Dee Front"), "dee", telephone="01632 960 117"
    )
    team = a_team(an_agency("social_care"), "Emergency duty")
    who_signs_in(
        an_actor("social_care", "emergency_duty_worker", team=team, name="Grace Muir"),
        "grace",
        telephone="01632 960 117",
    )
    said = {"safe_now": "no", "where_now": "At her aunt’s", "call_back": "01632 960 200"}
    written = Written((WrittenChild(marnie.person),), is_urgent=True, worry="A round bruise.", **said)
    send_referral(vars(ruth)["actor"], written)
    Clock.unscoped.filter(rule="referral_decision").update(due_at=clock.now() - dt.timedelta(days=9))
    return Clock.unscoped.get(rule="referral_decision")


def test_what_is_due_goes_through_the_night_and_comes_back_in_the_morning(
    page: Page, referral: Clock, check: Check
) -> None:
    _the_night_hands_back(page, check)
    page.context.clear_cookies()
    sign_in(page, "dee")
    page.goto("/due/")
    expect(page.locator("main")).to_contain_text("one is overdue")
    expect(page.locator("main")).to_contain_text("Seen at two, asleep.")
    check(page)
    page.get_by_role("button", name="I have read this").click()
    expect(page.locator("main")).not_to_contain_text("Seen at two, asleep.")
    page.get_by_label("Overdue only").check()
    press(page, page.get_by_role("button", name="Show", exact=True))
    check(page)
    page.get_by_role("link", name="My agency").click()
    expect(page.get_by_role("link", name="My agency")).to_have_attribute("aria-current", "page")
    page.get_by_role("link", name="Decide on a referral and tell the referrer for Marnie Askew").click()
    expect(page.get_by_role("heading", name="Marnie Askew")).to_be_visible()


def _the_night_hands_back(page: Page, check: Check) -> None:
    sign_in(page, "grace")
    page.goto("/tonight/")
    expect(page.locator("main")).to_contain_text("A round bruise.")
    check(page)
    page.get_by_role("link", name="Hand back").click()
    page.get_by_role("button", name="Hand it back").click()
    expect(page.get_by_role("alert")).to_contain_text("Say what the day team must know")
    check(page)
    page.get_by_label("What must the day team know?").fill("Seen at two, asleep.")
    page.get_by_role("button", name="Hand it back").click()
    expect(page.locator("main")).to_contain_text("Not read yet")
    page.add_init_script("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.get_by_role("link", name="Print the sheet for the night").click()
    expect(page.locator("main")).to_contain_text("Out of date from then")
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    check(page)


def test_a_manager_lets_a_clock_stand_still_and_says_why_it_is_late(
    page: Page, referral: Clock, check: Check
) -> None:
    sign_in(page, "mo")
    page.goto(f"/due/{referral.pk}/")
    check(page)
    page.get_by_label("Why is this late?").fill("The interpreter did not come.")
    page.get_by_role("button", name="Say why, and approve it").click()
    expect(page.locator("main")).to_contain_text("Approved by Mo Manager")
    page.get_by_text("Let it stand still").first.click()
    page.get_by_role("button", name="Let it stand still").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why this stands still")
    check(page)
    page.get_by_label("Why does this stand still?").fill("The family is abroad until Friday.")
    page.get_by_role("button", name="Let it stand still").click()
    expect(page.locator("main")).to_contain_text("and still does")
    check(page)
    page.get_by_role("button", name="Let it run again").click()
    expect(page.locator("main")).not_to_contain_text("and still does")
