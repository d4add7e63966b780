"""`sightline worker`: imports, exports, sealing and the passing of days."""

from __future__ import annotations

import argparse

NAME = "worker"
HELP = "Run long work: imports, exports, sealing, the passing of a day. Stops cleanly on SIGTERM."


def arguments(parser: argparse.ArgumentParser) -> None:
    """How often it looks for work."""
    parser.add_argument("--interval", type=float, default=1.0, help="seconds between looks (1)")


def run(options: argparse.Namespace) -> int:
    """Work until told to stop."""
    from sightline.cli.working import work

    return work(options.interval)
