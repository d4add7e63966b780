"""What the record knows of a story, and when: batches of each agency's entries."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sightline.chronology.kinds import (
    Appointment,
    Assessment,
    Birth,
    GpRequest,
    Household,
    Medical,
    Offer,
    Plan,
    Pregnancy,
    Referral,
    Relationship,
    Statement,
)
from sightline.chronology.proposals import EntryProposal, PersonProposal
from sightline.core.clock import day_of
from sightline.core.ids import is_nhs_number
from sightline.exchange.case_files import Arrival, CaseFile, read

BORN = dt.date(2025, 9, 1)
PEOPLE = """
  - {id: mother, role: mother, sex: female, age_at_birth: 30}
  - {id: father, role: father, sex: male}
  - {id: gran, role: grandmother, sex: female}
  - {id: sib, role: half_sibling, age_months_at_birth: 14}
  - {id: twin, role: sibling, sex: male, age_months_at_birth: 0}
  - {id: friend, role: family_friend}
"""


def story(*facts: str, baby: str = "{name: Ash, sex: female}") -> CaseFile:
    told = "".join(f"  - {{{fact}}}\n" for fact in facts)
    return read(f"format: sightline-case/1\nid: s\nbaby: {baby}\npeople:{PEOPLE}facts:\n{told}", "s.yaml")


def entries(case: CaseFile, detail: type) -> list[tuple[int, str, EntryProposal]]:
    """(day of the story, agency, entry) of each entry of a kind."""
    return [
        ((arrival.day - case.born).days, arrival.agency, entry)
        for arrival in case.batches()
        for entry in arrival.batch.entries
        if isinstance(entry.detail, detail)
    ]


def relations(case: CaseFile) -> list[tuple[int, str, str, str]]:
    """(day, agency, who, relation) of each relationship."""
    return [
        (day, agency, entry.about.split(":")[1], entry.detail.type)
        for day, agency, entry in entries(case, Relationship)
        if isinstance(entry.detail, Relationship)
    ]


def record(case: CaseFile, person: str, agency: str) -> list[PersonProposal]:
    """An agency's records of somebody, the earliest first."""
    arrivals = (arrival for arrival in case.batches() if arrival.agency == agency)
    return [one for arrival in arrivals for one in arrival.batch.people if one.key == f"s:{person}"]


# Days and agencies.


def test_batches_come_in_the_order_in_which_things_became_known() -> None:
    case = story(
        "day: 9, agency: gp, kind: contact",
        "day: 2, known_day: 12, agency: police, kind: contact",
        "day: 9, agency: health_visiting, kind: contact",
        "day: 3, agency: gp, kind: contact",
    )
    assert [((one.day - BORN).days, one.agency) for one in case.batches()] == [
        (0, "gp"), (3, "gp"), (9, "gp"), (9, "health_visiting"), (12, "police"),
    ]  # fmt: skip


def test_every_entry_is_known_by_the_fact_it_comes_from() -> None:
    case = story(
        "day: -100, agency: midwifery, kind: contact, spoke_to: [mother]",
        "day: 9, agency: gp, kind: referral, to: social_care, outcome: advice, outcome_day: 12",
    )
    for arrival in case.batches():
        assert arrival.facts == {one.source_id: case.fact_of(one.source_id) for one in arrival.batch.entries}
    indices = [index for arrival in case.batches() for index in arrival.facts.values()]
    assert sorted(set(indices)) == [0, 1]
    with pytest.raises(ValueError, match="no source id"):
        case.fact_of("somebody-elses")


def test_what_nobody_knew_never_leaves_the_reader() -> None:
    case = story(
        "day: 3, agency: none, kind: injury, injury: burn", "day: 4, agency: gp, kind: contact, about: mother"
    )
    assert {case.fact_of(source) for arrival in case.batches() for source in arrival.facts} == {1}
    assert case.supplied() == {("contact", "gp")}
    assert list(story("day: 3, agency: none, kind: contact, about: father").batches()) == []


# Precision.


@pytest.mark.parametrize(("precision", "days"), [("exact", 1), ("week", 7), ("month", 31), ("year", 366)])
def test_an_imprecise_day_is_an_interval_that_ends_on_it(precision: str, days: int) -> None:
    case = story(f"day: 40, agency: gp, kind: plan, type: early_help, precision: {precision}")
    [(_, _, entry)] = entries(case, Plan)
    last = BORN + dt.timedelta(days=40)
    assert (entry.happened_from, entry.happened_to) == (last - dt.timedelta(days=days - 1), last)
    assert entry.precision == precision


def test_where_only_the_order_is_known_nothing_happened_on_a_day() -> None:
    case = story("day: 40, agency: gp, kind: plan, type: early_help, precision: order_only")
    [(day, _, entry)] = entries(case, Plan)
    assert (entry.happened_from, entry.happened_to, day) == (None, None, 40)
    assert day_of(entry.recorded_at) == BORN + dt.timedelta(days=40)


# The baby.


def test_the_expected_date_is_known_with_the_first_fact_before_birth() -> None:
    case = story(
        "day: -120, agency: midwifery, kind: contact",
        "day: -90, agency: gp, kind: contact",
        baby="{gestation_weeks: 37, multiple_birth: true}",
    )
    [(day, agency, entry)] = entries(case, Pregnancy)
    assert (day, agency, entry.detail) == (-120, "midwifery", Pregnancy(BORN + dt.timedelta(days=21), True))
    assert entries(case, Birth) == []


def test_a_fact_from_before_the_pregnancy_tells_of_none() -> None:
    case = story("day: -500, agency: police, kind: observation, about: mother, code: alcohol")
    assert entries(case, Pregnancy) == []


def test_the_birth_is_known_from_day_0_by_the_agency_of_the_first_fact_after_it() -> None:
    case = story(
        "day: -20, agency: midwifery, kind: contact",
        "day: -5, known_day: 2, agency: police, kind: contact",
        "day: 4, agency: hospital, kind: contact",
        baby="{name: Ash, sex: female, gestation_weeks: 36, birth_weight_kg: 2.51, multiple_birth: false}",
    )
    [(day, agency, entry)] = entries(case, Birth)
    assert (day, agency, case.fact_of(entry.source_id)) == (0, "hospital", 2)
    assert entry.detail == Birth(BORN, "female", 252, 2510, False)


def test_what_is_not_recorded_of_a_birth_stays_unsaid() -> None:
    [(_, _, entry)] = entries(story("day: 4, agency: gp, kind: contact", baby="{}"), Birth)
    assert entry.detail == Birth(BORN)


def test_an_unborn_baby_has_no_name_no_sex_and_no_number() -> None:
    case = story("day: -20, agency: gp, kind: contact", "day: 5, agency: gp, kind: contact")
    unborn, *_, born = record(case, "baby", "gp")
    assert (unborn.kind, unborn.given_name, unborn.sex, unborn.born_from, unborn.identifiers) == (
        "baby",
        "",
        "unknown",
        None,
        (),
    )
    assert (born.kind, born.given_name, born.sex, born.born_from, born.born_to) == (
        "baby",
        "Ash",
        "female",
        BORN,
        BORN,
    )
    assert born.source_version > unborn.source_version
    [number] = born.identifiers
    assert number.verified
    assert number.value.startswith("999")
    assert is_nhs_number(number.value)


def test_numbers_are_always_the_same_and_nobodys_twice() -> None:
    facts = ("day: 5, agency: gp, kind: contact, spoke_to: [mother, father, twin]",)
    first, again = (
        {
            one.key: one.identifiers[0].value
            for arrival in story(*facts).batches()
            for one in arrival.batch.people
        }
        for _ in range(2)
    )
    assert first == again
    assert len(set(first.values())) == len(first) == 4


def test_an_antenatal_appointment_is_the_mothers_and_the_unborn_babys() -> None:
    case = story(
        "day: -80, agency: midwifery, kind: appointment, service: midwifery, outcome: attended, "
        "about: mother, with: [father]"
    )
    [(_, _, entry)] = entries(case, Appointment)
    assert entry.about == "s:baby"
    assert entry.people == (("with", "s:father"), ("with", "s:mother"))


# People.


def test_a_person_is_known_to_an_agency_from_its_first_fact_that_names_them() -> None:
    case = story(
        "day: 5, agency: gp, kind: contact, spoke_to: [mother]",
        "day: 9, agency: police, kind: contact",
        "day: 20, agency: police, kind: seen, about: mother, how: met",
    )
    assert relations(case) == [(5, "gp", "mother", "mother"), (20, "police", "mother", "mother")]
    assert record(case, "father", "gp") == []


def test_only_some_roles_count_as_a_relationship() -> None:
    case = story("day: 5, agency: gp, kind: contact, spoke_to: [father, gran, sib, twin, friend]")
    assert [(who, relation) for _, _, who, relation in relations(case)] == [
        ("father", "father"), ("gran", "grandparent"), ("sib", "half_sibling"), ("twin", "sibling"),
    ]  # fmt: skip


def test_what_a_fact_says_of_a_relationship_goes_before_the_role() -> None:
    case = story(
        "day: 5, agency: midwifery, kind: relationship, about: father, type: father, identity: not_asked",
        "day: 9, agency: gp, kind: contact, spoke_to: [father]",
    )
    [(day, agency, entry)] = entries(case, Relationship)
    assert (day, agency, entry.people) == (5, "midwifery", (("to", "s:baby"),))
    assert entry.detail == Relationship("father", "not_asked")


def test_a_partnership_does_not_stand_for_the_role() -> None:
    case = story("day: 5, agency: gp, kind: relationship, about: father, type: partner, to: mother")
    assert [(who, relation) for _, _, who, relation in relations(case)] == [
        ("father", "father"), ("mother", "mother"), ("father", "partner"),
    ]  # fmt: skip


def test_ages_are_intervals() -> None:
    case = story("day: 5, agency: gp, kind: contact, spoke_to: [mother, father, sib, twin]")
    born = {
        key: next((one.born_from, one.born_to) for one in record(case, key, "gp"))
        for key in ("mother", "father", "sib", "twin")
    }
    assert born == {
        "mother": (dt.date(1994, 9, 2), dt.date(1995, 9, 1)),
        "father": (None, None),
        "sib": (dt.date(2024, 6, 2), dt.date(2024, 7, 1)),
        "twin": (BORN, BORN),
    }


def test_a_twin_is_not_born_before_the_baby() -> None:
    case = story("day: -20, agency: gp, kind: contact, spoke_to: [twin]")
    [twin] = record(case, "twin", "gp")
    assert (twin.born_from, twin.identifiers) == (None, ())


def test_records_of_one_person_at_several_agencies_are_the_same_people() -> None:
    case = story(
        "day: 5, agency: gp, kind: contact, spoke_to: [mother]", "day: 6, agency: police, kind: contact"
    )
    assert case.same_people() == ((("gp", "s:baby"), ("police", "s:baby")),)


def test_a_statement_of_somebodys_is_about_the_baby() -> None:
    case = story("day: 5, agency: gp, kind: statement, about: mother, code: struggling")
    [(_, _, entry)] = entries(case, Statement)
    assert (entry.about, entry.people) == ("s:baby", (("by", "s:mother"),))


def test_an_offer_to_somebody_is_for_the_baby() -> None:
    case = story("day: 5, agency: gp, kind: offer, offer: parenting, about: mother")
    [(_, _, entry)] = entries(case, Offer)
    assert (entry.about, entry.people) == ("s:baby", (("to", "s:mother"),))


def test_a_household_change_is_at_the_babys_home() -> None:
    case = story("day: 5, agency: gp, kind: household, about: friend, change: moves_in")
    [(_, _, entry)] = entries(case, Household)
    assert (entry.about, entry.people) == ("s:friend", (("of", "s:baby"),))


# What becomes known later.


def test_an_outcome_that_came_later_is_known_later() -> None:
    case = story("day: 75, agency: gp, kind: referral, to: social_care, outcome: advice, outcome_day: 77")
    (first, _, open_one), (second, _, closed) = entries(case, Referral)
    assert (first, second) == (75, 77)
    assert open_one.detail == Referral("social_care")
    assert closed.detail == Referral("social_care", "advice", BORN + dt.timedelta(days=77))
    assert open_one.source_id == closed.source_id
    assert (open_one.happened_to, closed.happened_to) == (BORN + dt.timedelta(days=75),) * 2
    assert day_of(closed.recorded_at) == BORN + dt.timedelta(days=77)


def test_an_outcome_of_the_same_day_is_known_at_once() -> None:
    case = story("day: 75, agency: gp, kind: referral, to: social_care, outcome: advice, outcome_day: 75")
    assert len(entries(case, Referral)) == 1


def test_whom_an_assessment_weighed_is_known_when_it_is_finished() -> None:
    case = story(
        "day: 5, agency: social_care, kind: assessment, type: pre_birth, started_day: 5, completed_day: 40, "
        "considered: [father], baby_factors: true"
    )
    (_, _, begun), (day, _, finished) = entries(case, Assessment)
    assert (begun.people, finished.people, day) == ((), (("considered", "s:father"),), 40)
    assert begun.detail == Assessment("pre_birth", BORN + dt.timedelta(days=5))
    assert relations(case) == [(40, "social_care", "father", "father")]


def test_who_saw_the_baby_is_known_when_it_was_seen() -> None:
    case = story("day: 5, agency: gp, kind: gp_request, seen_day: 6, clinician: locum, how: remote")
    asked, seen = (entry.detail for _, _, entry in entries(case, GpRequest))
    day = BORN + dt.timedelta(days=5)
    assert asked == GpRequest(day)
    assert seen == GpRequest(day, day + dt.timedelta(days=1), "locum", "remote")


def test_each_day_that_lies_ahead_brings_a_version() -> None:
    case = story(
        "day: 5, agency: hospital, kind: medical, requested_day: 7, outcome: inflicted, outcome_day: 9"
    )
    details = [entry.detail for _, _, entry in entries(case, Medical)]
    assert [(one.requested_on, one.outcome) for one in details if isinstance(one, Medical)] == [
        (None, None), (BORN + dt.timedelta(days=7), None), (BORN + dt.timedelta(days=7), "inflicted"),
    ]  # fmt: skip


# What was passed on.


def test_what_was_passed_on_refers_to_its_entry_and_is_about_the_same_person() -> None:
    case = story(
        "id: x, day: 5, agency: police, kind: observation, about: father, code: alcohol",
        "day: 8, agency: police, kind: shared, ref: x, with: [gp, midwifery]",
    )
    every = {one.source_id: one for arrival in case.batches() for one in arrival.batch.entries}
    told, shared = every["s:0000:1"], every["s:0001:1"]
    assert (shared.ref, shared.about) == (told.source_id, "s:father")
    assert shared.sectors == (("with", "gp"), ("with", "midwifery"))


def test_nothing_is_passed_on_before_it_is_known() -> None:
    case = story(
        "id: x, day: 5, known_day: 30, agency: police, kind: contact",
        "day: 8, agency: police, kind: shared, ref: x, with: [gp]",
    )
    assert [(one.day - BORN).days for one in case.batches()] == [0, 30]


def test_what_another_passes_on_stands_with_its_holder() -> None:
    case = story(
        "id: x, day: 5, agency: police, kind: contact",
        "day: 8, agency: social_care, kind: shared, ref: x, with: [gp]",
    )
    last: Arrival = list(case.batches())[-1]
    assert (last.agency, last.batch.entries[0].author_name) == (
        "police",
        "Passed on by Children's social care",
    )


# As a whole.


def test_all_of_an_agency_comes_in_one_batch_too() -> None:
    case = story(
        "day: -5, agency: gp, kind: contact, spoke_to: [mother]",
        "day: 75, agency: gp, kind: referral, to: social_care, outcome: advice, outcome_day: 77",
        "day: 76, agency: police, kind: contact",
    )
    batch = case.batch_of("gp", "the-surgery")
    alone = [entry for one in case.batches() if one.agency == "gp" for entry in one.batch.entries]
    assert batch.agency_code == "the-surgery"
    assert sorted(map(repr, batch.entries)) == sorted(map(repr, alone))
    assert {one.key for one in batch.people} == {"s:baby", "s:mother"}


def test_no_shared_case_file_tells_anything_before_it_is_known(shared_data: Path) -> None:
    for file in sorted((shared_data / "replays").glob("*.yaml")):
        case = read(file.read_bytes(), file.name)
        for arrival in case.batches():
            day = (arrival.day - case.born).days
            for entry in arrival.batch.entries:
                fact = case.facts[case.fact_of(entry.source_id)]
                assert fact.agency != "none"
                assert day_of(entry.recorded_at) == arrival.day
                assert fact.known_day <= day or isinstance(entry.detail, Birth)
