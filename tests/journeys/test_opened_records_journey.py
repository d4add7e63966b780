"""Reviewing a record that was opened in an emergency, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from entering import PASSWORD, SECRET, sign_in
from playwright.sync_api import Page, expect

from factories import a_baby, an_actor, an_nhs_number
from sightline.access.actions import break_glass
from sightline.access.models import BreakGlass
from sightline.agencies.models import Professional

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def lee(transactional_db: None) -> Professional:
    """The hospital's safeguarding lead, who can sign in; a doctor there opened a record."""
    cache.clear()
    actor = an_actor("hospital", "safeguarding_lead", name="Lee Named")
    person = Professional.objects.get(pk=actor.id)
    person.username = "lee"
    person.set_password(PASSWORD)
    person.save()
    TOTP.activate(person, SECRET)
    number = an_nhs_number()
    a_baby("Marnie", "Askew", nhs_number=number)
    doctor = an_actor("hospital", name="Dr Night")
    break_glass(doctor, nhs_number=number, reason="urgent_care", words="Fitting in resus.")
    return person


def test_a_lead_reviews_an_opening_and_it_stays_listed(page: Page, lee: Professional, check: Check) -> None:
    sign_in(page, "lee")
    page.get_by_role("link", name="Opened records").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Opened records")
    check(page)
    page.get_by_role("link", name="Marnie Askew").click()
    expect(page.locator("main")).to_contain_text("Fitting in resus.")
    check(page)
    page.get_by_role("button", name="Save the review").click()
    expect(page.get_by_role("alert")).to_contain_text("The review is not saved yet")
    check(page)
    page.get_by_role("link", name="Write what the review found").click()
    page.keyboard.type("In front of her; nothing more was read.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Nothing waits for review.")
    expect(page.locator("main")).to_contain_text("nothing more was read")
    check(page)
    assert BreakGlass.unscoped.get().reviewed_by == lee
