"""Every address of the site: as nobody, as a stranger, as each role; and what each leaves in the ledger."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from typing import Any, Final

import asked_for_information
import challenged
import due_tonight
import letters_kept
import marked
import medicals_held
import pytest
import strategy_held
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.http import HttpResponse
from django.test import Client
from every_address import (
    ANYBODY,
    OF_NO_CHILD,
    RECORDS_OF,
    SIGNED_IN,
    URGENT,
    Address,
    World,
    a_world,
    addresses,
    browser_of,
)

from factories import a_partnership, a_team, an_actor, an_agency
from sightline.access.policy import policy
from sightline.agencies.roles import ROLES, SEES_NO_CHILD
from sightline.core import ledger
from sightline.core.actors import Actor
from sightline.core.models import LedgerEntry

pytestmark = pytest.mark.django_db

EVERY: Final = addresses()
ALL_OURS: Final = [one for one in EVERY if not one.is_of_the_account]
OURS: Final = [one for one in ALL_OURS if set(one.parts) <= RECORDS_OF | OF_NO_CHILD]
"""Those that are walked; one that this world cannot fill in fails the first test below."""
OF_RECORDS: Final = [one for one in OURS if one.is_of_a_record]
OF_CHILDREN: Final = [one for one in OURS if "child_id" in one.parts]
TOKEN: Final = re.compile(r'(data-token|value)="[A-Za-z0-9]{64}"')

CHANGES_NO_RECORD: Final = {
    "choose_role": "the session's role",
    "locked": "the session's lock",
    "still_here": "the session's lock",
    "find": "nothing: it looks, and the search is in the ledger as one",
    "information_link": asked_for_information.BY_LINK,
}
"""Addresses that take a form and change no record, and what they change."""

POSTED: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "record": ({"how": "home", "present": ["nobody"], "seen": "awake", "draft": "d"}, "entry.recorded"),
    "entry": ({"because": "Another baby."}, "entry.withdrawn"),
    "correct": (
        {
            "weight_kg": "4.3",
            "on-day": "1",
            "on-month": "1",
            "on-year": "2026",
            "precision": "exact",
            "sensitivity": "shared",
            "wrong": "Read wrongly.",
        },
        "entry.corrected",
    ),
    "answer": ({"answer": "acted_on", "words": "Rang."}, "prompt.answered"),
    "candidate": ({"same": "not_same", "because": "Two mothers."}, "candidate.decided"),
    "opened_record": ({"finding": "In order.", "access": "stays"}, "glass.reviewed"),
    "refer": ({}, "referral_draft.begun"),
    "refer_step": (URGENT | {"speed": "urgent"}, "referral_draft.kept"),
    "refer_check": ({}, "referral_draft.sent"),
    "refer_discard": ({}, "referral_draft.discarded"),
    "referral": (
        {"decision": "advice", "because": "Within a visitor’s work.", "next_step": "Ring on Monday."},
        "referral.decided",
    ),
    "referral_complete": (
        {
            "needed": "A medical.",
            "tried": "Asked.",
            "history": "None.",
            "current": "The bruise.",
            "what-1": "Who cared for her",
            "parents_told": "told",
        },
        "referral.completed",
    ),
    "referral_read": ({}, "referral.read"),
    "referral_rate": ({"part": "tried", "rating": "clear"}, "referral.rated"),
    "referral_take_back": ({"because": "The wrong baby."}, "referral.withdrawn"),
    "notice_read": ({}, "notice.read"),
    "take_out": ({"listing": "referrals-waiting", "because": "The weekly meeting."}, "export.asked"),
    "take_out_table": ({}, "export.taken"),
    "bring_in": ({"how": "try"}, "upload.submitted"),
    "open_record": ({"open-reason": "receiving", "open-words": "Moved in."}, "glass.broken"),
    **asked_for_information.POSTED,
    **due_tonight.POSTED,
    **challenged.POSTED,
    **marked.POSTED,
    **medicals_held.POSTED,
    **strategy_held.POSTED,
    **letters_kept.POSTED,
}
"""A form that each changing address takes, and the event that it leaves in the ledger."""
GIVES_A_FILE: Final = {"take_out_table"}


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def world() -> World:
    """One baby with something at every address."""
    return a_world()


def named(one: Address) -> str:
    """For the name of a test."""
    return one.name


def asked(client: Client, path: str, said: dict[str, Any] | None = None) -> HttpResponse:
    """The answer to a request: what can only be posted is posted."""
    answer = client.get(path) if said is None else client.post(path, said)
    return client.post(path, {}) if said is None and answer.status_code == 405 else answer


def body(answer: HttpResponse) -> str:
    """The page without the token that is new in each."""
    return TOKEN.sub("", answer.content.decode())


def a_stranger(role: str) -> Actor:
    """Somebody of a surgery that has never heard of the baby.

    It is in another area for the roles to whom the policy opens every baby of theirs on whom a concern is.
    """
    elsewhere = policy().doors["concern_open"].roles | policy().doors["concern_lately"].roles
    area = a_partnership("farshire") if role in elsewhere else a_partnership()
    return an_actor("gp", role, team=a_team(an_agency("gp", f"{area.code}-surgery", area)))


def test_every_address_has_its_place() -> None:
    strangers = {part for one in ALL_OURS for part in one.parts} - RECORDS_OF - OF_NO_CHILD
    assert not strangers, f"Say in every_address.py what these parts of an address name: {strangers}"
    left = {one.name for one in OURS if not one.is_of_a_record} - set(ANYBODY) - SIGNED_IN
    assert not left, f"Say in every_address.py who may ask for these: {left}"
    gone = (set(ANYBODY) | SIGNED_IN) - {one.name for one in OURS}
    assert not gone, f"These are listed and are no addresses any more: {gone}"
    assert len(OF_RECORDS) >= 12


def test_nobody_signed_in_is_led_to_sign_in(world: World) -> None:
    nobody = Client(raise_request_exception=False)
    for one in OURS:
        path = one.filled(world)
        for answer in (nobody.get(path), nobody.post(path, {})):
            if one.name in ANYBODY:
                assert answer.status_code in (200, 204, 405), one.name
                assert "Marnie" not in answer.content.decode(), one.name
            elif answer.status_code != 405:
                assert answer.status_code == 302, one.name
                assert answer["Location"].startswith("/account/login/"), one.name


@pytest.mark.parametrize("one", [one for one in EVERY if one.is_of_the_account], ids=named)
def test_signing_in_and_out_never_breaks(one: Address) -> None:
    path = one.filled(World(None, None, {}, {"key": "x", "uidb36": "1"}))  # type: ignore[arg-type]  # no baby here
    nobody = Client(raise_request_exception=False)
    assert nobody.get(path).status_code < 500
    assert nobody.post(path, {}).status_code < 500


@pytest.mark.parametrize("role", ROLES)
def test_to_a_stranger_a_record_is_as_one_that_does_not_exist(role: str, world: World) -> None:
    stranger = a_stranger(role)
    client = browser_of(stranger)
    traced = LedgerEntry.ledger.filter(actor_id=stranger.id)
    for number, one in enumerate(OF_RECORDS, start=1):
        there = asked(client, one.filled(world))
        absent = asked(client, one.filled(world, **{part: uuid.uuid4() for part in RECORDS_OF}))
        assert (there.status_code, absent.status_code) == (404, 404), one.name
        assert body(there) == body(absent), one.name
        assert traced.filter(outcome="refused").count() == 2 * number, one.name
    assert not traced.filter(outcome="allowed").exists()


def test_what_a_stranger_posts_changes_nothing_and_is_in_the_ledger(world: World) -> None:
    stranger = an_actor("gp")
    client = browser_of(stranger)
    before = LedgerEntry.ledger.filter(outcome="allowed").count()
    for number, one in enumerate((one for one in OF_RECORDS if one.name in POSTED), start=1):
        assert client.post(one.filled(world), POSTED[one.name][0]).status_code == 404, one.name
        refused = LedgerEntry.ledger.filter(actor_id=stranger.id, outcome="refused")
        assert refused.count() == number, one.name
    assert LedgerEntry.ledger.filter(outcome="allowed").count() == before


@pytest.mark.parametrize("role", ROLES)
def test_no_address_breaks_or_names_the_baby_to_a_stranger_of_any_role(role: str, world: World) -> None:
    client = browser_of(a_stranger(role))
    for one in OURS:
        if one.name in ("account_logout", "still_here"):
            continue
        answer = asked(client, one.filled(world))
        assert answer.status_code < 500, one.name
        assert "Marnie" not in answer.content.decode(), one.name


def test_reading_a_childs_page_is_in_the_ledger(world: World) -> None:
    looks = LedgerEntry.ledger.filter(
        outcome="allowed", event__regex="(looked|exported)$", children__isnull=False
    ).distinct()
    for one in OF_RECORDS:
        reader = world.who_may(one)
        before = looks.filter(actor_id=reader.id).count()
        answer = browser_of(reader).get(one.filled(world))
        if answer.status_code == 405:
            continue
        assert answer.status_code == 200, one.name
        assert not answer.streaming, one.name
        assert looks.filter(actor_id=reader.id).count() == before + 1, one.name


@pytest.mark.django_db(transaction=True)
def test_a_read_is_committed_before_the_answer_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    world, looked = a_world(), ledger.looked
    traced: list[str] = []

    def commits(*args: Any, **options: Any) -> Any:
        with transaction.atomic(durable=True):
            traced.append(args[1])
            return looked(*args, **options)

    monkeypatch.setattr(ledger, "looked", commits)
    for one in OF_CHILDREN:
        before = len(traced)
        answer = browser_of(world.who_may(one)).get(one.filled(world))
        if answer.status_code == 405:
            continue
        assert answer.status_code == 200, one.name
        assert len(traced) == before + 1, one.name


def test_what_cannot_be_traced_is_not_shown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: Any) -> None:
        raise DatabaseError("The disk is full.")

    monkeypatch.setattr(ledger, "_insert", full)
    for one in OF_RECORDS:
        answer = browser_of(world.who_may(one)).get(one.filled(world))
        assert answer.status_code >= 400, one.name
        assert "Marnie" not in answer.content.decode(), one.name


def test_every_address_that_takes_a_form_is_posted_here(world: World) -> None:
    browsers: dict[str, Client] = {}
    takes = set()
    for one in OURS:
        reader = world.who_may(one)
        client = browsers.setdefault(reader.id, browser_of(reader))
        if client.post(one.filled(world), {}).status_code != 405:
            takes.add(one.name)
    print("Change no record:", CHANGES_NO_RECORD)
    assert takes == set(POSTED) | set(CHANGES_NO_RECORD)


@pytest.mark.parametrize("name", POSTED)
def test_a_change_leaves_its_entry_in_the_ledger(name: str, world: World) -> None:
    [one] = [one for one in OURS if one.name == name]
    actor = world.who_may(one)
    said, event = POSTED[name]
    if name == "bring_in":
        said = said | {"file": SimpleUploadedFile("one.json", b'{"resourceType": "Bundle"}')}
    if name == "open_record":
        said = said | {"open-nhs_number": world.baby.person.nhs_number}
    before = LedgerEntry.ledger.filter(actor_id=actor.id, event=event, outcome="allowed").count()
    answer = browser_of(actor).post(one.filled(world), said)
    assert answer.status_code == (200 if name in GIVES_A_FILE else 302), answer.content.decode()
    changed = LedgerEntry.ledger.filter(actor_id=actor.id, event=event, outcome="allowed")
    assert changed.count() == before + 1
    # A pair that is not one person concerns no one child: the decision is in the ledger under the pair.
    about_a_child = name in ("open_record", *GIVES_A_FILE) or (one.is_of_a_record and name != "candidate")
    assert changed.latest("written_at").children.exists() is about_a_child


REFUSED_TO_A_READER: Final = {"entry", "correct", "record"}


@pytest.mark.parametrize("name", sorted(REFUSED_TO_A_READER))
def test_who_may_read_and_not_write_is_refused_and_it_is_in_the_ledger(name: str, world: World) -> None:
    auditor = an_actor("health_visiting", "auditor")
    [one] = [one for one in OURS if one.name == name]
    answer = browser_of(auditor).post(one.filled(world), POSTED[name][0])
    assert answer.status_code in (200, 403)
    assert "You cannot" in answer.content.decode()
    assert LedgerEntry.ledger.filter(actor_id=auditor.id, outcome="refused").count() == 1


def test_the_list_of_who_sees_no_child_is_the_policys() -> None:
    assert set(ROLES) > SEES_NO_CHILD
    print("Asked of anybody:", ANYBODY)
