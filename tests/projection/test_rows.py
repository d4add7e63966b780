"""From one entry to its rows: pure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from telling import NUMBER, SAMPLES, Sample, recorded, told

from sightline.chronology import kinds as said
from sightline.chronology.kinds import KINDS, Detail
from sightline.chronology.recorded import Growing
from sightline.projection.rows import TABLES_OF, Row, rows_of
from sightline.signals.tables import BY_NAME, OPEN

every_table = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.table)
APART = {"supply", "person", "shared"}
"""Tables with tests of their own."""


def one_row(sample: Sample, detail: Detail | None = None, **fields: Any) -> Row:
    whom: dict[str, Any] = {"about_id": sample.about, "people": sample.people, "sectors": sample.sectors}
    [row] = told(sample.table, detail or sample.full, **whom, **fields)
    return row


def test_every_table_is_tried_here_or_has_tests_of_its_own() -> None:
    assert {sample.table for sample in SAMPLES} | APART == BY_NAME.keys()


@every_table
def test_an_entry_fills_its_row(sample: Sample) -> None:
    row = one_row(sample)
    assert row.items() >= sample.told.items()
    assert list(row) == [column.name for column in BY_NAME[sample.table].columns]


@every_table
def test_a_row_says_whose_word_it_is_and_from_when(sample: Sample) -> None:
    row = one_row(sample)
    common = {
        "agency": "hv-north", "sector": "health_visiting", "happened_from": NUMBER, "happened_to": NUMBER,
        "recorded_day": NUMBER, "known_from": 1_000, "known_until": OPEN, "sensitivity": 1,
        "entry_id": "entry-2", "root_id": "entry-1",
    }  # fmt: skip
    assert row.items() >= common.items()


@every_table
def test_what_is_not_recorded_stays_empty(sample: Sample) -> None:
    row = one_row(sample, detail=sample.sparse)
    assert [row[name] for name in sample.untold] == [None] * len(sample.untold)


@every_table
def test_an_imprecise_day_is_an_interval(sample: Sample) -> None:
    row = one_row(sample, happened_from=NUMBER - 30)
    assert (row["happened_from"], row["happened_to"]) == (NUMBER - 30, NUMBER)


@every_table
def test_where_only_the_order_is_known_there_is_no_day(sample: Sample) -> None:
    row = one_row(sample, happened_from=None, happened_to=None)
    assert (row["happened_from"], row["happened_to"], row["recorded_day"]) == (None, None, NUMBER)


@every_table
def test_every_required_column_is_filled(sample: Sample) -> None:
    row = one_row(sample, detail=sample.sparse)
    assert [
        column.name
        for column in BY_NAME[sample.table].columns
        if column.required and row[column.name] is None
    ] == []


def test_every_kind_of_entry_has_its_tables() -> None:
    assert TABLES_OF.keys() == KINDS.keys()
    for sample in SAMPLES:
        written = {table for table, _ in rows_of(recorded(sample.full, people=sample.people))}
        assert written <= set(TABLES_OF[sample.kind])


def test_those_spoken_to_in_a_contact_were_met() -> None:
    rows = told("met", said.Contact(), people={"spoke_to": ("mother", "father", "mother")})
    assert [(row["about_id"], row["how"], row["source_kind"]) for row in rows] == [
        ("mother", "spoke", "contact"),
        ("father", "spoke", "contact"),
    ]


def test_those_present_at_an_appointment_that_was_kept_were_met() -> None:
    kept = said.Appointment(service="gp", outcome="attended")
    missed = said.Appointment(service="gp", outcome="not_brought")
    assert [row["how"] for row in told("met", kept, people={"with": ("father",)})] == ["present"]
    assert told("met", missed, people={"with": ("father",)}) == []


def test_those_who_received_a_talk_were_met() -> None:
    rows = told("met", said.Touchpoint("icon", "1"), people={"received_by": ("father",)})
    assert [(row["about_id"], row["how"]) for row in rows] == [("father", "received")]


def test_a_relationship_written_from_the_baby_is_stored_towards_it() -> None:
    rows = told("relationship", said.Relationship("mother"), people={"to": ("mother",)}, about_is_baby=True)
    assert [(row["about_id"], row["to_id"]) for row in rows] == [("mother", "baby")]


def test_siblings_who_are_both_followed_are_each_others() -> None:
    rows = told("relationship", said.Relationship("sibling"), people={"to": ("twin",)}, about_is_baby=True)
    assert sorted((row["about_id"], row["to_id"]) for row in rows) == [("baby", "twin"), ("twin", "baby")]


def test_nobody_is_related_to_themselves_or_lives_with_themselves() -> None:
    assert told("relationship", said.Relationship("relative"), people={"to": ("baby",)}) == []
    assert told("stay", said.Household("moves_in"), people={"of": ("baby",)}) == []


def test_an_offer_to_nobody_named_is_about_the_baby() -> None:
    rows = told("offer", said.Offer("parenting"))
    assert [(row["about_id"], row["child_id"]) for row in rows] == [("baby", "baby")]


def test_a_strategy_discussion_was_held() -> None:
    assert [row["step"] for row in told("strategy", said.StrategyDiscussion())] == ["held"]


def test_a_statement_names_who_said_it() -> None:
    rows = told("statement", said.Statement("frightened"), people={"by": ("mother",)})
    assert [(row["about_id"], row["by_id"]) for row in rows] == [("baby", "mother")]


def test_a_measurement_carries_its_growth() -> None:
    growing = Growing(weight_sds=-1.5, weight_centile=6.7, head_sds=0.2, head_centile=57.9)
    [row] = told("measurement", said.Measurement(head_centile=None), growing=growing)
    assert (row["weight_sds"], row["weight_centile"], row["head_centile"]) == (-1.5, 6.7, 57.9)


def test_a_centile_of_the_agencys_own_goes_before_one_worked_out() -> None:
    [row] = told(
        "measurement", said.Measurement(weight_centile=Decimal(9)), growing=Growing(weight_centile=6.7)
    )
    assert row["weight_centile"] == 9.0


def test_what_was_passed_on_is_told_for_each_who_got_it() -> None:
    rows = told(
        "shared",
        said.Shared(),
        sectors={"with": ("gp", "midwifery", "gp")},
        ref_id="root-7",
        ref_about_id="mother",
    )
    assert [(row["about_id"], row["of_entry_id"], row["with_sector"]) for row in rows] == [
        ("mother", "root-7", "gp"),
        ("mother", "root-7", "midwifery"),
    ]


def test_what_was_passed_on_keeps_an_imprecise_day_and_an_open_end() -> None:
    [row] = told("shared", said.Shared(), sectors={"with": ("gp",)}, ref_id="r", happened_from=NUMBER - 6)
    assert (row["happened_from"], row["happened_to"], row["known_until"]) == (NUMBER - 6, NUMBER, OPEN)


def test_what_was_passed_on_without_saying_what_or_to_whom_tells_nothing() -> None:
    assert told("shared", said.Shared(), sectors={"with": ("gp",)}) == []
    assert told("shared", said.Shared(), ref_id="root-7") == []


def test_a_parents_view_is_counted_by_nothing() -> None:
    assert list(rows_of(recorded(said.Disagreement(words="Not so.")))) == []
