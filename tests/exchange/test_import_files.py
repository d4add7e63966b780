"""Bringing files in: each whole or not at all, and the second time nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from fhir_samples import patient
from import_samples import CASE, a_patient, contacts

from factories import a_partnership, an_agency
from sightline.agencies.models import Agency, Partnership
from sightline.chronology.models import Aside, Entry, Message
from sightline.core.models import LedgerEntry
from sightline.exchange import reading
from sightline.exchange.importing import files
from sightline.exchange.importing.destinations import Destination
from sightline.exchange.importing.files import bring_in_bytes, bring_in_path
from sightline.exchange.importing.results import Counts, FileResult
from sightline.people.models import SourcePerson

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_monday")]


def brought(data: bytes, name: str = "a.csv", *, dry_run: bool = False, code: str = "oak") -> FileResult:
    return bring_in_bytes(data, name, Destination(code, "health_visiting"), dry_run=dry_run)


def reason_of(result: FileResult) -> str:
    assert result.refusal is not None
    return result.refusal.reason


def test_a_file_is_stored_and_its_agency_made_where_it_is_not_there() -> None:
    result = brought(contacts())
    assert result.counts == Counts(files=1, resources=1, accepted=1)
    agency = Agency.unscoped.get()
    assert (agency.code, agency.sector, agency.partnership.code) == ("oak", "health_visiting", "default")
    assert result.created == ("oak",)
    assert Entry.unscoped.get().agency == agency


def test_the_second_time_nothing_is_new_and_no_agency_is_made() -> None:
    brought(contacts())
    again = brought(contacts())
    assert again.counts == Counts(files=1, resources=1, unchanged=1)
    assert again.created == ()
    assert (Entry.unscoped.count(), Message.unscoped.count()) == (1, 1)


def test_a_corrected_row_replaces_and_a_withdrawn_one_stays_in_the_history() -> None:
    brought(contacts())
    assert brought(contacts("1,b1,2026-11-18,2026-11-20,no,,m1")).counts.changed == 1
    taken_back = contacts("1,b1,2026-11-18,2026-11-20,no,,m1,yes").replace(b"spoke_to", b"spoke_to,withdrawn")
    assert brought(taken_back).counts.withdrawn == 1
    assert Entry.unscoped.count() == 3


def test_an_earlier_file_sent_again_does_not_undo_a_later_one() -> None:
    first, second = contacts(), contacts("1,b1,2026-11-18,2026-11-20,no,,m1")
    brought(first)
    brought(second)
    assert brought(first).counts == Counts(files=1, resources=1, unchanged=1)
    assert brought(second).counts == Counts(files=1, resources=1, unchanged=1)
    assert Entry.unscoped.filter(replaced_by__isnull=True).get().source_id == "contacts:1"
    assert Entry.unscoped.count() == 2


def test_a_file_sent_again_still_brings_what_was_never_stored() -> None:
    agency = an_agency("health_visiting", "oak")
    Message.unscoped.create(
        agency=agency, source_system="table", digest=_digest(contacts()), body=b"", received_by="test"
    )
    assert brought(contacts()).counts.accepted == 1


def _digest(data: bytes) -> str:
    from sightline.chronology.storing import digests

    return digests.of_bytes(data)


def test_a_dry_run_says_what_would_change_and_stores_nothing() -> None:
    result = brought(contacts(), dry_run=True)
    assert result.counts == Counts(files=1, resources=1, accepted=1)
    assert result.created == ("oak",)
    for model in (Agency, Partnership, SourcePerson, Entry, Message, LedgerEntry):
        assert not model._default_manager.exists(), model


def test_a_dry_run_after_an_import_tells_changes_from_what_was_known() -> None:
    brought(contacts())
    rows = ("1,b1,2026-11-18,2026-11-20,no,,m1", "2,b1,2026-11-18,2026-11-20,no,,")
    result = brought(contacts(*rows), dry_run=True)
    assert (result.counts.accepted, result.counts.changed) == (1, 1)
    assert Entry.unscoped.count() == 1


def test_a_table_with_a_fault_is_refused_whole_with_every_fault() -> None:
    result = brought(contacts("1,b1,2026-11-18,2026-11-20,yes,,", "2,b1,never,sometime,yes,,"))
    assert result.counts == Counts(files=1, refused=1)
    assert result.refusal is not None
    assert (result.refusal.file, result.refusal.line) == ("a.csv", 3)
    assert len(result.faults) == 2
    assert not Entry.unscoped.exists()
    assert not Agency.unscoped.exists()


def test_something_unexpected_refuses_one_file_and_leaves_nothing_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("the disc is full\nDETAIL: (Ash Example)")

    monkeypatch.setattr(files, "_count", breaks)
    result = brought(contacts())
    assert reason_of(result).startswith("could not be stored: RuntimeError: the disc is full.")
    assert "Ash" not in reason_of(result)
    assert "in breaks" in result.trace
    assert not Entry.unscoped.exists()
    assert not Agency.unscoped.exists()
    monkeypatch.undo()
    assert brought(contacts()).counts.accepted == 1


def test_a_fhir_file_s_person_and_what_is_kept_aside_are_counted() -> None:
    result = brought(a_patient(), "a.json")
    assert (result.counts.resources, result.counts.accepted > 0, result.counts.kept_aside) == (1, True, 0)
    aside = brought(b'{"resourceType": "Basic", "id": "x", "code": {"text": "x"}}', "b.json")
    assert (aside.counts.kept_aside, aside.counts.refused) == (1, 0)
    assert Aside.unscoped.count() == 1
    assert (
        brought(b'{"resourceType": "Basic", "id": "x", "code": {"text": "x"}}', "b.json").counts.kept_aside
        == 1
    )
    assert Aside.unscoped.count() == 1


def test_an_nhs_number_that_fails_its_check_is_counted_both_times() -> None:
    number = {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000001"}
    data = a_patient(identifier=[number])
    assert patient()["resourceType"] == "Patient"
    assert [brought(data, "a.json").counts.quarantined_identifiers for _ in range(2)] == [1, 1]


def test_a_case_file_brings_each_sector_s_facts_under_an_agency_of_its_own() -> None:
    result = brought(CASE.encode(), "a.yaml")
    assert result.refusal is None
    assert result.counts.resources == 2
    assert set(Entry.unscoped.values_list("agency__code", "agency__sector")) == {
        ("health_visiting", "health_visiting"),
        ("police", "police"),
    }
    assert result.created == ("health_visiting", "police")
    again = brought(CASE.encode(), "a.yaml")
    assert (again.counts.accepted, again.counts.changed) == (0, 0)


def test_a_case_file_with_a_fault_in_its_last_fact_stores_none() -> None:
    result = brought(CASE.replace("code: domestic_abuse_victim", "code: nothing").encode(), "a.yaml")
    assert result.refusal is not None
    assert result.refusal.line == 10
    assert not Entry.unscoped.exists()


def test_an_agency_brings_in_its_own_facts_of_a_case_file_and_the_rest_is_kept_aside() -> None:
    an_agency("health_visiting", "oak")
    own = Destination("oak", own_only=True)
    result = bring_in_bytes(CASE.encode(), "a.yaml", own)
    assert (result.counts.resources, result.counts.kept_aside) == (2, 1)
    assert set(Entry.unscoped.values_list("agency__code", flat=True)) == {"oak"}
    an_agency("nursery", "elm")
    refused = bring_in_bytes(CASE.encode(), "a.yaml", Destination("elm", own_only=True))
    assert "nothing that nursery recorded" in reason_of(refused)


def test_an_agency_that_exists_keeps_its_sector_and_partnership() -> None:
    agency = an_agency("midwifery", "oak")
    brought(contacts())
    assert Agency.unscoped.get() == agency
    assert Agency.unscoped.get().sector == "midwifery"


def test_a_new_agency_joins_the_only_partnership() -> None:
    only = a_partnership("northshire")
    brought(contacts())
    assert Agency.unscoped.get().partnership == only


def test_with_several_partnerships_one_has_to_be_named() -> None:
    a_partnership("northshire")
    a_partnership("southshire")
    assert "northshire, southshire" in reason_of(brought(contacts()))
    named = bring_in_bytes(contacts(), "a.csv", Destination("oak", "gp", "southshire"))
    assert named.refusal is None
    assert Agency.unscoped.get().partnership.code == "southshire"
    wrong = bring_in_bytes(contacts(), "a.csv", Destination("elm", "gp", "eastshire"))
    assert "no partnership 'eastshire'" in reason_of(wrong)


def test_a_file_too_large_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    path = tmp_path / "a.csv"
    path.write_bytes(contacts())
    assert "larger than 50 MiB" in reason_of(bring_in_path(path, Destination("oak")))


def test_what_is_imported_is_in_the_ledger_by_the_import() -> None:
    brought(contacts())
    events = dict(LedgerEntry.ledger.values_list("event", "actor_id"))
    assert events["batch.received"] == "system:import"
    assert events["agency.ensured"] == "system:import"
