"""Replaying small stories: what was asked when, on what evidence, and what one agency alone would ask."""

from __future__ import annotations

from typing import Any

import pytest

from sightline.chronology.models import Entry
from sightline.exchange.case_files import read
from sightline.exchange.replaying.report import is_met, report
from sightline.exchange.replaying.scratch import emptied
from sightline.exchange.replaying.story import replay
from sightline.people.models import Person
from sightline.prompts.models import Prompt

pytestmark = pytest.mark.django_db
MARK = "non-mobile-injury"
BRUISE = "{day: 60, agency: health_visiting, kind: injury, injury: bruise, site: ear}"
CRAWLS = "{day: 50, agency: nursery, kind: mobility, crawls: true}"


def told(*facts: str, expect: str = "{}", until: int = 70, people: str = "[]") -> dict[str, Any]:
    """What is said of a story with these facts."""
    listed = "".join(f"  - {fact}\n" for fact in facts)
    text = (
        f"format: sightline-case/1\nid: a-story\npeople: {people}\n"
        f"facts:\n{listed}until: {until}\nexpect: {expect}\n"
    )
    case = read(text, "a-story.yaml")
    with emptied():
        return report(case, replay(case))


def raised(story: dict[str, Any], point: str = MARK) -> dict[str, Any] | None:
    """What is said of a point, when it was raised at all."""
    return next((one for one in story["raised"] if one["point"] == point), None)


def test_a_mark_is_asked_about_on_its_day_with_the_fact_that_it_stands_on() -> None:
    story = told("{day: 12, agency: gp, kind: contact, child_seen: true}", BRUISE)
    assert raised(story) == {
        "point": MARK,
        "signal": "non_mobile_injury",
        "first_day": 60,
        "evidence": [{"fact": 1, "day": 60, "agency": "health_visiting"}],
        "seen_by_one_agency_alone": True,
    }
    assert story["hindsight"] == 0


def test_a_mark_on_a_baby_who_crawls_is_asked_about_on_no_day() -> None:
    assert raised(told(CRAWLS, BRUISE)) is None


def not_brought(day: int, service: str) -> str:
    return f"{{day: {day}, agency: {service}, kind: appointment, service: {service}, outcome: not_brought}}"


@pytest.mark.parametrize(
    ("services", "alone"),
    [(("gp", "hospital", "health_visiting"), False), (("hospital", "hospital", "hospital"), True)],
)
def test_what_joining_the_record_adds_is_said(services: tuple[str, ...], alone: bool) -> None:
    """Not brought once to each of three services, each knew of one; three times to one, it knew itself."""
    missed = (not_brought(day, service) for day, service in zip((100, 110, 120), services, strict=True))
    asked = raised(told(*missed, until=130), "not-brought-pattern")
    assert asked is not None
    assert asked["seen_by_one_agency_alone"] is alone


def test_what_is_known_late_is_asked_about_late_and_never_with_hindsight() -> None:
    late = BRUISE.replace("day: 60", "day: 60, known_day: 66")
    story = told(late)
    asked = raised(story)
    assert asked is not None
    assert (asked["first_day"], asked["evidence"][0]["day"], story["hindsight"]) == (66, 60, 0)


def test_what_nobody_in_services_knew_asks_nothing_and_silences_nothing() -> None:
    nobody = "agency: none"
    assert told(BRUISE.replace("agency: health_visiting", nobody))["raised"] == []
    assert raised(told(CRAWLS.replace("agency: nursery", nobody), BRUISE)) is not None


def test_an_outcome_of_a_later_day_is_not_known_before_it() -> None:
    medical = "{day: 60, agency: hospital, kind: medical, outcome: medical_cause, outcome_day: 63}"
    assert raised(told(BRUISE, medical)) is not None
    assert raised(told(BRUISE, medical.replace("outcome_day: 63", "outcome_day: 60"))) is None


def test_a_story_is_read_through_its_last_day_and_no_further() -> None:
    assert raised(told(BRUISE, until=59)) is None
    assert raised(told(BRUISE, until=60)) is not None


def test_a_question_that_cleared_again_counts_as_raised() -> None:
    cause = "{day: 62, agency: hospital, kind: medical, outcome: medical_cause, outcome_day: 62}"
    story = told(BRUISE, cause, expect="{most_prompts: 0}")
    assert story["expect"]["most_prompts"]["raised"] >= 1
    assert not is_met(story)


@pytest.mark.parametrize(("by_day", "met"), [(59, False), (60, True), (61, True)])
def test_a_point_is_raised_in_time_on_the_day_named_or_before(by_day: int, met: bool) -> None:
    story = told(BRUISE, expect=f"{{raise: [{{point: {MARK}, by_day: {by_day}, why: x}}]}}")
    (one,) = story["expect"]["raise"]
    assert (one["first_day"], one["met"], is_met(story)) == (60, met, met)


@pytest.mark.parametrize("facts", [(BRUISE,), (CRAWLS, BRUISE)])
def test_a_point_that_must_stay_silent_is_raised_on_no_day(facts: tuple[str, ...]) -> None:
    story = told(*facts, expect=f"{{stay_silent: [{{point: {MARK}}}]}}")
    (one,) = story["expect"]["stay_silent"]
    assert one["met"] is is_met(story) is (one["first_day"] is None) is (len(facts) == 2)


@pytest.mark.parametrize(("limit", "met"), [(0, False), (1, True)])
def test_the_most_that_a_story_may_raise_counts_distinct_points(limit: int, met: bool) -> None:
    known_all = "{day: 61, agency: gp, kind: injury, injury: bruise, site: ear}"
    story = told(BRUISE, known_all, until=61, expect=f"{{most_prompts: {limit}}}")
    most = story["expect"]["most_prompts"]
    assert (most["limit"], most["raised"], most["met"]) == (limit, len(story["raised"]), met)


def test_without_a_limit_none_is_reported() -> None:
    assert told(BRUISE)["expect"]["most_prompts"] is None


def test_a_story_of_which_no_agency_knew_anything_is_answered_all_the_same() -> None:
    story = told("{day: 3, agency: none, kind: injury, injury: bruise}", until=10)
    assert (story["raised"], story["hindsight"]) == ([], 0)


def test_twice_the_same_story_is_twice_the_same_answer_and_nothing_is_left_behind() -> None:
    assert told(BRUISE, CRAWLS) == told(BRUISE, CRAWLS)
    assert not Entry.unscoped.exists()
    assert not Prompt.unscoped.exists()
    assert not Person.unscoped.exists()


def test_the_agencies_records_of_one_person_are_joined_as_the_story_tells() -> None:
    father = "[{id: father, role: father, sex: male}]"
    born = "{day: 1, agency: midwifery, kind: seen, about: father, how: met}"
    other = "{day: 5, agency: gp, kind: observation, about: father, code: alcohol}"
    head = f"format: sightline-case/1\nid: a-story\npeople: {father}\n"
    case = read(f"{head}facts:\n  - {born}\n  - {other}\nuntil: 6\n", "a-story.yaml")
    with emptied():
        replay(case)
        assert Person.unscoped.filter(source_people__isnull=False).distinct().count() == 2
