"""The evidence of a prompt: which entries, for what reason, at which sensitivity."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Final

from sightline.chronology.models import Entry
from sightline.core.codes import SENSITIVITY_LEVEL
from sightline.learning.catalogue import point as lesson
from sightline.prompts.finding import Found
from sightline.prompts.models import Evidence, Prompt

LEVEL_NAME: Final = {level: name for name, level in SENSITIVITY_LEVEL.items()}


def evidence_of(
    prompt: Prompt,
    one: Found,
    entries: Mapping[uuid.UUID, Entry],
    *,
    leaving_out: Iterable[tuple[uuid.UUID, str]] = (),
) -> list[Evidence]:
    """The evidence rows of a prompt, those left out not among them."""
    left_out = set(leaving_out)
    renewing = renewing_codes(prompt.point)
    return [
        Evidence(
            prompt=prompt,
            entry_id=row.entry_id,
            root_id=entries[row.entry_id].root_id or row.entry_id,
            because=row.because,
            renews=not renewing or row.because in renewing,
            level=LEVEL_NAME[row.level],
        )
        for row in one.rows
        if (row.entry_id, row.because) not in left_out
    ]


def renewing_codes(point_id: str) -> frozenset[str]:
    """The because-codes whose entries must be new for the question to come back; with none, all."""
    return frozenset(lesson(point_id).renewed_by)
