"""Asking for, holding and reading medicals on the pages: nothing typed is lost or shown to a stranger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from factories import a_baby, an_actor, open_to
from sightline.core.actors import Actor
from sightline.core.models import LedgerEntry
from sightline.medicals.models import Medical, Review
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db
SignIn = Callable[[Actor], Client]
ASK = {
    "to_agency": "hospital",
    "urgency": "today",
    "why": "A round bruise on the left cheek.",
    "questions": "Does the explanation fit?",
    "where_now": "At home",
    "who_may_consent": "Her mother",
    "call_back": "01632 960 200",
}
CONSENT = {"answer": "given", "who": "Tess Askew", "responsibility": "On the birth record"}
OPINION = {"outcome": "inconclusive", "words": "I cannot say how it came about."}


@pytest.fixture
def worker() -> Actor:
    return an_actor("social_care", name="Sam Worker")


@pytest.fixture
def examiner() -> Actor:
    return an_actor("hospital", "examiner", name="Dr Ines Okafor")


@pytest.fixture
def baby(worker: Actor, examiner: Actor) -> Baby:
    found = a_baby("Marnie", "Askew")
    open_to(worker, found)
    return found


def days(name: str, day: dt.date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def accept_on(day: dt.date) -> dict[str, str]:
    return {"place": "The ward", "at": "23:59", "police": "asked", "chaperone": "Jo"} | days("on", day)


def examine_on(day: dt.date, **said: str) -> dict[str, str]:
    whole = {
        "at": "10:00",
        "place": "The ward",
        "grade": "Consultant paediatrician",
        "police": "came",
        "skin_seen": "all",
        "findings": "One bruise, 9 mm.",
        "differential": "Clotting awaited.",
        "photographs_at": "Medical photography",
    }
    return whole | days("on", day) | said


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_medical_is_asked_held_and_read_on_the_pages(
    sign_in: SignIn, worker: Actor, examiner: Actor, baby: Baby, a_monday: dt.date
) -> None:
    asks, holds = sign_in(worker), sign_in(examiner)
    answer = asks.post(f"/babies/{baby.pk}/medical/", ASK)
    medical = Medical.unscoped.get()
    assert answer.status_code == 302
    page = f"/medicals/{medical.pk}/"
    assert "Accept or decline the child protection medical: today" in text_of(asks.get(page))
    assert "Marnie Askew" in text_of(holds.get("/medicals/"))
    assert "You are asked for this medical only" in text_of(holds.get(page))
    for act, said in (
        ("accept", accept_on(a_monday)),
        ("consent", CONSENT),
        ("examine", examine_on(a_monday)),
        ("opinion", OPINION),
        ("told", {"sector": "gp", "who": "Dr Moss", "how": "telephone"}),
        ("follow-up", {"what": "Second film", "who": "The ward"}),
    ):
        done = holds.post(f"{page}{act}/", said)
        assert done.status_code == 302, (act, text_of(done))
    told = text_of(asks.get(page))
    assert "Inconclusive is not a clearance" in told
    assert "I cannot say how it came about." in told
    assert "Police: <strong>not told yet</strong>" in told
    assert "Dr Moss, by telephone" in told
    assert "Second film: no day booked" in told
    assert holds.post(f"{page}final/", OPINION).status_code == 302
    assert "01632 960 200" not in text_of(holds.get(page))
    assert "01632 960 200" in text_of(asks.get(page))


def test_what_is_missing_is_said_and_what_was_typed_stays(sign_in: SignIn, worker: Actor, baby: Baby) -> None:
    answer = text_of(sign_in(worker).post(f"/babies/{baby.pk}/medical/", ASK | {"questions": ""}))
    assert "Say which questions the examiner should answer" in answer
    assert "A round bruise on the left cheek." in answer
    assert not Medical.unscoped.exists()


def test_pressed_twice_leads_to_the_same_medical(sign_in: SignIn, worker: Actor, baby: Baby) -> None:
    client = sign_in(worker)
    first = client.post(f"/babies/{baby.pk}/medical/", ASK)
    assert client.post(f"/babies/{baby.pk}/medical/", ASK)["Location"] == first["Location"]
    assert "already asked" in text_of(client.post(f"/babies/{baby.pk}/medical/", ASK | {"why": "Else."}))


def test_an_examination_without_consent_keeps_what_was_typed(
    sign_in: SignIn, worker: Actor, examiner: Actor, baby: Baby, a_monday: dt.date
) -> None:
    sign_in(worker).post(f"/babies/{baby.pk}/medical/", ASK)
    holds, page = sign_in(examiner), f"/medicals/{Medical.unscoped.get().pk}/"
    holds.post(f"{page}accept/", accept_on(a_monday))
    answer = text_of(holds.post(f"{page}examine/", examine_on(a_monday)))
    assert "No consent is recorded" in answer
    assert "One bruise, 9 mm." in answer


def test_two_who_decide_at_once_read_who_was_first(
    sign_in: SignIn, worker: Actor, examiner: Actor, baby: Baby, a_monday: dt.date
) -> None:
    sign_in(worker).post(f"/babies/{baby.pk}/medical/", ASK)
    page = f"/medicals/{Medical.unscoped.get().pk}/"
    first, second = sign_in(examiner), sign_in(an_actor("hospital", "examiner"))
    assert first.post(f"{page}accept/", accept_on(a_monday)).status_code == 302
    answer = text_of(second.post(f"{page}decline/", {"because": "No room."}))
    assert "already: accepted" in answer
    assert "No room." in answer


@pytest.mark.parametrize("role", ["practitioner", "safeguarding_lead"])
def test_a_stranger_cannot_tell_that_there_is_a_medical(
    sign_in: SignIn, worker: Actor, baby: Baby, role: str
) -> None:
    sign_in(worker).post(f"/babies/{baby.pk}/medical/", ASK)
    stranger = sign_in(an_actor("nursery", role))
    page = f"/medicals/{Medical.unscoped.get().pk}/"
    absent = "/medicals/01980000-0000-7000-8000-000000000000/"
    for end in ("", "accept/", "nothing/"):
        there, nowhere = stranger.get(page + end), stranger.get(absent + end)
        assert (there.status_code, nowhere.status_code) == (404, 404)
    assert stranger.get(f"/babies/{baby.pk}/medical/").status_code == 404
    assert "Marnie" not in text_of(stranger.get("/medicals/"))


def test_an_act_that_there_is_not_is_not_found(sign_in: SignIn, worker: Actor, baby: Baby) -> None:
    client = sign_in(worker)
    client.post(f"/babies/{baby.pk}/medical/", ASK)
    assert client.get(f"/medicals/{Medical.unscoped.get().pk}/erase/").status_code == 404


@pytest.mark.parametrize("role", ["partnership_officer", "analyst"])
def test_counts_are_open_to_roles_that_see_no_child_and_name_none(
    sign_in: SignIn, worker: Actor, baby: Baby, role: str
) -> None:
    sign_in(worker).post(f"/babies/{baby.pk}/medical/", ASK)
    client = sign_in(an_actor("social_care", role))
    told = text_of(client.get("/medicals/counts/"))
    assert "suppressed" in told
    assert "Marnie" not in told
    assert LedgerEntry.ledger.filter(event="medicals.counted").exists()
    assert client.get("/medicals/quality/").status_code == 403


@pytest.mark.parametrize("asked", ["?year=1066", "?year=x", "?agency=x", "?year=2026&agency="])
def test_a_wrong_question_to_the_counts_is_answered_with_this_year(sign_in: SignIn, asked: str) -> None:
    client = sign_in(an_actor("social_care", "analyst"))
    assert client.get(f"/medicals/counts/{asked}").status_code == 200


def test_a_month_is_drawn_and_read_again_by_a_second_examiner(
    sign_in: SignIn, worker: Actor, examiner: Actor, baby: Baby, a_monday: dt.date
) -> None:
    sign_in(worker).post(f"/babies/{baby.pk}/medical/", ASK)
    holds, medical = sign_in(examiner), Medical.unscoped.get()
    page = f"/medicals/{medical.pk}/"
    for act, said in (
        ("accept", accept_on(a_monday)),
        ("consent", CONSENT),
        ("examine", examine_on(a_monday)),
        ("opinion", OPINION),
        ("final", OPINION),
    ):
        assert holds.post(f"{page}{act}/", said).status_code == 302
    Medical.unscoped.update(finished_at=dt.datetime(2026, 10, 5, tzinfo=dt.UTC))
    assert holds.post("/medicals/quality/", {"month": "2026-10-01"}).status_code == 302
    assert "Another examiner reads it" in text_of(holds.get("/medicals/quality/"))
    sampled = f"/medicals/quality/{medical.sampled.pk}/"
    assert holds.get(sampled).status_code == 403
    second = sign_in(an_actor("hospital", "examiner"))
    assert "One bruise, 9 mm." in text_of(second.get(sampled))
    questions = ("documented", "differential", "answers", "shared", "agrees")
    said = dict.fromkeys(questions, "yes")
    assert "Write one line back" in text_of(second.post(sampled, said))
    assert second.post(sampled, said | {"line": "Clear."}).status_code == 302
    assert Review.unscoped.count() == 1
    assert "Clear." in text_of(holds.get(page))
