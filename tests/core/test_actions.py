"""Actions and units of work: one transaction, one trail, refusals kept."""

from __future__ import annotations

import contextlib
import uuid

import pytest
from django.db import IntegrityError, transaction

from factories import a_partnership
from sightline.agencies.models import Partnership
from sightline.core import clock, ledger
from sightline.core.actions import action
from sightline.core.actors import IMPORT, Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import Refused, SightlineError, Untraceable
from sightline.core.models import LedgerChild, LedgerEntry
from sightline.core.unit import current, unit

# These commit: what stays after a roll-back is what they are about.
pytestmark = pytest.mark.django_db(transaction=True)
CHILD, OTHER = (str(uuid.UUID(int=number)) for number in (1, 2))


def may_found(actor: Actor, code: str, child: str = CHILD) -> Decision:
    return refuse("Not that one.") if code == "forbidden" else allow("Anybody may.")


@action("partnership.founded", may=may_found)
def found(actor: Actor, code: str, child: str = CHILD) -> Partnership:
    """Something to do."""
    made = Partnership.unscoped.create(code=code, name=code)
    current().note(f"partnership:{made.pk}", child)
    return made


@action("partnerships.founded", may=lambda actor, *codes: allow("Anybody may."))
def found_each(actor: Actor, *codes: str) -> int:
    """Actions within an action."""
    for code in codes:
        found(actor, code)
    current().note("county:1", OTHER)
    return len(codes)


def traced() -> list[tuple[str, str]]:
    return list(LedgerEntry.ledger.order_by("id").values_list("event", "outcome"))


def test_an_action_is_done_and_traced_in_one_transaction() -> None:
    made = found(IMPORT, "north")
    entry = LedgerEntry.ledger.get()
    assert (entry.event, entry.outcome, entry.actor_id) == ("partnership.founded", "allowed", "system:import")
    assert entry.records == [f"partnership:{made.pk}"]
    assert str(LedgerChild.ledger.get(entry=entry).child_id) == CHILD


def test_a_refusal_changes_nothing_and_is_traced() -> None:
    with pytest.raises(Refused, match="Not that one"):
        found(IMPORT, "forbidden")
    assert not Partnership.unscoped.exists()
    assert traced() == [("partnership.founded", "refused")]


def test_a_refusal_stays_in_the_ledger_when_what_surrounds_it_rolls_back() -> None:
    with pytest.raises(Refused):
        found_each(IMPORT, "north", "forbidden")
    assert not Partnership.unscoped.exists()
    assert traced() == [("partnership.founded", "refused")]


def test_a_refusal_that_is_caught_is_traced_once_with_what_was_done() -> None:
    with unit():
        found(IMPORT, "north")
        with pytest.raises(Refused):
            found(IMPORT, "forbidden")
    assert sorted(traced()) == [("partnership.founded", "allowed"), ("partnership.founded", "refused")]


def test_a_refusal_that_the_action_itself_finds_is_traced_once() -> None:
    @action("late.refused", may=lambda actor: allow("At first."))
    def late(actor: Actor) -> None:
        """Finds out late."""
        Partnership.unscoped.create(code="gone", name="gone")
        raise Refused("Only now do I see it.")

    @action("outer.done", may=lambda actor: allow("Yes."))
    def outer(actor: Actor) -> None:
        """Calls it."""
        late(actor)

    with pytest.raises(Refused):
        outer(IMPORT)
    assert traced() == [("late.refused", "refused")]
    assert not Partnership.unscoped.exists()


def test_an_error_rolls_all_of_it_back_and_leaves_no_trace_of_what_was_not_done() -> None:
    found(IMPORT, "north")
    with pytest.raises(IntegrityError):
        found_each(IMPORT, "south", "north")
    assert list(Partnership.unscoped.values_list("code", flat=True)) == ["north"]
    assert traced() == [("partnership.founded", "allowed")]


def test_a_part_that_failed_fails_the_whole_even_when_its_error_is_caught() -> None:
    @action("part.failed", may=lambda actor: allow("Yes."))
    def failing(actor: Actor) -> None:
        """Does half."""
        Partnership.unscoped.create(code="half", name="half")
        raise SightlineError("No more.")

    def go_on_all_the_same() -> None:
        with unit():
            found(IMPORT, "north")
            with contextlib.suppress(SightlineError):
                failing(IMPORT)

    with pytest.raises(SightlineError, match="nothing of it was saved"):
        go_on_all_the_same()
    assert not Partnership.unscoped.exists()
    assert not traced()


def test_actions_within_an_action_each_have_their_own_trace_with_what_they_touched() -> None:
    assert found_each(IMPORT, "north", "south") == 2
    entries = list(LedgerEntry.ledger.order_by("id"))
    assert [entry.event for entry in entries] == [
        "partnership.founded",
        "partnership.founded",
        "partnerships.founded",
    ]
    children = [{str(row.child_id) for row in LedgerChild.ledger.filter(entry=entry)} for entry in entries]
    assert children == [{CHILD}, {CHILD}, {CHILD, OTHER}]
    assert [len(entry.records) for entry in entries] == [1, 1, 3]


def test_a_closer_runs_once_last_and_the_outermost_action_answers_for_it() -> None:
    runs: list[int] = []

    def closer() -> None:
        runs.append(Partnership.unscoped.count())
        current().note("closed:1", OTHER)

    @action("two.founded", may=lambda actor: allow("Yes."))
    def two(actor: Actor) -> None:
        """Asks for the closer three times."""
        for code in ("north", "south"):
            current().before_commit("count", closer)
            found(actor, code)
        current().before_commit("count", closer)

    two(IMPORT)
    assert runs == [2]
    last = LedgerEntry.ledger.get(event="two.founded")
    assert "closed:1" in last.records
    assert {str(row.child_id) for row in LedgerChild.ledger.filter(entry=last)} == {CHILD, OTHER}


def test_a_closer_may_ask_for_another_and_one_that_fails_rolls_it_all_back() -> None:
    order: list[str] = []

    def second() -> None:
        order.append("second")
        raise ValueError("too late")

    def first() -> None:
        order.append("first")
        current().before_commit("second", second)

    @action("north.founded", may=lambda actor: allow("Yes."))
    def north(actor: Actor) -> None:
        """Asks for the first closer."""
        current().before_commit("first", first)
        found(actor, "north")

    with pytest.raises(ValueError, match="too late"):
        north(IMPORT)
    assert order == ["first", "second"]
    assert not Partnership.unscoped.exists()
    assert not traced()


def test_what_was_done_while_the_clock_was_set_is_traced_at_that_time() -> None:
    with unit(), clock.at(clock.start_of(clock.from_day_number(19_000))):
        found(IMPORT, "north")
    entry = LedgerEntry.ledger.get()
    assert clock.day_number(clock.day_of(entry.at)) == 19_000
    assert entry.written_at.year >= 2025


def test_there_is_no_unit_outside_one() -> None:
    with pytest.raises(LookupError):
        current()
    with unit() as outer, unit() as inner:
        assert outer is inner is current()
    with pytest.raises(LookupError):
        current()


# A ledger that cannot be written


@pytest.fixture
def _a_ledger_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*args: object, **kwargs: object) -> None:
        raise IntegrityError("no room")

    monkeypatch.setattr(LedgerEntry, "save", no_room)


@pytest.mark.usefixtures("_a_ledger_that_fails")
def test_a_ledger_that_cannot_be_written_refuses_the_read() -> None:
    with pytest.raises(Untraceable, match="Nothing was shown"):
        ledger.looked(IMPORT, "baby.looked", [], [CHILD])


@pytest.mark.usefixtures("_a_ledger_that_fails")
def test_a_ledger_that_cannot_be_written_refuses_the_change() -> None:
    with pytest.raises(Untraceable):
        found(IMPORT, "north")
    assert not Partnership.unscoped.exists()


def test_children_that_cannot_be_written_refuse_the_read_and_leave_no_half_of_an_entry(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_room(*args: object, **kwargs: object) -> None:
        raise IntegrityError("no room")

    monkeypatch.setattr(LedgerChild.ledger, "bulk_create", no_room)
    with pytest.raises(Untraceable):
        ledger.looked(IMPORT, "baby.looked", [], [CHILD])
    assert not LedgerEntry.ledger.exists()


def test_a_look_is_one_entry_with_each_child_once() -> None:
    a_partnership()
    ledger.looked(IMPORT, "my_babies.looked", ["a:1", "a:1", "a:2"], [CHILD, OTHER, CHILD], "Asked \x00 so.")
    entry = LedgerEntry.ledger.get()
    assert (entry.records, entry.because) == (["a:1", "a:2"], "Asked  so.")
    assert LedgerChild.ledger.filter(entry=entry).count() == 2


def test_nothing_of_the_ledger_rolls_back_with_a_read_that_was_answered() -> None:
    ledger.looked(IMPORT, "baby.looked", [], [CHILD])
    with pytest.raises(ValueError, match="later"), transaction.atomic():
        raise ValueError("later")
    assert LedgerEntry.ledger.count() == 1
