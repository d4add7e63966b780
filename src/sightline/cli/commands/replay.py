"""`sightline replay FILE…`: which questions a story would have asked, and when."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

NAME = "replay"
HELP = "Replay case files into an empty scratch database, day by day, and say what was asked when."

WHAT_TO_DO = "Nothing of it was kept: put it right and replay it again."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, and how to print."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one line of JSON a case, and nothing else")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when every expectation is met, 1 when one is not, 2 when a file cannot be read."""
    from sightline.exchange.replaying.scratch import scratch_database

    status = 0
    with scratch_database():
        for path in options.files:
            status = max(status, _replay(path, options.json))
    return status


def _replay(path: Path, as_json: bool) -> int:
    from sightline.chronology.proposals import RefusedFile
    from sightline.core.errors import SightlineError
    from sightline.exchange.case_files import read
    from sightline.exchange.replaying.report import is_met, report
    from sightline.exchange.replaying.scratch import emptied
    from sightline.exchange.replaying.story import replay

    try:
        case = read(path.read_bytes(), path.name)
        with emptied():
            told = report(case, replay(case))
    except (RefusedFile, SightlineError, OSError) as problem:
        _say_refused(path, problem)
        return 2
    print(json.dumps(told) if as_json else _words(told), flush=True)
    return 0 if is_met(told) else 1


def _say_refused(path: Path, problem: Exception) -> None:
    refusal = getattr(problem, "refusal", None)
    line = f", line {refusal.line}" if refusal is not None and refusal.line else ""
    print(f"{path}{line}: {problem} {WHAT_TO_DO}", file=sys.stderr)


def _words(told: dict[str, Any]) -> str:
    lines = [f"{told['id']}:"]
    lines += [f"  day {one['first_day']:>5}  {one['point']}" for one in told["raised"]]
    wanted = [*told["expect"]["raise"], *told["expect"]["stay_silent"]]
    lines += [f"  not as expected: {one['point']} ({one['first_day']})" for one in wanted if not one["met"]]
    met = sum(one["met"] for one in wanted)
    lines.append(f"  {met} of {len(wanted)} expectations met; hindsight {told['hindsight']}")
    return "\n".join(lines)
