"""Answering a question."""

from __future__ import annotations

from sightline.agencies.models import professional_id
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.prompts.answering_policy import may_answer
from sightline.prompts.models import Answer, Prompt


@action("prompt.answered", may=may_answer)
def answer(actor: Actor, prompt: Prompt, answer: str, words: str = "") -> Answer:
    """Answer a prompt. Of two who answer at once, one does, and the other is told."""
    taken = Prompt.unscoped.filter(pk=prompt.pk, state="open").update(
        state="answered", ended_at=clock.now(), ended_because="Answered."
    )
    prompt.refresh_from_db()
    if not taken:
        raise _too_late(prompt)
    author = professional_id(actor.id)
    assert author is not None, "only a professional is asked"
    assert actor.team_id is not None, "only a professional in a team is asked"
    current().note(f"prompt:{prompt.pk}", str(prompt.child_id))
    return Answer.unscoped.create(
        prompt=prompt,
        answer=answer,
        words=words.strip(),
        by_id=author,
        role=actor.role,
        team_id=actor.team_id,
    )


def _too_late(prompt: Prompt) -> SightlineError:
    """What somebody is told whose question ended while they were answering it."""
    if prompt.state == "answered":
        return SightlineError(
            "This question was answered a moment ago.",
            why="Somebody else who is asked answered it first.",
            next_step="Open the baby's page to see what is waiting now.",
        )
    return SightlineError(
        "This question ended a moment ago.",
        why=prompt.ended_because,
        next_step="Open the baby's page to see what is waiting now.",
    )
