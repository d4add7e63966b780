"""Entries as the projection reads them: people resolved to persons, over the time in which that was known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import (
    a_baby,
    a_person,
    a_source_person,
    an_actor,
    an_agency,
    an_entry,
    entry_on,
    open_to,
    received,
)
from sightline.chronology.actions import correct, record, withdraw
from sightline.chronology.kinds import Contact, Injury, Mobility, Relationship, Shared, StrategyDiscussion
from sightline.chronology.models import Entry
from sightline.chronology.reading import OPEN, recorded_of
from sightline.chronology.recorded import Recorded
from sightline.core import clock
from sightline.core.actors import IMPORT
from sightline.linkage.actions import link, unlink

pytestmark = pytest.mark.django_db
START = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
DAY = dt.date(2026, 10, 1)


def on(day: int) -> Any:
    return clock.at(START + dt.timedelta(days=day))


def number(day: int) -> int:
    return clock.instant_number(START + dt.timedelta(days=day))


def everything() -> list[Recorded]:
    return recorded_of(Entry.unscoped.order_by("known_at", "id"))


def test_an_entry_is_known_from_when_it_came_until_now() -> None:
    baby = a_baby(agency=an_agency("midwifery"))
    with on(0):
        entry = entry_on(baby.person, Injury(injury="mark"), DAY, sensitivity="restricted")
    [row] = everything()
    assert (row.entry_id, row.root_id, row.about_id) == (str(entry.pk), str(entry.pk), str(baby.pk))
    assert (row.agency, row.sector, row.kind, row.sensitivity) == ("midwifery", "midwifery", "injury", 1)
    assert (row.known_from, row.known_until) == (number(0), OPEN)
    assert row.happened_from == row.happened_to == row.recorded_day == clock.day_number(DAY)
    assert row.about_is_baby


def test_what_was_replaced_ends_when_the_newer_version_came_and_what_was_withdrawn_is_over() -> None:
    baby = a_baby()
    visitor = an_actor("health_visiting")
    open_to(visitor, baby)
    with on(0):
        first = record(visitor, baby.person, Injury(injury="mark"))
    with on(2):
        second = correct(visitor, first, Injury(injury="bruise"))
    with on(5):
        withdraw(visitor, second, "Other baby.")
    rows = everything()
    assert [(row.known_from, row.known_until) for row in rows] == [
        (number(0), number(2)),
        (number(2), number(5)),
    ]
    assert {row.root_id for row in rows} == {str(first.pk)}


def test_a_link_parts_an_entry_at_the_time_it_was_made_and_an_undone_one_does_not() -> None:
    baby = a_baby()
    with on(0):
        other = a_source_person(an_agency("gp"), kind="baby")
        before = other.person_id
        entry_on(other.person, Contact(), DAY, agency=other.agency)
    with on(3):
        claim = link(IMPORT, other, baby.person, "The same red book.")
    assert [(row.about_id, row.known_from, row.known_until) for row in everything()] == [
        (str(before), number(0), number(3)),
        (str(baby.pk), number(3), OPEN),
    ]
    with on(4):
        unlink(IMPORT, claim, "No.")
    assert [(row.about_id, row.known_from, row.known_until) for row in everything()] == [
        (str(before), number(0), OPEN)
    ]


def test_a_link_of_somebody_named_in_the_entry_parts_it_as_well() -> None:
    with on(0):
        agency = an_agency("gp")
        received(
            agency,
            a_person("b1", kind="baby"),
            a_person("m1"),
            an_entry("m1", Relationship(type="mother"), DAY, people=(("to", "b1"),)),
        )
        mother = a_source_person(an_agency("midwifery"))
    with on(2):
        link(IMPORT, mother, agency.source_people.get(key="m1").person, "Same house.")
    assert len(everything()) == 1
    with on(3):
        baby = a_baby()
        link(IMPORT, agency.source_people.get(key="b1"), baby.person, "Same red book.")
    rows = everything()
    assert [(row.known_from, row.known_until) for row in rows] == [
        (number(0), number(3)),
        (number(3), OPEN),
    ]
    assert [row.people["to"] for row in rows][1] == (str(baby.pk),)
    assert not rows[0].about_is_baby


def test_sectors_and_the_entry_referred_to_are_told() -> None:
    received(
        an_agency("midwifery"),
        a_person("b1", kind="baby"),
        an_entry("b1", Contact(), DAY, source_id="c1"),
        an_entry("b1", Shared(), DAY, ref="c1", sectors=(("with", "police"), ("with", "gp"))),
        an_entry("b1", StrategyDiscussion(), DAY, sectors=(("present", "police"),)),
    )
    rows = {row.kind: row for row in everything()}
    assert rows["shared"].sectors == {"with": ("gp", "police")}
    assert rows["shared"].ref_id == rows["contact"].entry_id
    assert rows["shared"].ref_about_id == rows["contact"].about_id
    assert rows["strategy_discussion"].sectors == {"present": ("police",)}


def test_reading_makes_the_same_number_of_queries_however_many_entries() -> None:
    baby = a_baby()

    def queries() -> int:
        entries = list(Entry.unscoped.order_by("known_at", "id"))
        with CaptureQueriesContext(connection) as captured:
            recorded_of(entries)
        return len(captured)

    entry_on(baby.person, Contact(), DAY)
    few = queries()
    for _ in range(10):
        entry_on(baby.person, Mobility(rolls=True), DAY)
    assert queries() == few <= 8
