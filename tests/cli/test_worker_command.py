"""`sightline worker`: a program of its own that seals the ledger, passes the days and stops when told to."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from sightline.cli import working
from sightline.core import sealing

STARTS_WITHIN, STOPS_WITHIN = 90.0, 15.0
"""Seconds: generous to a busy machine, and far below for ever."""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of its own, laid by `sightline migrate`."""
    path = tmp_path_factory.mktemp("worker") / "sightline.sqlite3"
    subprocess.run([*PROGRAM, "migrate"], env=environment(path), check=True, capture_output=True, timeout=180)
    return path


PROGRAM = (sys.executable, "-m", "sightline.cli.main")


def environment(database: Path) -> dict[str, str]:
    own = {"DATABASE_URL": f"sqlite:///{database}", "SIGHTLINE_DATA": str(database.parent)}
    return os.environ | own | {"DJANGO_SETTINGS_MODULE": "sightline.config.settings"}


@pytest.fixture
def worker(database: Path) -> Iterator[subprocess.Popen[str]]:
    """The worker at work on that database; ended after the test whatever happens."""
    running = subprocess.Popen(
        [*PROGRAM, "worker", "--interval", "0.2"],
        env=environment(database),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def counted(database: Path, table: str) -> int:
    with sqlite3.connect(database, timeout=30) as kept:
        return int(kept.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def until(holds: Callable[[], bool], worker: subprocess.Popen[str]) -> None:
    """Wait until something holds, the worker still running."""
    give_up = time.monotonic() + STARTS_WITHIN
    while not holds():
        assert worker.poll() is None, worker.communicate()[0]
        assert time.monotonic() < give_up, "the worker did not do it in time"
        time.sleep(0.1)


def test_a_worker_passes_the_day_seals_the_ledger_and_stops_on_sigterm(
    database: Path, worker: subprocess.Popen[str]
) -> None:
    until(lambda: counted(database, "prompts_evaluation") == 1, worker)
    worker.send_signal(signal.SIGTERM)
    said, _ = worker.communicate(timeout=STOPS_WITHIN)
    assert worker.returncode == 0, said
    assert "Traceback" not in said
    again = subprocess.run(
        [*PROGRAM, "tick", "--json"], env=environment(database), check=True, capture_output=True, text=True,
        timeout=120,
    )  # fmt: skip
    assert again.stdout == '{"days": []}\n'


def test_a_second_worker_seals_what_the_first_left(database: Path, worker: subprocess.Popen[str]) -> None:
    until(lambda: counted(database, "core_ledgermember") >= 1, worker)
    worker.send_signal(signal.SIGTERM)
    worker.communicate(timeout=STOPS_WITHIN)
    assert worker.returncode == 0


def keep_time_once(
    monkeypatch: pytest.MonkeyPatch, seal: Callable[[], None], pass_days: Callable[[], None]
) -> None:
    """One round of the clock's work, with these chores."""
    stopping = threading.Event()

    def last(*_: object) -> None:
        stopping.set()
        pass_days()

    monkeypatch.setattr(sealing, "seal", seal)
    monkeypatch.setattr(working, "_pass_days", last)
    monkeypatch.setattr(working, "_let_clocks_climb", lambda: None)
    monkeypatch.setattr(working, "_send_digests", lambda: None)
    monkeypatch.setattr(working, "let_old_lists_go", lambda: None)
    monkeypatch.setattr(working, "close_old_connections", lambda: None)
    monkeypatch.setattr(working, "connection", SimpleNamespace(close=lambda: None))
    working._keep_time(stopping)


def broken() -> None:
    raise RuntimeError("The ledger is locked.")


def test_a_chore_that_fails_is_logged_and_keeps_up_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    passed: list[str] = []
    keep_time_once(monkeypatch, broken, lambda: passed.append("the day"))
    assert passed == ["the day"]
    assert "will be tried again" in caplog.text
    assert "The ledger is locked." in caplog.text


def test_a_round_in_which_all_goes_well_logs_no_failure(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []
    keep_time_once(monkeypatch, lambda: done.append("sealed"), lambda: done.append("passed"))
    assert done == ["sealed", "passed"]
    assert "failed" not in caplog.text


def test_what_failed_is_tried_again_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def fails_once() -> None:
        tries.append(len(tries))
        if len(tries) == 1:
            broken()

    for _ in range(2):
        keep_time_once(monkeypatch, fails_once, lambda: None)
    assert tries == [0, 1]


def test_the_ledger_is_sealed_well_within_its_minute() -> None:
    assert working.SEAL_EVERY_SECONDS <= 30
