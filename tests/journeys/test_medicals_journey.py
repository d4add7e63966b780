"""A medical in a real browser: a social worker asks, an examiner accepts, examines and opines; both read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from entering import press, sign_in, who_signs_in
from playwright.sync_api import Page, expect

from factories import an_actor, open_to
from sightline.core import clock
from sightline.medicals.models import Medical
from sightline.people.models import Baby

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


def test_a_medical_is_asked_for_held_and_read(page: Page, marnie: Baby, check: Check) -> None:
    open_to(who_signs_in(an_actor("social_care", name="Sam Worker"), "sam"), marnie)
    who_signs_in(an_actor("hospital", "examiner", name="Dr Ines Okafor"), "ines")
    _ask(page, marnie, check)
    page.context.clear_cookies()
    _hold(page, check)
    page.context.clear_cookies()
    sign_in(page, "sam")
    page.goto(f"/medicals/{Medical.unscoped.get().pk}/")
    expect(page.locator("main")).to_contain_text("Inconclusive is not a clearance")
    expect(page.locator("main")).to_contain_text("Police: not told yet")
    check(page)


def _ask(page: Page, marnie: Baby, check: Check) -> None:
    sign_in(page, "sam")
    page.goto(f"/babies/{marnie.pk}/medical/")
    check(page)
    page.get_by_role("button", name="Ask for the medical").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why you ask for a medical")
    check(page)
    page.get_by_label("Today: the baby is unsafe").check()
    page.get_by_label("Why do you ask for a medical?").fill("A round bruise on the left cheek.")
    page.get_by_label("Which questions should the examiner answer?").fill("Does the explanation fit?")
    page.get_by_label("Where is the baby now").fill("At home")
    page.get_by_label("Who may consent").fill("Her mother")
    page.get_by_label("On which number").fill("01632 960 300")
    page.get_by_role("button", name="Ask for the medical").click()
    expect(page.locator("main")).to_contain_text("Asked for, not answered")
    check(page)


def _hold(page: Page, check: Check) -> None:
    sign_in(page, "ines")
    page.goto("/medicals/")
    check(page)
    press(page, page.get_by_role("link", name="Marnie Askew"))
    check(page)
    press(page, page.get_by_role("link", name="Accept it: where and when"))
    check(page)
    page.get_by_label("Where is it held?").fill("The ward")
    _now(page)
    page.get_by_label("The police are asked").check()
    page.get_by_label("At what time?").fill("23:59")
    page.get_by_role("button", name="Accept, and tell").click()
    expect(page.locator("main")).to_contain_text("Accepted, not examined yet")
    press(page, page.get_by_role("link", name="Record what was said about consent"))
    check(page)
    page.get_by_label("Given", exact=True).check()
    page.get_by_label("Who said so?").fill("Tess Askew")
    page.get_by_label("If given: how is it known").fill("On the birth record")
    page.get_by_role("button", name="Save what was said").click()
    press(page, page.get_by_role("link", name="Record the examination"))
    check(page)
    _examine(page)
    press(page, page.get_by_role("link", name="Give the preliminary opinion"))
    check(page)
    page.get_by_label("Inconclusive", exact=True).check()
    page.get_by_label("The opinion, in your own words").fill("I cannot say how it came about.")
    page.get_by_role("button", name="Give the preliminary opinion").click()
    expect(page.locator("main")).to_contain_text("Preliminary opinion given: inconclusive")
    check(page)
    page.goto("/medicals/quality/")
    check(page)
    page.goto("/medicals/counts/")
    expect(page.locator("main")).to_contain_text("suppressed")
    check(page)


def _examine(page: Page) -> None:
    _now(page)
    page.get_by_label("At what time?").fill("00:00")
    page.get_by_label("Your grade").fill("Consultant paediatrician")
    page.get_by_label("They came").check()
    page.get_by_label("All of it").check()
    page.get_by_label("Findings").fill("One round bruise, 9 mm.")
    page.get_by_label("Which other causes were weighed").fill("Clotting awaited.")
    page.get_by_role("button", name="Save the examination").click()
    expect(page.locator("main")).to_contain_text("Examined, no opinion yet")


def _now(page: Page) -> None:
    today = clock.today()
    for part, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        page.get_by_label(part, exact=True).fill(str(value))
