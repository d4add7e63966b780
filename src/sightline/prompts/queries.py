"""The questions that an actor may see: those asked of them, and those on a baby's page."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from sightline.access.levels import levels_open_to
from sightline.access.openness import openness_of_each
from sightline.access.scope import babies_seen_by
from sightline.access.table import View
from sightline.agencies.roles import SEES_NO_CHILD
from sightline.chronology.lines import Reader
from sightline.chronology.queries import Line
from sightline.core.actors import Actor
from sightline.core.codes import SENSITIVITY_LEVEL
from sightline.learning.catalogue import point as lesson
from sightline.learning.points import LearningPoint
from sightline.prompts.models import Evidence, Prompt

SHOWN_AT_ONCE = 3
ORDER = ("now", "week", "next")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of evidence as this reader may see it; `line` is None where it is recorded elsewhere."""

    because: str
    evidence: Evidence
    line: Line | None


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt with its lesson and the evidence that this reader may see."""

    prompt: Prompt
    lesson: LearningPoint
    items: tuple[Item, ...]
    mine: bool


def is_asked(actor: Actor, prompt: Prompt) -> bool:
    """Whether the question is this actor's: their team's, or their role's in the agency that is asked."""
    if actor.role in SEES_NO_CHILD:
        return False
    if prompt.owner_role:
        return prompt.owner_role == actor.role and prompt.owner_agency_id in (None, actor.agency_id)
    return prompt.owner_team_id is not None and prompt.owner_team_id == actor.team_id


def asked_of(actor: Actor) -> Q:
    """`is_asked`, as a condition on prompts."""
    if actor.role in SEES_NO_CHILD:
        return Q(pk__in=[])
    by_team = Q(owner_role="", owner_team_id=actor.team_id) if actor.team_id else Q(pk__in=[])
    by_role = Q(owner_role=actor.role) & (Q(owner_agency_id=actor.agency_id) | Q(owner_agency__isnull=True))
    return by_team | by_role


def seen_by(actor: Actor) -> QuerySet[Prompt]:
    """The prompts about the babies that this actor may open. Sensitivity is decided a baby at a time."""
    if actor.role in SEES_NO_CHILD:
        return Prompt.unscoped.none()
    return Prompt.unscoped.filter(child_id__in=babies_seen_by(actor).values("person_id"))


def waiting_for(actor: Actor) -> list[Prompt]:
    """The open questions asked of this actor, about babies whose page they may open, the soonest first."""
    prompts = seen_by(actor).filter(asked_of(actor), state="open").select_related("child__baby")
    evidence = Prefetch("evidence", Evidence.unscoped.select_related("entry__agency", "entry__about"))
    listed = list(prompts.prefetch_related(evidence))
    openness = openness_of_each({prompt.child_id for prompt in listed})
    shown = [
        prompt
        for prompt in listed
        if _level_is_open(actor, prompt)
        and _is_shown_why(Reader(actor, prompt.child_id, openness[prompt.child_id]), prompt)
    ]
    return sorted(shown, key=lambda prompt: (ORDER.index(prompt.tempo), prompt.raised_on, str(prompt.id)))


def _is_shown_why(reader: Reader, prompt: Prompt) -> bool:
    """Whether the reader is shown any of the evidence: a bare question would tell that something is held."""
    there = (item.entry for item in prompt.evidence.all() if item.gone_at is None)
    return any(reader.view(entry) is View.SHOWN for entry in there)


def _level_is_open(actor: Actor, prompt: Prompt) -> bool:
    """Nearly every prompt is shared, and open to whoever may open the page."""
    level = SENSITIVITY_LEVEL[prompt.level]
    return level == 0 or level <= levels_open_to(actor, prompt.child_id)


def questions_on(actor: Actor, child_id: uuid.UUID, lines: Iterable[Line]) -> list[Question]:
    """The open questions on a baby that this actor is asked and may see enough of to act on.

    `lines` is the baby's chronology as this actor sees it, already read. The soonest come first.
    """
    by_entry = {line.entry.id: line for line in lines}
    highest = levels_open_to(actor, child_id)
    prompts = seen_by(actor).filter(child_id=child_id, state="open").prefetch_related("evidence")
    found = [
        _question(actor, prompt, by_entry, highest)
        for prompt in prompts
        if SENSITIVITY_LEVEL[prompt.level] <= highest and is_asked(actor, prompt)
    ]
    shown = [
        question
        for question in found
        if any(item.line is not None and item.line.view is View.SHOWN for item in question.items)
    ]
    return sorted(shown, key=lambda one: (ORDER.index(one.prompt.tempo), one.prompt.raised_on))


def _question(actor: Actor, prompt: Prompt, by_entry: dict[uuid.UUID, Line], highest: int) -> Question:
    point = lesson(prompt.point)
    items = [
        Item(point.because[evidence.because], evidence, by_entry.get(evidence.entry_id))
        for evidence in prompt.evidence.all()
        if evidence.gone_at is None and SENSITIVITY_LEVEL[evidence.level] <= highest
    ]
    return Question(prompt, point, tuple(items), is_asked(actor, prompt))
