"""`sightline rebuild`: the signal tables again, from entries and claims."""

from __future__ import annotations

import argparse

NAME = "rebuild"
HELP = "Write the signal tables again from entries and claims."


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(options: argparse.Namespace) -> int:
    """Rebuild in one transaction."""
    from sightline.projection.rebuilding import rebuild

    rebuild()
    print("The signal tables are rebuilt from entries and claims.")
    return 0
