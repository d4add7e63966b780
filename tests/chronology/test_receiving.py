"""Receiving what agencies send."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext

from factories import a_batch, a_person, an_actor, an_agency, an_entry, received
from sightline.chronology.actions import receive
from sightline.chronology.events import EntriesRecorded
from sightline.chronology.kinds import (
    Appointment,
    Birth,
    Contact,
    Disagreement,
    Household,
    Measurement,
    Observation,
    Relationship,
    Shared,
)
from sightline.chronology.models import Aside, Entry, EntryPerson, Message, details_of
from sightline.chronology.proposals import IdentifierProposal, KeptAside, RefusedFile
from sightline.core import clock, events
from sightline.core.actors import IMPORT
from sightline.core.errors import Refused, SightlineError
from sightline.core.models import LedgerEntry
from sightline.linkage.models import Claim
from sightline.people.models import Baby, Identifier, Person, SourcePerson

pytestmark = pytest.mark.django_db
BORN = dt.date(2026, 9, 1)


def a_family() -> list[Any]:
    return [
        a_person("b1", kind="baby", given_name="Ash", family_name="Example", born_from=BORN, born_to=BORN),
        a_person("m1", given_name="Robin", family_name="Example", sex="female"),
        an_entry("m1", Relationship(type="mother"), BORN, people=(("to", "b1"),), source_id="r1"),
        an_entry("b1", Birth(born_on=BORN, sex="female", gestation_days=280), BORN, source_id="birth1"),
        an_entry("b1", Measurement(weight_kg=Decimal("3.4")), BORN, source_id="w1"),
        an_entry("b1", Contact(child_seen=True), BORN, people=(("spoke_to", "m1"),), source_id="c1"),
    ]


def test_a_first_batch_stores_its_people_and_entries() -> None:
    receipt = received(an_agency("midwifery"), *a_family())
    assert (receipt.accepted, receipt.changed, receipt.unchanged, receipt.withdrawn) == (6, 0, 0, 0)
    assert Entry.unscoped.count() == len(receipt.entry_ids) == 4
    assert EntryPerson.unscoped.count() == 2
    said = details_of(Entry.unscoped.filter(source_id="birth1"))
    assert list(said.values()) == [Birth(born_on=BORN, sex="female", gestation_days=280)]


def test_the_same_batch_again_changes_nothing() -> None:
    agency, family = an_agency("midwifery"), a_family()
    received(agency, *family, body=b"file", name="a.json")
    before = list(Entry.unscoped.values_list("id", flat=True))
    again = received(agency, *family, body=b"file", name="b.json")
    assert (again.accepted, again.changed, again.unchanged, again.withdrawn) == (0, 0, 6, 0)
    assert again.entry_ids == ()
    assert list(Entry.unscoped.values_list("id", flat=True)) == before
    assert Message.unscoped.count() == 1


def test_the_order_within_a_batch_does_not_matter() -> None:
    agency, family = an_agency("midwifery"), a_family()
    family.append(an_entry("b1", Shared(), BORN, ref="c1", sectors=(("with", "gp"),), source_id="s1"))
    random.Random(3).shuffle(family)
    family.sort(key=lambda one: getattr(one, "ref", ""), reverse=True)
    received(agency, *family)
    shared = Entry.unscoped.get(source_id="s1")
    assert shared.ref is not None
    assert shared.ref.source_id == "c1"
    assert list(Entry.unscoped.order_by("known_at", "id").values_list("source_id", flat=True)) == [
        "birth1",
        "c1",
        "r1",
        "w1",
        "s1",
    ]


def test_the_same_two_versions_in_either_order_end_alike() -> None:
    first = an_entry("b1", Contact(child_seen=False), BORN, source_id="c1", source_version="9")
    second = replace(first, detail=Contact(child_seen=True), source_version="10")
    for agency, versions in ((an_agency("gp"), (first, second)), (an_agency("hospital"), (second, first))):
        received(agency, *versions)
        latest = Entry.unscoped.get(agency=agency, replaced_by__isnull=True)
        assert latest.source_version == "10"
        assert received(agency, *versions).unchanged == 2


def test_a_newer_version_replaces_and_the_older_stays() -> None:
    agency = an_agency("midwifery")
    first = an_entry("b1", Contact(child_seen=False), BORN, source_id="c1")
    received(agency, a_person("b1", kind="baby"), first)
    receipt = received(agency, replace(first, detail=Contact(child_seen=True)))
    assert (receipt.accepted, receipt.changed) == (0, 1)
    newer = Entry.unscoped.get(pk=receipt.entry_ids[0])
    assert newer.replaces is not None
    assert newer.root_id == newer.replaces_id
    assert Entry.unscoped.count() == 2


def test_an_older_numbered_version_that_comes_late_replaces_nothing() -> None:
    agency = an_agency("midwifery")
    newer = an_entry("b1", Contact(child_seen=True), BORN, source_id="c1", source_version="2")
    received(agency, newer)
    late = received(agency, replace(newer, detail=Contact(child_seen=False), source_version="1"))
    assert (late.changed, late.unchanged) == (0, 1)


def test_an_export_that_stamps_every_entry_anew_changes_nothing() -> None:
    agency = an_agency("midwifery")
    entry = an_entry("b1", Contact(child_seen=True), BORN, source_id="c1")
    received(agency, entry)
    stamped = replace(entry, recorded_at=entry.recorded_at + dt.timedelta(days=9))
    assert (received(agency, stamped).changed, Entry.unscoped.count()) == (0, 1)


def test_a_withdrawn_entry_stays_in_the_history_and_is_withdrawn_once() -> None:
    agency = an_agency("midwifery")
    first = an_entry("b1", Contact(child_seen=False), BORN, source_id="c1")
    received(agency, first)
    taken_back = replace(first, withdrawn=True)
    receipt = received(agency, taken_back)
    assert (receipt.accepted, receipt.changed, receipt.withdrawn) == (0, 0, 1)
    assert Entry.unscoped.count() == 2
    again = received(agency, taken_back)
    assert (again.withdrawn, again.unchanged) == (0, 1)


def test_another_agency_with_the_same_ids_replaces_nothing() -> None:
    entry = an_entry("b1", Contact(child_seen=False), BORN, source_id="c1")
    received(an_agency("midwifery"), entry)
    other = received(an_agency("gp"), replace(entry, detail=Contact(child_seen=True)))
    assert (other.accepted, other.changed) == (1, 0)
    assert SourcePerson.unscoped.filter(key="b1").count() == 2


def test_a_person_only_named_gets_a_stand_in_that_the_record_fills_later() -> None:
    agency = an_agency("midwifery")
    first = received(agency, an_entry("b1", Contact(), BORN))
    assert first.accepted == 1
    later = received(agency, a_person("b1", kind="baby", given_name="Ash", family_name="Example"))
    assert (later.accepted, later.changed) == (1, 0)
    source = SourcePerson.unscoped.get(key="b1")
    assert source.person.name == "Ash Example"
    assert source.person.baby.partnership == agency.partnership


def test_a_new_baby_is_followed_by_the_partnership_of_its_agency_and_an_adult_is_not() -> None:
    agency = an_agency("midwifery")
    received(agency, *a_family())
    baby = Baby.unscoped.get()
    assert (baby.partnership, baby.born_on, baby.person.kind) == (agency.partnership, BORN, "baby")
    assert Person.unscoped.filter(kind="person").count() == 1


def test_two_babies_of_one_pregnancy_are_two_persons() -> None:
    same = {"kind": "baby", "family_name": "Example", "born_from": BORN, "born_to": BORN}
    received(
        an_agency("midwifery"), a_person("t1", birth_order=1, **same), a_person("t2", birth_order=2, **same)
    )
    assert Baby.unscoped.count() == 2


def test_an_unborn_baby_is_born_on_the_same_person() -> None:
    agency = an_agency("midwifery")
    received(agency, a_person("b1", kind="baby"))
    person = Person.unscoped.get()
    born = a_person("b1", kind="baby", given_name="Ash", born_from=BORN, born_to=BORN)
    received(agency, born, an_entry("b1", Birth(born_on=BORN), BORN))
    assert Person.unscoped.get().pk == person.pk
    assert SourcePerson.unscoped.get().born_on == BORN


def test_every_source_person_has_one_claim_in_force_that_it_mirrors() -> None:
    received(an_agency("midwifery"), *a_family())
    for source in SourcePerson.unscoped.all():
        assert Claim.unscoped.get(source_person=source).person_id == source.person_id


def test_an_nhs_number_that_fails_its_check_is_kept_and_marked_though_its_sender_verified_it() -> None:
    number = IdentifierProposal("nhs_number", "999 000 0001", verified=True)
    receipt = received(an_agency("midwifery"), a_person("b1", kind="baby", identifiers=(number,)))
    kept = Identifier.unscoped.get()
    assert (kept.value, kept.state, kept.sender_verified) == ("9990000001", "failed_check", True)
    assert receipt.quarantined_identifiers == 1
    assert Person.unscoped.get().nhs_number == ""


@pytest.mark.parametrize(
    ("note", "level"),
    [
        ("Seen at the fertility clinic.", "restricted"),
        ("Talked about IVF.", "restricted"),
        ("He has HIV.", "restricted"),
        ("She told of a rape before she came here.", "restricted"),
        ("Earlier termination of   pregnancy", "restricted"),
        ("Holds a Gender Recognition certificate", "restricted"),
        ("Grapes and arrival of the drapes; shiver.", "shared"),
        ("", "shared"),
    ],
)
def test_some_matters_are_restricted_on_arrival_whatever_the_sender_says(note: str, level: str) -> None:
    received(an_agency("midwifery"), an_entry("m1", Observation(code="mental_ill_health"), note=note))
    assert Entry.unscoped.get().sensitivity == level


def test_a_matter_named_in_the_entry_itself_is_restricted_and_a_sealed_one_stays_sealed() -> None:
    agency = an_agency("midwifery")
    received(agency, an_entry("m1", Household(change="moves_in", reason="Left after sexual assault")))
    assert Entry.unscoped.get().sensitivity == "restricted"
    sealed = an_entry("m1", Contact(), note="HIV clinic", sensitivity="sealed", source_id="x")
    received(agency, sealed)
    assert Entry.unscoped.get(source_id="x").sensitivity == "sealed"


def test_records_without_a_place_are_kept_once_and_counted_each_time() -> None:
    agency = an_agency("midwifery")
    aside = KeptAside("obs-1", "Observation", "No place yet.", b"{}")
    assert received(agency, aside, body=b"one").kept_aside == 1
    assert received(agency, aside, body=b"two").kept_aside == 1
    assert bytes(Aside.unscoped.get().body) == b"{}"


def test_an_entry_that_refers_to_nothing_is_kept_aside_and_said_so() -> None:
    receipt = received(an_agency("gp"), an_entry("b1", Disagreement(words="No."), ref="nowhere"))
    assert (receipt.accepted, receipt.kept_aside) == (0, 1)
    assert "nowhere" in Aside.unscoped.get().reason


def test_an_unknown_agency_is_refused_and_nothing_is_stored() -> None:
    batch = replace(a_batch(an_agency("gp"), *a_family()), agency_code="nobody")
    with pytest.raises(SightlineError, match="nobody"):
        receive(IMPORT, batch)
    assert not SourcePerson.unscoped.exists()


def test_a_batch_that_cannot_be_kept_whole_is_not_kept_at_all() -> None:
    family = [*a_family(), an_entry("b1", Contact(), source_id="x" * 301)]
    with pytest.raises(RefusedFile, match="source_id"):
        received(an_agency("midwifery"), *family)
    assert not Entry.unscoped.exists()
    assert not SourcePerson.unscoped.exists()


def test_a_part_that_the_kind_does_not_have_is_refused() -> None:
    wrong = an_entry("b1", Appointment(service="gp", outcome="attended"), people=(("spoke_to", "m1"),))
    with pytest.raises(RefusedFile, match="spoke_to"):
        received(an_agency("gp"), wrong)


def test_one_event_tells_of_all_entries_of_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[EntriesRecorded] = []
    monkeypatch.setitem(events._subscribers, EntriesRecorded, [told.append])
    receipt = received(an_agency("midwifery"), *a_family())
    assert [event.entry_ids for event in told] == [receipt.entry_ids]


def test_receiving_leaves_one_trace_that_names_the_entries_and_the_baby() -> None:
    receipt = received(an_agency("midwifery"), *a_family())
    trace = LedgerEntry.ledger.get(event="batch.received")
    assert {f"entry:{entry}" for entry in receipt.entry_ids} <= set(trace.records)
    assert trace.children.get().child_id == Baby.unscoped.get().pk


def test_a_practitioner_does_not_bring_records_in() -> None:
    with pytest.raises(Refused):
        receive(an_actor("midwifery"), a_batch(an_agency("midwifery"), *a_family()))


def test_a_large_batch_makes_no_query_a_row(django_assert_max_num_queries: Any) -> None:
    agency = an_agency("midwifery")
    people = [a_person(f"b{n}", kind="baby", given_name=f"Baby{n}", family_name=f"F{n}") for n in range(300)]
    entries = [an_entry(f"b{n % 300}", Contact(child_seen=True)) for n in range(1200)]
    with clock.at(dt.datetime(2026, 11, 1, tzinfo=dt.UTC)), django_assert_max_num_queries(400) as queries:
        received(agency, *people, *entries)
    assert isinstance(queries, CaptureQueriesContext)
