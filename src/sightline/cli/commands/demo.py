"""`sightline demo`: an invented county, served on this machine."""

from __future__ import annotations

import argparse
import os

NAME = "demo"
HELP = "Make the invented county (the same every time), serve it on this machine, and work beside it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where its data lies and where it listens."""
    parser.add_argument("--data", default="var/demo", help="folder for its database (var/demo)")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")), help="port (8000)")
    parser.add_argument("--json", action="store_true", help="print one line of JSON when it is ready")
    parser.add_argument("--load-only", action="store_true", help="make the county and stop")


def prepare(options: argparse.Namespace) -> None:
    """The demo's settings, before any is read; a DATABASE_URL that was given stays."""
    os.environ["SIGHTLINE_DEMO"] = "1"
    os.environ["SIGHTLINE_DATA"] = os.path.abspath(options.data)
    os.environ["SIGHTLINE_TLS"] = "off"


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from sightline.cli.demonstrating import demonstrate

    return demonstrate(port=options.port, as_json=options.json, load_only=options.load_only)
