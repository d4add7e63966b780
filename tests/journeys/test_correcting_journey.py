"""Putting an entry right in a real browser: wide and narrow, read by axe, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from entering import sign_in
from playwright.sync_api import Page, expect

from sightline.agencies.models import Professional
from sightline.chronology.actions import record
from sightline.chronology.kinds import Measurement
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.people.models import Baby

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def weighed(ruth: Professional, marnie: Baby) -> Entry:
    """A weight that was read wrongly."""
    nine = Measurement(weight_kg=Decimal("9.3"))
    return record(vars(ruth)["actor"], marnie.person, nine, happened_on=clock.today())


def test_she_puts_a_weight_right_and_reads_what_it_said_before(
    page: Page, marnie: Baby, weighed: Entry, check: Check
) -> None:
    sign_in(page)
    page.goto(f"/babies/{marnie.pk}/entries/{weighed.pk}/")
    check(page)
    page.get_by_role("link", name="Put it right").click()
    expect(page.get_by_label("Weight", exact=True)).to_have_value("9.3")
    check(page)
    page.get_by_label("Weight", exact=True).fill("4.22")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.get_by_role("alert")).to_contain_text("The entry stands as it was")
    expect(page.get_by_label("Weight", exact=True)).to_have_value("4.22")
    check(page)
    page.get_by_label("What was wrong").fill("The scales were read in pounds.")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.get_by_role("heading", name="Earlier versions")).to_be_visible()
    expect(page.locator("main")).to_contain_text("4.22")
    expect(page.locator("main")).to_contain_text("9.3")
    check(page)


def test_a_weight_is_put_right_by_keyboard_alone(narrow: Page, marnie: Baby, weighed: Entry) -> None:
    sign_in(narrow)
    narrow.goto(f"/babies/{marnie.pk}/entries/{weighed.pk}/correct/")
    _tab_to(narrow, "weight_kg")
    narrow.keyboard.press("Control+A")
    narrow.keyboard.type("4.22")
    _tab_to(narrow, "wrong")
    narrow.keyboard.type("Read wrongly.")
    narrow.keyboard.press("Tab")
    narrow.keyboard.press("Enter")
    expect(narrow.get_by_role("heading", name="Earlier versions")).to_be_visible()
    assert Entry.unscoped.filter(replaces=weighed).exists()


def _tab_to(page: Page, name: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"{name} cannot be reached with the Tab key.")
