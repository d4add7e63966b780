"""Who is written to, how often, and that no letter says anything about anybody."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from local_post import Post

from factories import a_baby, a_team, an_actor, open_to
from sightline.access.models import Closure, Notice, StaffPerson
from sightline.access.telling import tell
from sightline.agencies.models import Assignment, Cover, Professional
from sightline.core import clock
from sightline.core.actors import TICK, Actor
from sightline.core.events import DigestDue, publish
from sightline.core.unit import unit
from sightline.outbox.choosing import choose_email
from sightline.outbox.kinds import kinds
from sightline.outbox.models import Letter
from sightline.outbox.posting import draft
from sightline.outbox.sending import message_of, send_waiting
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db
Start = Callable[[], Post]
NOW = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _a_monday():
    with clock.at(NOW):
        yield


@pytest.fixture
def visitor() -> Actor:
    return with_address(an_actor("health_visiting", name="Ruth Adeyemi"))


@pytest.fixture
def baby(visitor: Actor) -> Baby:
    made = a_baby("Marnie", "Askew")
    open_to(visitor, made)
    return made


def with_address(actor: Actor) -> Actor:
    Professional.objects.filter(pk=actor.id).update(email=f"{actor.id[:18]}@example.org")
    return actor


def told(baby: Baby, *actors: Actor) -> int:
    with unit():
        return tell([uuid.UUID(one.id) for one in actors], baby.person, "Marnie Askew was seen.")


def at(**time: float):
    return clock.at(NOW + dt.timedelta(**time))


def test_one_is_told_once_however_often_one_is_named(baby: Baby, visitor: Actor) -> None:
    assert told(baby, visitor, visitor) == 1
    assert Notice.unscoped.count() == Letter.unscoped.count() == 1


def test_whoever_covers_today_is_told_and_written_to_as_well(baby: Baby, visitor: Actor) -> None:
    other = with_address(an_actor("health_visiting"))
    Cover.unscoped.create(away_id=visitor.id, covering_id=other.id, to_on=clock.today())
    assert told(baby, visitor) == 2
    assert {str(one.professional_id) for one in Letter.unscoped.all()} == {visitor.id, other.id}


def by_name(baby: Baby, who: Actor) -> None:
    Closure.unscoped.create(child=baby.person, professional_id=who.id, because="Family friend.")


def by_team(baby: Baby, who: Actor) -> None:
    Closure.unscoped.create(
        child=baby.person, agency_id=who.agency_id, team_id=who.team_id, because="Office."
    )


def by_agency(baby: Baby, who: Actor) -> None:
    Closure.unscoped.create(child=baby.person, agency_id=who.agency_id, because="Whole agency.")


def as_family(baby: Baby, who: Actor) -> None:
    StaffPerson.unscoped.create(professional_id=who.id, person=baby.person, recorded_by=who.id)


def as_sealed(baby: Baby, who: Actor) -> None:
    Baby.unscoped.filter(pk=baby.pk).update(sealed=True)


@pytest.mark.parametrize("close", [by_name, by_team, by_agency, as_family, as_sealed])
def test_to_whom_a_record_is_closed_nothing_is_said_or_written(
    baby: Baby, visitor: Actor, close: Callable[[Baby, Actor], None]
) -> None:
    close(baby, visitor)
    assert told(baby, visitor) == 0
    assert not Notice.unscoped.exists()
    assert not Letter.unscoped.exists()


def test_who_works_elsewhere_too_is_told_although_one_office_is_shut_out(baby: Baby, visitor: Actor) -> None:
    by_team(baby, visitor)
    elsewhere = a_team(name="Team Two")
    Assignment.unscoped.create(professional_id=visitor.id, team=elsewhere, role="practitioner")
    assert told(baby, visitor) == 1


def test_a_sealed_baby_s_own_team_is_told(baby: Baby) -> None:
    worker = with_address(an_actor("social_care"))
    open_to(worker, baby)
    as_sealed(baby, worker)
    assert told(baby, worker) == 1


def test_one_letter_an_hour_stands_for_all_that_waits(baby: Baby, visitor: Actor, server: Start) -> None:
    kept = server()
    told(baby, visitor)
    told(baby, visitor)
    assert send_waiting(TICK) == 1
    with at(minutes=20):
        told(baby, visitor)
        assert send_waiting(TICK) == 0
    with at(minutes=59):
        told(baby, visitor)
        assert send_waiting(TICK) == 0
    with at(minutes=61):
        assert send_waiting(TICK) == 1
    assert len(kept.taken) == 2


def test_what_was_read_before_the_letter_left_is_not_written_about(
    baby: Baby, visitor: Actor, server: Start
) -> None:
    kept = server()
    told(baby, visitor)
    Notice.unscoped.update(read_at=clock.now())
    assert send_waiting(TICK) == 0
    assert (kept.taken, Letter.unscoped.get().state) == ([], "not_needed")


def test_nobody_is_written_to_who_switched_it_off_or_has_no_address_or_has_left(
    baby: Baby, visitor: Actor, server: Start
) -> None:
    server()
    choose_email(visitor, False)
    nowhere, gone = an_actor("health_visiting"), with_address(an_actor("health_visiting"))
    Professional.objects.filter(pk=gone.id).update(is_active=False)
    assert told(baby, visitor, nowhere, gone) == 3
    assert not Letter.unscoped.exists()
    choose_email(visitor, True)
    told(baby, visitor)
    choose_email(visitor, False)
    assert send_waiting(TICK) == 0, "switched off before it left"


def test_a_digest_is_counts_and_nothing_else(visitor: Actor, server: Start) -> None:
    kept = server()
    with unit():
        publish(DigestDue(uuid.UUID(visitor.id), overdue=2, today=3, week=14))
    assert send_waiting(TICK) == 1
    said = kept.taken[0].get_payload(decode=True).decode()
    assert all(line in said for line in ("Overdue: 2", "Due today: 3", "five working days: 14"))


def test_no_letter_of_any_kind_names_anybody(baby: Baby, visitor: Actor, mail: None) -> None:
    """Every kind, written with a value of each form that it takes, beside all that is known of the cast."""
    told(baby, visitor)
    person = baby.person
    personal = [person.given_name, person.family_name, person.nhs_number, visitor.name, visitor.id]
    personal += [*visitor.name.split(), str(person.pk), str(baby.partnership), "Health Visiting"]
    personal += [baby.born_on.isoformat(), f"{baby.born_on:%-d %B %Y}", f"{baby.born_on:%d/%m/%Y}"]
    example = {"number": "7", "address": "https://sightline.example.org/answer/Zt9-x_1"}
    letters = [
        draft("box@example.org", kind.code, {key: example[form] for key, form in kind.values.items()})
        for kind in kinds().values()
    ]
    assert {one.kind for one in letters} == set(kinds())
    for letter in [*letters, *Letter.unscoped.all()]:
        written = message_of(letter)
        said = f"{written.subject}\n{written.body}"
        assert not [one for one in personal if one and one.lower() in said.lower()], letter.kind
        assert "{" not in said
