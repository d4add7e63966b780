"""Run every test, on every database, and say at the end what ran and what could not.

    .venv/bin/python scripts/run_tests.py [--soak] [arguments for pytest…]

The whole suite runs once on SQLite, with the browser and the three engines of the signals. What reads or
writes the database runs again on a throw-away PostgreSQL, as a role that is not a superuser.
`SIGHTLINE_TEST_POSTGRES` gives the tests its address: a test that uses it makes a schema of its own there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import needs
from throwaway_postgres import PostgresDidNotStartError, throwaway_postgres

from sightline.cli.benching.programs import find_postgres

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS = 5  # pytest's exit status when nothing was selected
# These do not touch the application's database, run commands on a SQLite of their own, make the demonstration
# (which is SQLite's), or walk every page, whose parts run on both: once is enough.
NEEDS_NO_DATABASE = (
    "tests/cli/test_worker_command.py",
    "tests/conformance/test_every_address.py",
    "tests/conformance/test_house.py",
    "tests/demo",
    "tests/engines",
    "tests/exchange/test_paper.py",
    "tests/exchange/test_replay_command.py",
    "tests/learning",
    "tests/library",
    "tests/outbox/test_workers_at_once.py",
    "tests/packaging",
    "tests/signals",
)


@dataclass(frozen=True, slots=True)
class Round:
    """One call of pytest."""

    name: str
    selection: str
    ignored: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a round: tests by outcome, reasons for skips with how often, and whether it is good."""

    name: str
    counts: Counter[str]
    skips: Counter[str]
    is_good: bool

    @property
    def is_lost(self) -> bool:
        """Whether not one test was reached although some should have been."""
        return not self.counts and not self.is_good


def main(arguments: list[str]) -> int:
    """Set up, run the rounds, print the summary; 0 when nothing failed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped in order
    is_soak = "--soak" in arguments
    arguments = [argument for argument in arguments if argument != "--soak"]
    absent = needs.meet()
    with ExitStack() as stack:
        address = _start_postgres(stack, absent)
        rounds = _soak_rounds(address) if is_soak else _rounds(address)
        outcomes = [_run(each, arguments) for each in rounds]
    return _summarise(outcomes, absent)


def _start_postgres(stack: ExitStack, absent: list[str]) -> str | None:
    programs = find_postgres()
    if programs is None:
        return None
    try:
        return stack.enter_context(throwaway_postgres(programs))
    except PostgresDidNotStartError as error:
        absent.append(f"PostgreSQL is installed in {programs} but did not start: {error}")
        return None


def _rounds(address: str | None) -> list[Round]:
    told = {"SIGHTLINE_TEST_POSTGRES": address} if address else {}
    rounds = [Round("SQLite", "not soak", environment=told)]
    if address:
        again = {**told, "DATABASE_URL": address}
        rounds.append(Round("PostgreSQL", "not soak and not browser", NEEDS_NO_DATABASE, again))
    return rounds


def _soak_rounds(address: str | None) -> list[Round]:
    return [Round("soak", "soak", environment={"SIGHTLINE_TEST_POSTGRES": address} if address else {})]


def _run(each: Round, arguments: list[str]) -> Outcome:
    print(f"\n══ {each.name}", flush=True)
    with tempfile.TemporaryDirectory(prefix="sightline-tests-") as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-p", "required", "-m", each.selection]
        command += [f"--junitxml={report}", *_side_by_side(each)]
        command += [f"--ignore={path}" for path in each.ignored]
        status = subprocess.call([*command, *arguments], cwd=ROOT, env=_environment(each, folder))
        counts, skips = _read(report)
    is_good = status == 0 or (status == NO_TESTS and bool(arguments))
    return Outcome(each.name, counts, skips, is_good)


def _side_by_side(each: Round) -> list[str]:
    """Two processes where there are two cores; the tests of a file stay together, as they share a set-up."""
    is_worth_it = (os.cpu_count() or 1) > 1 and each.name != "soak"
    return ["-n", "2", "--dist", "loadfile"] if is_worth_it else []


def _environment(each: Round, folder: str) -> dict[str, str]:
    """The environment of a round: nobody's own database or data, and `tests/required.py` to be found."""
    inherited = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    path = os.pathsep.join(filter(None, [str(ROOT / "tests"), inherited.get("PYTHONPATH")]))
    return {**inherited, "PYTHONPATH": path, "SIGHTLINE_DATA": f"{folder}/data", **each.environment}


def _read(report: Path) -> tuple[Counter[str], Counter[str]]:
    """How many tests passed, failed or were skipped, and why the skipped ones were."""
    counts: Counter[str] = Counter()
    skips: Counter[str] = Counter()
    cases: Any = ElementTree.parse(report).iter("testcase") if report.exists() else ()
    for case in cases:
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            counts["failed"] += 1
        elif skip is None:
            counts["passed"] += 1
        else:
            counts["skipped"] += 1
            skips[skip.get("message", "no reason given")] += 1
    return counts, skips


def _summarise(outcomes: list[Outcome], absent: list[str]) -> int:
    total: Counter[str] = sum((outcome.counts for outcome in outcomes), Counter())
    print("\n══ What ran")
    for outcome in outcomes:
        print(f"  {outcome.name}: {_sentence(outcome.counts)}{'' if outcome.is_good else '  ← NOT GOOD'}")
    _say_what_could_not_run(outcomes, absent)
    print(_sentence(total), flush=True)
    is_ci_short = bool(os.environ.get("CI")) and bool(absent)
    return 0 if all(outcome.is_good for outcome in outcomes) and not is_ci_short else 1


def _say_what_could_not_run(outcomes: list[Outcome], absent: list[str]) -> None:
    lines = list(absent)
    lines += [f"{each.name}: pytest stopped before any test" for each in outcomes if each.is_lost]
    lines += [f"{times} × {why} ({each.name})" for each in outcomes for why, times in each.skips.items()]
    print("══ What could NOT run, and so proves nothing" if lines else "══ Everything could run")
    for line in lines:
        print(f"  {line}")


def _sentence(counts: Counter[str]) -> str:
    return f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
