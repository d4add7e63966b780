"""Looking for the owner anew: when evidence is added, and when others are involved with a baby."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from django.db.models import Q

from sightline.core import clock
from sightline.core.codes import SENSITIVITY_LEVEL
from sightline.core.unit import current
from sightline.people.queries import in_parts
from sightline.prompts.evidence import entries_of
from sightline.prompts.finding import Found, Key, Row
from sightline.prompts.models import Evidence, Prompt
from sightline.prompts.placing import due, owner_fields, owner_for, tempo_for
from sightline.prompts.surroundings import Surroundings

BASKET: Final = "babies with other people involved"
SOONEST_FIRST: Final = ("now", "week", "next")


def place_later(children: Iterable[uuid.UUID]) -> None:
    """Look for the owners of what waits about these babies once, before this transaction commits."""
    work = current()
    work.gather(BASKET, children)
    work.before_commit("owners", _place_gathered, last=True)


def _place_gathered() -> None:
    waiting: dict[uuid.UUID, Key] = {}
    for some in in_parts(current().take(BASKET)):
        prompts = Prompt.unscoped.filter(child_id__in=some, state="open")
        waiting |= {
            key: (child, point) for key, child, point in prompts.values_list("id", "child_id", "point")
        }
    if waiting:
        prompt_of = {place: key for key, place in waiting.items()}
        place_again(_as_found(waiting), prompt_of, clock.today())


def _as_found(waiting: Mapping[uuid.UUID, Key]) -> dict[Key, Found]:
    """The standing evidence of prompts, as the signals would return it."""
    rows: dict[Key, list[Row]] = defaultdict(list)
    for some in in_parts(waiting):
        pieces = Evidence.unscoped.filter(prompt_id__in=some, gone_at__isnull=True)
        for prompt, entry, because, level in pieces.values_list("prompt_id", "entry_id", "because", "level"):
            rows[waiting[prompt]].append(Row(entry, because, SENSITIVITY_LEVEL[level]))
    return {key: Found(min(row.level for row in each), tuple(each)) for key, each in rows.items()}


def place_again(found: Mapping[Key, Found], prompts: Mapping[Key, uuid.UUID], day: dt.date) -> None:
    """Look for the owner of each prompt anew, and ask sooner where the evidence now says so."""
    if not found:
        return
    entries = entries_of(found.values())
    surroundings = Surroundings({child for child, _ in found}, day)
    for key, one in found.items():
        now = owner_fields(owner_for(key, one, entries, surroundings))
        same = Q(**{name: value for name, value in now.items() if value is not None})
        same &= Q(**{f"{name}__isnull": True for name, value in now.items() if value is None})
        prompt = Prompt.unscoped.filter(id=prompts[key])
        prompt.exclude(same).update(**now)
        tempo = tempo_for(key[1], one)
        prompt.filter(tempo__in=_later_than(tempo)).update(tempo=tempo, due_on=due(tempo, day))


def _later_than(tempo: str) -> tuple[str, ...]:
    return SOONEST_FIRST[SOONEST_FIRST.index(tempo) + 1 :]
