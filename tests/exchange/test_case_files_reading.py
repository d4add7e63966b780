"""Reading a case file: what is taken, and what is refused with its line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sightline.chronology.kinds import Injury, Measurement, StrategyRequest
from sightline.chronology.proposals import RefusedFile
from sightline.exchange.case_files import CaseFile, is_case_file, read
from sightline.exchange.case_files.places import MOST_BYTES

HEAD = """format: sightline-case/1
id: a-story
source: {title: "Invented", publisher: invented, year: 2026}
baby: {name: Ash, sex: female, gestation_weeks: 36, birth_weight_kg: 2.5, multiple_birth: false}
people:
  - {id: mother, role: mother, sex: female, age_at_birth: 30}
  - {id: father, role: father, sex: male}
facts:
"""
FIRST_FACT = HEAD.count("\n") + 1


def story(*facts: str, tail: str = "") -> CaseFile:
    return read(HEAD + "".join(f"  - {fact}\n" for fact in facts) + tail, "a.yaml")


def refused(text: str) -> tuple[int | None, str]:
    with pytest.raises(RefusedFile) as refusal:
        read(text, "a.yaml")
    assert refusal.value.refusal.file == "a.yaml"
    return refusal.value.refusal.line, refusal.value.refusal.reason


def refused_fact(fact: str) -> str:
    line, reason = refused(HEAD + "  - {day: 1, agency: gp, kind: contact}\n  - " + fact + "\n")
    assert line == FIRST_FACT + 1
    return reason


def test_a_story_is_read_whole() -> None:
    case = story(
        "{day: 3, agency: gp, kind: injury, injury: bruise, explanation_fits: no, note: seen}",
        tail="born: 2026-03-14\nincident: {day: 58, type: serious_harm}\nexpect:\n"
        "  raise: [{point: p, by_day: 4}]\n  stay_silent: [{point: q}]\n  most_prompts: 6\n",
    )
    assert (case.id, case.born, case.source.year) == ("a-story", dt.date(2026, 3, 14), 2026)
    assert (case.baby.gestation_days, case.baby.birth_weight_g, case.baby.due_day) == (252, 2500, 28)
    assert [(person.id, person.role, person.sex) for person in case.people] == [
        ("mother", "mother", "female"),
        ("father", "father", "male"),
    ]
    assert case.facts[0].versions[0].detail == Injury(injury="bruise", explanation_fits="no")
    assert (case.incident.day if case.incident else None, case.until) == (58, 57)
    assert [(one.point, one.by_day) for one in case.expect.raised] == [("p", 4)]
    assert (case.expect.stay_silent, case.expect.most_prompts) == (("q",), 6)


def test_a_story_begins_on_a_monday_in_september_where_it_does_not_say() -> None:
    assert story("{day: 0, agency: gp, kind: contact}").born == dt.date(2025, 9, 1)


def test_a_story_is_read_until_the_last_day_that_matters() -> None:
    facts = ("{day: 3, known_day: 20, agency: gp, kind: contact}", "{day: 90, agency: none, kind: contact}")
    assert story(*facts).until == 20
    assert story(*facts, tail="expect: {raise: [{point: p, by_day: 33}]}\n").until == 33
    assert story(*facts, tail="until: 5\n").until == 5


def test_a_value_left_empty_is_as_if_the_key_were_left_out() -> None:
    case = story("{day: 3, agency: gp, kind: injury, injury: bruise, site: , medical_cause: null}")
    assert case.facts[0].versions[0].detail == Injury(injury="bruise")


def test_words_that_yaml_takes_for_yes_are_codes_where_a_code_is_asked_for() -> None:
    for written in ("yes", '"yes"'):
        case = story(f"{{day: 3, agency: gp, kind: injury, injury: bruise, explanation_fits: {written}}}")
        assert case.facts[0].versions[0].detail == Injury(injury="bruise", explanation_fits="yes")


def test_one_person_may_stand_where_several_may() -> None:
    case = story("{day: 3, agency: gp, kind: contact, spoke_to: mother}")
    assert case.facts[0].versions[0].people == (("spoke_to", "mother"),)


def test_the_agency_asks_for_a_strategy_discussion_where_nobody_else_is_named() -> None:
    case = story("{day: 3, agency: police, kind: strategy_request}")
    assert case.facts[0].versions[0].detail == StrategyRequest(by_sector="police")


def test_weights_are_kept_as_written() -> None:
    case = story("{day: 3, agency: gp, kind: measurement, weight_kg: 4.205}")
    detail = case.facts[0].versions[0].detail
    assert isinstance(detail, Measurement)
    assert str(detail.weight_kg) == "4.205"


@pytest.mark.parametrize(
    ("fact", "says"),
    [
        ("{day: 3, agency: gp, kind: telepathy}", "'telepathy' is no code of 'kind'"),
        ("{day: 3, agency: gp, kind: contact, colour: red}", "'colour' is no key"),
        ("{day: 3, agency: gp, kind: contact, site: ear}", "'site' is no key"),
        ("{day: 3, agency: wizards, kind: contact}", "'wizards' is no code of 'agency'"),
        ("{day: 3, agency: gp, kind: injury, injury: bruse}", "'bruse' is no code of 'injury'"),
        ("{day: 3, agency: gp, kind: injury}", "has no 'injury'"),
        ("{agency: gp, kind: contact}", "has no 'day'"),
        ("{day: 3, kind: contact}", "has no 'agency'"),
        ("{day: 3, agency: gp}", "has no 'kind'"),
        ("{day: three, agency: gp, kind: contact}", "must be a whole number"),
        ("{day: 3.5, agency: gp, kind: contact}", "must be a whole number"),
        ("{day: 010, agency: gp, kind: contact, spoke_to: [gran]}", "'gran' is nobody in 'people'"),
        ("{day: 3, agency: gp, kind: contact, about: stranger}", "'stranger' is nobody in 'people'"),
        ("{day: 3, agency: gp, kind: contact, child_seen: maybe}", "must be true or false"),
        ("{day: 3, agency: gp, kind: measurement, weight_kg: heavy}", "must be a number"),
        ("{day: 3, agency: gp, kind: measurement, weight_kg: .nan}", "must be a number"),
        ("{day: 3, agency: gp, kind: measurement, weight_kg: 900}", "must be between 0.1 and 80"),
        ("{day: 99999999999999999999, agency: gp, kind: contact}", "must be between"),
        ("{day: 3, agency: gp, kind: contact, precision: hour}", "'hour' is no code of 'precision'"),
        ("{day: 3, agency: gp, kind: challenge, by: gp, with: social_care, stage: 6}", "between 1 and 5"),
        ("{day: 3, agency: gp, kind: challenge, by: gp, with: [gp, police]}", "must be a single value"),
        ("{day: 3, agency: gp, kind: shared, ref: nothing, with: [police]}", "No fact has the id 'nothing'"),
        ("{id: x, day: 3, agency: gp, kind: shared, ref: x, with: [police]}", "cannot pass itself on"),
        ("{day: 3, day: 4, agency: gp, kind: contact}", "given twice"),
        ("[day, 3]", "must be given as keys"),
    ],
)
def test_a_fact_that_is_wrong_refuses_the_file_and_names_its_line(fact: str, says: str) -> None:
    assert says in refused_fact(fact)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "empty"),
        ("format: [sightline-case/1\n", 2, "not YAML"),
        ("just words", 1, "keys with values"),
        (HEAD.replace("case/1", "case/2") + "  []\n", 1, "only format"),
        (HEAD.replace("id: a-story", "id: a story") + "  []\n", 2, "An id is letters"),
        (HEAD.replace("sex: female, gest", "sex: fish, gest") + "  []\n", 4, "'fish' is no code of 'sex'"),
        (HEAD.replace("gestation_weeks: 36", "gestation_weeks: 60") + "  []\n", 4, "between 20 and 45"),
        (HEAD.replace("id: father", "id: mother") + "  []\n", 7, "is taken"),
        (HEAD.replace("id: father", "id: baby") + "  []\n", 7, "is taken"),
        (HEAD.replace("  - {id: father", "  - &f {id: father") + "  []\n", 7, "Anchors"),
        (HEAD.replace("Ash", "!!python/name:os.system Ash") + "  []\n", 4, "Tags"),
        (HEAD + "  []\nborn: 14 March\n", FIRST_FACT + 1, "must be a date"),
        (HEAD + "  []\nborn: 1066-10-14\n", FIRST_FACT + 1, "must lie between"),
        (HEAD + "  []\nweather: fine\n", FIRST_FACT + 1, "'weather' is no key"),
        (HEAD + "  []\nexpect: {raise: [{point: p}]}\n", FIRST_FACT + 1, "has no 'by_day'"),
        (HEAD + "  []\n---\nid: second\n", FIRST_FACT + 1, "one document"),
        (HEAD + "  []\nuntil: " + "[" * 30 + "]" * 30 + "\n", FIRST_FACT + 1, "12 deep"),
    ],
)
def test_a_file_that_is_wrong_is_refused_at_its_line(text: str, line: int, says: str) -> None:
    at, reason = refused(text)
    assert says in reason
    assert at == line


def test_a_file_that_is_too_large_or_no_text_is_refused() -> None:
    assert "1 MiB" in refused("#" * (MOST_BYTES + 1))[1]
    with pytest.raises(RefusedFile, match="UTF-8"):
        read(b"id: \xff\xfe", "a.yaml")


def test_two_facts_may_not_share_an_id() -> None:
    facts = "  - {id: x, day: 1, agency: gp, kind: contact}\n" * 2
    assert "given to two facts" in refused(HEAD + facts)[1]


def test_what_nobody_knew_cannot_have_been_passed_on() -> None:
    facts = (
        "  - {id: x, day: 1, agency: none, kind: contact}\n"
        "  - {day: 1, agency: gp, kind: shared, ref: x, with: [police]}\n"
    )
    assert "known to nobody" in refused(HEAD + facts)[1]


def test_a_case_file_is_known_by_its_first_words() -> None:
    assert is_case_file(b"# a note\nformat: sightline-case/1\n")
    assert not is_case_file(b'{"resourceType": "Bundle"}')


def test_every_shared_case_file_is_read(shared_data: Path) -> None:
    files = sorted((shared_data / "replays").glob("*.yaml"))
    assert len(files) >= 39
    for file in files:
        case = read(file.read_bytes(), file.name)
        assert case.facts
        assert case.until >= (case.first_day or 0) - 1
