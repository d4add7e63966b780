"""The baby's page: found by those who may, the same nothing for everybody else, and what it says."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories import a_baby, an_actor, an_adult, open_to
from sightline.chronology.actions import record
from sightline.chronology.kinds import (
    Contact,
    Household,
    Injury,
    Measurement,
    Mobility,
    Relationship,
    StrategyRequest,
)
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.models import LedgerChild
from sightline.people.models import Baby, NetworkMember, Person
from sightline.prompts.postponing import postpone

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Actor:
    """A health visitor."""
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def marnie(visitor: Actor) -> Baby:
    """A baby of that health visitor's, born 13 weeks ago at 35 weeks."""
    born = clock.today() - dt.timedelta(days=91)
    baby = a_baby("Marnie", "Askew", born_on=born, gestation_days=245)
    open_to(visitor, baby)
    return baby


def around(baby: Baby, given_name: str = "", family_name: str = "") -> Person:
    person = an_adult(given_name, family_name)
    NetworkMember.unscoped.get_or_create(child=baby.person, person=person, through="relationship")
    return person


def to(baby: Baby) -> tuple[tuple[str, Person], ...]:
    return (("to", baby.person),)


def page(client: Client, baby: Baby) -> str:
    response = client.get(f"/babies/{baby.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_says_when_its_questions_wait_for_the_day(sign_in, visitor: Actor, marnie: Baby) -> None:
    client = sign_in(visitor)
    words = "gone through when the day passes"
    assert words not in page(client, marnie)
    postpone([marnie.pk])
    assert words in page(client, marnie)


def without_token(response) -> bytes:
    """The page without the token that every answer carries anew."""
    return re.sub(rb'data-token="[^"]+"', b"", response.content)


def test_a_stranger_cannot_tell_the_baby_exists(visitor, marnie, sign_in):
    stranger = sign_in(an_actor("gp"))
    not_permitted = stranger.get(f"/babies/{marnie.pk}/")
    absent = stranger.get(f"/babies/{uuid.uuid4()}/")
    assert not_permitted.status_code == absent.status_code == 404
    assert without_token(not_permitted) == without_token(absent)


@pytest.mark.parametrize(
    "part", ["", "chronology/", "growth/", "record/contact/", "who-has-looked/", "record/injury/"]
)
def test_no_page_of_a_baby_opens_to_a_stranger(part, marnie, sign_in):
    assert sign_in(an_actor("gp")).get(f"/babies/{marnie.pk}/{part}").status_code == 404


def test_without_signing_in_every_page_of_a_baby_leads_to_the_door(marnie):
    response = Client().get(f"/babies/{marnie.pk}/")
    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")


def test_each_look_is_in_the_ledger_before_the_answer_leaves(visitor, marnie, sign_in):
    page(sign_in(visitor), marnie)
    looks = LedgerChild.ledger.filter(child_id=marnie.pk, entry__event="baby.looked")
    assert [look.entry.actor_name for look in looks] == ["Ruth Adeyemi"]


def test_a_ledger_that_cannot_be_written_refuses_the_read(visitor, marnie, sign_in, monkeypatch):
    def broken(*told, **more):
        raise OSError("The ledger cannot be written.")

    monkeypatch.setattr("sightline.web.looking.ledger.looked", broken)
    with pytest.raises(OSError, match="ledger"):
        sign_in(visitor).get(f"/babies/{marnie.pk}/")


def test_the_age_stands_with_the_corrected_age(visitor, marnie, sign_in):
    assert "13 weeks old" in page(sign_in(visitor), marnie)
    assert "8 weeks corrected" in page(sign_in(visitor), marnie)


def test_no_question_waiting_is_not_called_no_concern(visitor, marnie, sign_in):
    said = page(sign_in(visitor), marnie)
    assert "No question waiting." in said
    assert "That is not the same as no concern." in said


def test_what_is_missing_is_said_in_words(visitor, marnie, sign_in):
    said = page(sign_in(visitor), marnie)
    assert "Which language the family speaks." in said
    assert "Nobody is recorded." in said
    assert "No mark is recorded." in said
    assert "whether or not they hold anything" in said


def test_the_network_stands_as_a_picture_and_as_a_table(visitor, marnie, sign_in):
    jodie = around(marnie, "Jodie", "Askew")
    record(
        visitor,
        marnie.person,
        Relationship("mother"),
        about=jodie,
        people=to(marnie),
        happened_on=clock.today(),
    )
    record(visitor, marnie.person, Contact(True), people=(("spoke_to", jodie),), happened_on=clock.today())
    said = page(sign_in(visitor), marnie)
    assert said.count("<svg") >= 3
    assert "Last met by your service" in said


def test_somebody_described_only_is_called_by_the_words_that_were_used(visitor, marnie, sign_in):
    ty = around(marnie)
    described = Relationship("partner", identity="described", described_as="Ty, about 30")
    record(visitor, marnie.person, described, about=ty, people=to(marnie), happened_on=clock.today())
    record(
        visitor,
        marnie.person,
        Household("stays_often", said_by="Denise"),
        about=ty,
        people=(("of", marnie.person),),
        happened_on=clock.today(),
    )
    said = page(sign_in(visitor), marnie)
    assert "“Ty, about 30”" in said
    assert "Who “Ty, about 30” is." in said
    assert "“Ty, about 30” stays often." in said


def test_not_safe_to_ask_reads_as_not_known_to_those_who_may_not_know_it(visitor, marnie, sign_in):
    somebody = around(marnie)
    midwife = an_actor("midwifery")
    open_to(midwife, marnie)
    unsafe = Relationship("father", identity="not_safe_to_ask")
    record(midwife, marnie.person, unsafe, about=somebody, people=to(marnie), happened_on=clock.today())
    said = page(sign_in(visitor), marnie)
    network = said.split('id="network"')[1].split('id="chronology"')[0]
    assert "Not safe to ask" not in network
    assert "Not known" in network


def test_an_entry_taken_back_counts_for_nothing_but_stays_in_the_list(visitor, marnie, sign_in):
    from sightline.chronology.actions import withdraw

    mark = record(visitor, marnie.person, Injury("bruise", site="left cheek"), happened_on=clock.today())
    withdraw(visitor, mark, "It was another baby.")
    said = page(sign_in(visitor), marnie)
    assert "No mark is recorded." in said
    assert "Taken back" in said
    assert "It was another baby." in said


def test_growth_says_what_was_crossed(visitor, marnie, sign_in):
    for days, weight in ((70, "3.10"), (14, "4.42")):
        on = clock.today() - dt.timedelta(days=days)
        record(visitor, marnie.person, Measurement(weight_kg=Decimal(weight)), happened_on=on)
    assert "crossed" in page(sign_in(visitor), marnie)


def test_whether_a_baby_moves_about_is_said_with_its_day(visitor, marnie, sign_in):
    record(visitor, marnie.person, Mobility(crawls=False, walks=False), happened_on=clock.today())
    assert "not yet moving about" in page(sign_in(visitor), marnie)


def test_the_page_asks_as_many_queries_for_fifty_entries_as_for_five(visitor, marnie, sign_in):
    """With a question waiting, which asks for more than a page without one."""
    client = sign_in(visitor)
    record(visitor, marnie.person, Injury("bruise", site="left cheek"), happened_on=clock.today())
    counts = []
    for more in (5, 45):
        for days in range(more):
            on = clock.today() - dt.timedelta(days=days)
            record(visitor, marnie.person, Contact(True), happened_on=on)
        page(client, marnie)
        with CaptureQueriesContext(connection) as queries:
            page(client, marnie)
        counts.append(len([one for one in queries if one["sql"].startswith(("SELECT", "INSERT", "UPDATE"))]))
    assert counts[0] == counts[1] <= 25


def test_the_chronology_as_of_a_day_leaves_out_what_was_not_known_then(visitor, marnie, sign_in):
    then = clock.now() - dt.timedelta(days=10)
    with clock.at(then):
        record(visitor, marnie.person, Contact(True), note="known then", happened_on=clock.today())
    record(visitor, marnie.person, Contact(True), note="known later", happened_on=clock.day_of(then))
    day = clock.day_of(then).isoformat()
    said = sign_in(visitor).get(f"/babies/{marnie.pk}/chronology/?as_of={day}").content.decode()
    assert "known then" in said
    assert "known later" not in said


def test_the_chronology_is_filtered_by_kind(visitor, marnie, sign_in):
    record(visitor, marnie.person, Contact(True), note="a talk", happened_on=clock.today())
    record(visitor, marnie.person, Injury("bruise", site="left cheek"), happened_on=clock.today())
    said = sign_in(visitor).get(f"/babies/{marnie.pk}/chronology/?kind=injury").content.decode()
    assert "left cheek" in said
    assert "a talk" not in said


def chronology_as_of(client: Client, baby: Baby, day: str) -> str:
    response = client.get(f"/babies/{baby.pk}/chronology/?as_of={day}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("day", ["2026-13-40", "yesterday", "20"])
def test_a_day_that_is_none_is_said_and_the_present_is_shown(day, visitor, marnie, sign_in):
    said = chronology_as_of(sign_in(visitor), marnie, day)
    assert "Sightline cannot read the day that was asked for." in said
    assert "as known now" in said


def test_a_day_to_come_is_said_to_have_not_come_yet(visitor, marnie, sign_in):
    tomorrow = clock.today() + dt.timedelta(days=1)
    assert "has not come yet" in chronology_as_of(sign_in(visitor), marnie, tomorrow.isoformat())


def test_a_day_before_the_birth_says_that_the_baby_was_not_yet_born(visitor, marnie, sign_in):
    before = marnie.born_on - dt.timedelta(days=30)
    said = chronology_as_of(sign_in(visitor), marnie, before.isoformat())
    assert "Marnie was not yet born" in said
    assert "That is not the same as nothing having happened." in said


def test_no_message_about_the_day_stands_where_none_was_asked_for(visitor, marnie, sign_in):
    said = chronology_as_of(sign_in(visitor), marnie, "")
    assert 'role="status"' not in said


def test_what_is_new_stays_new_for_one_visit(visitor, marnie, sign_in):
    client = sign_in(visitor)
    page(client, marnie)
    with clock.at(clock.now() + dt.timedelta(days=2)):
        record(visitor, marnie.person, Contact(True), note="since then", happened_on=clock.today())
        client = sign_in(visitor)
        for _ in range(2):
            changed = page(client, marnie).split('id="changed"')[1].split("</section>")[0]
            assert "Contact." in changed


def test_the_gp_is_not_listed_twice(visitor, marnie, sign_in):
    surgery = an_actor("gp", name="Dr Joan Pike")
    open_to(surgery, marnie)
    marnie.registered_gp_id = surgery.agency_id
    marnie.named_gp_id = surgery.id
    marnie.save()
    involved = page(sign_in(visitor), marnie).split('class="involved"')[1].split("</ul>")[0]
    assert involved.count("Dr Joan Pike") == 1


def test_a_gp_who_is_registered_and_not_involved_stands_with_those_to_ring(visitor, marnie, sign_in):
    marnie.registered_gp_id = an_actor("gp").agency_id
    marnie.save()
    involved = page(sign_in(visitor), marnie).split('class="involved"')[1].split("</ul>")[0]
    assert "<strong>GP</strong>" in involved


def test_you_stand_first_among_those_involved(visitor, marnie, sign_in):
    earlier = an_actor("midwifery", name="Esi Boateng")
    open_to(earlier, marnie, from_on=dt.date(2019, 1, 1))
    involved = page(sign_in(visitor), marnie).split('class="involved"')[1].split("</ul>")[0]
    assert involved.index("You") < involved.index("Esi Boateng")


def test_a_question_whose_day_is_past_is_said_to_wait_and_nobody_is_shamed(visitor, marnie, sign_in):
    record(visitor, marnie.person, Injury("bruise", site="left cheek"), happened_on=clock.today())
    raised = clock.today()
    with clock.at(clock.now() + dt.timedelta(days=5)):
        said = page(sign_in(visitor), marnie)
    assert f"waiting since {raised:%a} {raised.day} {raised:%b}" in said
    assert "overdue" not in said


def test_what_is_open_is_named_to_readers_of_its_entry_only(sign_in, visitor: Actor, marnie: Baby) -> None:
    colleague = an_actor("midwifery")
    open_to(colleague, marnie)
    record(
        visitor,
        marnie.person,
        StrategyRequest("health_visiting"),
        happened_on=clock.today(),
        sensitivity="restricted",
    )
    assert "Concern: Request for a strategy discussion" in page(sign_in(visitor), marnie)
    said = page(sign_in(colleague), marnie)
    assert "Request for a strategy discussion" not in said
    assert "Concern" in said
