"""The joined chronology, as one actor may see it, now and as of any date."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import a_baby, a_mother, a_source_person, an_actor, an_agency, entry_on, open_to
from sightline.access.models import OpenMatter
from sightline.access.table import View
from sightline.chronology.actions import correct, disagree, record, withdraw
from sightline.chronology.kinds import Appointment, Contact, Injury, Mobility, Observation
from sightline.chronology.queries import Filters, chronology_of, entry_seen_by
from sightline.core import clock
from sightline.core.actors import IMPORT, Actor
from sightline.core.errors import Unfindable
from sightline.linkage.actions import link, unlink
from sightline.people.models import Baby, NetworkMember, Person

pytestmark = pytest.mark.django_db

START = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)


def on(day: int) -> Any:
    return clock.at(START + dt.timedelta(days=day))


def moment(day: int) -> dt.datetime:
    return START + dt.timedelta(days=day, hours=1)


@pytest.fixture
def baby() -> Baby:
    return a_baby(born_on=dt.date(2026, 9, 1))


@pytest.fixture
def visitor(baby: Baby) -> Actor:
    actor = an_actor("health_visiting")
    open_to(actor, baby)
    return actor


def mother_of(baby: Baby) -> Person:
    mother = a_mother(baby)
    NetworkMember.unscoped.get_or_create(child=baby.person, person=mother, through="mother")
    return mother


def kinds(lines: list[Any]) -> list[str]:
    return [line.entry.kind for line in lines]


def test_entries_of_every_agency_that_the_table_opens_stand_in_order_of_time(
    baby: Baby, visitor: Actor
) -> None:
    entry_on(baby.person, Contact(child_seen=True), dt.date(2026, 10, 3), agency=an_agency("gp"))
    entry_on(baby.person, Injury(injury="mark"), dt.date(2026, 10, 1), agency=an_agency("midwifery"))
    lines = chronology_of(visitor, baby.pk)
    assert kinds(lines) == ["injury", "contact"]
    assert [line.agency.code for line in lines if line.agency] == ["midwifery", "gp"]
    assert lines[0].detail == Injury(injury="mark")
    assert all(line.about_is_child for line in lines)


def test_a_stranger_finds_no_chronology_and_no_entry(baby: Baby) -> None:
    entry = entry_on(baby.person, Contact())
    stranger = an_actor("gp")
    absent, refused = pytest.raises(Unfindable), pytest.raises(Unfindable)
    with refused as first:
        chronology_of(stranger, baby.pk)
    with absent as second:
        chronology_of(stranger, uuid.uuid4())
    assert str(first.value) == str(second.value)
    with pytest.raises(Unfindable) as third:
        entry_seen_by(stranger, entry.pk)
    with pytest.raises(Unfindable) as fourth:
        entry_seen_by(stranger, uuid.uuid4())
    assert str(third.value) == str(fourth.value)


def test_what_was_not_known_yet_is_not_there_as_of_a_date(baby: Baby, visitor: Actor) -> None:
    with on(0):
        entry_on(baby.person, Contact(), dt.date(2026, 10, 1))
    with on(5):
        entry_on(baby.person, Injury(injury="mark"), dt.date(2026, 10, 1))
    assert kinds(chronology_of(visitor, baby.pk, as_of=moment(1))) == ["contact"]
    assert len(chronology_of(visitor, baby.pk, as_of=moment(6))) == 2
    assert chronology_of(visitor, baby.pk, as_of=moment(-1)) == []


def test_had_the_record_been_joined_is_asked_by_when_it_was_recorded(baby: Baby, visitor: Actor) -> None:
    with on(20):
        entry_on(baby.person, Contact(), dt.date(2026, 10, 1), recorded_at=moment(0))
        entry_on(baby.person, Mobility(rolls=True), dt.date(2026, 10, 1), recorded_at=moment(10))
    assert chronology_of(visitor, baby.pk, as_of=moment(5)) == []
    assert kinds(chronology_of(visitor, baby.pk, as_of=moment(5), by="recorded")) == ["contact"]


def test_a_corrected_entry_shows_its_versions_and_as_of_before_shows_the_first(
    baby: Baby, visitor: Actor
) -> None:
    with on(0):
        first = record(visitor, baby.person, Injury(injury="mark"), happened_on=dt.date(2026, 10, 1))
    with on(3):
        second = correct(visitor, first, Injury(injury="bruise"))
    [line] = chronology_of(visitor, baby.pk)
    assert (line.entry.pk, [older.entry.pk for older in line.versions]) == (second.pk, [first.pk])
    [before] = chronology_of(visitor, baby.pk, as_of=moment(1))
    assert (before.entry.pk, before.versions) == (first.pk, ())


def test_a_withdrawn_entry_shows_that_it_was_taken_back(baby: Baby, visitor: Actor) -> None:
    first = record(visitor, baby.person, Injury(injury="mark"))
    withdraw(visitor, first, "Wrong baby.")
    [line] = chronology_of(visitor, baby.pk)
    assert line.entry.withdrawn
    assert [older.entry.pk for older in line.versions] == [first.pk]


def test_a_disagreement_stands_beside_its_entry_after_a_correction_too(baby: Baby, visitor: Actor) -> None:
    first = record(visitor, baby.person, Injury(injury="mark"))
    beside = disagree(visitor, first, "It is a birthmark.", mother_of(baby))
    correct(visitor, first, Injury(injury="bruise"))
    line = next(line for line in chronology_of(visitor, baby.pk) if line.entry.kind == "injury")
    assert [one.entry.pk for one in line.beside] == [beside.pk]


def test_entries_about_the_care_network_stand_on_the_page(baby: Baby, visitor: Actor) -> None:
    mother = mother_of(baby)
    entry_on(mother, Observation(code="late_booking"), agency=an_agency("midwifery"))
    line = next(one for one in chronology_of(visitor, baby.pk) if one.entry.kind == "observation")
    assert (line.about, line.about_is_child) == (mother, False)


def test_what_the_table_keeps_elsewhere_says_nothing_but_that_it_is(baby: Baby, visitor: Actor) -> None:
    since = dt.date(2026, 1, 1)
    OpenMatter.unscoped.create(
        child=baby.person, level="concern", what="enquiry", entry_root=baby.pk, since=since
    )
    mother = mother_of(baby)
    for sector in ("police", "substance_service", "mental_health", "probation", "social_care", "gp"):
        for level in ("shared", "restricted", "sealed"):
            entry_on(
                mother,
                Observation(code="cannabis"),
                agency=an_agency(sector),
                sensitivity=level,
                note="CANARY",
                author_name="CANARY",
            )
    lines = [line for line in chronology_of(visitor, baby.pk) if line.view is View.ELSEWHERE]
    assert lines
    for line in lines:
        assert (line.detail, line.agency, dict(line.people), line.versions) == (None, None, {}, ())
        assert (line.entry.note, line.entry.author_name, line.entry.kind) == ("", "", "")
        assert line.entry.agency_id is None
    assert not [line for line in chronology_of(visitor, baby.pk) if line.entry.sensitivity == "sealed"]


def test_filters_leave_only_what_is_wanted(baby: Baby, visitor: Actor) -> None:
    mother = mother_of(baby)
    entry_on(baby.person, Contact(), dt.date(2026, 10, 1), agency=an_agency("gp"))
    entry_on(baby.person, Mobility(sits=True), dt.date(2026, 10, 9), agency=an_agency("midwifery"))

    def shown(**wanted: Any) -> list[str]:
        return kinds(chronology_of(visitor, baby.pk, filters=Filters(**wanted)))

    assert shown(agency_codes={"gp"}) == ["contact"]
    assert shown(kinds={"mobility"}) == ["mobility"]
    assert shown(person_ids={mother.pk}) == ["relationship"]
    assert shown(since=dt.date(2026, 10, 5), until=dt.date(2026, 10, 10)) == ["mobility"]


def test_a_link_shows_entries_from_when_it_was_made_and_an_undone_one_never_did(
    baby: Baby, visitor: Actor
) -> None:
    with on(0):
        other = a_source_person(an_agency("gp"), kind="baby")
        entry_on(other.person, Contact(), dt.date(2026, 10, 1), agency=other.agency)
    with on(4):
        claim = link(IMPORT, other, baby.person, "The same red book.")
    assert chronology_of(visitor, baby.pk, as_of=moment(1)) == []
    assert len(chronology_of(visitor, baby.pk, as_of=moment(1), by="recorded")) == 1
    assert len(chronology_of(visitor, baby.pk, as_of=moment(5))) == 1
    with on(6):
        unlink(IMPORT, claim, "Two babies.")
    assert chronology_of(visitor, baby.pk, as_of=moment(5)) == []
    assert chronology_of(visitor, baby.pk) == []


def test_a_sealed_child_is_not_found_through_its_birth_family(baby: Baby, visitor: Actor) -> None:
    mother = mother_of(baby)
    brother = a_baby(given_name="Sealed", sealed=True)
    NetworkMember.unscoped.create(child=baby.person, person=brother.person, through="sibling")
    entry_on(brother.person, Contact(), agency=an_agency("midwifery"))
    both = a_source_person(an_agency("midwifery"), person=brother.person)
    entry_on(mother, Contact(), agency=an_agency("midwifery"), people=(("spoke_to", both.key),))
    lines = chronology_of(visitor, baby.pk)
    assert kinds(lines) == ["relationship"]


def test_an_entry_is_seen_as_on_the_page(baby: Baby, visitor: Actor) -> None:
    first = record(visitor, baby.person, Injury(injury="mark"))
    second = correct(visitor, first, Injury(injury="bruise"))
    assert entry_seen_by(visitor, second.pk).detail == Injury(injury="bruise")
    assert [older.entry.pk for older in entry_seen_by(visitor, second.pk).versions] == [first.pk]
    assert entry_seen_by(visitor, first.pk).detail == Injury(injury="mark")


def test_the_page_makes_at_most_eight_queries_however_many_entries(baby: Baby, visitor: Actor) -> None:
    mother = mother_of(baby)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            chronology_of(visitor, baby.pk)
        return len(captured)

    entry_on(baby.person, Contact(), agency=an_agency("gp"))
    few = queries()
    for _ in range(10):
        entry_on(baby.person, Appointment(service="gp", outcome="attended"), agency=an_agency("gp"))
        entry_on(baby.person, Mobility(rolls=True), agency=an_agency("midwifery"))
        entry_on(mother, Observation(code="late_booking"), agency=an_agency("midwifery"))
    assert len(chronology_of(visitor, baby.pk)) > 30
    assert queries() == few <= 8
