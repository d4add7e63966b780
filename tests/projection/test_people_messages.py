"""A message that changes people and brings no entry: told, and evaluated, in its own transaction."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from kept import MONDAY, at_noon, everything, still

from factories import a_person, an_agency, an_entry, received
from sightline.chronology.events import PeopleReceived
from sightline.chronology.kinds import Contact, Injury, Relationship
from sightline.core import events
from sightline.core.clock import day_number
from sightline.people.models import NetworkMember, SourcePerson
from sightline.projection.rebuilding import rebuild
from sightline.prompts import evaluating, listening
from sightline.prompts.models import Prompt

pytestmark = pytest.mark.django_db
BORN = MONDAY - dt.timedelta(days=60)
a_mark = Injury(injury="bruise", site="left cheek")


@pytest.fixture
def evaluation(monkeypatch: pytest.MonkeyPatch, nothing_is_evaluated: None) -> None:
    """The room above listens after all."""
    monkeypatch.setattr(listening, "evaluate_later", evaluating.evaluate_later)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[PeopleReceived]:
    """What is told of people, beside what is done about it."""
    told: list[PeopleReceived] = []
    others: list[Callable[[Any], None]] = events._subscribers[PeopleReceived]
    monkeypatch.setitem(events._subscribers, PeopleReceived, [*others, told.append])
    return told


def sends(*what: Any, sector: str = "gp", day: int = 0) -> None:
    with at_noon(day):
        received(an_agency(sector), *what)


def baby(key: str = "ash", **fields: Any) -> Any:
    return a_person(key, kind="baby", **fields)


def person_of(key: str) -> uuid.UUID:
    return SourcePerson.unscoped.get(key=key).person_id


def is_as_rebuilt() -> bool:
    kept = everything()
    rebuild()
    return everything() == kept


def test_a_birth_date_that_comes_by_itself_is_told_at_once() -> None:
    sends(baby(), an_entry("ash", Contact(child_seen=True), MONDAY))
    assert still("child") == []
    sends(baby(born_from=BORN, born_to=BORN), day=1)
    assert [row["born_day"] for row in still("child")] == [day_number(BORN)]
    assert is_as_rebuilt()


def test_the_question_that_a_birth_date_lets_be_asked_follows_in_the_same_transaction(
    evaluation: None,
) -> None:
    sends(baby(), an_entry("ash", a_mark, MONDAY))
    assert not Prompt.unscoped.exists()
    sends(baby(born_from=BORN, born_to=BORN))
    assert Prompt.unscoped.get().point == "non-mobile-injury"


def test_what_an_agency_now_knows_of_an_adult_is_told_at_once() -> None:
    relation = an_entry("lee", Relationship(type="father"), MONDAY, people=(("to", "ash"),))
    sends(baby(born_from=BORN, born_to=BORN), a_person("lee"), relation)
    sends(a_person("lee", sex="male", born_from=dt.date(1999, 5, 1), born_to=dt.date(1999, 5, 1)), day=1)
    [row] = [row for row in still("person") if row["about_id"] == str(person_of("lee"))]
    assert (row["sex"], row["born_from"]) == ("male", day_number(dt.date(1999, 5, 1)))
    assert is_as_rebuilt()


def test_a_stand_in_that_turns_out_to_be_a_baby_gets_its_network() -> None:
    sends(an_entry("robin", Relationship(type="mother"), MONDAY, people=(("to", "ash"),)))
    assert not NetworkMember.unscoped.exists()
    sends(baby(born_from=BORN, born_to=BORN), day=1)
    [member] = NetworkMember.unscoped.values_list("child_id", "person_id", "through")
    assert member == (person_of("ash"), person_of("robin"), "mother")
    assert is_as_rebuilt()


def test_only_those_whom_no_entry_of_the_batch_names_are_told_of(heard: list[PeopleReceived]) -> None:
    sends(baby(), a_person("lee"))
    assert heard == [], "New people have no rows yet."
    named = an_entry("ash", Contact(child_seen=True), MONDAY)
    sends(baby(given_name="Ash"), a_person("lee", given_name="Lee"), named, day=1)
    assert heard == [PeopleReceived((person_of("lee"),))]


def test_the_same_message_again_tells_nothing(heard: list[PeopleReceived]) -> None:
    sends(baby(), an_entry("ash", Contact(child_seen=True), MONDAY))
    for day in (1, 2):
        sends(baby(born_from=BORN, born_to=BORN), day=day)
    assert len(heard) == 1
