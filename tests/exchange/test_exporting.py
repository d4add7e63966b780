"""A list that is taken out holds what its page shows its reader, is traced by child, and runs nothing."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import a_baby, an_actor, open_to
from sightline.access.models import Closure
from sightline.agencies.models import Assignment
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.models import LedgerChild, LedgerEntry
from sightline.exchange.exporting import tasks
from sightline.exchange.exporting.asking import ask_for, exports_seen_by, find_export, take
from sightline.exchange.exporting.cells import plain, written
from sightline.exchange.models import Export

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t=", "\r=", "|", "%")


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("start", STARTS_A_FORMULA)
def test_a_cell_that_begins_like_a_formula_is_text(start: str) -> None:
    [[cell]] = read(written([f"{start}HYPERLINK(1)"], []))
    assert cell[0] == "'"


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_no_cell_begins_a_formula_whatever_was_typed(cells: list[str]) -> None:
    [row] = read(written(cells, []))
    assert len(row) == len(cells)
    assert not any(cell[:1] in tuple("=+-@\t\r") and not _is_number(cell) for cell in row)


def _is_number(cell: str) -> bool:
    return cell.strip("-0123456789,.") == ""


def test_days_instants_and_nothing_are_written_plainly() -> None:
    summer = dt.datetime(2026, 7, 1, 11, 30, tzinfo=dt.UTC)
    assert [plain(cell) for cell in (dt.date(2026, 2, 1), summer, None, 7)] == [
        "2026-02-01", "2026-07-01 12:30", "", "7",
    ]  # fmt: skip


@pytest.fixture
def visitor() -> Actor:
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


def sent(visitor: Actor, given_name: str = "Marnie") -> ReferredChild:
    baby = a_baby(given_name, "Askew")
    open_to(visitor, baby)
    said = {"worry": "=1+1", "safe_now": "no", "where_now": "At home", "call_back": "01632 960 200"}
    written = Written((WrittenChild(baby.person),), is_urgent=True, **said)
    return send_referral(visitor, written).children.get()


def ready(actor: Actor, listing: str) -> Export:
    asked = ask_for(actor, listing, "The weekly meeting")
    tasks.write_list.func(str(asked.pk))
    return find_export(actor, asked.pk)


@pytest.mark.django_db
def test_the_front_door_takes_its_queue_out(visitor: Actor, door: Actor) -> None:
    first, second = sent(visitor), sent(visitor, "Orla")
    asked = ready(door, "referrals-waiting")
    head, *rows = read(take(door, asked))
    assert head[:2] == ["Referral", "Child"]
    assert {row[1] for row in rows} == {first.child.name, second.child.name}
    assert (asked.rows, asked.rows_written) == (2, 2)


@pytest.mark.django_db
def test_a_list_is_no_longer_than_its_page(visitor: Actor, door: Actor) -> None:
    closed, shown = sent(visitor), sent(visitor, "Orla")
    Closure.unscoped.create(child=closed.child, professional_id=door.id, because="Knows the family")
    assert [row[1] for row in read(take(door, ready(door, "referrals-waiting")))[1:]] == [shown.child.name]


@pytest.mark.django_db
def test_taking_it_names_every_child_in_the_ledger(visitor: Actor, door: Actor) -> None:
    referred = sent(visitor)
    take(door, ready(door, "referrals-waiting"))
    for event in ("export.written", "export.taken"):
        entry = LedgerEntry.ledger.get(event=event)
        assert list(LedgerChild.ledger.filter(entry=entry).values_list("child_id", flat=True)) == [
            referred.child_id
        ]


@pytest.mark.django_db
def test_a_reason_is_asked_for_and_another_roles_list_is_refused(visitor: Actor, door: Actor) -> None:
    with pytest.raises(SightlineError, match="what you need the list for"):
        ask_for(door, "referrals-waiting", "  ")
    with pytest.raises(Refused):
        ask_for(visitor, "referrals-waiting", "Curious")
    with pytest.raises(Refused):
        ask_for(an_actor("health_visiting", "partnership_officer"), "due", "A report")


@pytest.mark.django_db
def test_nobody_else_finds_or_takes_it(visitor: Actor, door: Actor) -> None:
    asked = ready(door, "referrals-waiting")
    other = an_actor("social_care", "front_door_worker", name="Another Worker")
    assert not exports_seen_by(other).exists()
    with pytest.raises(Unfindable):
        find_export(other, asked.pk)
    with pytest.raises(Refused):
        take(other, asked)


@pytest.mark.django_db
def test_who_lost_the_role_before_it_was_written_gets_nothing(visitor: Actor, door: Actor) -> None:
    sent(visitor)
    asked = ask_for(door, "referrals-waiting", "The weekly meeting")
    Assignment.unscoped.filter(professional_id=door.id).update(to_on=clock.today() - dt.timedelta(days=1))
    tasks.write_list.func(str(asked.pk))
    kept = Export.unscoped.get(pk=asked.pk)
    assert (kept.state, bytes(kept.data)) == ("refused", b"")


@pytest.mark.django_db
def test_it_is_written_once_and_not_taken_before(visitor: Actor, door: Actor) -> None:
    asked = ask_for(door, "referrals-waiting", "The weekly meeting")
    with pytest.raises(SightlineError, match="not ready"):
        take(door, asked)
    tasks.write_list.func(str(asked.pk))
    tasks.write_list.func(str(asked.pk))
    assert LedgerEntry.ledger.filter(event="export.written").count() == 1


@pytest.mark.django_db
def test_its_rows_are_gone_after_a_day_and_that_it_was_asked_for_stays(visitor: Actor, door: Actor) -> None:
    asked = ready(door, "referrals-waiting")
    with clock.at(asked.asked_at + dt.timedelta(hours=24)):
        assert tasks.let_old_lists_go() == 0
        assert take(door, asked)
    with clock.at(asked.asked_at + dt.timedelta(hours=24, seconds=1)):
        with pytest.raises(SightlineError, match="is gone"):
            take(door, asked)
        assert tasks.let_old_lists_go() == 1
        assert bytes(find_export(door, asked.pk).data) == b""


@pytest.mark.django_db
def test_a_list_does_not_leave_with_a_child_that_was_closed_since(visitor: Actor, door: Actor) -> None:
    referred = sent(visitor)
    asked = ready(door, "referrals-waiting")
    Closure.unscoped.create(child=referred.child, professional_id=door.id, because="Knows the family")
    with pytest.raises(SightlineError, match="has changed since"):
        take(door, asked)
    assert len(read(take(door, ready(door, "referrals-waiting")))) == 1
