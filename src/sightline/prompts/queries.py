"""The questions that an actor may see: those asked of them, and those on a baby's page."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import Prefetch, Q, QuerySet

from sightline.access.keys import agency_of, own_id, team_of
from sightline.access.openness import Openness, openness_of, openness_of_each
from sightline.access.scope import babies_seen_by
from sightline.access.table import View
from sightline.agencies.models import Cover
from sightline.chronology.lines import Reader
from sightline.chronology.models import Entry, EntryPerson
from sightline.chronology.policy import RECORDS
from sightline.chronology.queries import Line
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.learning.catalogue import point as lesson
from sightline.learning.points import LearningPoint
from sightline.people.queries import in_parts
from sightline.prompts.models import Evidence, Prompt
from sightline.prompts.postponing import waiting
from sightline.prompts.sight import sees_enough

SHOWN_AT_ONCE: Final = 3
ORDER: Final = ("now", "week", "next")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of evidence as this reader may see it: a line that is shown, or that is elsewhere."""

    because: str
    evidence: Evidence
    line: Line


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt with its lesson and the evidence that this reader may see."""

    prompt: Prompt
    lesson: LearningPoint
    items: tuple[Item, ...]
    mine: bool = True


def is_shown(actor: Actor, prompt: Prompt) -> bool:
    """Whether the question is put to this actor: asked of them, on a page that is open to them, with enough
    of its evidence to act on."""
    asked = seen_by(actor, among=[prompt.child_id]).filter(asked_of(actor), pk=prompt.pk)
    return bool(_with_enough(actor, asked.prefetch_related(_evidence())))


def asked_of(actor: Actor) -> Q:
    """The prompts that are this actor's.

    A team's are those of its members who record, and of whoever covers the practitioner who leads. A role's
    are those of who holds it in the agency, or in the team where one is named.
    """
    if actor.role not in RECORDS:
        return Q(pk__in=[])
    today = clock.today()
    covers = Cover.unscoped.filter(covering_id=own_id(actor), from_on__lte=today, to_on__gte=today)
    covered = Q(owner_professional_id__in=covers.values("away_id"), owner_team__agency_id=agency_of(actor))
    by_team = Q(owner_role="") & (Q(owner_team_id=team_of(actor)) | covered)
    here = Q(owner_team__isnull=True) | Q(owner_team_id=team_of(actor))
    by_role = Q(owner_role=actor.role, owner_agency_id=agency_of(actor)) & here
    return by_team | by_role


def seen_by(actor: Actor, *, among: Iterable[uuid.UUID] | None = None) -> QuerySet[Prompt]:
    """The prompts about the babies (`among` these) that this actor may open.

    Whether enough of the evidence is open to them is decided a prompt at a time.
    """
    if actor.role not in RECORDS:
        return Prompt.unscoped.none()
    return Prompt.unscoped.filter(child_id__in=babies_seen_by(actor, among=among).values("person_id"))


def waiting_for(actor: Actor) -> list[Prompt]:
    """The open questions asked of this actor about babies whose page they may open, the soonest first.

    Those of which they may not see enough evidence are left out. A fixed number of queries.
    """
    asked = seen_by(actor).filter(asked_of(actor), state="open").select_related("child__baby")
    return sorted(_with_enough(actor, asked.prefetch_related(_evidence())), key=_soonest)


def _with_enough(actor: Actor, asked: Iterable[Prompt]) -> list[Prompt]:
    """Those of which the actor may see enough; an entry that would lead to a sealed child is not counted."""
    prompts = list(asked)
    openness = openness_of_each({prompt.child_id for prompt in prompts})
    naming = _naming_sealed(prompts)
    return [
        prompt
        for prompt in prompts
        if sees_enough(
            Reader(actor, prompt.child_id, openness[prompt.child_id]),
            (entry for entry in basis_of(prompt) if not naming[entry.id] - {prompt.child_id}),
        )
    ]


def questions_on(
    actor: Actor, child_id: uuid.UUID, lines: Iterable[Line], openness: Openness | None = None
) -> list[Question]:
    """The open questions on a baby that this actor is asked and may see enough of to act on.

    `lines` is the baby's chronology as this actor sees it: who may not open the page has none, and is asked
    nothing, as a question is shown by its lines only. `openness` is what is open on the baby, where it is
    known already. The soonest come first; a page shows `SHOWN_AT_ONCE` and folds the rest.
    """
    by_entry = {line.entry.id: line for line in lines}
    asked = Prompt.unscoped.filter(asked_of(actor), child_id=child_id, state="open")
    reader = Reader(actor, child_id, openness or openness_of(child_id))
    shown = [
        prompt
        for prompt in asked.prefetch_related(_evidence())
        if sees_enough(reader, _on_page(reader, prompt, by_entry))
    ]
    return [_question(prompt, by_entry) for prompt in sorted(shown, key=_soonest)]


def is_postponed(child_id: uuid.UUID) -> bool:
    """Whether the baby waits to be evaluated until the day passes: its questions may be out of date."""
    return child_id in waiting([child_id])


def basis_of(prompt: Prompt) -> Iterator[Entry]:
    """The entries on which the question is asked: those at its own level, without what is gone."""
    return (one.entry for one in prompt.evidence.all() if one.gone_at is None and one.level == prompt.level)


def _on_page(reader: Reader, prompt: Prompt, by_entry: dict[uuid.UUID, Line]) -> list[Entry]:
    """The basis as the page has it: what the table would show but the page leaves out is no part of it."""
    hidden = View.NOTHING
    return [entry for entry in basis_of(prompt) if entry.id in by_entry or reader.view(entry) is hidden]


def _evidence() -> Prefetch[str]:
    rows = Evidence.unscoped.select_related("entry__agency", "entry__about")
    return Prefetch("evidence", rows.order_by("id"))


def _naming_sealed(prompts: Iterable[Prompt]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """By entry, the sealed children whom it names: on another child's page it would lead to them."""
    naming: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    entries = {one.entry_id for prompt in prompts for one in prompt.evidence.all()}
    for some in in_parts(entries):
        named = EntryPerson.unscoped.filter(entry_id__in=some, source_person__person__baby__sealed=True)
        for entry, child in named.values_list("entry_id", "source_person__person_id"):
            naming[entry].add(child)
    return naming


def _question(prompt: Prompt, by_entry: dict[uuid.UUID, Line]) -> Question:
    point = lesson(prompt.point)
    items = (
        Item(point.because.get(one.because, point.title), one, by_entry[one.entry_id])
        for one in prompt.evidence.all()
        if one.gone_at is None and one.entry_id in by_entry
    )
    return Question(prompt, point, tuple(items))


def _soonest(prompt: Prompt) -> tuple[int, dt.date, dt.date, str]:
    return (ORDER.index(prompt.tempo), prompt.due_on or dt.date.max, prompt.raised_on, str(prompt.id))
