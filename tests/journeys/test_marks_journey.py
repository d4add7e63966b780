"""A small bruise on a baby who cannot roll, in a browser, from the body map to the end, wide and narrow."""

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
def others(ruth: Professional) -> None:
    """A front-door worker and an examiner who can sign in."""
    for username, sector, role, name in (
        ("dee", "social_care", "front_door_worker", "Dee Front"),
        ("nia", "hospital", "examiner", "Nia Rees"),
    ):
        person = Professional.objects.get(pk=an_actor(sector, role, name=name).id)
        person.username = username
        person.set_password(PASSWORD)
        person.save()
        TOTP.activate(person, SECRET)


def test_a_bruise_on_a_baby_who_cannot_roll_comes_to_an_outcome(
    page: Page, marnie: Baby, others: None, check: Check
) -> None:
    sign_in(page)
    _see(page, marnie, check)
    watched = page.url
    _refer(page, check)
    page.goto(watched)
    expect(page.locator("main")).to_contain_text("Referred: a paediatrician is to be asked")
    check(page)
    page.get_by_role("link", name="Ask a paediatrician").click()
    page.get_by_label("Hospital").check()
    check(page)
    page.get_by_role("button", name="Ask them").click()
    _change(page, "nia")
    _examine(page, check)
    _change(page, "dee")
    _decide(page, watched, check)
    _change(page, "ruth")
    page.goto(watched)
    page.get_by_role("link", name="Say what the parents were told").click()
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("Who was told?").fill("Her mother")
    page.get_by_label("They have it").check()
    check(page)
    page.get_by_role("button", name="Save").click()
    _change(page, "dee")
    page.goto(watched)
    page.get_by_role("link", name="Tell the referrer").click()
    page.get_by_label("Whom did you tell").fill("Ruth Adeyemi, by telephone")
    page.get_by_role("button", name="Save, and tell them here too").click()
    press(page, page.get_by_role("link", name="Close it"))
    check(page)
    page.get_by_role("button", name="Close it").click()
    _change(page, "ruth")
    page.goto("/marks/")
    check(page)
    page.get_by_role("link", name="Marnie Askew").click()
    expect(page.locator("main")).to_contain_text("I cannot say how it came.")
    expect(page.locator("main")).to_contain_text("Closed")
    check(page)


def test_the_leaflet_can_be_read_by_anybody(page: Page, ruth: Professional, check: Check) -> None:
    page.goto("/leaflets/marks/")
    expect(page.get_by_role("heading", name="A mark on your baby, and what happens next")).to_be_visible()
    check(page)


def _change(page: Page, username: str) -> None:
    page.context.clear_cookies()
    sign_in(page, username)


def _see(page: Page, marnie: Baby, check: Check) -> None:
    page.goto(f"/babies/{marnie.pk}/marks/new/")
    check(page)
    page.get_by_role("radio", name="Left cheek").check()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="A mark on the left cheek")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what you see")
    check(page)
    page.get_by_label("Bruise").check()
    page.get_by_label("Size, at its longest").fill("8")
    page.get_by_label("All of it").check()
    page.get_by_label("What was said about it").fill("Maybe the cot.")
    page.get_by_role("group", name="Did you see the baby roll over?").get_by_label("No").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("Bruise on the left cheek, 8 mm")
    check(page)


def _refer(page: Page, check: Check) -> None:
    page.get_by_role("link", name="Refer now").click()
    expect(page.get_by_label("What the front door will read")).to_contain_text("Maybe the cot.")
    page.get_by_role("group", name="Is the baby safe now?").get_by_label("Not known to me").check()
    page.get_by_label("Where is the baby now").fill("At home with her mother")
    page.get_by_label("Your number").fill("01632 960 200")
    check(page)
    page.get_by_role("button", name="Go on to send it").click()
    page.get_by_role("button", name="Send the referral").click()
    expect(page.get_by_role("heading", name="The referral was sent")).to_be_visible()


def _examine(page: Page, check: Check) -> None:
    page.goto("/marks/")
    press(page, page.get_by_role("link", name="Marnie Askew"))
    check(page)
    page.get_by_role("link", name="Record the examiner’s opinion").click()
    page.get_by_label("Consultant paediatrician").check()
    page.get_by_label("What was found").fill("One bruise, 8 mm, on the left cheek.")
    page.get_by_label("Cannot say").check()
    page.get_by_label("The opinion in the examiner’s own words").fill("I cannot say how it came.")
    check(page)
    page.get_by_role("button", name="Save the opinion").click()
    expect(page.locator("main")).to_contain_text("not a clearance")


def _decide(page: Page, watched: str, check: Check) -> None:
    page.goto(watched)
    page.get_by_role("link", name="Record the discussion with the examiner").click()
    page.get_by_label("Which examiner took part?").fill("Nia Rees")
    page.get_by_label("Social care", exact=False).first.check()
    page.get_by_label("Hospital").check()
    page.get_by_label("Who was there").fill("Dee Front, Nia Rees")
    page.get_by_label("What is known of the family").fill("Nothing of the father.")
    page.get_by_label("What was said and agreed").fill("No account fits.")
    check(page)
    page.get_by_role("button", name="Save the discussion").click()
    page.get_by_role("link", name="Decide").click()
    page.get_by_label("Concern").check()
    page.get_by_label("Reasons").fill("No account fits.")
    page.get_by_label("What happens next").fill("A strategy discussion at three.")
    check(page)
    page.get_by_role("button", name="Decide").click()
    expect(page.locator("main")).to_contain_text("A strategy discussion at three.")
    check(page)
