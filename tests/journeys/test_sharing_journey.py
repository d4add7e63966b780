"""The front door asks three agencies in a real browser: a lead answers, a link answers, one is rung."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from entering import press, sign_in, who_signs_in
from playwright.sync_api import Page, expect

from factories import an_actor, an_agency
from sightline.agencies.models import Professional
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.people.models import Baby
from sightline.sharing import reaching
from sightline.sharing.models import Mailbox

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that were posted."""
    posted: list[str] = []
    monkeypatch.setattr(reaching, "post", lambda to, kind, values: posted.append(values["link"]))
    monkeypatch.setattr(settings, "EMAIL_IS_SET", True)
    return posted


@pytest.fixture
def referred(ruth: Professional, marnie: Baby) -> ReferredChild:
    """Marnie, referred by Ruth; Dee at the front door; Asha leads at the police; housing has a mailbox."""
    who_signs_in(an_actor("social_care", "front_door_worker", name="Dee Front"), "dee")
    who_signs_in(an_actor("police", "safeguarding_lead", name="Asha Rao"), "asha")
    Mailbox.unscoped.create(agency=an_agency("housing"), address="safe@housing.example", kept_by="test")
    an_agency("probation")
    written = Written(
        (WrittenChild(marnie.person),),
        worry="A round bruise.",
        safe_now="not_known",
        where_now="At home",
        call_back="01632 960 200",
        is_urgent=True,
    )
    return send_referral(vars(ruth)["actor"], written).children.get()


def test_agencies_are_asked_answer_and_the_silent_are_seen_as_silent(
    page: Page, referred: ReferredChild, links: list[str], check: Check
) -> None:
    _ask(page, referred, check)
    page.context.clear_cookies()
    _answer_as_the_lead(page, check)
    page.context.clear_cookies()
    _answer_by_link(page, links[0].removeprefix(settings.SITE_ADDRESS.rstrip("/")), check)
    sign_in(page, "dee")
    page.goto(f"/referrals/{referred.pk}/sharing/")
    expect(page.locator("main")).to_contain_text("3 asked, 2 answered with what they know, 1 not answered")
    check(page)
    _ring_the_silent(page, check)
    _close_without_them(page, referred, check)


def _ask(page: Page, referred: ReferredChild, check: Check) -> None:
    sign_in(page, "dee")
    page.goto(f"/referrals/{referred.pk}/")
    expect(page.locator("main")).to_contain_text("Nobody has been asked about this child.")
    check(page)
    press(page, page.get_by_role("link", name="Ask agencies"))
    check(page)
    for box in page.get_by_role("group", name="Whom do you ask?").get_by_role("checkbox").all():
        box.uncheck()
    page.get_by_role("button", name="Ask them now").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose at least one agency")
    check(page)
    for name in ("Police", "Housing", "Probation"):
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="Ask them now").click()
    expect(page.locator("main")).to_contain_text("3 asked")
    check(page)


def _answer_as_the_lead(page: Page, check: Check) -> None:
    sign_in(page, "asha")
    page.goto("/asked/")
    check(page)
    page.get_by_role("link", name="Marnie Askew").click()
    expect(page.locator("main")).to_contain_text("NHS number")
    check(page)
    page.get_by_label("Nil known").check()
    page.get_by_role("button", name="Answer the front door").click()
    expect(page.get_by_role("alert")).to_contain_text("Say which systems were looked in")
    check(page)
    page.get_by_label("Custody").check()
    page.get_by_label("Intelligence").check()
    page.get_by_role("button", name="Answer the front door").click()
    expect(page.locator("main")).to_contain_text("Looked in: Intelligence, Custody")
    check(page)
    page.goto("/sharing/")
    expect(page.locator("main")).to_contain_text("Consent is not the basis")
    check(page)


def _answer_by_link(page: Page, link: str, check: Check) -> None:
    page.goto(link)
    expect(page.locator("main")).not_to_contain_text("Marnie")
    check(page)
    page.get_by_role("button", name="Open the request").click()
    expect(page.get_by_role("heading", name="What do you hold about Marnie Askew?")).to_be_visible()
    check(page)
    page.get_by_label("We hold something, and share it").check()
    page.get_by_label("If you hold something: what do you share?").fill("Two notices about noise at night.")
    page.get_by_label("Your name").fill("Jo Reed")
    page.get_by_label("What you are").fill("Housing manager")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_role("heading", name="The answer was received")).to_be_visible()
    check(page)


def _ring_the_silent(page: Page, check: Check) -> None:
    page.get_by_role("link", name="Probation").click()
    expect(page.locator("main")).to_contain_text("nobody there signs in")
    check(page)
    page.get_by_role("button", name="Chase", exact=True).click()
    expect(page.locator("main")).to_contain_text("Chased")
    press(page, page.get_by_role("link", name="Enter an answer that they gave"))
    check(page)
    page.go_back()


def _close_without_them(page: Page, referred: ReferredChild, check: Check) -> None:
    page.goto(f"/referrals/{referred.pk}/")
    expect(page.locator("main")).to_contain_text("Not answered yet: Probation.")
    page.get_by_label("No further action", exact=True).check()
    page.get_by_label("Reasons").fill("Seen by a paediatrician, explained.")
    page.get_by_label("What happens next").fill("The health visitor visits on Monday.")
    page.get_by_role("button", name="Decide, and tell the referrer").click()
    expect(page.get_by_role("alert")).to_contain_text("Agencies that were asked have not answered")
    check(page)
    page.get_by_label("I decide without Probation").check()
    page.get_by_role("button", name="Decide, and tell the referrer").click()
    expect(page.locator("main")).to_contain_text("As it was when the decision was taken")
    check(page)
