"""Who finds a question on the baby's page, and how much of its evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from asked import DAY, MARK, MOVE, Family, a_family, a_mark, a_move, on, on_page, pass_today, the_prompt
from django.db import IntegrityError, transaction

from factories import a_team, an_actor, an_agency, entry_on, open_to
from sightline.access.actions import break_glass
from sightline.access.table import View
from sightline.chronology.actions import record
from sightline.chronology.kinds import Contact, Injury, Observation, Referral, StrategyRequest
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.learning.catalogue import point as lesson
from sightline.prompts.models import Evidence, Prompt
from sightline.prompts.queries import SHOWN_AT_ONCE, waiting_for
from sightline.web.pages.baby.asking import shown_and_folded

pytestmark = pytest.mark.django_db
REMOVED, STRATEGY = "fresh-start", "strategy-request-unanswered"


@pytest.fixture(autouse=True)
def _a_monday_morning() -> Iterator[None]:
    with on(0):
        yield


@pytest.fixture
def family() -> Family:
    return a_family()


def asked_on(
    family: Family, *entries: Entry, point: str = MOVE, tempo: str = "week", days_ago: int = 0
) -> Prompt:
    """A question to the health visitor's team that stands on these entries."""
    prompt = Prompt.unscoped.create(
        child=family.child,
        point=point,
        tempo=tempo,
        raised_on=DAY - dt.timedelta(days=days_ago),
        due_on=None if tempo == "next" else DAY - dt.timedelta(days=days_ago),
        owner_part="health_visitor",
        owner_team_id=family.visitor.team_id,
    )
    because = next(iter(lesson(point).because))
    for entry in entries:
        Evidence.unscoped.create(
            prompt=prompt, entry=entry, root_id=entry.id, because=because, level=entry.sensitivity
        )
    return prompt


def points(actor: Actor, family: Family) -> list[str]:
    return [question.prompt.point for question in on_page(actor, family)]


def test_one_point_is_asked_once_at_a_time_of_a_baby(family: Family) -> None:
    a_mark(family)
    with pytest.raises(IntegrityError), transaction.atomic():
        asked_on(family, point=MARK)


def test_the_soonest_comes_first_and_at_most_three_stand_open(family: Family) -> None:
    entry = a_move(family)
    a_mark(family)
    asked_on(family, entry, point="icon-gap", tempo="next")
    asked_on(family, entry, point="fresh-start", tempo="week")
    asked_on(family, entry, point=MOVE, tempo="week", days_ago=3)
    in_order = [MARK, MOVE, "fresh-start", "icon-gap"]
    assert points(family.visitor, family) == in_order
    assert [prompt.point for prompt in waiting_for(family.visitor)] == in_order
    shown, folded = shown_and_folded(on_page(family.visitor, family))
    assert [len(shown), len(folded)] == [SHOWN_AT_ONCE, 1]


def test_nobody_else_with_the_page_open_is_asked_the_same(family: Family) -> None:
    a_mark(family)
    surgery, midwife = an_actor("gp"), an_actor("midwifery")
    for other in (surgery, midwife):
        open_to(other, family.baby)
    elsewhere = an_actor(team=a_team(an_agency("health_visiting"), "Team Two"))
    open_to(elsewhere, family.baby)
    assert points(family.visitor, family) == [MARK]
    for other in (surgery, midwife, elsewhere):
        assert points(other, family) == []
        assert waiting_for(other) == []


def test_a_question_is_no_way_to_a_page_that_is_not_open(family: Family) -> None:
    a_mark(family)
    stranger = an_actor(team=a_team(an_agency("health_visiting"), "Team Two"))
    Prompt.unscoped.update(owner_team=stranger.team_id)
    assert waiting_for(stranger) == []


def of_her_past(family: Family, sensitivity: str, sector: str = "gp") -> Entry:
    """What a surgery wrote long ago of the mother: an earlier child was removed."""
    removed = Observation("previous_child_removed", past=True)
    return entry_on(family.mother, removed, agency=an_agency(sector), sensitivity=sensitivity)


def test_what_the_health_visitor_may_read_is_asked_of_the_health_visitor(family: Family) -> None:
    of_her_past(family, "shared")
    with on(28):
        pass_today()
        prompt = the_prompt(family, REMOVED)
        assert (prompt.level, prompt.owner_team_id) == ("shared", family.visitor.team_id)
        (question,) = on_page(family.visitor, family)
        assert [item.line.view for item in question.items] == [View.SHOWN]


@pytest.mark.parametrize("sensitivity", ["restricted", "sealed"])
def test_what_no_practitioner_may_read_is_asked_of_the_holders_lead_and_tells_nobody_else(
    family: Family, sensitivity: str
) -> None:
    of_her_past(family, sensitivity)
    lead = an_actor("gp", "safeguarding_lead")
    others = (family.visitor, an_actor("health_visiting", "safeguarding_lead"), an_actor("gp"))
    with on(28):
        pass_today()
        prompt = the_prompt(family, REMOVED)
        assert (prompt.level, prompt.owner_role) == (sensitivity, "safeguarding_lead")
        assert waiting_for(lead) == [prompt]
        assert points(lead, family) == [REMOVED]
        assert [waiting_for(other) for other in others] == [[], [], []]
        assert REMOVED not in points(family.visitor, family)


def test_evidence_that_may_not_be_named_is_said_to_be_elsewhere_and_no_more(family: Family) -> None:
    own = a_move(family)
    other = entry_on(family.child, Contact(), agency=an_agency("midwifery"), sensitivity="restricted")
    asked_on(family, own, other)
    (question,) = on_page(family.visitor, family)
    by_view = {item.line.view: item.line for item in question.items}
    assert set(by_view) == {View.SHOWN, View.ELSEWHERE}
    hidden = by_view[View.ELSEWHERE]
    assert (hidden.detail, hidden.agency, hidden.people) == (None, None, {})
    assert hidden.entry.agency_id is None


def test_sealed_evidence_of_another_agency_says_nothing(family: Family) -> None:
    own = a_move(family)
    other = entry_on(family.child, Contact(), agency=an_agency("midwifery"), sensitivity="sealed")
    asked_on(family, own, other)
    (question,) = on_page(family.visitor, family)
    assert [item.evidence.entry_id for item in question.items] == [own.pk]


def test_a_reason_that_a_later_version_of_the_lesson_has_no_more_leaves_the_page_readable(
    family: Family,
) -> None:
    prompt = asked_on(family, a_move(family))
    prompt.evidence.update(because="no_longer_there")
    (question,) = on_page(family.visitor, family)
    assert [item.because for item in question.items] == [question.lesson.title]


def test_evidence_that_is_gone_is_shown_no_more(family: Family) -> None:
    own, gone = a_move(family), a_mark(family, medical_cause=True)
    prompt = asked_on(family, own, gone)
    prompt.evidence.filter(entry=gone).update(gone_at=clock.now())
    (question,) = on_page(family.visitor, family)
    assert [item.evidence.entry_id for item in question.items] == [own.pk]


def test_with_no_question_waiting_none_is_there(family: Family) -> None:
    assert on_page(family.visitor, family) == []


def a_strategy_request(family: Family) -> None:
    """The health visitor asked for a strategy discussion; a working day has gone by."""
    record(family.visitor, family.child, StrategyRequest("health_visiting"), happened_on=DAY)


def test_an_unanswered_request_is_asked_of_the_front_door_manager_while_a_concern_is_open(
    family: Family,
) -> None:
    record(family.visitor, family.child, Referral("social_care", "open"), happened_on=DAY)
    a_strategy_request(family)
    manager, worker = an_actor("social_care", "front_door_manager"), an_actor("social_care")
    with on(3):
        pass_today()
        assert [prompt.point for prompt in waiting_for(manager)] == [STRATEGY]
        assert waiting_for(worker) == []
        assert STRATEGY not in points(family.visitor, family)


def test_an_unanswered_request_opens_the_page_to_the_front_door_that_must_answer(family: Family) -> None:
    manager = an_actor("social_care", "front_door_manager")
    lead = an_actor("health_visiting", "safeguarding_lead")
    a_strategy_request(family)
    with on(3):
        pass_today()
        assert [prompt.point for prompt in waiting_for(manager)] == [STRATEGY]
        assert waiting_for(lead) == []


def test_a_mark_seen_on_an_open_page_at_night_is_asked_of_who_saw_it(family: Family) -> None:
    night = an_actor("hospital")
    number = family.child.nhs_number
    break_glass(night, nhs_number=number, reason="urgent_care")
    record(night, family.child, Injury("bruise", site="ear"), happened_on=DAY)
    assert [prompt.point for prompt in waiting_for(night)] == [MARK]
    assert waiting_for(family.visitor) == []
