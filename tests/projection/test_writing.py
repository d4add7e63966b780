"""The signal tables follow what is received, corrected, taken back and linked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from kept import at_noon, noon, rows, still
from telling import SAMPLES, Sample

from factories import a_baby, a_person, an_actor, an_agency, an_entry, open_to, received
from sightline.chronology.actions import record, withdraw
from sightline.chronology.kinds import (
    Birth,
    Contact,
    Detail,
    Injury,
    Measurement,
    Observation,
    Pregnancy,
    Relationship,
    Shared,
)
from sightline.chronology.models import Entry
from sightline.chronology.proposals import EntryProposal
from sightline.core import clock
from sightline.core.actors import IMPORT
from sightline.core.clock import day_number
from sightline.linkage.actions import link, unlink
from sightline.people.models import Baby, Person, SourcePerson
from sightline.signals.tables import OPEN

pytestmark = pytest.mark.django_db
every_table = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.table)
DAY = dt.date(2026, 9, 14)


def a_family() -> list[Any]:
    return [
        a_person("baby", kind="baby", given_name="Ash", born_from=DAY, born_to=DAY),
        a_person("mother", given_name="Robin", sex="female"),
        a_person(
            "father",
            given_name="Lee",
            sex="male",
            born_from=dt.date(1990, 1, 1),
            born_to=dt.date(1990, 12, 31),
        ),
        a_person("gran", given_name="Kit"),
    ]


def sent(sample: Sample, detail: Detail, **fields: Any) -> EntryProposal:
    people = tuple((part, person) for part, named in sample.people.items() for person in named)
    return an_entry(sample.about, detail, DAY, people=people, source_id="the-entry", **fields)


def person(key: str, sector: str = "midwifery") -> Person:
    return SourcePerson.unscoped.get(key=key, agency__code=sector).person


def bring(*what: Any, sector: str = "midwifery", days: int = 0) -> None:
    with at_noon(days):
        received(an_agency(sector), *what)


@every_table
def test_an_entry_is_told_as_it_is_stored(sample: Sample) -> None:
    bring(*a_family(), sent(sample, sample.full))
    [row] = still(sample.table)
    known = {key: value for key, value in sample.told.items() if not key.endswith("_id")}
    assert row.items() >= known.items()
    assert (row["about_id"], row["known_from"]) == (str(person(_about(sample)).pk), noon())


@every_table
def test_what_was_replaced_holds_until_then(sample: Sample) -> None:
    bring(*a_family(), sent(sample, sample.full))
    bring(sent(sample, sample.sparse, note="corrected"), days=1)
    before, after = rows(sample.table)
    assert (before["known_from"], before["known_until"]) == (noon(), noon(1))
    assert (after["known_from"], after["known_until"]) == (noon(1), OPEN)
    assert [after[name] for name in sample.untold] == [None] * len(sample.untold)
    assert before["root_id"] == after["root_id"] == before["entry_id"] != after["entry_id"]


@every_table
def test_what_was_taken_back_is_known_no_longer(sample: Sample) -> None:
    bring(*a_family(), sent(sample, sample.full))
    bring(sent(sample, sample.full, withdrawn=True), days=1)
    [row] = rows(sample.table)
    assert (row["known_from"], row["known_until"]) == (noon(), noon(1))


def _about(sample: Sample) -> str:
    told = sample.told.get("about_id")
    return told if isinstance(told, str) else {"considered": "father"}.get(sample.table, sample.about)


# Everybody else in a story.


def test_a_person_is_known_from_the_first_entry_that_names_them() -> None:
    bring(*a_family())
    assert rows("person") == []
    bring(an_entry("baby", Contact(), DAY, people=(("spoke_to", "father"),)), days=1)
    [row] = rows("person")
    assert (row["about_id"], row["sex"], row["known_from"]) == (str(person("father").pk), "male", noon(1))
    born = (day_number(dt.date(1990, 1, 1)), day_number(dt.date(1990, 12, 31)))
    assert (row["born_from"], row["born_to"]) == born


def test_a_person_of_whom_little_is_known_has_an_empty_row() -> None:
    bring(*a_family(), an_entry("gran", Observation(code="alcohol"), DAY))
    [row] = rows("person")
    assert (row["sex"], row["born_from"], row["born_to"], row["happened_from"]) == (
        "unknown",
        None,
        None,
        None,
    )


def test_a_person_named_only_in_what_was_taken_back_is_known_no_longer() -> None:
    bring(*a_family(), an_entry("father", Observation(code="alcohol"), DAY, source_id="o"))
    bring(an_entry("father", Observation(code="alcohol"), DAY, source_id="o", withdrawn=True), days=1)
    [row] = rows("person")
    assert (row["known_from"], row["known_until"]) == (noon(), noon(1))


def test_a_person_named_in_a_replaced_entry_stays_known() -> None:
    bring(*a_family(), an_entry("father", Observation(code="alcohol"), DAY, source_id="o"))
    bring(an_entry("father", Observation(code="cannabis"), DAY, source_id="o"), days=1)
    [row] = rows("person")
    assert (row["known_from"], row["known_until"]) == (noon(), OPEN)


def test_a_person_known_to_two_agencies_has_the_word_of_each() -> None:
    bring(*a_family(), an_entry("father", Observation(code="alcohol"), DAY))
    bring(a_person("dad", sex="male"), an_entry("dad", Observation(code="cannabis"), DAY), sector="gp")
    with at_noon(1):
        link(IMPORT, SourcePerson.unscoped.get(key="dad"), person("father"), "The same man.")
    assert [row["agency"] for row in rows("person", about_id=str(person("father").pk))] == ["midwifery", "gp"]


def test_a_sealed_entry_does_not_hide_a_person_whom_a_shared_one_names() -> None:
    bring(*a_family(), an_entry("father", Observation(code="alcohol"), DAY, sensitivity="sealed"))
    assert [row["sensitivity"] for row in rows("person")] == [2]
    bring(an_entry("father", Observation(code="cannabis"), DAY), days=1)
    assert [row["sensitivity"] for row in rows("person")] == [0]


# The baby.


def test_a_baby_of_whom_no_birth_is_told_is_as_its_agency_holds_it() -> None:
    bring(*a_family(), an_entry("baby", Contact(), DAY))
    [row] = rows("child")
    assert (row["born_day"], row["known_from"], row["gestation_days"]) == (day_number(DAY), noon(), None)


def test_an_unborn_baby_of_whom_nothing_is_told_has_no_row() -> None:
    bring(a_person("unborn", kind="baby"), an_entry("unborn", Observation(code="premature"), DAY))
    assert rows("child") == []


def test_the_birth_turns_the_unborn_baby_into_a_born_one() -> None:
    due = DAY + dt.timedelta(days=14)
    bring(a_person("b", kind="baby"), an_entry("b", Pregnancy(expected_on=due, multiple_birth=False), DAY))
    bring(an_entry("b", Birth(born_on=DAY, sex="male", gestation_days=266, birth_weight_g=3000), DAY), days=1)
    unborn, born = rows("child")
    assert (unborn["born_day"], unborn["known_until"]) == (None, noon(1))
    assert (born["born_day"], born["due_day"], born["sex"]) == (day_number(DAY), day_number(due), "male")
    header = Baby.unscoped.get()
    assert (header.born_on, header.due_on, header.gestation_days, header.birth_weight_g) == (
        DAY,
        due,
        266,
        3000,
    )
    assert header.multiple_birth is False


def test_a_baby_whose_page_closed_was_followed_until_the_day_before() -> None:
    from sightline.core.events import DayPassed, publish
    from sightline.core.unit import unit

    bring(*a_family(), an_entry("baby", Birth(born_on=DAY), DAY))
    late = DAY + dt.timedelta(days=800)
    with clock.at(clock.start_of(late)), unit():
        publish(DayPassed(day_number(late)))
    assert [row["last_day"] for row in rows("child")] == [day_number(late) - 1]


def test_a_measurement_is_told_anew_when_the_birth_becomes_known() -> None:
    day = DAY + dt.timedelta(days=40)
    baby = a_person("b", kind="baby")
    bring(baby, an_entry("b", Measurement(weight_kg=Decimal("4.1")), day))
    assert [row["weight_sds"] for row in rows("measurement")] == [None]
    bring(an_entry("b", Birth(born_on=DAY, sex="female", gestation_days=280), DAY), days=1)
    [row] = rows("measurement")
    assert row["weight_sds"] == pytest.approx(-0.7, abs=0.5)


# What was passed on.


def test_what_was_passed_on_is_told_of_the_person_it_is_about() -> None:
    bring(*a_family(), an_entry("father", Observation(code="alcohol"), DAY, source_id="o"))
    shared = an_entry("baby", Shared(), DAY, ref="o", sectors=(("with", "gp"),), source_id="s")
    bring(shared, days=1)
    [row] = rows("shared")
    passed_on = Entry.unscoped.get(source_id="o")
    assert (row["about_id"], row["of_entry_id"]) == (str(person("father").pk), str(passed_on.pk))
    assert (row["with_sector"], row["known_until"]) == ("gp", OPEN)
    bring(an_entry("father", Observation(code="cannabis"), DAY, source_id="o"), days=2)
    assert [row["of_entry_id"] for row in rows("shared")] == [str(passed_on.pk)]
    bring(
        an_entry("baby", Shared(), DAY, ref="o", sectors=(("with", "gp"),), source_id="s", withdrawn=True),
        days=3,
    )
    assert [row["known_until"] for row in rows("shared")] == [noon(3)]


def test_what_was_passed_on_follows_the_link_of_whom_it_is_about() -> None:
    bring(*a_family(), an_entry("father", Observation(code="alcohol"), DAY, source_id="o"))
    bring(an_entry("baby", Shared(), DAY, ref="o", sectors=(("with", "gp"),)))
    bring(a_person("dad"), sector="gp")
    with at_noon(1):
        link(IMPORT, SourcePerson.unscoped.get(key="father"), person("dad", "gp"), "The same man.")
    assert {row["about_id"] for row in still("shared")} == {str(person("dad", "gp").pk)}


# Recording on a page, and links.


def test_a_recorded_injury_is_told_at_once_and_its_withdrawal_too() -> None:
    baby = a_baby()
    actor = an_actor("health_visiting")
    open_to(actor, baby)
    entry = record(actor, baby.person, Injury(injury="bruise", site="Ear"))
    assert [row["site"] for row in still("injury", about_id=str(baby.pk))] == ["ear"]
    assert [row["born_day"] for row in still("child")] == [day_number(baby.born_on)]
    withdraw(actor, entry, "Another baby's.")
    assert still("injury") == []


def test_linking_puts_the_rows_on_the_person_and_undoing_takes_them_off() -> None:
    bring(*a_family(), an_entry("baby", Contact(child_seen=True), DAY))
    bring(a_person("other", kind="baby"), an_entry("other", Injury(injury="mark"), DAY), sector="gp")
    own = person("other", "gp")
    with at_noon(1):
        claim = link(IMPORT, SourcePerson.unscoped.get(key="other"), person("baby"), "The same baby.")
    before, after = rows("injury")
    assert (before["about_id"], before["known_until"]) == (str(own.pk), noon(1))
    assert (after["about_id"], after["known_from"]) == (str(person("baby").pk), noon(1))
    with at_noon(2):
        unlink(IMPORT, claim, "Two babies.")
    [row] = rows("injury")
    assert (row["about_id"], row["known_from"], row["known_until"]) == (str(own.pk), noon(), OPEN)


def test_a_link_made_as_entries_arrive_tells_each_of_them_once() -> None:
    from sightline.chronology.proposals import IdentifierProposal

    numbers = (IdentifierProposal("nhs_number", "9990000018", verified=True),)
    born = {"kind": "baby", "born_from": DAY, "born_to": DAY, "identifiers": numbers}
    bring(a_person("one", **born), an_entry("one", Contact(), DAY), an_entry("one", Injury("mark"), DAY))
    bring(
        a_person("two", **born),
        an_entry("two", Contact(), DAY),
        an_entry("two", Injury("burn"), DAY),
        sector="gp",
    )
    assert person("one").pk == person("two", "gp").pk
    assert sorted(row["injury"] for row in still("injury")) == ["burn", "mark"]
    assert len(rows("contact")) == 2


def test_a_person_who_proves_to_be_a_baby_is_related_to_as_one() -> None:
    bring(
        a_person("twin"),
        *a_family(),
        an_entry("twin", Relationship("mother"), DAY, people=(("to", "mother"),)),
    )
    assert [row["about_id"] for row in still("relationship")] == [str(person("twin").pk)]
    bring(a_person("little", kind="baby"), sector="gp")
    with at_noon(1):
        link(IMPORT, SourcePerson.unscoped.get(key="twin"), person("little", "gp"), "The same child.")
    assert [row["to_id"] for row in still("relationship")] == [str(person("little", "gp").pk)]


def test_receiving_nothing_new_writes_nothing() -> None:
    what = [*a_family(), an_entry("baby", Contact(), DAY, source_id="c")]
    bring(*what)
    before = rows("contact"), rows("person"), rows("child"), rows("supply")
    bring(*what, days=0)
    assert (rows("contact"), rows("person"), rows("child"), rows("supply")) == before
