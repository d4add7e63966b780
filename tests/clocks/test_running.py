"""A clock runs, is met, stands still with a reason, is late with a reason, and climbs when nobody acts."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from factories import a_baby, a_team, an_actor, an_agency, open_to
from sightline.access.models import Notice
from sightline.agencies.models import Cover, PolicySetting
from sightline.cli import working
from sightline.clocks.actions import explain_late, pause_clock, resume_clock
from sightline.clocks.climbing import climb
from sightline.clocks.models import Clock, Pause
from sightline.clocks.queries import due_for, of_process, told, tonight
from sightline.clocks.running import Owner, meet_clock, start_clock, stop_clock
from sightline.core import clock
from sightline.core.actors import TICK, Actor
from sightline.core.errors import Refused, SightlineError
from sightline.core.models import LedgerEntry
from sightline.core.steps import Overtaken
from sightline.core.unit import unit
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db
MONDAY = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)


@pytest.fixture
def worker() -> Actor:
    return an_actor("social_care", "practitioner")


@pytest.fixture
def manager() -> Actor:
    return an_actor("social_care", "team_manager")


@pytest.fixture
def baby(worker: Actor) -> Baby:
    found = a_baby()
    open_to(worker, found)
    return found


def started(baby: Baby, rule: str = "strategy_request_reply", **fields: object) -> Clock:
    """A clock of the social workers' team, since ten on a Monday."""
    team = a_team(an_agency("social_care"))
    owner = Owner(team.agency, team, professional=fields.pop("professional", None))
    known = {"partnership": baby.partnership, "child": baby.person, "started": MONDAY}
    with unit():
        return start_clock(rule, "request", fields.pop("process_id", uuid.uuid4()), owner, **known | fields)


def on(days: float) -> dt.datetime:
    return MONDAY + dt.timedelta(days=days)


def test_a_clock_keeps_the_limit_that_it_was_started_with(baby: Baby) -> None:
    PolicySetting.unscoped.create(
        partnership=baby.partnership, name="clock__strategy_request_reply", value="3",
        from_on=MONDAY.date() + dt.timedelta(days=1), source="Our board, June", set_by="system:test",
    )  # fmt: skip
    before, after = started(baby), started(baby, started=on(1))
    assert (before.limit, before.rule_version) == (1, "default")
    assert (after.limit, after.rule_version) == (3, "2026-11-24")
    assert before.due_at == clock.end_of(dt.date(2026, 11, 24))
    assert after.due_at == clock.end_of(dt.date(2026, 11, 27))


def test_what_is_met_or_no_longer_needed_is_due_no_more(baby: Baby, worker: Actor) -> None:
    met, stopped = started(baby), started(baby)
    assert set(due_for(worker, "team")) == {met, stopped}
    assert meet_clock("request", met.process_id) == 1
    assert stop_clock("request", stopped.process_id, because="Withdrawn.") == 1
    assert not due_for(worker, "team").exists()
    assert [one.clock.state for one in of_process("request", met.process_id)] == ["met"]
    assert meet_clock("request", met.process_id) == 0


def test_a_pause_needs_a_reason_and_a_manager_and_moves_the_end(
    baby: Baby, worker: Actor, manager: Actor
) -> None:
    held = started(baby)
    with pytest.raises(Refused):
        pause_clock(worker, held, "We wait.")
    with pytest.raises(SightlineError, match="Say why"):
        pause_clock(manager, held, " ")
    with clock.at(on(0.1)):
        pause_clock(manager, held, "The family is abroad until Thursday.")
    assert (Clock.unscoped.get().state, Pause.unscoped.get().until) == ("paused", None)
    with clock.at(on(3)):
        resume_clock(worker, held)
    kept = Clock.unscoped.get()
    assert (kept.state, kept.due_at) == ("running", clock.end_of(dt.date(2026, 11, 27)))
    assert Pause.unscoped.get().until == on(3)


def test_a_pause_pressed_twice_is_one_pause(baby: Baby, manager: Actor) -> None:
    held = started(baby)
    pause_clock(manager, Clock.unscoped.get(pk=held.pk), "Abroad.")
    with pytest.raises(Overtaken, match="already: paused"):
        pause_clock(manager, held, "Abroad.")
    assert Pause.unscoped.count() == 1


def test_lateness_is_explained_by_somebody_who_answers_for_it(
    baby: Baby, worker: Actor, manager: Actor
) -> None:
    held = started(baby)
    with clock.at(on(1)), pytest.raises(SightlineError, match="not late"):
        explain_late(manager, held, "Busy.")
    with clock.at(on(2)):
        with pytest.raises(Refused, match="not its owner"):
            explain_late(worker, held, "Busy.")
        with pytest.raises(Refused, match="agency that holds"):
            explain_late(an_actor("police", "team_manager"), held, "Busy.")
        explain_late(manager, held, "The interpreter did not come.")
    kept = Clock.unscoped.get()
    assert kept.late_because == "The interpreter did not come."
    assert str(kept.late_approved_by_id) == manager.id
    assert LedgerEntry.ledger.filter(event="clock.explained", outcome="allowed").count() == 1


def test_what_is_overdue_climbs_to_the_manager_then_to_the_lead_and_no_further(
    baby: Baby, manager: Actor
) -> None:
    started(baby)
    lead = an_actor("social_care", "safeguarding_lead")
    for days, climbed, told_so in ((1, 0, 0), (2, 1, 1), (2.9, 1, 1), (3.1, 2, 2), (9, 2, 2)):
        with clock.at(on(days)):
            climb(TICK)
            climb(TICK)
        assert (Clock.unscoped.get().climbed, Notice.unscoped.count()) == (climbed, told_so), days
    assert set(map(str, Notice.unscoped.values_list("professional_id", flat=True))) == {manager.id, lead.id}
    assert "Answer a request for a strategy discussion".lower() in Notice.unscoped.all()[0].words.lower()


def test_a_partnership_says_how_long_an_overdue_clock_waits_before_it_climbs_on(baby: Baby) -> None:
    started(baby)
    PolicySetting.unscoped.create(
        partnership=baby.partnership, name="clock__climb_on", value="2", from_on=MONDAY.date(),
        source="Our board", set_by="system:test",
    )  # fmt: skip
    for days, climbed in ((2, 1), (2.07, 1), (2.1, 2)):
        with clock.at(on(days)):
            climb(TICK)
        assert Clock.unscoped.get().climbed == climbed, days


def test_what_stands_still_does_not_climb_and_a_team_without_a_manager_has_a_lead(
    baby: Baby, manager: Actor
) -> None:
    paused = started(baby)
    pause_clock(manager, paused, "Abroad.")
    with clock.at(on(5)):
        assert climb(TICK) == 0
    alone = an_actor("police", "practitioner")
    lead = an_actor("police", "safeguarding_lead")
    with unit():
        team = a_team(an_agency("police"))
        start_clock(
            "information_request", "request", uuid.uuid4(), Owner(team.agency, team),
            partnership=baby.partnership, child=baby.person, started=MONDAY,
        )  # fmt: skip
    with clock.at(on(5)):
        assert climb(TICK) == 1
    assert str(Notice.unscoped.get().professional_id) == lead.id != alone.id


def test_the_worker_lets_clocks_climb_and_writes_nothing_when_none_is_due(baby: Baby) -> None:
    started(baby)
    traced = LedgerEntry.ledger.filter(event="clock.climbed")
    for days, count in ((1, 0), (2, 1), (2.1, 1)):
        with clock.at(on(days)):
            working._let_clocks_climb()
        assert traced.count() == count, days


def test_only_the_system_lets_clocks_climb(manager: Actor) -> None:
    with pytest.raises(Refused):
        climb(manager)


def test_what_is_due_of_somebody_away_is_due_of_whoever_covers(baby: Baby, worker: Actor) -> None:
    held = started(baby, professional=_professional(worker))
    colleague = an_actor("social_care", "practitioner")
    assert list(due_for(worker, "mine")) == [held]
    assert list(due_for(colleague, "mine")) == []
    assert list(due_for(colleague, "team")) == [held]
    Cover.unscoped.create(
        away_id=worker.id, covering_id=colleague.id, to_on=clock.today() + dt.timedelta(days=3)
    )
    assert list(due_for(colleague, "mine")) == [held]
    shown = told(due_for(colleague, "mine"))[0].held_by
    assert shown.startswith("Morgan Example, covering for Morgan Example until")


def test_a_clock_about_a_baby_whom_one_may_not_open_is_not_there(baby: Baby) -> None:
    started(baby)
    stranger = an_actor("police", "practitioner")
    assert not due_for(stranger, "agency").exists()
    elsewhere = an_actor(team=a_team(an_agency("social_care"), "Team Two"))
    assert not due_for(elsewhere, "agency").exists()


def test_the_night_is_told_of_risks_only(baby: Baby) -> None:
    started(baby)
    risk = started(baby, is_risk=True)
    assert list(tonight(an_actor("social_care", "emergency_duty_worker"))) == [risk]


def _professional(actor: Actor) -> object:
    from sightline.agencies.models import Professional

    return Professional.objects.get(pk=actor.id)
