"""Letters by a real mail server: none is lost, none doubled, and none keeps up another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from local_post import Post

from factories import an_actor
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import TICK, Actor
from sightline.core.decisions import allow
from sightline.core.errors import Refused
from sightline.core.unit import unit
from sightline.outbox import sending
from sightline.outbox.choosing import try_again
from sightline.outbox.models import Letter
from sightline.outbox.posting import post
from sightline.outbox.queries import given_up, waiting_long
from sightline.outbox.sending import message_of, send_waiting, take_letter
from sightline.outbox.sending_rules import sending_rules

Start = Callable[[], Post]
NOW = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _a_monday():
    with clock.at(NOW):
        yield


def posted(to: str = "ruth@example.org") -> Letter:
    with unit():
        return post(to, "notice", {})


@action("test.failed", may=lambda actor: allow("A test."))
def post_and_fail(actor: Actor) -> None:
    post("ruth@example.org", "notice", {})
    raise RuntimeError


def later(**time: float):
    return clock.at(clock.now() + dt.timedelta(**time))


@pytest.mark.django_db
def test_a_letter_arrives_once_with_its_own_message_id(server: Start) -> None:
    kept, letter = server(), posted()
    assert (send_waiting(TICK), send_waiting(TICK)) == (1, 0)
    (one,) = kept.taken
    assert one["Message-ID"] == letter.message_id
    assert (one["To"], one["Subject"]) == ("ruth@example.org", "You have something to read in Sightline")
    assert "https://sightline.example.org/" in one.get_payload(decode=True).decode()
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at, letter.values) == ("sent", NOW, {})


@pytest.mark.django_db
def test_what_is_rolled_back_posts_nothing(server: Start) -> None:
    kept = server()
    with pytest.raises(RuntimeError):
        post_and_fail(TICK)
    assert (send_waiting(TICK), kept.taken) == (0, [])


@pytest.mark.django_db
def test_while_the_server_is_down_letters_wait_for_days_and_none_is_given_up(server: Start) -> None:
    for number in range(3):
        posted(f"one{number}@example.org")
    for day in range(10):
        with later(days=day):
            assert send_waiting(TICK) == 0
    assert (Letter.unscoped.filter(state="given_up").count(), given_up()) == (0, 0)
    with later(days=11):
        assert waiting_long() == 3
        kept = server()
        assert send_waiting(TICK) == 3
    assert len(kept.taken) == 3


@pytest.mark.django_db
def test_a_letter_that_is_refused_keeps_up_no_other_and_is_given_up_in_the_end(server: Start) -> None:
    kept = server()
    kept.refused.add("gone@example.org")
    refused = posted("gone@example.org")
    posted()
    assert send_waiting(TICK) == 1
    instant = clock.now()
    for wait in sending_rules().waits:
        refused.refresh_from_db()
        assert (refused.state, refused.next_try_at) == ("failed", instant + wait)
        instant = refused.next_try_at
        with clock.at(instant - dt.timedelta(seconds=1)):
            assert send_waiting(TICK) == 0
        with clock.at(instant):
            send_waiting(TICK)
    refused.refresh_from_db()
    assert (refused.state, refused.attempts) == ("given_up", len(sending_rules().waits) + 1)
    assert refused.failed_because == "SMTPRecipientsRefused 550"
    assert (given_up(), len(kept.taken)) == (1, 1)


@pytest.mark.django_db
def test_an_administrator_has_a_letter_tried_again_and_nobody_else(server: Start) -> None:
    kept = server()
    letter = posted()
    Letter.unscoped.update(state="given_up", refusals=7)
    with pytest.raises(Refused):
        try_again(an_actor(role="team_manager"), letter)
    try_again(an_actor(role="administrator"), letter)
    assert send_waiting(TICK) == 1
    assert len(kept.taken) == 1


@pytest.mark.django_db
def test_a_worker_that_stops_after_sending_leads_to_a_repeat_that_can_be_recognised(
    server: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, letter = server(), posted()

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(sending, "note_letter", stopped)
        with pytest.raises(KeyboardInterrupt):
            send_waiting(TICK)
    letter.refresh_from_db()
    assert (letter.state, len(kept.taken)) == ("sending", 1)
    assert send_waiting(TICK) == 0, "it may still be with the other worker"
    with later(minutes=16):
        assert send_waiting(TICK) == 1
    assert {one["Message-ID"] for one in kept.taken} == {letter.message_id}
    assert Letter.unscoped.get().state == "sent"


@pytest.mark.django_db
def test_what_another_worker_took_meanwhile_is_not_taken_again(server: Start) -> None:
    server()
    letter = posted()
    seen_by_both = Letter.unscoped.get(pk=letter.pk)
    assert take_letter(TICK, letter)
    assert not take_letter(TICK, seen_by_both)


@pytest.mark.django_db
def test_without_a_mail_server_set_everything_waits(settings) -> None:
    settings.EMAIL_IS_SET = False
    posted()
    assert send_waiting(TICK) == 0
    assert Letter.unscoped.get().state == "waiting"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("to", "kind", "values"),
    [
        ("ruth@example.org\nBcc: all@example.org", "notice", {}),
        ("nobody", "notice", {}),
        ("ruth@example.org", "gossip", {}),
        ("ruth@example.org", "notice", {"name": "Marnie"}),
        ("ruth@example.org", "digest", {"overdue": "1", "today": "2"}),
        ("ruth@example.org", "digest", {"overdue": "Marnie", "today": "2", "week": "3"}),
        ("ruth@example.org", "digest", {"overdue": "1\n", "today": "2", "week": "3"}),
        ("ruth@example.org", "information_link", {"link": "Marnie"}),
        ("ruth@example.org", "information_link", {"link": "https://sightline.example.org/a?baby=Marnie"}),
        ("ruth@example.org", "information_link", {"link": "https://sightline.example.org/a\r\nBcc: x"}),
    ],
)
def test_no_letter_takes_words_or_another_address_or_a_second_line(
    mail: None, to: str, kind: str, values: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match=r"letter|address"), unit():
        post(to, kind, values)
    assert not Letter.unscoped.exists()


@pytest.mark.django_db
def test_a_link_leads_to_this_site_whatever_a_request_called_it(server: Start) -> None:
    kept = server()
    with unit():
        post("box@example.org", "information_link", {"link": "http://elsewhere.example/answer/Zt9-x_1/"})
    assert send_waiting(TICK) == 1
    said = kept.taken[0].get_payload(decode=True).decode()
    assert "https://sightline.example.org/answer/Zt9-x_1/" in said
    assert "elsewhere" not in said


@pytest.mark.django_db
def test_values_that_were_changed_in_the_table_do_not_leave(server: Start) -> None:
    kept = server()
    letter = posted()
    Letter.unscoped.update(values={"name": "Marnie"})
    assert send_waiting(TICK) == 0
    assert not kept.taken
    with pytest.raises(ValueError, match="takes"):
        message_of(Letter.unscoped.get(pk=letter.pk))


def test_a_person_sends_no_letters(mail: None, db: None) -> None:
    posted()
    with pytest.raises(Refused):
        send_waiting(an_actor(role="administrator"))
