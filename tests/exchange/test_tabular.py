"""Tables: which one a file is, and what its rows become."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from sightline.chronology.kinds import (
    Appointment,
    Birth,
    Contact,
    Measurement,
    Pregnancy,
    Referral,
    Relationship,
    StrategyDiscussion,
)
from sightline.chronology.proposals import Batch
from sightline.cli.reference import PAGES
from sightline.core import clock
from sightline.exchange import reading
from sightline.exchange.tabular import TABLES, read, templates
from sightline.exchange.tabular.tables import table_of

pytestmark = pytest.mark.usefixtures("a_monday")
RECORDED = "2026-11-20"
DAY = dt.date(2026, 11, 18)


def table(*rows: str, ends: str = "\n") -> bytes:
    return ends.join([*rows, ""]).encode()


def batch_of(*rows: str) -> Batch:
    return read(table(*rows), "a.csv", "OAK")


def contacts(*rows: str) -> Batch:
    head = "record_id,person_id,happened_on,recorded_at,child_seen,lived_experience,spoke_to,note"
    return batch_of(head, *rows)


def test_every_template_is_recognised_as_its_own_table() -> None:
    assert len(TABLES) == 22
    for name, template in templates().items():
        header = template.content.decode("utf-8-sig").strip().split(",")
        found = table_of(header)
        assert found is not None
        assert (found.name, template.file_name) == (name, f"{name}.csv")


@pytest.mark.parametrize("name", [one.name for one in TABLES])
def test_every_column_is_documented(name: str) -> None:
    for column in templates()[name].table.columns:
        assert column.meaning.endswith("."), column.name
        assert column.form, column.name
        assert (column.codes is not None) == column.form.startswith("code"), column.name


def test_the_reference_page_names_every_table_and_every_code() -> None:
    page = PAGES["tables.md"]()
    for one in TABLES:
        assert f"## `{one.name}`" in page
        for column in one.columns:
            assert all(f"`{code}`" in page for code in column.codes or ())


def test_a_template_without_rows_is_read_and_says_nothing() -> None:
    batch = read(templates()["contacts"].content, "a.csv", "OAK")
    assert (batch.resources, batch.people, batch.entries) == (0, (), ())


def test_a_row_becomes_an_entry_with_all_that_it_says() -> None:
    (entry,) = contacts('7,b1,2026-11-18,2026-11-20 14:05,yes,,m1; f1,"Seen at home, asleep"').entries
    assert entry.detail == Contact(child_seen=True, lived_experience=None)
    assert (entry.about, entry.source_id) == ("b1", "contacts:7")
    assert entry.people == (("spoke_to", "m1"), ("spoke_to", "f1"))
    assert (entry.happened_from, entry.happened_to, entry.precision) == (DAY, DAY, "exact")
    assert entry.recorded_at == dt.datetime(2026, 11, 20, 14, 5, tzinfo=dt.UTC)
    assert (entry.note, entry.sensitivity, entry.withdrawn) == ("Seen at home, asleep", "shared", False)


def test_an_hour_in_summer_is_taken_by_the_clock_in_england() -> None:
    (entry,) = contacts("7,b1,2026-07-01,2026-07-01 14:05,,,,").entries
    assert entry.recorded_at == dt.datetime(2026, 7, 1, 13, 5, tzinfo=dt.UTC)


def test_a_day_of_recording_counts_as_its_end_but_never_as_the_future() -> None:
    earlier, today = contacts("7,b1,2026-11-18,2026-11-20,,,,", "8,b1,2026-11-18,2026-11-23,,,,").entries
    assert earlier.recorded_at == clock.end_of(dt.date(2026, 11, 20))
    assert today.recorded_at == clock.now()


def test_the_columns_may_stand_in_any_order_and_common_ones_be_left_out() -> None:
    head = (
        "head_cm,weight_kg,length_cm,head_centile,weight_centile,recorded_at,happened_on,person_id,record_id"
    )
    (entry,) = batch_of(head, f",3.45,,,,{RECORDED},2026-11-18,b1,1").entries
    assert entry.detail == Measurement(weight_kg=Decimal("3.45"))


def test_an_imprecise_day_is_the_last_of_its_interval_and_order_only_has_none() -> None:
    head = "record_id,person_id,happened_on,precision,recorded_at,child_seen,lived_experience,spoke_to"
    week, order = batch_of(
        head, f"1,b1,2026-11-18,week,{RECORDED},,,", f"2,b1,,order_only,{RECORDED},,,"
    ).entries
    assert (week.happened_from, week.happened_to) == (dt.date(2026, 11, 12), DAY)
    assert (order.happened_from, order.happened_to) == (None, None)


def test_services_in_a_part_and_codes_are_read() -> None:
    head = "record_id,person_id,happened_on,recorded_at"
    (held,) = batch_of(f"{head},present", f"1,b1,2026-11-18,{RECORDED},police;hospital").entries
    assert held.detail == StrategyDiscussion()
    assert held.sectors == (("present", "police"), ("present", "hospital"))
    (referral,) = batch_of(
        f"{head},to_sector,outcome,outcome_on", f"1,b1,2026-11-18,{RECORDED},social_care,,"
    ).entries
    assert referral.detail == Referral(to_sector="social_care", outcome="open")
    (missed,) = batch_of(
        f"{head},service,outcome,routine,with", f"1,b1,2026-11-18,{RECORDED},gp,not_brought,six_week,"
    ).entries
    assert missed.detail == Appointment("gp", "not_brought", "six_week")


def test_a_relationship_names_to_whom() -> None:
    head = ",".join(column.name for column in templates()["relationships"].table.columns)
    cells = f"1,m1,2026-11-18,,{RECORDED},,mother,,,yes,,,,b1,,,,"
    (entry,) = batch_of(head, cells).entries
    assert entry.detail == Relationship(type="mother", parental_responsibility=True)
    assert entry.people == (("to", "b1"),)


def test_a_person_s_row_becomes_the_person_and_of_a_baby_the_birth() -> None:
    head = (
        "person_id,kind,given_name,family_name,born_on,expected_on,gestation_days,nhs_number,"
        "nhs_number_verified,address,postcode,recorded_at,sex"
    )
    batch = batch_of(
        head,
        "b1,baby,Ash,Example,2026-11-01,2026-11-08,273,999 000 0018,yes,"
        f"1 High Street; Oakton,OA1 1AA,{RECORDED},female",
        f"m1,person,Robin,Example,1995-02-03,,,9990000001,,,,{RECORDED},",
    )
    baby, mother = batch.people
    assert (baby.kind, baby.born_from, baby.born_to) == ("baby", dt.date(2026, 11, 1), dt.date(2026, 11, 1))
    assert [(one.value, one.verified) for one in baby.identifiers] == [("9990000018", True)]
    assert baby.addresses[0].lines == ("1 High Street", "Oakton")
    assert (mother.kind, mother.sex) == ("person", "unknown")
    assert [one.detail for one in batch.entries] == [
        Pregnancy(expected_on=dt.date(2026, 11, 8)),
        Birth(born_on=dt.date(2026, 11, 1), sex="female", gestation_days=273),
    ]
    assert (batch.resources, batch.quarantined_identifiers) == (2, 1)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_any_one_kind_of_line_end_are_read(start: bytes, ends: str) -> None:
    head = "record_id,person_id,happened_on,recorded_at,child_seen,lived_experience,spoke_to,note"
    data = start + table(
        head, f'1,b1,2026-11-18,{RECORDED},,,,"Two\nlines"', f"2,b1,2026-11-18,{RECORDED},,,,", ends=ends
    )
    batch = read(data, "a.csv", "OAK")
    assert [one.note for one in batch.entries] == ["Two\nlines", ""]


def test_rows_that_are_wholly_empty_are_passed_over() -> None:
    assert contacts(f"1,b1,2026-11-18,{RECORDED},,,,", "", ",,,,,,,").resources == 1


def test_a_table_is_known_by_its_header_whatever_its_file_is_called() -> None:
    data = table("record_id,person_id,happened_on,recorded_at,child_seen,lived_experience,spoke_to")
    assert reading.read_bytes(data, "export.txt", "OAK").source_system == "table"


def test_two_tables_may_number_their_records_alike() -> None:
    first = contacts(f"1,b1,2026-11-18,{RECORDED},,,,").entries[0]
    head = "record_id,person_id,happened_on,recorded_at,how"
    second = batch_of(head, f"1,m1,2026-11-18,{RECORDED},met").entries[0]
    assert first.source_id != second.source_id
