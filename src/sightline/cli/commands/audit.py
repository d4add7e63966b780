"""`sightline audit verify|seal`: the audit ledger's blocks."""

from __future__ import annotations

import argparse

NAME = "audit"
HELP = "Seal the audit ledger's entries in blocks, or verify that none was changed."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do."""
    parser.add_argument("what", choices=["verify", "seal"])


def run(options: argparse.Namespace) -> int:
    """Exit 0 when the ledger is whole, 1 when a change was found."""
    from sightline.core import sealing

    if options.what == "seal":
        print(f"{sealing.seal()} entries sealed.")
        return 0
    findings = sealing.verify()
    for line in findings.lines():
        print(line)
    return 0 if findings.whole else 1
