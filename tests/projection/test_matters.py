"""What is open on a baby: help, or a concern."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from kept import at_noon

from factories import a_person, an_agency, an_entry, received
from sightline.access.models import OpenMatter
from sightline.access.openness import openness_of
from sightline.chronology.kinds import Assessment, Detail, Plan, Referral
from sightline.people.models import SourcePerson

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 9, 14)


def day(number: int) -> dt.date:
    return DAY + dt.timedelta(days=number)


def bring(detail: Detail, on: int = 0, source_id: str = "m", days: int = 0, **fields: Any) -> None:
    entry = an_entry("baby", detail, day(on), source_id=source_id, **fields)
    with at_noon(days):
        received(an_agency("social_care"), a_person("baby", kind="baby"), entry)


def matters() -> list[tuple[str, dt.date, dt.date | None]]:
    return list(OpenMatter.unscoped.order_by("since").values_list("level", "since", "until"))


def openness(number: int) -> str:
    return openness_of(SourcePerson.unscoped.get(key="baby").person_id, day(number))


def test_an_open_referral_to_social_care_is_a_concern() -> None:
    bring(Referral(to_sector="social_care"))
    assert matters() == [("concern", DAY, None)]
    assert (openness(-1), openness(0)) == ("universal", "concern")


def test_a_referral_to_anybody_else_opens_nothing() -> None:
    bring(Referral(to_sector="hospital", outcome="accepted"))
    assert matters() == []


@pytest.mark.parametrize("outcome", ["no_further_action", "advice", "declined"])
def test_a_referral_closed_at_the_front_door_is_over_the_day_it_was_decided(outcome: str) -> None:
    bring(Referral(to_sector="social_care"))
    bring(Referral(to_sector="social_care", outcome=outcome, outcome_on=day(3)), days=1)
    assert matters() == [("concern", DAY, day(3))]
    assert (openness(3), openness(4)) == ("concern", "universal")


def test_an_accepted_referral_is_open_until_the_assessment_that_followed_is_finished() -> None:
    bring(Referral(to_sector="social_care", outcome="accepted", outcome_on=day(1)))
    assert matters() == [("concern", DAY, None)]
    finished = Assessment(type="child_and_family", started_on=day(2), completed_on=day(40))
    bring(finished, on=40, source_id="a")
    assert matters() == [("concern", DAY, day(40)), ("concern", day(2), day(40))]
    assert openness(41) == "universal"


def test_an_assessment_finished_before_the_referral_does_not_end_it() -> None:
    bring(Assessment(type="section_47", started_on=day(-40), completed_on=day(-20)), on=-20, source_id="a")
    bring(Referral(to_sector="social_care", outcome="accepted"))
    assert matters()[-1] == ("concern", DAY, None)


@pytest.mark.parametrize("kind", ["section_47", "child_and_family", "pre_birth"])
def test_an_assessment_of_social_care_is_a_concern_between_its_days(kind: str) -> None:
    bring(Assessment(type=kind, started_on=day(2)), on=2)
    assert matters() == [("concern", day(2), None)]
    bring(Assessment(type=kind, started_on=day(2), completed_on=day(9)), on=2, days=1)
    assert matters() == [("concern", day(2), day(9))]


def test_help_agreed_with_the_parents_is_help_and_no_concern() -> None:
    bring(Assessment(type="early_help", started_on=DAY))
    bring(Plan(type="early_help", start_on=day(5)), source_id="p")
    assert matters() == [("help", DAY, None), ("help", day(5), None)]
    assert openness(6) == "help"


@pytest.mark.parametrize("kind", ["child_protection", "child_in_need", "looked_after"])
def test_a_plan_is_a_concern_through_its_last_day(kind: str) -> None:
    bring(Plan(type=kind, start_on=day(1), end_on=day(90)))
    assert matters() == [("concern", day(1), day(90))]
    assert (openness(90), openness(91)) == ("concern", "universal")


def test_a_matter_without_a_day_of_its_own_is_open_from_when_it_was_told() -> None:
    bring(Plan(type="child_in_need"), on=4, happened_from=None, happened_to=None, precision="order_only")
    assert matters() == [("concern", day(4), None)]


def test_another_assessment_opens_nothing() -> None:
    bring(Assessment(type="other", started_on=DAY))
    assert matters() == []


def test_a_matter_taken_back_was_never_open() -> None:
    bring(Plan(type="child_protection", start_on=DAY))
    bring(Plan(type="child_protection", start_on=DAY), days=1, withdrawn=True)
    assert matters() == []


def test_a_plan_for_a_brother_opens_nothing_on_the_baby() -> None:
    with at_noon():
        entry = an_entry("brother", Plan(type="child_protection", start_on=DAY), DAY)
        received(an_agency("social_care"), a_person("baby", kind="baby"), a_person("brother"), entry)
    assert matters() == []
