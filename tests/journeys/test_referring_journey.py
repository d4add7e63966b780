"""A referral in a real browser, from the baby's page to the front door's decision, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from entering import PASSWORD, SECRET, press, sign_in
from playwright.sync_api import Page, expect

from factories import an_actor
from sightline.agencies.models import Professional
from sightline.people.models import Baby

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def dee(ruth: Professional) -> Professional:
    """A front-door worker who can sign in."""
    actor = an_actor("social_care", "front_door_worker", name="Dee Front")
    person = Professional.objects.get(pk=actor.id)
    person.username = "dee"
    person.set_password(PASSWORD)
    person.save()
    TOTP.activate(person, SECRET)
    return person


def test_a_worry_becomes_a_referral_and_the_referral_a_decision(
    page: Page, marnie: Baby, dee: Professional, check: Check
) -> None:
    sign_in(page)
    page.goto(f"/babies/{marnie.pk}/")
    press(page, page.get_by_role("button", name="Refer Marnie"))
    check(page)
    _write_the_steps(page, check)
    expect(page.get_by_role("heading", name="Check the referral, then send it")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Send the referral").click()
    expect(page.get_by_role("heading", name="The referral was sent")).to_be_visible()
    check(page)
    page.get_by_role("link", name="Watch what becomes of it").click()
    expect(page.locator("main")).to_contain_text("Received, not yet read")
    check(page)
    watched = page.url
    page.context.clear_cookies()
    _decide(page, check)
    page.context.clear_cookies()
    sign_in(page)
    page.goto(watched)
    expect(page.locator("main")).to_contain_text("A mark on a baby who does not roll.")
    check(page)


def _write_the_steps(page: Page, check: Check) -> None:
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("alert")).to_contain_text("Say what you are worried about")
    check(page)
    page.get_by_label("What have you seen or heard that worries you?").fill("A round bruise on her cheek.")
    page.get_by_role("group", name="Is the child safe now?").get_by_label("Not known to me").check()
    page.get_by_label("Where is the child now").fill("At home with her mother")
    page.get_by_label("Your number").fill("01632 960 200")
    page.get_by_label("Yes: I write the rest first").check()
    _go_on(page)
    check(page)
    page.get_by_label("What is a day like").fill("She sleeps in a sling.")
    page.get_by_role("group", name="Jodie Askew").get_by_label("Confirmed").check()
    _go_on(page)
    check(page)
    page.get_by_label("What do you think is needed?").fill("A medical today.")
    page.get_by_label("What has been tried?").fill("Asked the mother.")
    page.get_by_label("What is known of earlier worries?").fill("None that I know of.")
    page.get_by_label("What is happening now?").fill("The bruise.")
    _go_on(page)
    check(page)
    page.get_by_label("One thing that you do not know").fill("Who cared for her on Sunday")
    page.get_by_label("Told", exact=True).check()
    _go_on(page)


def _go_on(page: Page) -> None:
    page.get_by_role("button", name="Save and go on").click()


def _decide(page: Page, check: Check) -> None:
    sign_in(page, "dee")
    page.get_by_role("link", name="Concerns").click()
    press(page, page.get_by_role("link", name="Referrals", exact=True))
    check(page)
    press(page, page.get_by_role("link", name="Marnie Askew"))
    check(page)
    page.get_by_label("Strategy discussion").check()
    page.get_by_label("Reasons").fill("A mark on a baby who does not roll.")
    page.get_by_label("What happens next").fill("Discussion today at three, with the examiner.")
    page.get_by_role("button", name="Decide, and tell the referrer").click()
    expect(page.locator("main")).to_contain_text("What was decided, and why")
    check(page)
