"""`sightline tick`: the passing of a day."""

from __future__ import annotations

import argparse

NAME = "tick"
HELP = "Evaluate every baby for each day since the last evaluation. Running it twice a day changes nothing."


def arguments(parser: argparse.ArgumentParser) -> None:
    """None: the clock says which days have passed."""


def run(options: argparse.Namespace) -> int:
    """Catch up to today."""
    from sightline.core import clock
    from sightline.prompts.days import catch_up

    for passed in catch_up(clock.today()):
        print(f"{passed.day}: {passed.raised} raised, {passed.resolved} resolved by the record.")
    return 0
