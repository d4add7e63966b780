"""`sightline import PATH…`: an agency's files, each whole or not at all."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sightline.core.codes import SECTORS

if TYPE_CHECKING:
    from sightline.exchange.importing.destinations import Destination
    from sightline.exchange.importing.results import FileResult, Result

NAME = "import"
HELP = "Bring an agency's files in: FHIR R4, tables (CSV), case files; each file whole or not at all."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, whose they are, and how to tell what came of them."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, or folders with all that is in them")
    parser.add_argument(
        "--agency", required=True, type=_agency, metavar="CODE", help="whose records these are"
    )
    parser.add_argument(
        "--sector", choices=sorted(SECTORS), default="other", help="of an agency not there yet"
    )
    parser.add_argument("--partnership", default="", metavar="CODE", help="of an agency not there yet")
    parser.add_argument("--dry-run", action="store_true", help="store nothing; say what would change")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON on standard output")
    parser.add_argument("--traceback", action="store_true", help="show where an unexpected error arose")


def _agency(text: str) -> str:
    code = text.strip()
    if not code or len(code) > 40:
        raise argparse.ArgumentTypeError("an agency's code has 1 to 40 characters")
    return code


def _counted(number: int, what: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def run(options: argparse.Namespace) -> int:
    """Exit 0 when every file was read, 1 when one was refused, 2 when the database has no tables yet."""
    from django.db import DatabaseError

    from sightline.agencies.models import Agency
    from sightline.exchange.importing.destinations import Destination
    from sightline.exchange.importing.results import Result

    try:
        Agency.unscoped.exists()
    except DatabaseError as error:
        print(f"The database cannot be read ({error}). Run 'sightline migrate' first.", file=sys.stderr)
        return 2
    destination = Destination(options.agency, options.sector, options.partnership)
    result = Result(options.agency)
    for one in _brought_in(options, destination):
        result.add(one)
    _tell(options, result)
    return 1 if result.counts.refused else 0


def _brought_in(options: argparse.Namespace, destination: Destination) -> Iterator[FileResult]:
    """Each file's result, with a progress bar where somebody watches."""
    from tqdm import tqdm

    from sightline.exchange import reading
    from sightline.exchange.importing.files import bring_in_path

    files = reading.files_of(options.paths)
    with tqdm(files, unit=" files", file=sys.stderr, disable=None) as bar:
        for file in bar:
            one = bring_in_path(file, destination, dry_run=options.dry_run)
            if one.refusal is not None:
                with bar.external_write_mode(file=sys.stderr):
                    _tell_refused(one, options.traceback)
            yield one


def _tell_refused(one: FileResult, with_trace: bool) -> None:
    if one.refusal is None:
        return
    line = f", line {one.refusal.line}" if one.refusal.line else ""
    told = one.faults or (one.refusal.reason,)
    print(f"Refused: {one.refusal.file}{line}", *(f"  {words}" for words in told), sep="\n", file=sys.stderr)
    if with_trace and one.trace:
        print(one.trace, file=sys.stderr)


def _tell(options: argparse.Namespace, result: Result) -> None:
    if options.json:
        print(json.dumps(result.as_json()), flush=True)
        return
    counts = result.counts
    if options.dry_run:
        print("Nothing was stored; this is what would come of it.")
    for code in result.created:
        print(f"The agency '{code}' did not exist yet and {'would be' if options.dry_run else 'was'} made.")
    print(
        f"{_counted(counts.files, 'file')} named, {counts.refused} refused; "
        f"{_counted(counts.resources, 'record')} in what was read."
    )
    print(
        f"People and entries: {counts.accepted} new, {counts.changed} newer versions, "
        f"{counts.unchanged} known already, {counts.withdrawn} withdrawn."
    )
    print(f"{counts.kept_aside} records have no place yet and are kept as received.")
    if counts.quarantined_identifiers:
        print(f"{counts.quarantined_identifiers} NHS numbers fail their check: kept, never used to link.")
