"""Random histories of a challenge: never ended by the challenged side alone, never deleted, no view lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from disputing import SETTLED, Dispute, a_dispute, a_safety, raised
from factories import an_actor
from sightline.agencies.models import Cover
from sightline.challenge.answering import write_safety, write_view
from sightline.challenge.models import Challenge, Resolution, SideView, StageReached
from sightline.challenge.moving import move_on, move_overdue
from sightline.challenge.resolving import confirm, decide_above, decline, propose
from sightline.challenge.steps import OPEN
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.models import details_of
from sightline.clocks.models import Clock
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError

START = dt.datetime(2026, 11, 23, 10, tzinfo=clock.LONDON)
WHO = (
    "visitor", "colleague", "visitors_manager", "visitors_lead", "door", "doors_manager", "doors_lead",
    "designated", "stranger", "their_designated",
)  # fmt: skip
CHALLENGED = ("door", "doors_manager", "doors_lead", "their_designated")
ENDING = (("doors_lead", "visitor"), ("visitor", "doors_lead")) * 4
PAIRS = (
    *ENDING,
    ("doors_lead", "doors_manager"),
    ("door", "doors_lead"), ("doors_lead", "visitors_lead"), ("visitor", "colleague"),
    ("doors_lead", "their_designated"), ("stranger", "designated"),
)  # fmt: skip
# Those who can end it come up more often than those who only try.
who = st.sampled_from((*WHO, "visitor", "visitor", "visitor", "doors_lead", "doors_lead"))


REACHED: set[str] = set()
"""The states in which histories ended: the run must have come to all of them to say anything."""


class Histories(RuleBasedStateMachine):
    """Anybody tries anything at any time; what is refused is refused, and what is kept is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.work = transaction.atomic()
        self.work.__enter__()
        self.now = START
        self.views: set[str] = set()
        with clock.at(self.now):
            self.case: Dispute = a_dispute()
            self.challenge = raised(self.case)
            extra = {
                "stranger": an_actor("gp"),
                "their_designated": an_actor("social_care", "safeguarding_lead", lead_kind="designated"),
            }
        self.actors: dict[str, Actor] = {name: extra.get(name) or getattr(self.case, name) for name in WHO}
        self.views.add(self.challenge.why)
        self.ended_by = ""

    def teardown(self) -> None:
        REACHED.add(self._state())
        transaction.set_rollback(True)
        self.work.__exit__(None, None, None)

    def tries(self, name: str, act: Callable[[Actor, Challenge], object]) -> bool:
        """Whether it was done. Time goes on a minute either way."""
        self.now += dt.timedelta(minutes=1)
        before = self._state()
        with clock.at(self.now):
            try:
                with transaction.atomic():
                    act(self.actors[name], self._fresh())
            except SightlineError:
                assert self._state() == before, "what was refused changed nothing"
                return False
        if before in OPEN and self._state() not in OPEN:
            self.ended_by = name
        return True

    def _fresh(self) -> Challenge:
        rows = Challenge.unscoped.select_related("partnership", "from_agency", "with_agency", "with_team")
        return rows.get(pk=self.challenge.pk)

    def _state(self) -> str:
        return Challenge.unscoped.values_list("state", flat=True).get(pk=self.challenge.pk)

    @initialize(stage=st.sampled_from((1, 2, 5)))
    def begin_at(self, stage: int) -> None:
        for number in range(1, stage):
            self.tries("visitor", lambda actor, one, number=number: move_on(actor, one, number, "Still."))

    @rule(name=who, words=st.sampled_from(("It fits.", "It does not.", "O’Neil=1", "\u202eback")))
    def write(self, name: str, words: str) -> None:
        if self.tries(name, lambda actor, one: write_view(actor, one, words)):
            self.views.add(words)

    @rule(name=who, stage=st.integers(0, 6))
    def go_on(self, name: str, stage: int) -> None:
        self.tries(name, lambda actor, one: move_on(actor, one, stage or one.stage, "Still."))

    @rule(name=who)
    def settle(self, name: str) -> None:
        self.tries(name, lambda actor, one: propose(actor, one, SETTLED))

    @precondition(lambda self: Resolution.unscoped.filter(of=self.challenge).exists())
    @rule(name=who, agrees=st.sampled_from((True, True, False)))
    def answer_it(self, name: str, agrees: bool) -> None:
        self.answer(name, agrees)

    def answer(self, name: str, agrees: bool) -> None:
        waiting = Resolution.unscoped.filter(of=self.challenge).order_by("-at", "-id")
        found = waiting.select_related("of__partnership").first()
        if found is not None:
            self.tries(
                name, lambda actor, one: confirm(actor, found) if agrees else decline(actor, found, "No.")
            )

    @precondition(lambda self: self._fresh().is_open)
    @rule(pair=st.sampled_from(PAIRS))
    def write_and_answer(self, pair: tuple[str, str]) -> None:
        """One writes what was agreed and another confirms it at once, of one side or of both."""
        self.settle(pair[0])
        self.answer(pair[1], True)

    @precondition(lambda self: self._fresh().is_open and self._fresh().stage > 3)
    @rule(name=st.sampled_from(("designated", "designated", "their_designated", "doors_lead", "visitor")))
    def decide(self, name: str) -> None:
        reasons = replace(SETTLED, because="Heard both.")
        self.tries(name, lambda actor, one: decide_above(actor, one, reasons))

    @rule(name=who)
    def keep_safe(self, name: str) -> None:
        with clock.at(self.now):
            safety = a_safety()
        self.tries(name, lambda actor, one: write_safety(actor, one, safety))

    @rule(days=st.integers(1, 4))
    def wait(self, days: int) -> None:
        self.now += dt.timedelta(days=days)
        with clock.at(self.now):
            move_overdue()

    @rule()
    def cover(self) -> None:
        with clock.at(self.now):
            Cover.unscoped.create(
                away_id=self.case.visitor.id,
                covering_id=self.case.colleague.id,
                from_on=clock.today(),
                to_on=clock.today(),
            )

    @invariant()
    def it_is_there_and_every_view_with_it(self) -> None:
        assert self._fresh()
        kept = set(SideView.unscoped.filter(of=self.challenge).values_list("words", flat=True))
        assert self.views <= kept

    @invariant()
    def it_is_over_only_by_both_or_from_above(self) -> None:
        one = self._fresh()
        if one.is_open:
            assert one.ended_at is None
            return
        assert self.ended_by not in CHALLENGED or self._raiser_wrote_the_end()
        ending = Resolution.unscoped.filter(of=one).exclude(declined_at__isnull=False).get()
        if one.state == "decided":
            assert ending.side == "above"
            assert str(ending.by_id) == self.case.designated.id
            return
        both = {str(ending.by_id), str(ending.confirmed_by_id)}
        assert both & {self.case.visitor.id, self.case.colleague.id}
        assert both & {self.actors[name].id for name in CHALLENGED}

    def _raiser_wrote_the_end(self) -> bool:
        return Resolution.unscoped.filter(
            of=self.challenge, side="raiser", confirmed_at__isnull=False
        ).exists()

    @invariant()
    def each_stage_is_there_once_and_its_entry_says_the_same(self) -> None:
        one = self._fresh()
        reached = list(StageReached.unscoped.filter(of=one).select_related("entry_root").order_by("number"))
        assert [each.number for each in reached] == list(range(1, one.stage + 1))
        ended = clock.day_of(one.ended_at) if one.ended_at else None
        for each in reached:
            entry = latest_of(each.entry_root)
            said = details_of([entry])[entry.pk]
            assert (said.stage, said.resolved_on) == (each.number, ended)

    @invariant()
    def its_clocks_run_exactly_while_it_is_open(self) -> None:
        running = Clock.unscoped.filter(process="challenge", process_id=self.challenge.pk, state="running")
        assert running.count() == (2 if self._fresh().is_open else 0)


@pytest.mark.django_db
def test_whatever_the_history_no_challenge_is_ended_by_the_challenged_side_alone() -> None:
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=12,
            stateful_step_count=10,
            derandomize=True,
            phases=[Phase.generate],
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert REACHED & {"settled", "decided"}, "no history came to an end: it said nothing"
