"""A copy of a referral: what its page shows to this reader, not a word more; the ledger has its line."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from factories import a_baby, an_actor, an_adult, open_to
from sightline.agencies.models import Assignment
from sightline.concerns.deciding import rate_part
from sightline.concerns.models import Referral, ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenAdult, WrittenChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.models import LedgerEntry
from sightline.people.models import Baby
from sightline.sharing.models import Answer, InformationRequest

pytestmark = pytest.mark.django_db
HOSTILE = r'=SUM(A1) #import "x": * $x^2$ [b] *c* \d <e> {{ 7 * 7 }}'
ASK = {"speed": "usual", "what": "What do you hold?", "because": "A bruise.", "agencies": ["police"]}
DECIDED = {"decision": "strategy", "because": "She cannot roll.", "next_step": "Discussion at three."}
KINDS = ("pdf", "docx")


@pytest.fixture
def visitor() -> Actor:
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


@pytest.fixture
def lead() -> Actor:
    return an_actor("police", "safeguarding_lead", name="Asha Rao")


@pytest.fixture
def baby(visitor: Actor) -> Baby:
    found = a_baby("Marnie", "Askew")
    open_to(visitor, found)
    return found


@pytest.fixture
def referred(visitor: Actor, door: Actor, lead: Actor, baby: Baby) -> ReferredChild:
    return refer(visitor, baby)


def refer(visitor: Actor, baby: Baby, worry: str = "A round bruise on her left cheek.") -> ReferredChild:
    adults = (
        WrittenAdult("confirmed", an_adult("Lee", "Askew")),
        WrittenAdult("added", words="A lodger called Kit"),
    )
    child = WrittenChild(baby.person, "Sleeps in a sling.", "Does not roll", adults)
    written = Written(
        (child,),
        worry=worry,
        safe_now="no",
        where_now="At home with her mother",
        call_back="01632 960 200",
        needed="A medical today.",
        tried="Asked the mother.",
        achieved="Nothing yet.",
        history="None that I know of.",
        current=HOSTILE,
        not_known=(("Who cared for her on Sunday", "The surgery"),),
        parents_told="not_told",
        parents_told_because="He may leave with her.",
    )
    return send_referral(visitor, written).children.get()


def words_of(answer: Any) -> str:
    """The words of a copy or of a page, where lines and tags are no matter."""
    kind = answer["Content-Type"]
    if kind == "application/pdf":
        said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    elif "wordprocessingml" in kind:
        said = " ".join(one.text for one in Document(io.BytesIO(answer.content)).paragraphs)
    else:
        said = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", said)


def copy_of(client: Client, referred: ReferredChild, kind: str) -> str:
    answer = client.get(f"/referrals/{referred.pk}/copy.{kind}")
    assert answer.status_code == 200
    return words_of(answer)


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_says_all_that_was_written(
    sign_in: Any, visitor: Actor, referred: ReferredChild, kind: str
) -> None:
    said = copy_of(sign_in(visitor), referred, kind)
    sent = referred.referral
    for words in (
        f"Referral {sent.reference}", "Marnie Askew", "From: Ruth Adeyemi, Team One, Health Visiting",
        "Ring back: 01632 960 200", "To: Social Care", "A round bruise on her left cheek.",
        "No. Where: At home with her mother", "Sleeps in a sling.", "Does not roll", "Lee Askew: confirmed",
        "A lodger called Kit: added by the referrer", "A medical today.", "Asked the mother.", "Nothing yet.",
        "None that I know of.", HOSTILE, "Who cared for her on Sunday: The surgery could find out",
        "Not told, because it would add risk: He may leave with her.", "None in Sightline.",
    ):  # fmt: skip
        assert words in said, words


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_says_by_whom_and_when_it_was_printed_and_how_old_it_is(
    sign_in: Any, door: Actor, referred: ReferredChild, kind: str
) -> None:
    client, hour = sign_in(door), clock.now().replace(second=0)
    with clock.at(hour):
        said = copy_of(client, referred, kind)
    at = hour.astimezone(clock.LONDON)
    printed = f"Printed {at.day} {at:%B %Y, %H:%M} by Dee Front, front-door worker, Social Care."
    assert f"{printed} This copy is as old as that hour" in said


@pytest.mark.parametrize("kind", KINDS)
def test_what_became_of_it_is_in_the_copy_of_both_sides(
    sign_in: Any, visitor: Actor, door: Actor, referred: ReferredChild, kind: str
) -> None:
    theirs = sign_in(door)
    theirs.post(f"/referrals/{referred.pk}/", DECIDED)
    rate_part(door, referred.referral, "unknown", "partly", "Who could find out?")
    rate_part(door, referred.referral, "unknown", "clear", "You named who knows.")
    for client in (theirs, sign_in(visitor)):
        said = copy_of(client, referred, kind)
        for words in (
            "Strategy discussion, ", "She cannot roll.", "Discussion at three.",
            "“You named who knows.” (Dee Front, ",
            "Said before: What is not known, and who could find out: partly: I had to ask. “Who could",
            "The referrer was told in Sightline", ": done ",
        ):  # fmt: skip
            assert words in said, words


@pytest.mark.parametrize("kind", KINDS)
def test_who_was_asked_is_in_the_front_doors_copy_alone(
    sign_in: Any, visitor: Actor, door: Actor, lead: Actor, referred: ReferredChild, kind: str
) -> None:
    theirs, hers = sign_in(door), sign_in(visitor)
    theirs.post(f"/referrals/{referred.pk}/ask/", ASK)
    one = InformationRequest.unscoped.get()
    theirs.post(f"/referrals/{referred.pk}/", DECIDED)
    sign_in(lead).post(f"/asked/{one.pk}/", {"kind": "given", "words": "Two calls in May."})
    door_reads, visitor_reads = copy_of(theirs, referred, kind), copy_of(hers, referred, kind)
    assert "Police: information given" in door_reads
    assert "As it was when the decision was taken" in door_reads
    for words in ("Who was asked", "Police", "information given", "Two calls"):
        assert words not in visitor_reads
    passing = {"detriment": "None greater.", "because": "She visits tomorrow."}
    assert theirs.post(f"/answers/{Answer.unscoped.get().pk}/pass-on/", passing).status_code == 302
    after = copy_of(hers, referred, kind)
    assert "What other agencies answered, shared with you" in after
    assert "Two calls in May." in after
    assert "Who was asked" not in after


@pytest.mark.parametrize("kind", KINDS)
def test_an_earlier_referral_is_said_as_the_page_says_it(
    sign_in: Any, visitor: Actor, door: Actor, baby: Baby, referred: ReferredChild, kind: str
) -> None:
    other = an_actor("nursery", name="Nia Nursery")
    open_to(other, baby)
    closing = DECIDED | {"decision": "no_further_action", "because": "Explained by the birth."}
    theirs = sign_in(door)
    assert theirs.post(f"/referrals/{referred.pk}/", closing).status_code == 302
    second = refer(other, baby, "Another bruise.")
    assert "“Explained by the birth.”" in copy_of(theirs, second, kind)
    nursery = copy_of(sign_in(other), second, kind)
    assert "Explained by the birth." not in nursery
    assert "None in Sightline." in nursery


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_and_another_agency_find_neither_copy(
    sign_in: Any, baby: Baby, referred: ReferredChild, kind: str
) -> None:
    surgery = an_actor("gp")
    open_to(surgery, baby)
    absent = "00000000-0000-7000-8000-000000000000"
    for reader in (an_actor("police"), surgery, an_actor("social_care", "analyst")):
        client = sign_in(reader)
        there = client.get(f"/referrals/{referred.pk}/copy.{kind}")
        none = client.get(f"/referrals/{absent}/copy.{kind}")
        assert (there.status_code, none.status_code) == (404, 404)
        assert words_of(there) == words_of(none)
        assert "Marnie" not in words_of(there)
    assert not LedgerEntry.ledger.filter(event="referral.exported").exists()
    assert LedgerEntry.ledger.filter(outcome="refused").count() == 6


@pytest.mark.parametrize("kind", KINDS)
def test_a_restricted_referral_has_no_copy_for_a_colleague_and_says_that_it_is_restricted(
    sign_in: Any, visitor: Actor, door: Actor, referred: ReferredChild, kind: str
) -> None:
    Referral.unscoped.update(is_restricted=True)
    colleague = an_actor("health_visiting", name="Cleo Colleague")
    assert sign_in(colleague).get(f"/referrals/{referred.pk}/copy.{kind}").status_code == 404
    for reader in (visitor, door):
        said = copy_of(sign_in(reader), referred, kind)
        assert "Restricted: for the front door, safeguarding leads and its writer" in said


def test_somebody_whose_role_has_ended_takes_no_copy(
    sign_in: Any, door: Actor, referred: ReferredChild
) -> None:
    client = sign_in(door)
    yesterday = clock.today() - dt.timedelta(days=1)
    Assignment.unscoped.filter(professional_id=door.id).update(to_on=yesterday)
    answer = client.get(f"/referrals/{referred.pk}/copy.pdf")
    assert answer.status_code == 302
    assert not answer.content
    assert not LedgerEntry.ledger.filter(event="referral.exported").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_taking_a_copy_is_in_the_ledger_and_no_browser_keeps_it(
    sign_in: Any, door: Actor, baby: Baby, referred: ReferredChild, kind: str
) -> None:
    answer = sign_in(door).get(f"/referrals/{referred.pk}/copy.{kind}")
    traced = LedgerEntry.ledger.get(event="referral.exported")
    assert (traced.actor_id, traced.outcome) == (door.id, "allowed")
    assert traced.records == [f"referral:{referred.referral_id}"]
    assert [one.child_id for one in traced.children.all()] == [baby.pk]
    name = f"referral-{referred.referral.reference}.{kind}"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_who_has_looked_says_that_a_copy_was_taken(
    sign_in: Any, visitor: Actor, door: Actor, baby: Baby, referred: ReferredChild
) -> None:
    sign_in(door).get(f"/referrals/{referred.pk}/copy.docx")
    page = sign_in(visitor).get(f"/babies/{baby.pk}/who-has-looked/").content.decode()
    assert "Took a copy of a referral" in page


def test_the_page_leads_to_both_copies_and_nothing_is_posted_to_them(
    sign_in: Any, door: Actor, referred: ReferredChild
) -> None:
    client = sign_in(door)
    page = client.get(f"/referrals/{referred.pk}/").content.decode()
    for kind in KINDS:
        assert f'href="/referrals/{referred.pk}/copy.{kind}"' in page
        assert client.post(f"/referrals/{referred.pk}/copy.{kind}").status_code == 405
