"""Who has looked at a baby: who, in which role and agency, when, why, what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sightline
from factories import a_baby, an_actor, an_nhs_number, open_to
from sightline.access.actions import break_glass
from sightline.core import ledger
from sightline.web.pages.looks import EVENTS, said_of

pytestmark = pytest.mark.django_db
SAID_AS_WRITTEN = {
    "address.kept_confidential",
    "agency.ensured",
    "babies.closed",
    "batch.received",
    "candidates.looked",
    "county.teams_involved",
    "day.passed",
    "headers.stated",
    "partnership.made",
    "projection.rebuilt",
    "record.closed_to",
    "record.reopened_to",
    "staff.family_recorded",
    "upload.finished",
    "upload.looked",
    "upload.submitted",
    "uploads.looked",
}
"""Events of no one baby's page, or of parts of the system: their own words do."""


@pytest.fixture
def visitor():
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def marnie(visitor):
    baby = a_baby("Marnie", "Askew", nhs_number=an_nhs_number())
    open_to(visitor, baby)
    return baby


def row_with(said, words):
    """The cells of the one row that has the words."""
    [row] = [row for row in re.findall(r"<tr>.*?</tr>", said, re.S) if words in row]
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[dh].*?</t[dh]>", row, re.S)]


def test_the_page_says_who_in_which_role_and_agency_when_why_and_what(visitor, marnie, sign_in):
    doctor = an_actor("hospital", name="Dr Night")
    break_glass(doctor, nhs_number=marnie.person.nhs_number, reason="urgent_care")
    ledger.looked(doctor, "baby.growth_looked", [], [str(marnie.pk)], "Urgent care")
    said = sign_in(visitor).get(f"/babies/{marnie.pk}/who-has-looked/").content.decode()
    when, who, place, what, why = row_with(said, "Urgent care")
    assert re.match(r"\d+ \w+ \d{4}, \d\d:\d\d$", when)
    assert (who, place) == ("Dr Night", "Practitioner, Hospital")
    assert (what, why) == ("Opened the growth charts", "Urgent care")
    assert "Opened the record with a reason" in said


def test_one_who_looks_is_on_the_list_the_next_time(visitor, marnie, sign_in):
    client = sign_in(visitor)
    page = f"/babies/{marnie.pk}/who-has-looked/"
    assert "Nobody before you." in client.get(page).content.decode()
    assert "Looked at who has looked" in client.get(page).content.decode()


def test_a_refused_attempt_is_listed_for_a_safeguarding_lead_only(visitor, marnie, sign_in):
    sign_in(an_actor("gp", name="Sam Stranger")).get(f"/babies/{marnie.pk}/")
    page = f"/babies/{marnie.pk}/who-has-looked/"
    assert "Sam Stranger" not in sign_in(visitor).get(page).content.decode()
    lead = an_actor(role="safeguarding_lead")
    said = sign_in(lead).get(page).content.decode()
    assert row_with(said, "Sam Stranger")[3] == "Opened the page: refused"


def test_an_agency_whose_name_would_tell_something_is_not_named(visitor, marnie, sign_in):
    worker = an_actor("substance_service", name="Kit Helper")
    ledger.looked(worker, "baby.looked", [], [str(marnie.pk)])
    said = sign_in(visitor).get(f"/babies/{marnie.pk}/who-has-looked/").content.decode()
    assert "Kit Helper" not in said
    assert "Somebody in another agency" in said


def test_every_event_of_the_ledger_has_words_or_a_place_in_the_list():
    written = re.compile(
        r'(?:event=|@action\(\s*|EVENT = |ASKED: Final = |unfindable\(actor, )"([a-z_]+\.[a-z_]+)"'
    )
    root = Path(sightline.__file__).parent
    found = {event for path in root.rglob("*.py") for event in written.findall(path.read_text())}
    assert len(found) > 30
    assert found - set(EVENTS) - SAID_AS_WRITTEN == set()
    assert set(EVENTS) & SAID_AS_WRITTEN == set()
    assert said_of("upload.submitted") == "Upload: submitted"
