"""`sightline bench signals`: how long the signals take on every engine, and whether all agree."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

NAME = "bench"
HELP = "Measure the signals on an invented population: SQLite, PostgreSQL and DuckDB side by side."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to measure, on how many babies."""
    parser.add_argument("what", choices=["signals"])
    parser.add_argument("--babies", type=int, default=100_000, help="how many babies to invent")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another population")
    parser.add_argument("--sample", type=int, default=300, help="babies asked about one by one")
    parser.add_argument(
        "--by-hand", type=Path, help="folder of SQL written by hand (default: tests/engines/by_hand)"
    )
    parser.add_argument("--json", action="store_true", help="one line for machines")


def prepare(options: argparse.Namespace) -> None:
    """Measure apart from this installation's own database and data."""
    os.environ.pop("DATABASE_URL", None)
    os.environ["SIGHTLINE_DATA"] = tempfile.mkdtemp(prefix="sightline-bench-")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when the engines agree, 1 when they do not, 143 when told to stop."""
    import shutil
    import signal
    import sys

    from sightline.cli.benching.signals import measure
    from sightline.cli.benching.telling import as_json, as_text

    data, told_to_stop = Path(os.environ["SIGHTLINE_DATA"]), []

    def stop(*_: object) -> None:
        told_to_stop.append(True)
        sys.exit(143)  # so that the server is stopped in order

    signal.signal(signal.SIGTERM, stop)
    try:
        found = measure(options.babies, options.seed, options.sample, data, options.by_hand)
    except Exception:
        if told_to_stop:  # DuckDB tells of an interrupted query in its own way
            sys.exit(143)
        raise
    finally:
        shutil.rmtree(data, ignore_errors=True)
    print(as_json(found) if options.json else as_text(found))
    return 0 if found.engines_agree else 1
