"""`sightline tick`: the passing of a day."""

from __future__ import annotations

import argparse
import json

NAME = "tick"
HELP = "Evaluate every baby for each day since the last evaluation. Running it twice a day changes nothing."


def arguments(parser: argparse.ArgumentParser) -> None:
    """How to print; the clock says which days have passed."""
    parser.add_argument("--json", action="store_true", help="one line of JSON, and nothing else")


def run(options: argparse.Namespace) -> int:
    """Catch up to today."""
    from sightline.core import clock
    from sightline.prompts.days import catch_up

    days = []
    for passed in catch_up(clock.today()):
        days.append({"day": passed.day.isoformat(), "raised": passed.raised, "resolved": passed.resolved})
        if not options.json:
            print(f"{passed.day}: {passed.raised} raised, {passed.resolved} resolved by the record.")
    if options.json:
        print(json.dumps({"days": days}))
    return 0
