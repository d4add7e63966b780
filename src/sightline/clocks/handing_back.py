"""What the night hands back in the morning: a note on a clock, there until the day team has read it."""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from sightline.access.keys import own_id
from sightline.access.scope import about_babies_seen_by, not_closed_to, unfindable
from sightline.clocks.holding import NIGHT
from sightline.clocks.models import Clock, HandBack
from sightline.clocks.policy import LEADS
from sightline.clocks.queries import held_in, tonight
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken
from sightline.core.unit import current

OF_THE_WHOLE_AGENCY = LEADS | {"front_door_manager"}
"""Roles that read what is handed back to anybody of their agency."""


def may_hand_back(actor: Actor, owned: Clock, words: str) -> Decision:
    """An emergency duty worker, about what stands on their page of the night."""
    if actor.role != NIGHT:
        return refuse("The emergency duty team hands back to the day.")
    if tonight(actor).filter(pk=owned.pk).exists():
        return allow("It was yours in the night.")
    return refuse("This is not among the open risks of your partnership.")


def may_read_hand_back(actor: Actor, note: HandBack) -> Decision:
    """Whoever holds the clock by day, or answers for those who do."""
    if _addressed(actor).filter(pk=note.pk).exists():
        return allow("It was handed back to you.")
    return refuse("It was handed back to somebody else.")


@action("hand_back.written", may=may_hand_back)
def hand_back(actor: Actor, owned: Clock, words: str) -> HandBack:
    """Hand a clock back with a note. The same words again are the note that is there.

    Raises SightlineError without words.
    """
    if not words.strip():
        raise SightlineError("Say what the day team must know.", why="They were not there.")
    current().note(f"clock:{owned.pk}", *([str(owned.child_id)] if owned.child_id else []))
    note, _ = HandBack.unscoped.get_or_create(
        of=owned, by_id=own_id(actor), words=words.strip(), read_at=None
    )
    return note


@action("hand_back.read", may=may_read_hand_back)
def read_hand_back(actor: Actor, note: HandBack) -> None:
    """Say that it is read: it goes from everybody's list. Raises Overtaken when somebody said so before."""
    unread = HandBack.unscoped.filter(pk=note.pk, read_at__isnull=True)
    if not unread.update(read_at=clock.now(), read_by_id=own_id(actor)):
        raise Overtaken("A colleague has read this and taken it off the list.")
    current().note(f"clock:{note.of_id}", *([str(note.of.child_id)] if note.of.child_id else []))


def handed_back_to(actor: Actor) -> list[HandBack]:
    """What was handed back to the actor and nobody has read, the earliest first; of ended clocks too."""
    held = Clock.unscoped.filter(_answers_for(actor)).values("pk")
    unread = HandBack.unscoped.filter(read_at__isnull=True, of__in=held)
    if not unread.exists():  # the scope is the dear part, and most mornings there is nothing
        return []
    notes = _addressed(actor).filter(read_at__isnull=True).select_related("by", "of__child__joined_to")
    return list(notes.order_by("at", "id"))


def find_hand_back(actor: Actor, key: uuid.UUID) -> HandBack:
    """One note that was handed back to the actor, read or not. Raises Unfindable."""
    found = _addressed(actor).select_related("of__child").filter(pk=key).first()
    if found is None:
        raise unfindable(actor, "hand_back.looked")
    return found


def notes_on(clocks: QuerySet[Clock] | list[Clock]) -> dict[uuid.UUID, list[HandBack]]:
    """The notes on each of these clocks, read ones too. The caller decided that the clocks may be seen."""
    found: dict[uuid.UUID, list[HandBack]] = {}
    keys = [one.pk for one in clocks]
    for note in HandBack.unscoped.filter(of__in=keys).select_related("by", "read_by").order_by("at", "id"):
        found.setdefault(note.of_id, []).append(note)
    return found


def _addressed(actor: Actor) -> QuerySet[HandBack]:
    known = Q(child__isnull=True) | about_babies_seen_by(actor) | not_closed_to(actor)
    return HandBack.unscoped.filter(of__in=Clock.unscoped.filter(_answers_for(actor), known).values("pk"))


def _answers_for(actor: Actor) -> Q:
    return held_in(actor, "agency" if actor.role in OF_THE_WHOLE_AGENCY else "team")
