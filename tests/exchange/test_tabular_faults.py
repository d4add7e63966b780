"""What is wrong in a table is told by row and column, all of it, with what to do."""

from __future__ import annotations

import pytest

from sightline.exchange.tabular import Fault, RefusedTable, read
from sightline.exchange.tabular.faults import MOST

pytestmark = pytest.mark.usefixtures("a_monday")
HEAD = "record_id,person_id,happened_on,precision,recorded_at,child_seen,lived_experience,spoke_to,note"
GOOD = "1,b1,2026-11-18,,2026-11-20,yes,,,"
PEOPLE = "person_id,kind,given_name,family_name,born_on,died_on,nhs_number,birth_weight_g,recorded_at"


def faults_of(data: bytes | str) -> tuple[Fault, ...]:
    with pytest.raises(RefusedTable) as caught:
        read(data if isinstance(data, bytes) else data.encode(), "a.csv", "OAK")
    assert caught.value.refusal.file == "a.csv"
    assert caught.value.refusal.line == caught.value.faults[0].line
    assert all(fault.what and fault.do for fault in caught.value.faults)
    return caught.value.faults


def fault_of_cell(header: str, row: str, column: str) -> str:
    (fault,) = faults_of(f"{header}\n{row}\n")
    assert (fault.row, fault.line, fault.column) == (2, 2, column)
    return fault.what


def test_the_good_row_of_these_tests_is_good() -> None:
    assert len(read(f"{HEAD}\n{GOOD}\n".encode(), "a.csv", "OAK").entries) == 1


@pytest.mark.parametrize(
    ("row", "column", "what"),
    [
        ("1,b1,18/11/2026,,2026-11-20,yes,,,", "happened_on", "not a date as YYYY-MM-DD"),
        ("1,b1,2026-11-31,,2026-11-20,yes,,,", "happened_on", "no day"),
        ("1,b1,2027-11-18,,2026-11-20,yes,,,", "happened_on", "lies ahead"),
        ("1,b1,1899-12-30,,2026-11-20,yes,,,", "happened_on", "empty date"),
        ("1,b1,46344,,2026-11-20,yes,,,", "happened_on", "not a date"),
        ("1,b1,2026-11-18,,20 Nov 2026,yes,,,", "recorded_at", "not a date"),
        ("1,b1,2026-11-18,,2026-11-20 25:00,yes,,,", "recorded_at", "no time of day"),
        ("1,b1,2026-11-18,day,2026-11-20,yes,,,", "precision", "not one of the codes"),
        ("1,b1,2026-11-18,,2026-11-20,TRUE,,,", "child_seen", "neither 'yes' nor 'no'"),
        (",b1,2026-11-18,,2026-11-20,yes,,,", "record_id", "empty"),
        ("1,,2026-11-18,,2026-11-20,yes,,,", "person_id", "empty"),
        ("1,b1,2026-11-18,,,yes,,,", "recorded_at", "empty"),
        ("1,1.2E+11,2026-11-18,,2026-11-20,yes,,,", "person_id", "rounded"),
        ("1,b1;b2,2026-11-18,,2026-11-20,yes,,,", "person_id", "semicolon"),
        ("1,b1,2026-11-18,,2026-11-20,yes,,,=1+1", "note", "as a formula"),
        ("1,b1,2026-11-18,,2026-11-20,yes,,,@SUM(A1)", "note", "as a formula"),
        ("1,b1,2026-11-18,,2026-11-20,yes,,,-2+3", "note", "as a formula"),
        ("1,b1,2026-11-18,,2026-11-20,yes,,,+cmd|' /C calc'!A0", "note", "as a formula"),
        (f"{'x' * 201},b1,2026-11-18,,2026-11-20,yes,,,", "record_id", "201 characters"),
        ("1,b1,,,2026-11-20,yes,,,", "", "'happened_on' is empty"),
        ("1,b1,2026-11-18,order_only,2026-11-20,yes,,,", "", "no day is known"),
        ("1,b1,2026-11-21,,2026-11-20,yes,,,", "", "before it happened"),
        ("1,b1,2026-11-18,,2026-11-20,yes,,", "", "8 cells and the header 9"),
        ("1,b1,2026-11-18,,2026-11-20,yes,,,,more", "", "10 cells and the header 9"),
    ],
)
def test_a_fault_is_told_by_row_and_column(row: str, column: str, what: str) -> None:
    assert what in fault_of_cell(HEAD, row, column)


@pytest.mark.parametrize(
    ("number", "what"),
    [
        ("9.43E+09", "rounded"),
        ("999000001", "zero at its beginning may be lost"),
        ("99900000018", "ten digits"),
        ("ABC", "ten digits"),
    ],
)
def test_an_nhs_number_that_a_spreadsheet_spoilt_is_refused(number: str, what: str) -> None:
    row = f"b1,baby,Ash,Example,2026-11-01,,{number},,2026-11-20"
    assert what in fault_of_cell(PEOPLE, row, "nhs_number")


def test_what_is_told_of_a_person_must_go_together() -> None:
    row = "m1,person,Robin,Example,1995-02-03,,,3000,2026-11-20"
    assert "Only of a baby" in fault_of_cell(PEOPLE, row, "")
    row = "b1,baby,Ash,Example,2026-11-10,2026-11-09,,,2026-11-20"
    assert "before" in fault_of_cell(PEOPLE, row, "")


@pytest.mark.parametrize("weight", ["3,4", "3.4kg", "0.01", "340", "3.4567", "1e3", "-3.4", "٣"])
def test_an_impossible_weight_is_refused(weight: str) -> None:
    head = (
        "record_id,person_id,happened_on,recorded_at,weight_kg,length_cm,head_cm,weight_centile,head_centile"
    )
    (fault,) = faults_of(f'{head}\n1,b1,2026-11-18,2026-11-20,"{weight}",,,,\n')
    assert fault.column == "weight_kg"


def test_a_measurement_that_measures_nothing_is_a_fault() -> None:
    head = (
        "record_id,person_id,happened_on,recorded_at,weight_kg,length_cm,head_cm,weight_centile,head_centile"
    )
    assert "says nothing" in fault_of_cell(head, "1,b1,2026-11-18,2026-11-20,,,,,", "")


def test_every_fault_is_told_and_the_reason_names_the_first_few() -> None:
    bad = "1,b1,18/11/2026,,2026-11-20,maybe,,,"
    with pytest.raises(RefusedTable) as caught:
        read("\n".join([HEAD, GOOD, *[bad] * 4, ""]).encode(), "a.csv", "OAK")
    assert [(one.row, one.column) for one in caught.value.faults][:3] == [
        (3, "happened_on"),
        (3, "child_seen"),
        (4, "happened_on"),
    ]
    assert len(caught.value.faults) == 8
    assert caught.value.refusal.line == 3
    assert "Row 3, column 'happened_on'" in caught.value.refusal.reason
    assert "3 further faults" in caught.value.refusal.reason


def test_a_file_of_faults_is_not_read_for_ever() -> None:
    faults = faults_of("\n".join([HEAD, *["x"] * 5_000]))
    assert MOST <= len(faults) < MOST + 20


def test_the_same_record_twice_is_a_fault_unless_it_says_its_version() -> None:
    assert "stands in row 2" in faults_of(f"{HEAD}\n{GOOD}\n{GOOD}\n")[0].what
    head = f"{HEAD},version"
    batch = read(f"{head}\n{GOOD},1\n{GOOD},2\n".encode(), "a.csv", "OAK")
    assert [one.source_version for one in batch.entries] == ["1", "2"]


def test_a_line_after_a_note_of_several_lines_keeps_its_own_numbers() -> None:
    note = '1,b1,2026-11-18,,2026-11-20,yes,,,"Three\nlines\nlong"'
    (fault,) = faults_of(f"{HEAD}\n{note}\n2,b1,never,,2026-11-20,yes,,,\n")
    assert (fault.row, fault.line) == (3, 5)


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (f"{HEAD}\n1,b1,\x002026-11-18\n".encode(), 2, "null character"),
        (f"{HEAD}\n1,b1,,,,,,,caf\xe9\n".encode("latin-1"), 2, "not in UTF-8"),
        (f"{HEAD}\n{GOOD}\n".encode("utf-16"), 1, "UTF-16"),
        (b"PK\x03\x04rest", 1, "not CSV"),
        (f"{HEAD}\r\n{GOOD}\n{GOOD}\r\n".encode(), 2, "end with CR LF"),
        (f'{HEAD}\n1,b1,,,,,,,"open\n'.encode(), 2, "taken apart"),
        (f'{HEAD}\n1,b1,,,,,,,"a" b\n'.encode(), 2, "taken apart"),
        (b"\n\n", 1, "empty"),
    ],
)
def test_what_is_no_clean_csv_is_refused_where_it_is_broken(data: bytes, line: int, what: str) -> None:
    (fault,) = faults_of(data)
    assert what in fault.what
    assert fault.line == line


def test_line_ends_within_a_cell_may_differ_from_those_of_the_rows() -> None:
    row = '1,b1,2026-11-18,,2026-11-20,yes,,,"one\ntwo ""and"" three"'
    assert len(read(f"{HEAD}\r\n{row}\r\n".encode(), "a.csv", "OAK").entries) == 1


def test_a_header_with_a_missing_and_a_wrong_column_is_told_which_table_it_seems_to_be() -> None:
    faults = faults_of(HEAD.replace("child_seen", "baby_seen") + "\n")
    assert {fault.column for fault in faults} == {"child_seen", "baby_seen"}
    assert all("'contacts'" in fault.what for fault in faults)


def test_a_header_of_no_table_lists_the_tables() -> None:
    assert "injuries" in faults_of("name,dob\nx,y\n")[0].what


def test_a_header_parted_by_semicolons_says_so() -> None:
    assert "not parted by commas" in faults_of(HEAD.replace(",", ";") + "\n")[0].what


def test_a_column_that_stands_twice_is_a_fault() -> None:
    assert "twice" in faults_of(f"{HEAD},note\n")[0].what


def test_a_telephone_number_with_its_country_is_no_formula() -> None:
    head = "person_id,kind,given_name,family_name,born_on,telephone,recorded_at"
    row = "m1,person,Robin,Example,,+44 7700 900123,2026-11-20"
    assert read(f"{head}\n{row}\n".encode(), "a.csv", "OAK").people[0].telephone == "+44 7700 900123"
