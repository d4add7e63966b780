"""The evidence of a prompt: which entries, for what reason, at which sensitivity."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from sightline.chronology.models import Entry
from sightline.core.codes import SENSITIVITY_LEVEL
from sightline.learning.catalogue import point as lesson
from sightline.people.queries import in_parts
from sightline.prompts.finding import Found
from sightline.prompts.models import Evidence

LEVEL_NAME: Final = {level: name for name, level in SENSITIVITY_LEVEL.items()}
_READ: Final = (
    "root_id",
    "kind",
    "team_id",
    "author_id",
    "known_at",
    "sensitivity",
    "agency__sector",
    "about__person_id",
)


def evidence_of(
    prompt_id: uuid.UUID,
    point_id: str,
    one: Found,
    entries: Mapping[uuid.UUID, Entry],
    *,
    leaving_out: Collection[tuple[uuid.UUID, str]] = (),
) -> list[Evidence]:
    """The evidence rows of a prompt, those left out not among them."""
    renewing = renewing_codes(point_id)
    return [
        Evidence(
            prompt_id=prompt_id,
            entry_id=row.entry_id,
            root_id=entries[row.entry_id].root_id or row.entry_id,
            because=row.because,
            renews=not renewing or row.because in renewing,
            level=LEVEL_NAME[row.level],
        )
        for row in one.rows
        if (row.entry_id, row.because) not in leaving_out
    ]


def renewing_codes(point_id: str) -> frozenset[str]:
    """The because-codes whose entries must be new for the question to come back; with none, all."""
    return frozenset(lesson(point_id).renewed_by)


def entries_of(found: Iterable[Found]) -> dict[uuid.UUID, Entry]:
    """The entries that were found, by id, with what says who recorded them and who may see them."""
    wanted = {row.entry_id for one in found for row in one.rows}
    return {
        entry.id: entry
        for some in in_parts(wanted)
        for entry in Entry.unscoped.filter(id__in=some).select_related("agency", "about").only(*_READ)
    }
