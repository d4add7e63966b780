"""The passing of days: once a day, days without one caught up, and only differences written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from asked import DAY, MOVE, Family, a_family, a_mark, a_move, on, pass_today, prompts_of, the_prompt
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import a_team, an_actor, an_agency, open_to
from sightline.access.actions import end_involvement
from sightline.agencies.models import PolicySetting
from sightline.core import clock
from sightline.core.actors import TICK
from sightline.core.errors import Refused
from sightline.core.models import LedgerEntry
from sightline.people.models import Baby
from sightline.prompts import days, evaluating
from sightline.prompts.days import CATCH_UP_DAYS, catch_up, pass_day
from sightline.prompts.evaluating import evaluate_babies
from sightline.prompts.models import Evaluation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_monday_morning() -> Iterator[None]:
    with on(0):
        yield


@pytest.fixture
def family() -> Family:
    return a_family()


def days_passed() -> list[int]:
    """The days that have passed, counted from Monday 23 November 2026."""
    return [(day - DAY).days for day in Evaluation.unscoped.order_by("day").values_list("day", flat=True)]


def test_the_first_time_only_today_passes(family: Family) -> None:
    pass_today()
    assert days_passed() == [0]


def test_twice_a_day_is_once(family: Family) -> None:
    assert len(list(catch_up(clock.today()))) == 1
    with on(0, hour=23):
        assert list(catch_up(clock.today())) == []


def test_days_without_one_are_caught_up_each_by_itself(family: Family) -> None:
    pass_today()
    with on(4):
        pass_today()
    assert days_passed() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("away", "caught_up"), [(CATCH_UP_DAYS, 31), (CATCH_UP_DAYS + 1, 32), (60, 32)])
def test_no_more_than_a_month_is_caught_up_day_by_day(
    away: int, caught_up: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(days, "pass_day", lambda actor, day: Evaluation.unscoped.create(day=day))
    pass_today()
    with on(away):
        assert [evaluation.day for evaluation in catch_up(clock.today())] == [
            clock.today() - dt.timedelta(days=number) for number in reversed(range(caught_up))
        ]


def test_a_question_that_fell_due_on_a_day_without_one_is_dated_to_that_day(family: Family) -> None:
    a_move(family)
    with on(27):
        pass_today()
    assert not prompts_of(family, MOVE)
    with on(31):
        pass_today()
    prompt = the_prompt(family, MOVE)
    assert prompt.raised_on == DAY + dt.timedelta(days=28)
    assert prompt.due_on == clock.add_working_days(prompt.raised_on, 5)
    assert prompt.state == "open"


def test_a_day_that_is_caught_up_ends_no_question_because_today_says_what_stands(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_move(family)
    with on(28):
        pass_today()
    monkeypatch.setattr(evaluating, "find_for_partnership", lambda *_: {})
    with on(30):
        pass_day(TICK, clock.today() - dt.timedelta(days=1))
        assert the_prompt(family, MOVE).state == "open"
        pass_day(TICK, clock.today())
        assert the_prompt(family, MOVE).state == "resolved"


def test_a_day_on_which_nothing_changes_writes_no_prompt_and_no_evidence(family: Family) -> None:
    a_mark(family)
    with on(10):
        pass_today()
    with on(11), CaptureQueriesContext(connection) as asked:
        pass_today()
    written = [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    touched = [sql for sql in written if "prompts_prompt" in sql or "prompts_evidence" in sql]
    changed = [
        sql for sql in touched if not sql.startswith('UPDATE "prompts_prompt" SET "state" = \'closed\'')
    ]
    assert changed == []


def test_the_day_counts_what_it_raised_and_resolved(family: Family) -> None:
    a_move(family)
    with on(28):
        (passed,) = catch_up(clock.today())
    assert (passed.raised, passed.resolved) == (1, 0)


def test_the_passing_of_a_day_is_traced_to_the_clock(family: Family) -> None:
    pass_today()
    (trace,) = LedgerEntry.ledger.filter(event="day.passed")
    assert trace.actor_id == "system:tick"


def test_nobody_passes_a_day_by_hand_and_no_day_passes_early(family: Family) -> None:
    with pytest.raises(Refused, match="by themselves"):
        pass_day(family.visitor, DAY)
    with pytest.raises(Refused, match="not come yet"):
        pass_day(TICK, DAY + dt.timedelta(days=1))
    assert not Evaluation.unscoped.exists()


def test_a_day_that_fails_is_not_taken_for_passed(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(day: dt.date) -> None:
        raise RuntimeError("The statement failed.")

    with monkeypatch.context() as broken_days:
        broken_days.setattr(days, "evaluate_everyone", broken)
        with pytest.raises(RuntimeError):
            pass_today()
    assert not Evaluation.unscoped.exists()
    pass_today()
    assert days_passed() == [0]


def test_a_question_follows_the_handover_to_the_team_now_involved(family: Family) -> None:
    a_move(family)
    with on(28):
        pass_today()
        end_involvement(family.visitor, family.involved, "Moved")
        receiving = an_actor(team=a_team(an_agency("health_visiting", "north-hv"), "North"))
        open_to(receiving, family.baby, clock.today())
    with on(29):
        pass_today()
    assert the_prompt(family, MOVE).owner_team_id == receiving.team_id


def test_a_question_that_nobody_was_there_to_take_goes_to_the_lead_until_somebody_is(
    family: Family,
) -> None:
    a_move(family)
    end_involvement(family.visitor, family.involved, "Moved")
    with on(28):
        pass_today()
        prompt = the_prompt(family, MOVE)
        assert (prompt.owner_role, prompt.owner_team_id) == ("safeguarding_lead", None)
        open_to(family.visitor, family.baby, clock.today())
    with on(29):
        pass_today()
        prompt = the_prompt(family, MOVE)
        assert (prompt.owner_role, prompt.owner_team_id) == ("", family.visitor.team_id)


def set_wait(family: Family, days: int, from_on: dt.date) -> None:
    """The partnership decides on another wait for a history."""
    partnership = Baby.unscoped.get(pk=family.child.pk).partnership
    PolicySetting.unscoped.create(
        partnership=partnership, name="history_not_received__wait", value=str(days), from_on=from_on
    )


def test_a_value_that_the_partnership_set_holds_from_its_day_and_is_kept_with_the_question(
    family: Family,
) -> None:
    a_move(family)
    set_wait(family, 10, from_on=DAY + dt.timedelta(days=12))
    for number in (10, 11):
        with on(number):
            pass_today()
    assert not prompts_of(family, MOVE)
    with on(12):
        pass_today()
    assert the_prompt(family, MOVE).policy["history_not_received__wait"] == "2026-12-05"


def test_a_value_set_later_rewrites_no_question_that_was_raised_before(family: Family) -> None:
    a_move(family)
    with on(28):
        pass_today()
    before = the_prompt(family, MOVE).policy
    set_wait(family, 10, from_on=DAY + dt.timedelta(days=29))
    with on(29):
        pass_today()
    assert the_prompt(family, MOVE).policy == before
    assert before["history_not_received__wait"] == "default"


def test_an_evaluation_of_nobody_is_nothing() -> None:
    assert evaluate_babies([], DAY).raised == 0


def test_more_babies_than_are_asked_one_by_one_are_asked_at_once_with_the_same_answer(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_move(family)
    with on(28) as day:
        one_by_one = evaluating._find({family.child.pk}, day)
        monkeypatch.setattr(evaluating, "ONE_BY_ONE", 0)
        assert evaluating._find({family.child.pk}, day) == one_by_one
        assert one_by_one
