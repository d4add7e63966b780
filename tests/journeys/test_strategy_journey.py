"""A nursery asks for a strategy discussion, is refused with reasons and challenges it; one that is held."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from entering import press, sign_in, who_signs_in
from playwright.sync_api import Page, expect

from factories import an_actor, an_agency, open_to
from sightline.people.models import Baby

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def marnie_at_nursery(marnie: Baby) -> Baby:
    """Marnie, whom a nursery knows; a front-door manager and the police are there too."""
    nell = who_signs_in(an_actor("nursery", name="Nell Nursery"), "nell")
    open_to(nell, marnie)
    who_signs_in(an_actor("social_care", "front_door_manager", name="Mo Front"), "mo")
    an_agency("police")
    return marnie


def ask(page: Page, baby: Baby, check: Check) -> str:
    """Three answers; the address of the request."""
    page.goto(f"/babies/{baby.pk}/")
    press(page, page.get_by_role("link", name="Ask for a strategy discussion"))
    check(page)
    page.get_by_role("button", name="Ask for it").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why you ask")
    page.get_by_label("Why do you ask").fill("Two bruises in a week, on a baby who does not roll.")
    page.get_by_role("group", name="Is the child safe now?").get_by_label("Not known to me").check()
    page.get_by_label("Your number").fill("01632 960 300")
    page.get_by_role("button", name="Ask for it").click()
    expect(page.locator("main")).to_contain_text("Asked for, not answered")
    check(page)
    return page.url


def as_another(page: Page, username: str, address: str) -> None:
    """Somebody else opens the address."""
    page.context.clear_cookies()
    sign_in(page, username)
    page.goto(address)


def test_a_nursery_asks_is_refused_with_reasons_and_challenges_it(
    page: Page, marnie_at_nursery: Baby, check: Check
) -> None:
    sign_in(page, "nell")
    address = ask(page, marnie_at_nursery, check)
    as_another(page, "mo", "/strategy/")
    check(page)
    page.get_by_role("link", name=re.compile("Marnie")).first.click()
    press(page, page.get_by_role("link", name="Refuse, with reasons"))
    check(page)
    page.get_by_label("Why is it refused?").fill("The health visitor saw her today.")
    page.get_by_label("What will happen instead").fill("A joint visit on Tuesday.")
    page.get_by_role("button", name=re.compile("^Refuse")).click()
    expect(page.locator("main")).to_contain_text("A joint visit on Tuesday.")
    as_another(page, "nell", address)
    expect(page.locator("main")).to_contain_text("You may challenge this.")
    check(page)
    press(page, page.get_by_role("link", name="Challenge it"))
    check(page)
    page.get_by_label("What do you disagree with?").fill("The refusal.")
    page.get_by_label("Why?").fill("Nobody has examined her.")
    page.get_by_label("What do you ask for?").fill("A discussion today.")
    page.get_by_role("group", name="Is the child safe now?").get_by_label("Yes").check()
    page.get_by_role("button", name=re.compile("hallenge")).last.click()
    page.wait_for_url(re.compile(r"/challenges/[0-9a-f-]{36}/"))
    check(page)


def test_one_that_is_agreed_is_held_and_social_care_decides(
    page: Page, marnie_at_nursery: Baby, check: Check
) -> None:
    sign_in(page, "nell")
    address = ask(page, marnie_at_nursery, check)
    as_another(page, "mo", address)
    page.get_by_role("link", name="Agree, and say when").click()
    for box, value in (("Day", "1"), ("Month", "12"), ("Year", "2099")):
        page.get_by_label(box, exact=True).fill(value)
    page.get_by_label("At what time?").fill("14:30")
    page.get_by_label("Where, or how?").fill("By video")
    page.get_by_role("button", name=re.compile("^Agree")).click()
    page.get_by_role("link", name=re.compile("^The discussion of")).click()
    expect(page.locator("main")).to_contain_text(
        "Still needed: a social worker, a health practitioner and the police."
    )
    check(page)
    press(page, page.get_by_role("link", name="Ask somebody to take part"))
    check(page)
    page.get_by_label("Who?").fill("PC Ade Stone")
    page.get_by_label("As what?").select_option(label="Police")
    page.get_by_label("Of which agency?").select_option(label="Police")
    page.get_by_role("button", name="Ask them").click()
    expect(page.locator("main")).to_contain_text("Still needed: a social worker and a health practitioner.")
    press(page, page.get_by_role("link", name="Record that it was held"))
    check(page)
    for group in ("Nell Nursery", "PC Ade Stone"):
        page.get_by_role("group", name=re.compile(group)).get_by_label("Present").check()
    page.get_by_label("At what time?").fill("00:00")
    page.get_by_label("What was decided?").fill("A medical today.")
    page.get_by_role("button", name=re.compile("^Save who came")).click()
    expect(page.get_by_role("alert")).to_contain_text("does not count as held without a social worker")
    page.get_by_text("Somebody needed was missing").click()
    page.get_by_label("why did it go on?").fill("The duty worker was at another child.")
    page.get_by_label("Who approved that, by name?").fill("Mo Front")
    page.get_by_role("button", name=re.compile("^Save who came")).click()
    expect(page.locator("main")).to_contain_text("It went on without")
    check(page)
    page.get_by_role("link", name="Decide on a section 47 enquiry").click()
    page.get_by_label("Start a section 47 enquiry").check()
    page.get_by_label("Why?").fill("Harm is likely.")
    page.get_by_role("button", name="Save the decision").click()
    expect(page.locator("main")).to_contain_text("Hold the initial child protection conference")
    check(page)


def test_the_page_for_every_wall_fits_a_small_screen(
    narrow: Page, marnie_at_nursery: Baby, check: Check
) -> None:
    sign_in(narrow, "nell")
    narrow.goto("/strategy/you-may-ask/")
    expect(narrow.get_by_role("heading", level=1)).to_have_text("You may ask for a strategy discussion")
    check(narrow)
    ask(narrow, marnie_at_nursery, check)
