"""The baby's page before knocking: one screen wide, folded narrow, one sheet of paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from entering import sign_in
from playwright.sync_api import Browser, Page, expect

from sightline.agencies.models import Professional
from sightline.chronology.actions import record
from sightline.chronology.kinds import Injury, Statement
from sightline.core import clock
from sightline.people.models import Baby

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]
ONE_SCREEN: Final = 973
"""The height in pixels within which the drawn direction keeps what is read before knocking."""


@pytest.fixture
def asked(ruth: Professional, marnie: Baby) -> Baby:
    """A baby with a bruise and something said, so that questions wait."""
    actor = vars(ruth)["actor"]
    record(actor, marnie.person, Injury("bruise", site="left cheek"), happened_on=clock.today())
    record(actor, marnie.person, Statement("struggling", words="It is hard."), happened_on=clock.today())
    return marnie


@pytest.fixture
def wide(chromium: Browser, live_server: Any) -> Page:
    """A page at 1200 pixels."""
    context = chromium.new_context(viewport={"width": 1200, "height": ONE_SCREEN}, base_url=live_server.url)
    return context.new_page()


def bottom_of(page: Page, piece: str) -> float:
    found: float = page.locator(piece).evaluate("one => one.getBoundingClientRect().bottom + scrollY")
    return found


def test_what_is_read_before_knocking_fits_one_screen(wide: Page, asked: Baby, check: Check) -> None:
    sign_in(wide)
    wide.goto(f"/babies/{asked.pk}/")
    expect(wide.locator("#questions .question").first).to_be_visible()
    assert bottom_of(wide, ".before-knocking") <= ONE_SCREEN
    check(wide)


def test_on_a_wide_screen_nothing_is_folded_and_no_fold_is_a_tab_stop(wide: Page, asked: Baby) -> None:
    sign_in(wide)
    wide.goto(f"/babies/{asked.pk}/")
    expect(wide.locator("#network table")).to_be_visible()
    expect(wide.locator("#chronology .entries").first).to_be_visible()
    assert wide.locator(".fold-narrow > summary:visible").count() == 0


def test_on_a_telephone_the_rest_folds_and_opens_by_keyboard(narrow: Page, asked: Baby, check: Check) -> None:
    sign_in(narrow)
    narrow.goto(f"/babies/{asked.pk}/")
    expect(narrow.locator("#chronology form")).to_be_hidden()
    assert bottom_of(narrow, ".involved") <= 800
    narrow.locator("#chronology summary").first.focus()
    narrow.keyboard.press("Enter")
    expect(narrow.locator("#chronology form")).to_be_visible()
    check(narrow)


def test_it_prints_on_one_sheet(wide: Page, asked: Baby) -> None:
    sign_in(wide)
    wide.goto(f"/babies/{asked.pk}/")
    sheet = wide.pdf(format="A4", prefer_css_page_size=True)
    assert sheet.count(b"/Type /Page\n") == 1
    wide.emulate_media(media="print")
    expect(wide.locator(".evidence").first).to_be_visible()
    expect(wide.locator(".paper-only")).to_contain_text("It is as old as that hour")
    expect(wide.locator("#chronology")).to_be_hidden()
