"""What people do in a real browser, wide and narrow, with each page on the way read by axe."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from entering import PASSWORD, sign_in
from playwright.sync_api import Browser, Page, expect

from sightline.agencies.models import Professional
from sightline.chronology.models import Entry
from sightline.people.models import Baby
from sightline.web.forms.record_kinds import RECORDS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


def test_she_signs_in_opens_a_baby_and_records_a_contact(page: Page, marnie: Baby, check: Check) -> None:
    page.goto("/account/login/")
    check(page)
    sign_in(page)
    check(page)
    page.locator("summary").first.click()
    page.get_by_role("link", name="Marnie Askew").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Marnie Askew")
    check(page)
    page.get_by_role("link", name="Record a contact").locator("visible=true").first.click()
    check(page)
    page.get_by_label("Home visit").check()
    page.get_by_label("Jodie Askew").check()
    page.get_by_label("Yes, awake").check()
    page.get_by_label("What is a day and a night like").fill("Wakes at two and at five.")
    page.get_by_role("button", name="Save the contact").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Saved")
    expect(page.locator("#copy")).to_have_value(re.compile("Wakes at two"))
    check(page)
    assert Entry.unscoped.filter(kind="contact").count() == 2


def test_a_bruise_is_recorded_after_whom_to_ring(page: Page, marnie: Baby, check: Check) -> None:
    sign_in(page)
    page.goto(f"/babies/{marnie.pk}/record/injury/")
    expect(page.get_by_role("heading", name="Saving this page tells nobody")).to_be_visible()
    page.get_by_role("button", name="Save the mark").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing is saved yet")
    check(page)
    page.get_by_role("link", name="Choose what you saw").click()
    expect(page.get_by_label("Bruise")).to_be_focused()
    page.get_by_label("Bruise").check()
    page.get_by_label("Where on the body?").fill("left cheek, 1 cm")
    page.get_by_role("button", name="Save the mark").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Saved")
    page.goto(f"/babies/{marnie.pk}/")
    expect(page.locator("#marks")).to_contain_text("Bruise on the left cheek, 1 cm")
    check(page)


def test_every_page_reads_well_and_keeps_its_width(page: Page, marnie: Baby, check: Check) -> None:
    sign_in(page)
    entry = Entry.unscoped.first()
    assert entry is not None
    own = [
        f"/babies/{marnie.pk}/{part}"
        for part in ("chronology/", "growth/", f"entries/{entry.pk}/", "who-has-looked/")
    ]
    forms = [f"/babies/{marnie.pk}/record/{kind}/" for kind in RECORDS]
    others = [
        "/babies/find/",
        "/who-has-looked/",
        "/same-person/",
        "/lessons/",
        "/lessons/non-mobile-injury/",
    ]
    about = ["/help/", "/families/", "/accessibility/", "/no-such-page/", "/role/"]
    for address in (*own, *forms, *others, *about):
        page.goto(address)
        check(page)


def test_the_main_journey_is_done_by_keyboard_alone(narrow: Page, marnie: Baby) -> None:
    sign_in(narrow)
    narrow.goto(f"/babies/{marnie.pk}/record/contact/")
    narrow.keyboard.press("Tab")
    expect(narrow.get_by_role("link", name="Skip to main content")).to_be_focused()
    narrow.keyboard.press("Enter")
    _tab_to(narrow, "how")
    narrow.keyboard.press("Space")
    _tab_to(narrow, "present")
    narrow.keyboard.press("Space")
    _tab_to(narrow, "seen")
    narrow.keyboard.press("Space")
    _tab_to(narrow, "life")
    narrow.keyboard.type("Smiled.")
    for _ in range(12):
        narrow.keyboard.press("Tab")
        if narrow.evaluate("document.activeElement.textContent").startswith("Save"):
            break
    narrow.keyboard.press("Enter")
    expect(narrow.get_by_role("heading", level=1)).to_have_text("Saved")


def _tab_to(page: Page, name: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"{name} cannot be reached with the Tab key.")


def test_everything_works_without_javascript(chromium: Browser, live_server: Any, marnie: Baby) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    sign_in(page)
    page.goto(f"/babies/{marnie.pk}/record/measurement/")
    page.get_by_label("Weight").fill("4.24")
    page.get_by_role("button", name="Save the measurement").click()
    assert "Saved" in page.content()
    context.close()


def test_a_page_left_alone_covers_itself_and_keeps_what_was_typed(
    narrow: Page, marnie: Baby, ruth: Professional
) -> None:
    narrow.clock.install()
    sign_in(narrow)
    narrow.goto(f"/babies/{marnie.pk}/record/measurement/")
    narrow.get_by_label("Weight").fill("4.24")
    narrow.clock.fast_forward("16:00")
    expect(narrow.get_by_role("dialog")).to_contain_text("Locked")
    narrow.get_by_label("Password").fill(PASSWORD)
    narrow.get_by_role("button", name="Go on").click()
    expect(narrow.get_by_role("dialog")).to_have_count(0)
    expect(narrow.get_by_label("Weight")).to_have_value("4.24")


def test_the_baby_fits_paper_without_header_or_buttons(narrow: Page, marnie: Baby) -> None:
    sign_in(narrow)
    narrow.goto(f"/babies/{marnie.pk}/")
    narrow.emulate_media(media="print")
    expect(narrow.locator("header.top")).to_be_hidden()
    expect(narrow.get_by_role("link", name="Record a contact").first).to_be_hidden()
    expect(narrow.get_by_role("heading", level=1)).to_be_visible()
