"""Sealing and verifying: every way of tampering that we could think of is found."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from sightline.core import appending, clock, heads, ledger, sealing
from sightline.core.actors import IMPORT
from sightline.core.hashing import ENTRY_COLUMNS, FIRST, block_hash, content_hash
from sightline.core.ids import new_id
from sightline.core.models import LedgerBlock, LedgerChild, LedgerEntry, LedgerMember
from sightline.core.sealing import seal, verify

pytestmark = pytest.mark.django_db
LATE = {"actor_id": "a", "actor_name": "a", "role": "system", "event": "late", "outcome": "allowed"}


@pytest.fixture(autouse=True)
def _heads(tmp_path: Path, settings: Any) -> None:
    settings.LEDGER_HEADS = tmp_path / "heads"
    settings.DEMO = False


def look(number: int = 1, children: int = 2) -> LedgerEntry:
    whom = [str(uuid.UUID(int=number * 100 + child)) for child in range(children)]
    return ledger.looked(IMPORT, f"page.{number}", [f"record:{number}"], whom, f"Because {number}.")


def looks(count: int) -> list[LedgerEntry]:
    return [look(number) for number in range(1, count + 1)]


def found() -> set[str]:
    return {finding.what for finding in verify().found}


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


# Append-only


@pytest.mark.parametrize("model", [LedgerEntry, LedgerChild, LedgerBlock, LedgerMember])
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_no_table_of_the_ledger_takes_an_update_or_a_delete(model: Any, verb: str) -> None:
    look()
    seal()
    column = {LedgerEntry: "event", LedgerChild: "child_id", LedgerBlock: "hash", LedgerMember: "place"}[
        model
    ]
    table = model._meta.db_table
    statement = f"UPDATE {table} SET {column} = {column}" if verb == "update" else f"DELETE FROM {table}"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        run(statement)
    assert model.ledger.exists()


def test_the_triggers_are_laid_on_every_table_of_the_ledger() -> None:
    models = (LedgerEntry, LedgerChild, LedgerBlock, LedgerMember)
    assert {model._meta.db_table for model in models} == set(appending.TABLES)


def test_the_triggers_can_be_lifted_and_laid_again() -> None:
    look()
    appending.lift(connection)
    run("UPDATE core_ledgerentry SET event = 'other'")
    appending.lay(connection)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        run("UPDATE core_ledgerentry SET event = 'another'")


# Sealing


def test_sealing_chains_every_entry_once_and_verifying_finds_nothing() -> None:
    looks(3)
    assert seal() == 3
    look(4)
    assert (seal(), seal()) == (1, 0)
    findings = verify()
    assert findings.whole
    assert (findings.blocks, findings.entries, findings.unsealed, findings.heads) == (2, 4, (), 2)
    first, second = LedgerBlock.ledger.order_by("number")
    assert (first.number, first.previous_hash) == (1, FIRST)
    assert second.previous_hash == first.hash


def test_an_empty_ledger_is_whole() -> None:
    assert seal() == 0
    assert verify().whole


def test_many_entries_are_sealed_in_blocks_of_a_bounded_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "LARGEST_BLOCK", 4)
    looks(10)
    assert seal() == 10
    assert [block.members.count() for block in LedgerBlock.ledger.order_by("number")] == [4, 4, 2]
    assert verify().whole


def test_what_is_not_sealed_yet_is_named_and_is_no_fault() -> None:
    look(1)
    seal()
    waiting = look(2)
    findings = verify()
    assert findings.whole
    assert findings.unsealed == (waiting.pk,)
    assert any(str(waiting.pk) in line for line in findings.lines())
    assert findings.lines()[-1] == "No change to the ledger was found."


def test_an_entry_with_an_older_id_that_commits_later_is_sealed_with_the_next_block() -> None:
    older = new_id()
    look(1)
    seal()
    LedgerEntry.ledger.create(
        id=older, actor_id="a", actor_name="a", role="system", event="late", outcome="allowed"
    )
    assert seal() == 1
    assert verify().whole


def test_an_entry_may_say_an_earlier_time_in_the_demo_only(settings: Any) -> None:
    with clock.at(clock.wall() - dt.timedelta(days=300)):
        look()
    seal()
    assert found() == {"dated"}
    settings.DEMO = True
    assert verify().whole


def test_a_hash_is_what_the_document_says_it_is() -> None:
    """Worked out here by hand, so that another program can check a ledger."""
    import hashlib

    at = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    one, two = uuid.UUID(int=1), uuid.UUID(int=2)
    columns = (one, at, at, "a", "Zoë", "practitioner", "gp", "baby.looked", "allowed", "", ["entry:1"])
    text = (
        '["00000000-0000-0000-0000-000000000001","2026-11-22T08:30:00.000000+00:00",'
        '"2026-11-22T08:30:00.000000+00:00","a","Zoë","practitioner","gp","baby.looked","allowed","",["entry:1"],'
        '["00000000-0000-0000-0000-000000000001","00000000-0000-0000-0000-000000000002"]]'
    )
    assert content_hash(columns, [two, one]) == hashlib.sha256(text.encode()).hexdigest()
    block = '[1,"0","2026-11-22T08:30:00.000000+00:00",[["00000000-0000-0000-0000-000000000001","h"]]]'
    assert block_hash(1, "0", at, [(one, "h")]) == hashlib.sha256(block.encode()).hexdigest()


def test_verifying_takes_no_more_queries_for_more_entries() -> None:
    counts = []
    for size in (3, 40):
        looks(size)
        seal()
        with CaptureQueriesContext(connection) as queries:
            verify()
        counts.append(len(queries))
    assert counts[0] == counts[1]


# Tampering, by somebody who owns the tables


@pytest.fixture
def sealed() -> list[LedgerEntry]:
    """Nine entries in three blocks, and no trigger in the way."""
    made = []
    for _ in range(3):
        made += [look(len(made) + number) for number in (1, 2, 3)]
        seal()
    appending.lift(connection)
    assert verify().whole
    return made


@pytest.mark.parametrize("column", [name for name in ENTRY_COLUMNS if name not in ("id", "records")])
def test_a_changed_column_is_found(sealed: list[LedgerEntry], column: str) -> None:
    is_time = column in ("at", "written_at")
    value = clock.wall() + dt.timedelta(seconds=1) if is_time else "other"
    LedgerEntry.ledger.filter(pk=sealed[4].pk).update(**{column: value})
    assert "changed" in found()


def test_changed_records_are_found(sealed: list[LedgerEntry]) -> None:
    LedgerEntry.ledger.filter(pk=sealed[4].pk).update(records=[])
    findings = verify()
    assert str(sealed[4].pk) in str(findings.found[0])
    assert "was changed after it was sealed" in "\n".join(findings.lines())


def test_a_removed_added_or_changed_child_is_found(sealed: list[LedgerEntry]) -> None:
    child = LedgerChild.ledger.filter(entry=sealed[2]).first()
    assert child is not None
    for tamper in (
        lambda: LedgerChild.ledger.filter(pk=child.pk).delete(),
        lambda: LedgerChild.ledger.create(entry=sealed[2], child_id=new_id()),
        lambda: LedgerChild.ledger.filter(pk=child.pk).update(child_id=new_id()),
        lambda: LedgerChild.ledger.filter(pk=child.pk).update(entry=sealed[8]),
    ):
        with undone():
            tamper()
            assert "changed" in found()


def test_a_removed_entry_is_found(sealed: list[LedgerEntry]) -> None:
    remove(sealed[5])
    assert found() == {"deleted"}


def test_swapped_entries_and_swapped_members_are_found(sealed: list[LedgerEntry]) -> None:
    with undone():
        swap_contents(sealed[0], sealed[7])
        assert found() == {"changed"}
    with undone():
        swap_places(1)
        assert found() == {"members"}


def test_an_entry_put_into_a_sealed_block_is_found(sealed: list[LedgerEntry]) -> None:
    put = look(77)
    member = LedgerMember(entry_id=put.pk, block_id=2, place=3, content_hash="0" * 64)
    member.save(force_insert=True)
    assert "members" in found()


def test_an_entry_put_in_the_past_is_found_sealed_or_not(sealed: list[LedgerEntry]) -> None:
    put_in_the_past(days=3)
    assert found() == {"put_in"}
    seal()
    assert "put_in" in found()


def test_an_entry_that_claims_another_time_than_its_own_is_found(sealed: list[LedgerEntry]) -> None:
    with clock.at(clock.wall() - dt.timedelta(days=3)):
        look(88)
    assert found() == {"dated"}


def test_a_removed_block_is_found(sealed: list[LedgerEntry]) -> None:
    LedgerMember.ledger.filter(block_id=2).delete()
    LedgerBlock.ledger.filter(number=2).delete()
    assert {"missing", "chain"} <= found()


def test_a_chain_cut_short_is_found_by_the_kept_head(sealed: list[LedgerEntry]) -> None:
    for entry in sealed[6:]:
        remove(entry)
    cut(3)
    findings = verify()
    assert {finding.what for finding in findings.found} == {"cut"}
    assert "Block 3" in str(findings.found[0])


def test_without_kept_heads_a_chain_cut_short_cannot_be_told(
    sealed: list[LedgerEntry], settings: Any
) -> None:
    settings.LEDGER_HEADS = None
    for entry in sealed[6:]:
        remove(entry)
    cut(3)
    assert verify().whole
    assert verify().heads == 0


def test_a_chain_worked_out_anew_is_found_by_the_kept_heads(sealed: list[LedgerEntry]) -> None:
    LedgerEntry.ledger.filter(pk=sealed[0].pk).update(because="Nothing to see.")
    work_out_anew()
    assert found() == {"forked"}


def test_heads_are_kept_one_a_block_and_a_lost_file_is_not_an_error(
    sealed: list[LedgerEntry], settings: Any
) -> None:
    kept = heads.kept()
    assert [head.number for head in kept] == [1, 2, 3]
    assert [head.hash for head in kept] == list(
        LedgerBlock.ledger.order_by("number").values_list("hash", flat=True)
    )
    Path(settings.LEDGER_HEADS).unlink()
    assert heads.kept() == []
    assert verify().whole


def test_a_line_of_findings_cannot_be_forged_by_what_is_logged(sealed: list[LedgerEntry]) -> None:
    hostile = "x\nNo change to the ledger was found.\r\x1b[2K\u202e"
    ledger.looked(IMPORT, "page", [hostile], [], hostile)
    assert all(line.isprintable() for line in verify().lines())


def test_random_tampering_is_always_found(sealed: list[LedgerEntry]) -> None:
    """As somebody would who owns every table but not the kept heads, 200 times."""
    dice = random.Random(1122)
    unnoticed = []
    for _ in range(200):
        tamper = dice.choice(TAMPERS)
        with undone():
            tamper(dice, sealed)
            if verify().whole:
                unnoticed.append(tamper.__name__)
    assert not unnoticed


class undone:
    """What is done within is undone at its end, and is no part of what comes after."""

    def __enter__(self) -> None:
        self.point = transaction.savepoint()

    def __exit__(self, *exception: object) -> None:
        transaction.savepoint_rollback(self.point)


def remove(entry: LedgerEntry) -> None:
    LedgerChild.ledger.filter(entry_id=entry.pk).delete()
    LedgerEntry.ledger.filter(pk=entry.pk).delete()


def swap_contents(one: LedgerEntry, other: LedgerEntry) -> None:
    for column in ENTRY_COLUMNS[1:]:
        LedgerEntry.ledger.filter(pk=one.pk).update(**{column: getattr(other, column)})
        LedgerEntry.ledger.filter(pk=other.pk).update(**{column: getattr(one, column)})


def swap_places(block: int) -> None:
    first, second = LedgerMember.ledger.filter(block_id=block).order_by("place")[:2]
    for place, member in ((90, first), (0, second), (1, first)):
        LedgerMember.ledger.filter(pk=member.pk).update(place=place)


def put_in_the_past(days: int) -> None:
    when = clock.wall() - dt.timedelta(days=days)
    LedgerEntry.ledger.create(at=when, written_at=when, **LATE)


def cut(block: int) -> None:
    LedgerMember.ledger.filter(block_id__gte=block).delete()
    LedgerBlock.ledger.filter(number__gte=block).delete()


def work_out_anew() -> None:
    """Every hash, as somebody would who knows how it is done."""
    previous = FIRST
    for block in LedgerBlock.ledger.order_by("number"):
        for member in LedgerMember.ledger.filter(block=block):
            row = LedgerEntry.ledger.values_list(*ENTRY_COLUMNS).get(pk=member.entry_id)
            children = LedgerChild.ledger.filter(entry_id=member.entry_id).values_list("child_id", flat=True)
            LedgerMember.ledger.filter(pk=member.pk).update(content_hash=content_hash(row, children))
        members = LedgerMember.ledger.filter(block=block).order_by("place")
        content = list(members.values_list("entry_id", "content_hash"))
        hashed = block_hash(block.number, previous, block.sealed_at, content)
        LedgerBlock.ledger.filter(pk=block.pk).update(previous_hash=previous, hash=hashed)
        previous = hashed
    assert not {"changed", "members", "chain"} & found()


Tamper = Callable[[random.Random, list[LedgerEntry]], None]


def edit(dice: random.Random, entries: list[LedgerEntry]) -> None:
    column = dice.choice(["actor_id", "actor_name", "role", "agency_code", "event", "outcome", "because"])
    LedgerEntry.ledger.filter(pk=dice.choice(entries).pk).update(**{column: f"v{dice.random()}"[:10]})


def redate(dice: random.Random, entries: list[LedgerEntry]) -> None:
    shift = dt.timedelta(microseconds=dice.randint(1, 10**9))
    entry = dice.choice(entries)
    LedgerEntry.ledger.filter(pk=entry.pk).update(at=entry.at + shift)


def delete(dice: random.Random, entries: list[LedgerEntry]) -> None:
    remove(dice.choice(entries))


def drop_child(dice: random.Random, entries: list[LedgerEntry]) -> None:
    LedgerChild.ledger.filter(pk=dice.choice(LedgerChild.ledger.all()).pk).delete()


def swap(dice: random.Random, entries: list[LedgerEntry]) -> None:
    swap_contents(*dice.sample(entries, 2))


def reorder(dice: random.Random, entries: list[LedgerEntry]) -> None:
    swap_places(dice.randint(1, 3))


def backdate(dice: random.Random, entries: list[LedgerEntry]) -> None:
    put_in_the_past(days=dice.randint(1, 1000))


def truncate(dice: random.Random, entries: list[LedgerEntry]) -> None:
    cut(dice.randint(1, 3))


def reseal(dice: random.Random, entries: list[LedgerEntry]) -> None:
    """Cut the chain, change an entry, and seal it all again as if nothing had been."""
    kept = heads._path()
    assert kept is not None
    before = kept.read_text()
    cut(dice.randint(1, 3))
    edit(dice, entries)
    seal()
    kept.write_text(before)


def rewrite(dice: random.Random, entries: list[LedgerEntry]) -> None:
    edit(dice, entries)
    work_out_anew()


def move_time(dice: random.Random, entries: list[LedgerEntry]) -> None:
    block = LedgerBlock.ledger.get(number=dice.randint(1, 3))
    LedgerBlock.ledger.filter(pk=block.pk).update(sealed_at=block.sealed_at + dt.timedelta(microseconds=1))


TAMPERS: list[Tamper] = [
    edit, redate, delete, drop_child, swap, reorder, backdate, truncate, reseal, rewrite, move_time,
]  # fmt: skip
