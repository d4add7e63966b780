"""What is open on each baby, for `access`: help agreed with the parents, or a concern.

A referral to children's social care is a concern while it is undecided; once accepted, until an assessment
or enquiry that followed it is finished. A request for a strategy discussion is one until it is answered, or
what was agreed is held. Assessments, enquiries and plans are open between their own days.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from typing import Final

from sightline.access.models import OpenMatter
from sightline.chronology.codes import ASSESSMENTS, PLANS
from sightline.core import clock
from sightline.people.models import Baby
from sightline.people.queries import in_parts
from sightline.projection.keeping import BULK, by, in_force
from sightline.projection.rows import Row

TABLES: Final = ("referral", "strategy", "assessment", "plan")
LEVELS: Final = {
    "pre_birth": "concern",
    "child_and_family": "concern",
    "section_47": "concern",
    "child_protection": "concern",
    "child_in_need": "concern",
    "looked_after": "concern",
    "early_help": "help",
}
CONCERNED: Final = ("pre_birth", "child_and_family", "section_47")
UNDECIDED: Final = ("open", "accepted")
ANSWERED: Final = ("held", "refused")


def restate_matters(child_ids: Iterable[uuid.UUID]) -> None:
    """Write anew what is, or was, open on each of these babies."""
    for some in in_parts(set(child_ids)):
        babies = list(Baby.unscoped.filter(pk__in=some).values_list("pk", flat=True))
        rows = {table: by(in_force(table, "about_id", map(str, babies)), "about_id") for table in TABLES}
        OpenMatter.unscoped.filter(child_id__in=babies).delete()
        of_each = (
            _matters(baby, {table: rows[table].get(str(baby), []) for table in TABLES}) for baby in babies
        )
        OpenMatter.unscoped.bulk_create((one for each in of_each for one in each), batch_size=BULK)


def _matters(child: uuid.UUID, rows: dict[str, list[Row]]) -> Iterator[OpenMatter]:
    for row in rows["referral"]:
        if row["to_sector"] == "social_care":
            since, until = _told_on(row), _referral_end(row, rows["assessment"])
            yield _matter(child, row, "concern", "Referral to children's social care", since, until)
    for row in (row for row in rows["strategy"] if row["step"] == "requested"):
        since, until = _told_on(row), _request_end(row, rows["strategy"])
        yield _matter(child, row, "concern", "Request for a strategy discussion", since, until)
    for row in (row for row in rows["assessment"] if row["type"] in LEVELS):
        since, until = _first(row["started_day"], row, row["completed_day"]), row["completed_day"]
        yield _matter(child, row, LEVELS[row["type"]], ASSESSMENTS[row["type"]], since, until)
    for row in (row for row in rows["plan"] if row["type"] in LEVELS):
        since, until = _first(row["start_day"], row, row["end_day"]), row["end_day"]
        yield _matter(child, row, LEVELS[row["type"]], PLANS[row["type"]], since, until)


def _matter(child: uuid.UUID, row: Row, level: str, what: str, since: int, until: int | None) -> OpenMatter:
    return OpenMatter(
        child_id=child,
        level=level,
        what=what,
        entry_root=uuid.UUID(row["root_id"]),
        since=clock.from_day_number(since),
        until=_date(None if until is None else max(since, until)),
    )


def _referral_end(referral: Row, assessments: list[Row]) -> int | None:
    if referral["outcome"] not in UNDECIDED:
        decided = referral["outcome_day"]
        return _told_on(referral) if decided is None else int(decided)
    finished = [
        int(row["completed_day"])
        for row in assessments
        if row["type"] in CONCERNED and row["completed_day"] is not None
    ]
    return min((day for day in finished if day >= _told_on(referral)), default=None)


def _request_end(request: Row, rows: list[Row]) -> int | None:
    if request["outcome"] in ANSWERED:
        answered = request["outcome_day"]
        return _told_on(request) if answered is None else int(answered)
    held = [_told_on(row) for row in rows if row["step"] == "held"]
    return min((day for day in held if day >= _told_on(request)), default=None)


def _first(began: int | None, row: Row, ended: int | None) -> int:
    """The first day: as said, else when it was told, never after the last."""
    since = _told_on(row) if began is None else began
    return since if ended is None else min(since, ended)


def _told_on(row: Row) -> int:
    day = row["recorded_day"] if row["happened_to"] is None else row["happened_to"]
    return int(day)


def _date(number: int | None) -> dt.date | None:
    return None if number is None else clock.from_day_number(number)
