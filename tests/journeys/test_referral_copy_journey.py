"""A copy of a referral and the trend of how clear they were, in a real browser; wide and narrow."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from entering import sign_in, who_signs_in
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from factories import an_actor
from sightline.agencies.models import Professional
from sightline.concerns.deciding import rate_part
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.people.models import Baby

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Check = Callable[[Page], None]


@pytest.fixture
def referred(ruth: Professional, marnie: Baby) -> ReferredChild:
    """The latest of five referrals, each with the front door's line on one part."""
    door = an_actor("social_care", "front_door_worker", name="Dee Front")
    said = {"safe_now": "no", "where_now": "At her aunt’s", "call_back": "01632 960 200"}
    written = Written((WrittenChild(marnie.person),), is_urgent=True, worry="A round bruise.", **said)
    for _ in range(5):
        latest = send_referral(vars(ruth)["actor"], written)
        rate_part(door, latest, "tried", "partly", "What came of it?")
    return latest.children.get()


def taken(page: Page, name: str, folder: Path) -> Path:
    """The file that the link gives."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    kept = folder / download.value.suggested_filename
    download.value.save_as(kept)
    return kept


def test_a_referral_is_taken_along_as_a_pdf_and_for_word(
    page: Page, referred: ReferredChild, check: Check, tmp_path: Path
) -> None:
    sign_in(page)
    page.goto(f"/referrals/{referred.pk}/")
    check(page)
    pdf, word = taken(page, "PDF", tmp_path), taken(page, "Word", tmp_path)
    reference = referred.referral.reference
    assert (pdf.name, word.name) == (f"referral-{reference}.pdf", f"referral-{reference}.docx")
    assert "A round bruise." in " ".join(one.extract_text() for one in PdfReader(pdf).pages)
    assert "A round bruise." in [one.text for one in Document(str(word)).paragraphs]


def test_a_lead_sees_how_clear_their_agencys_referrals_were(
    page: Page, referred: ReferredChild, check: Check
) -> None:
    who_signs_in(an_actor("health_visiting", "safeguarding_lead", name="Lena Lead"), "lena")
    sign_in(page, "lena")
    page.goto("/referrals/how-clear/")
    expect(page.locator("main")).to_contain_text("0 clear, 5 partly clear, 0 missing (of 5 rated)")
    expect(page.locator("main")).not_to_contain_text("Marnie")
    check(page)
    if os.environ.get("SHOTS"):
        page.screenshot(path=f"/tmp/ty/trend-{page.viewport_size['width']}.png", full_page=True)
