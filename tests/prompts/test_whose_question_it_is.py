"""One question has one owner: a team's practitioner, a role, or the holder's safeguarding lead."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

import pytest

from sightline.access.models import Involvement
from sightline.agencies.models import Agency, Partnership, Team
from sightline.learning.catalogue import catalogue
from sightline.learning.catalogue import point as lesson
from sightline.learning.points import OWNERS, LearningPoint, Tempo
from sightline.prompts.owners import (
    BY_RECORD,
    BY_ROLE,
    LINES,
    Around,
    Owned,
    Recorder,
    owner_of,
    tempo_of,
    whom_to_ask,
)

PARTNERSHIP = Partnership(code="northshire", name="Northshire")
AGENCIES = {
    sector: Agency(code=sector, name=sector, sector=sector, partnership=PARTNERSHIP)
    for sector in (
        "health_visiting",
        "midwifery",
        "gp",
        "social_care",
        "neonatal_unit",
        "early_help",
        "police",
    )
}


def a_place(sector: str, part: str) -> Involvement:
    """A team of that sector's agency, involved in a part; nothing is stored."""
    team = Team(agency=AGENCIES[sector], name=f"{part} team")
    return Involvement(team=team, part=part, professional_id=uuid.uuid4(), from_on=dt.date(2026, 1, 1))


VISITOR = a_place("health_visiting", "health_visitor")
MIDWIFE = a_place("midwifery", "midwife")
SURGERY = a_place("gp", "gp")
WORKER = a_place("social_care", "lead_social_worker")
UNIT = a_place("neonatal_unit", "neonatal_unit")
HELPER = a_place("early_help", "early_help")


def among(*involved: Involvement, **more: Any) -> Around:
    return replace(Around(involved=involved), **more)


def recorded_by(place: Involvement) -> Recorder:
    return Recorder(place.team.agency_id, place.team_id, place.professional_id)


def of(place: Involvement, part: str = "") -> Owned:
    """The team's own practitioner."""
    return Owned(part or place.part, "", place.team_id, place.professional_id, place.team.agency_id)


def leads(sector: str) -> Owned:
    return Owned("safeguarding_lead", "safeguarding_lead", agency_id=AGENCIES[sector].id)


def test_every_owner_that_a_lesson_may_name_has_a_rule() -> None:
    assert {*LINES, *BY_ROLE, *BY_RECORD} == set(OWNERS)


@pytest.mark.parametrize(
    ("involved", "asked"),
    [
        ((MIDWIFE, VISITOR), VISITOR),
        ((MIDWIFE,), MIDWIFE),
        ((SURGERY,), SURGERY),
        ((MIDWIFE, SURGERY), MIDWIFE),
    ],
    ids=["after the handover", "before the handover", "only the surgery", "the midwife before the surgery"],
)
def test_the_midwife_is_asked_until_the_health_visitor_is_there(
    involved: tuple[Involvement, ...], asked: Involvement
) -> None:
    assert owner_of("health_visitor", [], among(*involved)) == of(asked)


@pytest.mark.parametrize(("is_open", "asked"), [(True, WORKER), (False, VISITOR)])
def test_the_social_worker_leads_only_while_a_plan_or_enquiry_is_open(
    is_open: bool, asked: Involvement
) -> None:
    around = among(VISITOR, WORKER, lead_is_open=is_open)
    assert owner_of("lead_social_worker", [], around) == of(asked)


def test_an_open_plan_without_a_social_worker_leaves_the_question_to_the_health_visitor() -> None:
    assert owner_of("lead_social_worker", [], among(VISITOR, lead_is_open=True)) == of(VISITOR)


def test_early_help_leads_where_no_social_worker_does() -> None:
    assert owner_of("lead_or_early_help", [], among(VISITOR, HELPER, WORKER)) == of(HELPER)


def test_the_neonatal_unit_is_asked_until_the_baby_goes_home() -> None:
    assert owner_of("neonatal_unit", [], among(VISITOR, UNIT)) == of(UNIT)
    assert owner_of("neonatal_unit", [], among(VISITOR)) == of(VISITOR)


def test_of_two_teams_in_one_part_the_later_is_asked() -> None:
    later = a_place("health_visiting", "health_visitor")
    assert owner_of("health_visitor", [], among(VISITOR, later)) == of(later)


@pytest.mark.parametrize("whom", sorted(BY_RECORD))
def test_who_recorded_the_evidence_is_asked_and_not_who_else_is_involved(whom: str) -> None:
    around = among(SURGERY, VISITOR)
    assert owner_of(whom, [recorded_by(SURGERY), recorded_by(VISITOR)], around) == of(SURGERY, whom)


def test_the_team_that_recorded_is_asked_before_another_of_its_agency() -> None:
    second = a_place("gp", "gp")
    around = among(SURGERY, second)
    assert owner_of("who_saw", [recorded_by(SURGERY)], around) == of(SURGERY, "who_saw")
    elsewhere = Recorder(SURGERY.team.agency_id, uuid.uuid4())
    assert owner_of("who_saw", [elsewhere], around) == of(second, "who_saw")


def test_a_holder_whom_nobody_involved_belongs_to_is_asked_by_its_lead() -> None:
    recorder = Recorder(AGENCIES["police"].id, uuid.uuid4())
    assert owner_of("holder", [recorder], among(VISITOR, WORKER, lead_is_open=True)) == leads("police")


def test_who_broke_glass_and_saw_a_mark_is_asked_themselves_while_it_is_open() -> None:
    night = Recorder(AGENCIES["gp"].id, uuid.uuid4(), uuid.uuid4())
    asked = Owned("who_saw", "", night.team_id, night.author_id, night.agency_id)
    assert owner_of("who_saw", [night], among(VISITOR, glass=frozenset({night.team_id}))) == asked
    assert owner_of("who_saw", [night], among(VISITOR)) == leads("gp")


def test_evidence_that_no_agency_recorded_leaves_a_record_question_to_the_core_line() -> None:
    assert owner_of("who_saw", [], among(VISITOR)) == of(VISITOR)


def test_a_question_that_nobody_involved_could_take_goes_to_the_lead_of_who_recorded_it() -> None:
    assert owner_of("health_visitor", [recorded_by(UNIT)], among()) == leads("neonatal_unit")


def test_a_role_is_asked_in_the_agency_involved_before_any_other_of_the_partnership() -> None:
    other = uuid.uuid4()
    around = among(WORKER, agencies={"social_care": other}, front_door_is_open=True)
    assert owner_of("front_door_manager", [], around).agency_id == WORKER.team.agency_id
    around = among(VISITOR, agencies={"social_care": other}, front_door_is_open=True)
    elsewhere = owner_of("front_door_manager", [], around)
    assert elsewhere == Owned("front_door_manager", "front_door_manager", agency_id=other)


def test_a_front_door_that_may_not_open_the_page_is_not_asked_but_the_lead_of_who_recorded_it() -> None:
    around = among(VISITOR, agencies={"social_care": uuid.uuid4()})
    assert owner_of("front_door_manager", [recorded_by(VISITOR)], around) == leads("health_visiting")


def test_a_team_manager_is_asked_in_their_own_team() -> None:
    mine = owner_of("team_manager", [recorded_by(VISITOR)], among(WORKER))
    assert (mine.role, mine.team_id) == ("team_manager", WORKER.team_id)


@pytest.mark.parametrize(("holds_a_record", "asked"), [(True, "social_care"), (False, "health_visiting")])
def test_without_a_team_the_lead_is_asked_of_an_agency_that_knows_the_baby(
    holds_a_record: bool, asked: str
) -> None:
    social_care = AGENCIES["social_care"].id
    records = frozenset({social_care} if holds_a_record else ())
    around = among(VISITOR, agencies={"social_care": social_care}, records=records)
    assert owner_of("team_manager", [recorded_by(VISITOR)], around) == leads(asked)


@pytest.mark.parametrize("holds_a_record", [True, False])
def test_the_lead_of_the_registered_surgery_is_asked_where_it_knows_the_baby(holds_a_record: bool) -> None:
    surgery = uuid.uuid4()
    records = frozenset({surgery} if holds_a_record else ())
    around = among(VISITOR, surgery=surgery, agencies={"gp": uuid.uuid4()}, records=records)
    asked = owner_of("practice_safeguarding_lead", [recorded_by(VISITOR)], around)
    assert asked.role == "safeguarding_lead"
    assert asked.agency_id == (surgery if holds_a_record else VISITOR.team.agency_id)


@pytest.mark.parametrize("one", catalogue(), ids=lambda one: one.id)
def test_each_lesson_names_one_owner_and_one_tempo_for_any_evidence(one: LearningPoint) -> None:
    for because in one.because:
        assert whom_to_ask(one, [because]) in OWNERS
        assert tempo_of(one, [because]) in {tempo.value for tempo in Tempo}


def test_evidence_that_is_urgent_makes_the_whole_question_urgent() -> None:
    point = lesson("parent-says-struggling")
    assert tempo_of(point, ["unanswered"]) == "week"
    assert tempo_of(point, ["unanswered", "harm"]) == "now"
    assert tempo_of(point, []) == "week"
