"""Raising a prompt: its owner, its tempo, when it is due, and the policy that it was raised by."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Final

from sightline.access.models import Involvement, OpenMatter
from sightline.agencies.models import Agency
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.learning.catalogue import point as lesson
from sightline.people.models import Baby
from sightline.prompts.evidence import LEVEL_NAME, evidence_of
from sightline.prompts.finding import Found, Key
from sightline.prompts.models import Evidence, Prompt
from sightline.prompts.owners import Recorder, involved_on, owner_of, tempo_of, whom_to_ask
from sightline.prompts.policy import Policy, policy_on

WEEK_WORKING_DAYS: Final = 5
"""`week` means within five working days (docs/questions, rule 1)."""


def raise_prompts(found: Mapping[Key, Found], entries: Mapping[uuid.UUID, Entry], day: dt.date) -> None:
    """Write a prompt and its evidence for each."""
    if not found:
        return
    around = _Surroundings({child for child, _ in found}, day)
    prompts = {key: _prompt(key, one, entries, around) for key, one in found.items()}
    Prompt.unscoped.bulk_create(prompts.values(), batch_size=500)
    Evidence.unscoped.bulk_create(
        [row for key, prompt in prompts.items() for row in evidence_of(prompt, found[key], entries)],
        batch_size=1000,
    )


class _Surroundings:
    """What is needed to find each owner, read once for all the children."""

    def __init__(self, children: set[uuid.UUID], day: dt.date) -> None:
        self.day = day
        self.involved: dict[uuid.UUID, list[Involvement]] = involved_on(children, day)
        self.concern = _with_a_concern(day)
        self.partnership = dict(
            Baby.unscoped.filter(person_id__in=list(children)).values_list("person_id", "partnership__code")
        )
        self.agencies = _agencies_by_sector()
        self._policies: dict[str, Policy] = {}

    def policy_of(self, child: uuid.UUID) -> Policy:
        code = self.partnership[child]
        if code not in self._policies:
            self._policies[code] = policy_on(code, self.day)
        return self._policies[code]


def _with_a_concern(day: dt.date) -> set[uuid.UUID]:
    """The children on whom a concern is open."""
    rows = OpenMatter.unscoped.filter(level="concern", since__lte=day).exclude(until__lt=day)
    return set(rows.values_list("child_id", flat=True))


def _agencies_by_sector() -> dict[str, dict[str, uuid.UUID]]:
    """One agency a sector, by partnership: the first by code."""
    found: dict[str, dict[str, uuid.UUID]] = {}
    for agency in Agency.unscoped.select_related("partnership").order_by("-code"):
        found.setdefault(agency.partnership.code, {})[agency.sector] = agency.id
    return found


def _prompt(key: Key, one: Found, entries: Mapping[uuid.UUID, Entry], around: _Surroundings) -> Prompt:
    child, point_id = key
    point = lesson(point_id)
    codes = [row.because for row in one.rows]
    tempo = tempo_of(point, codes)
    owned = owner_of(
        whom_to_ask(point, codes),
        around.involved.get(child, []),
        _recorders(one, entries),
        lead_is_open=child in around.concern,
        agencies=around.agencies.get(around.partnership[child], {}),
    )
    return Prompt(
        child_id=child,
        point=point_id,
        tempo=tempo,
        level=LEVEL_NAME[one.level],
        raised_on=around.day,
        due_on=due(tempo, around.day),
        owner_part=owned.part,
        owner_role=owned.role,
        owner_team_id=owned.team_id,
        owner_professional_id=owned.professional_id,
        owner_agency_id=owned.agency_id,
        policy=around.policy_of(child).versions_of(point_id),
    )


def due(tempo: str, day: dt.date) -> dt.date | None:
    """By when it is to be answered: the same day, in five working days, or at the next contact (None)."""
    if tempo == "next":
        return None
    return day if tempo == "now" else clock.add_working_days(day, WEEK_WORKING_DAYS)


def _recorders(one: Found, entries: Mapping[uuid.UUID, Entry]) -> list[Recorder]:
    """Who recorded the evidence, the newest first."""
    there = sorted(
        (entries[row.entry_id] for row in one.rows),
        key=lambda entry: (entry.known_at, entry.id),
        reverse=True,
    )
    return [Recorder(entry.agency_id, entry.team_id, entry.author_id) for entry in there]
