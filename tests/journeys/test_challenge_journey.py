"""A challenge in a real browser, from the decision to what both sides confirmed, and the meeting on it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from entering import press, sign_in, who_signs_in
from playwright.sync_api import Page, expect

from factories import an_actor
from sightline.agencies.models import Professional
from sightline.concerns.deciding import decide_on_child
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.people.models import Baby

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def closed(ruth: Professional, marnie: Baby) -> ReferredChild:
    """A referral of Ruth's that the front door closed."""
    door = who_signs_in(an_actor("social_care", "front_door_worker", name="Dee Front"), "dee")
    who_signs_in(an_actor("social_care", "front_door_manager", name="Mo Front"), "mo")
    said = Written(
        (WrittenChild(marnie.person),), "A bruise.", "not_known", "At home", "01632 960 200", is_urgent=True
    )
    referred = send_referral(vars(ruth)["actor"], said).children.get()
    return decide_on_child(door, referred, "no_further_action", "Explained by her mother.", "None.")


def test_a_closed_referral_is_challenged_answered_settled_and_thanked(
    page: Page, closed: ReferredChild, check: Check
) -> None:
    sign_in(page)
    page.goto(f"/challenge/begin/referral/{closed.pk}/")
    check(page)
    _raise(page, check)
    watched = page.url
    page.context.clear_cookies()
    _answer(page, watched, check)
    page.context.clear_cookies()
    sign_in(page)
    page.goto(watched)
    page.get_by_role("button", name="I confirm it").click()
    expect(page.locator("main")).to_contain_text("Settled, confirmed by both sides")
    check(page)
    page.get_by_text("Thank somebody").click()
    page.get_by_label("Whom do you thank?").select_option(label="Dee Front, Team One")
    page.get_by_label("For looking again").check()
    page.get_by_label("Your line").fill("You rang back within the hour.")
    page.get_by_role("button", name="Send your thanks").click()
    expect(page.locator("main")).to_contain_text("You rang back within the hour.")
    page.goto("/challenges/")
    check(page)
    page.goto("/challenges/statement/")
    check(page)


def _raise(page: Page, check: Check) -> None:
    page.get_by_role("button", name="Send the challenge").click()
    expect(page.get_by_role("alert")).to_contain_text("Say what you disagree with")
    check(page)
    page.get_by_label("What do you disagree with?").fill("It was closed without a medical.")
    page.get_by_label("Why?").fill("She does not roll, and the mark is round.")
    page.get_by_label("What do you ask for?").fill("A medical today.")
    page.get_by_role("group", name="Is the child safe now?").get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Send the challenge").click()
    expect(page.get_by_role("alert")).to_contain_text("Say what keeps the child safe meanwhile")
    page.get_by_role("group", name="Is the child safe now?").get_by_label("Not known to me").check()
    page.get_by_role("button", name="Send the challenge").click()
    expect(page.locator("main")).to_contain_text("Stage 1 of 5")
    check(page)


def _answer(page: Page, watched: str, check: Check) -> None:
    sign_in(page, "dee")
    page.goto("/challenges/")
    page.get_by_role("link", name="Marnie Askew").click()
    expect(page).to_have_url(watched)
    page.get_by_label("How do you see it?").fill("Her mother’s account fits; I did not see the mark.")
    page.get_by_role("button", name="Add to your side").click()
    page.get_by_text("Write what was agreed").click()
    page.get_by_label("What was agreed?").fill("A medical today at three.")
    page.get_by_label("It is changed", exact=True).check()
    page.get_by_label("What does it mean for the child?").fill("She is examined today.")
    page.get_by_role("button", name="Send it to the other side").click()
    expect(page.locator("main")).to_contain_text("Waits for Ruth Adeyemi to confirm it")
    check(page)


def test_the_front_doors_meeting_sees_it_and_closes_its_minutes(
    page: Page, closed: ReferredChild, check: Check
) -> None:
    sign_in(page)
    page.goto(f"/challenge/begin/referral/{closed.pk}/")
    _raise(page, check)
    page.context.clear_cookies()
    sign_in(page, "mo")
    page.goto("/challenges/counts/")
    check(page)
    page.goto("/front-door/meetings/")
    check(page)
    press(page, page.get_by_role("button", name="Call it"))
    check(page)
    page.get_by_role("link", name=re.compile("Marnie Askew")).click()
    page.get_by_label("What was said?").fill("Both sides were heard.")
    page.get_by_role("button", name="Save what was said").click()
    press(page, page.get_by_role("button", name="Keep it for the next meeting"))
    check(page)
    page.get_by_role("link", name="Back to the meeting").click()
    page.get_by_text("Note who is here").click()
    page.get_by_label("Mo Front").check()
    page.get_by_role("button", name="Save who is here").click()
    page.get_by_role("button", name="Close the minutes").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Minutes")
    check(page)
