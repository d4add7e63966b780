"""Raising a prompt: its owner, its tempo, when it is due, and the policy that it was raised by."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping

from sightline.chronology.models import Entry
from sightline.prompts.evidence import LEVEL_NAME, entries_of, evidence_of
from sightline.prompts.finding import Found, Key
from sightline.prompts.models import Evidence, Prompt
from sightline.prompts.placing import due, owner_fields, owner_for, tempo_for
from sightline.prompts.surroundings import Surroundings


def raise_prompts(found: Mapping[Key, Found], day: dt.date) -> None:
    """Write a prompt and its evidence for each."""
    if not found:
        return
    entries = entries_of(found.values())
    surroundings = Surroundings({child for child, _ in found}, day)
    prompts = {key: _prompt(key, one, entries, surroundings) for key, one in found.items()}
    Prompt.unscoped.bulk_create(prompts.values(), batch_size=500)
    rows = (evidence_of(prompts[key].id, key[1], one, entries) for key, one in found.items())
    Evidence.unscoped.bulk_create([row for some in rows for row in some], batch_size=1000)


def _prompt(key: Key, one: Found, entries: Mapping[uuid.UUID, Entry], surroundings: Surroundings) -> Prompt:
    child, point_id = key
    tempo = tempo_for(point_id, one)
    return Prompt(
        child_id=child,
        point=point_id,
        tempo=tempo,
        level=LEVEL_NAME[one.level],
        raised_on=surroundings.day,
        due_on=due(tempo, surroundings.day),
        policy=surroundings.policy_of(child).versions_of(point_id),
        **owner_fields(owner_for(key, one, entries, surroundings)),
    )
