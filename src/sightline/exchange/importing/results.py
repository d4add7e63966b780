"""What came of bringing files in: whole numbers, and why files were refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any, Final

from sightline.chronology.proposals import Refusal

MOST_REASON: Final = 2_000


@dataclass(slots=True)
class Counts:
    """Files, and what was in them.

    `files` were named, `refused` of them gave nothing at all. `resources` are the records in the others:
    FHIR resources, rows of a table, facts of a case file. What they became is counted in people and entries,
    each agency's own: a resource may become several of them (a patient, the birth, a relative), or none (a
    practitioner who only signs). `accepted` were stored for the first time, `changed` are newer versions,
    `unchanged` were known, `withdrawn` were taken back. `kept_aside` are records without a place yet.
    `quarantined_identifiers` are NHS numbers in the files that fail their check: kept, never used to link.
    """

    files: int = 0
    resources: int = 0
    accepted: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    kept_aside: int = 0
    refused: int = 0
    quarantined_identifiers: int = 0

    def add(self, other: Counts) -> None:
        """Add another's numbers to these."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def as_json(self) -> dict[str, int]:
        """The numbers by their names."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True, slots=True)
class FileResult:
    """What came of one file. `faults` are all that were found in it, in words.

    `trace` says where in the code an unexpected error arose. `created` are the codes of agencies that were
    made for it.
    """

    name: str
    counts: Counts
    refusal: Refusal | None = None
    faults: tuple[str, ...] = ()
    created: tuple[str, ...] = ()
    trace: str = ""


@dataclass(slots=True)
class Result:
    """What came of all files together. `asked_for` is the agency's code that was named."""

    asked_for: str
    counts: Counts = field(default_factory=Counts)
    refused: list[FileResult] = field(default_factory=list)
    created: list[str] = field(default_factory=list)

    def add(self, one: FileResult) -> None:
        """Add one file's result."""
        self.counts.add(one.counts)
        self.created += [code for code in one.created if code not in self.created]
        if one.refusal is not None:
            self.refused.append(one)

    def as_json(self) -> dict[str, Any]:
        """Everything as plain data, refusals last."""
        created = {"created_agency": self.asked_for in self.created}
        return self.counts.as_json() | created | {"refusals": refusals_as_json(self.refused)}


def refusals_as_json(results: Iterable[FileResult]) -> list[dict[str, Any]]:
    """`{file, line, reason}` of each refused file; the line is null where no line is to blame."""
    refusals = (one.refusal for one in results if one.refusal is not None)
    return [{"file": one.file, "line": one.line, "reason": one.reason[:MOST_REASON]} for one in refusals]
